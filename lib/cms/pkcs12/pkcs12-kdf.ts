import { concatBytes } from '@/lib/trust'
import type { Digest } from './rarities'
import { rehash } from './rehash'

/** What the derived octets are for (RFC 7292 appendix B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const

function repeatPattern(pattern: Uint8Array, blockLength: number): Uint8Array<ArrayBuffer> {
  const length = blockLength * Math.ceil(pattern.length / blockLength)
  return Uint8Array.from({ length }, (_, i) => pattern[i % pattern.length] ?? 0)
}

/** I := I + B + 1, block by block (step 6.C). */
function addToBlocks(blocks: Uint8Array, addend: Uint8Array): void {
  for (let start = 0; start < blocks.length; start += addend.length) {
    let carry = 1
    for (let i = addend.length - 1; i >= 0; i -= 1) {
      const sum = (blocks[start + i] ?? 0) + (addend[i] ?? 0) + carry
      blocks[start + i] = sum
      carry = sum >> 8
    }
  }
}

export type Pkcs12Derivation = {
  hash: Digest
  /** The password as octets: UTF-16BE with a closing zero character, or empty. */
  password: Uint8Array
  salt: Uint8Array
  iterations: number
}

/** The key derivation of RFC 7292 appendix B.2. @returns `length` octets */
export function pkcs12Derive(
  { hash, password, salt, iterations }: Pkcs12Derivation,
  purpose: number,
  length: number,
): Uint8Array<ArrayBuffer> {
  const block = hash.blockLen
  const diversifier = new Uint8Array(block).fill(purpose)
  const saltBlocks = repeatPattern(salt, block)
  const input = new Uint8Array([...saltBlocks, ...repeatPattern(password, block)])
  const out = new Uint8Array(Math.ceil(length / hash.outputLen) * hash.outputLen)
  for (let at = 0; at < out.length; at += hash.outputLen) {
    const digest = rehash(hash, hash(concatBytes([diversifier, input])), iterations - 1)
    out.set(digest, at)
    addToBlocks(input, repeatPattern(digest, block).subarray(0, block))
  }
  return out.slice(0, length)
}
