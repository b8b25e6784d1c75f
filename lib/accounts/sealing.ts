import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** What a sealed value is for: a value moved to another row or column does not open. */
export type Seal = {
  purpose:
    | 'facts'
    | 'totp'
    | 'id-token'
    | 'officer-number'
    | 'remote-signing'
    | 'certificate-challenge'
    | 'certificate-ticket'
    | 'refusal'
    | 'kept-typing'
  owner: string
}

const deriveKey = (key: Uint8Array, label: string) =>
  new Uint8Array(hkdfSync('sha256', key, '', `mot-cua ${label}`, 32))
const bindSeal = ({ purpose, owner }: Seal) => Buffer.from(`${purpose}:${owner}`)

/** AES-256-GCM with a key derived per purpose: 12 bytes of `iv`, 16 of tag, then the text. `iv` must never repeat. */
export function seal(key: Uint8Array, forWhat: Seal, text: string, iv: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', deriveKey(key, forWhat.purpose), iv.subarray(0, IV_BYTES))
  cipher.setAAD(bindSeal(forWhat))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv.subarray(0, IV_BYTES), cipher.getAuthTag(), body])
}

/** Opens what `seal` made; throws when key, purpose, owner or a single bit differs. */
export function unseal(key: Uint8Array, forWhat: Seal, sealed: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(key, forWhat.purpose), sealed.subarray(0, IV_BYTES))
  decipher.setAAD(bindSeal(forWhat))
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const body = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES))
  return Buffer.concat([body, decipher.final()]).toString('utf8')
}

/** A keyed hash for look-up: equal values are found, the value cannot be guessed without the key. */
export function keyedHash(key: Uint8Array, label: 'identifier' | 'attempt' | 'officer-number', value: string): string {
  return createHmac('sha256', deriveKey(key, label)).update(value).digest('hex')
}

/** For values random enough to need no key. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
