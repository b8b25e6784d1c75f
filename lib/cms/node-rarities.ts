import { createDecipheriv, createHash, getCiphers, getHashes, pbkdf2Sync, scryptSync } from 'node:crypto'
import { concatBytes, derChildren, readOctets, readSmallInteger, TAG } from '@/lib/trust'
import type { Der } from '@/lib/trust'
import type { Digest, RareCipher, Rarities } from './pkcs12/rarities'

type Bytes = Uint8Array<ArrayBuffer>
type Mode = 'ecb' | 'cbc' | 'cfb' | 'ofb' | 'ctr' | 'gcm'
type Row = { readonly name: string; readonly keyLength: number; readonly mode: Mode }

/** Last arc of each mode below the arc of a cipher, and how far the arcs of the wider keys are from those of 128 bits. */
type Family = { arc: string; name: string; modes: Partial<Record<Mode, number>>; keys: readonly number[]; step: number }
const FAMILIES: readonly Family[] = [
  family('2.16.840.1.101.3.4.1', 'aes', { ecb: 1, ofb: 3, cfb: 4, gcm: 6 }, 20),
  family('1.2.392.200011.61.1.1.1', 'camellia', { cbc: 2 }, 1),
  family('0.3.4401.5.3.1.9', 'camellia', { ecb: 1, ofb: 3, cfb: 4, ctr: 9 }, 20),
  family('1.2.410.200046.1.1', 'aria', { ecb: 1, cbc: 2, cfb: 3, ofb: 4, ctr: 5 }, 5),
]

function family(arc: string, name: string, modes: Family['modes'], step: number): Family {
  return { arc, name, modes, keys: [16, 24, 32], step }
}

const MODES: readonly Mode[] = ['ecb', 'cbc', 'cfb', 'ofb', 'ctr', 'gcm']

function rowsOf({ arc, name, modes, keys, step }: Family): [string, Row][] {
  return keys.flatMap((keyLength, wider) =>
    MODES.flatMap((mode): [string, Row][] => {
      const last = modes[mode]
      const cipher = `${name}-${String(keyLength * 8)}-${mode}`
      return last === undefined ? [] : [[`${arc}.${String(last + wider * step)}`, { name: cipher, keyLength, mode }]]
    }),
  )
}

const single = (name: string, keyLength: number): Row => ({
  name,
  keyLength,
  mode: MODES.find((mode) => name.endsWith(mode)) ?? 'ecb',
})

/** Seed, Blowfish, CAST5 and IDEA are there only where Node was started with OpenSSL's legacy algorithms. */
const CIPHERS: ReadonlyMap<string, Row> = new Map([
  ...FAMILIES.flatMap(rowsOf),
  ['1.2.156.10197.1.104.1', single('sm4-ecb', 16)],
  ['1.2.156.10197.1.104.2', single('sm4-cbc', 16)],
  ['1.2.156.10197.1.104.3', single('sm4-ofb', 16)],
  ['1.2.156.10197.1.104.4', single('sm4-cfb', 16)],
  ['1.2.156.10197.1.104.7', single('sm4-ctr', 16)],
  ['1.2.410.200004.1.3', single('seed-ecb', 16)],
  ['1.2.410.200004.1.4', single('seed-cbc', 16)],
  ['1.2.410.200004.1.5', single('seed-cfb', 16)],
  ['1.2.410.200004.1.6', single('seed-ofb', 16)],
  ['1.3.14.3.2.6', single('des-ede3-ecb', 8)],
  ['1.3.14.3.2.8', single('des-ede3-ofb', 8)],
  ['1.3.14.3.2.9', single('des-ede3-cfb', 8)],
  ['1.3.6.1.4.1.3029.1.2', single('bf-cbc', 16)],
  ['1.2.840.113533.7.66.10', single('cast5-cbc', 16)],
  ['1.3.6.1.4.1.188.7.1.1.2', single('idea-cbc', 16)],
])
const TAKES_KEY_LENGTH = new Set(['bf-cbc', 'cast5-cbc'])
const OFFERED = new Set(getCiphers())

/** The initial vector: the parameters themselves, or their first member (CAST5 of RFC 2144, GCM of RFC 5084). */
function initialVector(parameters: Der | undefined): Uint8Array {
  const [first] = parameters?.tag === TAG.sequence ? derChildren(parameters) : [parameters]
  return first?.tag === TAG.octetString ? readOctets(first) : new Uint8Array(0)
}

