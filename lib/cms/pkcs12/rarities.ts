import type { Der } from '@/lib/trust'

type Bytes = Uint8Array<ArrayBuffer>

/** A hash as the integrity check and the derivation of RFC 7292 need it. */
export type Digest = ((octets: Uint8Array) => Uint8Array) & { readonly blockLen: number; readonly outputLen: number }

/** PBKDF2 under one PRF. @returns `length` octets */
export type Pbkdf2Function = (password: Uint8Array, salt: Uint8Array, iterations: number, length: number) => Bytes

export type RareCipher = {
  /** In octets; some ciphers take another where the file asks for it. */
  readonly keyLength: number
  readonly takesKeyLength: boolean
  /** @returns null where the key cannot be right */
  readonly open: (key: Bytes, parameters: Der | undefined, locked: Uint8Array) => Bytes | null
}

export type ScryptCost = { readonly n: number; readonly r: number; readonly p: number }

/** Algorithms, by object identifier, that a runtime adds to those built in: files locked with them are about, but few. */
export type Rarities = {
  readonly digest: (oid: string) => Digest | undefined
  readonly pbkdf2: (prfOid: string) => Pbkdf2Function | undefined
  readonly cipher: (oid: string) => RareCipher | undefined
  readonly scrypt: ((password: Uint8Array, salt: Uint8Array, cost: ScryptCost, length: number) => Bytes) | undefined
}

const none = (): undefined => undefined
export const NO_RARITIES: Rarities = { digest: none, pbkdf2: none, cipher: none, scrypt: undefined }

/** What reading one file has to go by: the work spent so far, of what may be (`work.ts`), and what the runtime adds. */
export type Means = { readonly rarities: Rarities; readonly mostWork: number; spent: number }
