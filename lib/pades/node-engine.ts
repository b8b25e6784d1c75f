import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import type { KeyObject, VerifyKeyObjectInput } from 'node:crypto'
import type { Engine, SignatureCheck } from '@/lib/trust'

type HashName = Parameters<Engine['digest']>[0]

function nodeName(hash: HashName): string {
  return hash.startsWith('SHA3') ? hash.toLowerCase() : hash.replace('-', '').replace('/', '-').toLowerCase()
}

/** Keys already decoded, which takes as long as a check by them: one signer's key comes again and again. */
const KNOWN = new Map<string, KeyObject>()
const MOST_KNOWN = 64

function publicKey(spki: Uint8Array): KeyObject | undefined {
  const der = Buffer.from(spki.buffer, spki.byteOffset, spki.length)
  const text = der.toString('latin1')
  const key = KNOWN.get(text) ?? decodedKey(der)
  if (key !== undefined && !KNOWN.has(text)) {
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
    KNOWN.set(text, key)
  }
  return key
}

function decodedKey(key: Buffer): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: 'der', type: 'spki' })
  } catch {
    // node:crypto has no better word for a key it does not know.
    return undefined
  }
}

function options({ scheme }: SignatureCheck, key: KeyObject): VerifyKeyObjectInput {
  if (scheme.kind !== 'rsa-pss') return { key }
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength ?? 0 }
}

/** Digests and verification by node:crypto, which knows brainpool curves, SHA-3, DSA and Ed448. */
export const nodeEngine: Engine = {
  digest: (name, data) => Promise.resolve(new Uint8Array(createHash(nodeName(name)).update(data).digest())),
  verify(check) {
    const key = publicKey(check.spki)
    if (key === undefined) return Promise.resolve(undefined)
    const hash = check.scheme.hash === undefined ? null : nodeName(check.scheme.hash)
    try {
      return Promise.resolve(verify(hash, check.data, options(check, key), check.signature))
    } catch {
      return Promise.resolve(undefined)
    }
  },
}