type Locked = { readonly key: Bytes; readonly parameters: Der | undefined; readonly locked: Uint8Array }

function decrypt({ name, mode }: Row, { key, parameters, locked }: Locked): Bytes {
  const cipher = createDecipheriv(name, key, mode === 'ecb' ? null : initialVector(parameters))
  return concatBytes([cipher.update(locked), cipher.final()])
}

const GCM = new Map([
  [16, 'aes-128-gcm'],
  [24, 'aes-192-gcm'],
  [32, 'aes-256-gcm'],
] as const)

/** GCMParameters (RFC 5084 3.2): the tag, of 12 octets unless said otherwise, follows the locked octets. */
function decryptedGcm({ keyLength }: Row, { key, parameters, locked }: Locked): Bytes {
  const [, length] = parameters?.tag === TAG.sequence ? derChildren(parameters) : []
  const tagOctets = length ? readSmallInteger(length) : 12
  const name = [...GCM].find(([octets]) => octets === keyLength)?.[1] ?? 'aes-256-gcm'
  const cipher = createDecipheriv(name, key, initialVector(parameters))
  cipher.setAuthTag(locked.subarray(-tagOctets))
  return concatBytes([cipher.update(locked.subarray(0, -tagOctets)), cipher.final()])
}

const tripleKey = (key: Bytes): Bytes => concatBytes([key, key, key])

function opening(row: Row): RareCipher['open'] {
  return (rawKey, parameters, locked) => {
    const key = row.name.startsWith('des-') ? tripleKey(rawKey) : rawKey
    try {
      return row.mode === 'gcm'
        ? decryptedGcm(row, { key, parameters, locked })
        : decrypt(row, { key, parameters, locked })
    } catch {
      // A wrong key leaves wrong padding or a wrong tag.
      return null
    }
  }
}

function cipher(oid: string): RareCipher | undefined {
  const row = CIPHERS.get(oid)
  if (row === undefined || !OFFERED.has(row.name)) return undefined
  return { keyLength: row.keyLength, takesKeyLength: TAKES_KEY_LENGTH.has(row.name), open: opening(row) }
}

const DIGESTS: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.2.4', 'md4'],
  ['1.3.36.3.2.1', 'ripemd160'],
  ['1.0.10118.3.0.55', 'whirlpool'],
  ['1.2.156.10197.1.401', 'sm3'],
  ['1.3.6.1.4.1.1722.12.2.1.16', 'blake2b512'],
  ['1.3.6.1.4.1.1722.12.2.2.8', 'blake2s256'],
])
const BLOCKS: ReadonlyMap<string, number> = new Map([['blake2b512', 128]])
const HASHES = new Set(getHashes())

function digest(oid: string): Digest | undefined {
  const name = DIGESTS.get(oid)
  if (name === undefined || !HASHES.has(name)) return undefined
  const hash = (octets: Uint8Array): Uint8Array => new Uint8Array(createHash(name).update(octets).digest())
  return Object.assign(hash, { blockLen: BLOCKS.get(name) ?? 64, outputLen: hash(new Uint8Array(0)).length })
}

const PRFS: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.2.6', 'md5'],
  ['1.2.156.10197.1.401.2', 'sm3'],
  ['1.3.6.1.5.5.8.1.4', 'ripemd160'],
])

/**
 * What Node's OpenSSL adds to the built-in schemes of PKCS#12: Camellia, ARIA, SM4, AES in other modes, SM3, RIPEMD-160,
 * BLAKE2 and scrypt; started with `--openssl-legacy-provider` also SEED, Blowfish, CAST5, IDEA, MD4 and Whirlpool.
 */
export const nodeRarities: Rarities = {
  digest,
  cipher,
  pbkdf2: (prfOid) => {
    const name = PRFS.get(prfOid)
    if (name === undefined || !HASHES.has(name)) return undefined
    return (password, salt, iterations, length) => new Uint8Array(pbkdf2Sync(password, salt, iterations, length, name))
  },
  scrypt: (password, salt, { n, r, p }, length) =>
    new Uint8Array(scryptSync(password, salt, length, { N: n, r, p, maxmem: 256 * n * r + 1024 * r * p })),
}
