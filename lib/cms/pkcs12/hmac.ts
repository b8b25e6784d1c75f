import { concatBytes } from '@/lib/trust'
import type { Digest } from './rarities'

/** HMAC (RFC 2104) over any hash that says its block length. */
export function hmacOf(hash: Digest, key: Uint8Array, content: Uint8Array): Uint8Array {
  const block = new Uint8Array(hash.blockLen)
  block.set(key.length > block.length ? hash(key) : key)
  const inner = hash(concatBytes([block.map((octet) => octet ^ 0x36), content]))
  return hash(concatBytes([block.map((octet) => octet ^ 0x5c), inner]))
}
