import type { Decryptor, Owner } from './decryptor'
import type { Pdf } from './document'
import { aesDecrypt, aesDecryptBlocks, hardenedHash, md5, rc4, sha256 } from './encryption-primitives'
import { PdfFault } from './fault'
import { get, resolve } from './load'
import { asArray, asDict, asInteger, asName, asRef, asString } from './object'
import type { PdfDict, PdfObject, PdfStream, PdfString } from './object'
import type { FilterStep } from './stream'

type Method = 'none' | 'rc4' | 'aes128' | 'aes256'
type Scheme = {
  key: Uint8Array
  strings: Method
  streams: Method
  metadata: boolean
  /** What a stream names that has a filter of its own (section 7.4.10). */
  named: (filter: string) => Promise<Method>
}

const PADDING = Uint8Array.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a'.match(/../g) ?? [],
  (hex) => parseInt(hex, 16),
)
const METHODS: ReadonlyMap<string, Method> = new Map([
  ['None', 'none'],
  ['V2', 'rc4'],
  ['AESV2', 'aes128'],
  ['AESV3', 'aes256'],
])

/** The decryptor of an encrypted file that opens without a password, undefined for a plain file; otherwise refused by name. */
export async function readEncryption(pdf: Pdf): Promise<Decryptor | undefined> {
  const entry = pdf.last.trailer.entries.get('Encrypt')
  const dict = asDict(await resolve(pdf, entry, pdf.last))
  if (dict === undefined) {
    if (entry !== undefined && entry !== null) throw new PdfFault('encryption-unknown', 'no dictionary')
    return undefined
  }
  const filter = asName(await get(pdf, dict, 'Filter', pdf.last))
  if (filter !== 'Standard') throw new PdfFault('encryption-unknown', filter ?? 'no filter')
  const scheme = await readScheme(pdf, dict)
  return {
    // Its own strings are never encrypted (section 7.6.2).
    strings: (value, owner) =>
      owner.num === asRef(entry)?.num ? Promise.resolve(value) : decryptStrings(value, owner, scheme),
    stream: (raw, stream, filters) => decryptStream(raw, stream, { ...scheme, filters }),
  }
}

async function readScheme(pdf: Pdf, dict: PdfDict): Promise<Scheme> {
  const version = asInteger(await get(pdf, dict, 'V', pdf.last)) ?? 0
  const metadata = (await get(pdf, dict, 'EncryptMetadata', pdf.last)) !== false
  if (![1, 2, 4, 5].includes(version)) throw new PdfFault('encryption-unknown', `V ${String(version)}`)
  const key = await (version === 5 ? keyFromUserEntry(pdf, dict) : keyFromPadding(pdf, dict, metadata))
  // Crypt filters came with version 4.
  const filters = version < 4 ? undefined : dict
  const named = (filter: string) => methodOf(pdf, filters, filter)
  if (filters === undefined) return { key, metadata, strings: 'rc4', streams: 'rc4', named }
  const chosen = async (entry: string) => asName(await get(pdf, dict, entry, pdf.last)) ?? 'Identity'
  return {
    key,
    metadata,
    strings: await named(await chosen('StrF')),
    streams: await named(await chosen('StmF')),
    named,
  }
}

/** The method of a crypt filter; a name that stands for none is not taken for "in the clear". */
async function methodOf(pdf: Pdf, dict: PdfDict | undefined, name: string): Promise<Method> {
  if (name === 'Identity') return 'none'
  const filters = asDict(await get(pdf, dict, 'CF', pdf.last))
  const filter = asDict(await get(pdf, filters, name, pdf.last))
  const method = METHODS.get(asName(await get(pdf, filter, 'CFM', pdf.last)) ?? 'None')
  if (filter === undefined || method === undefined) throw new PdfFault('encryption-unknown', 'crypt filter')
  return method
}

async function bytesOf(pdf: Pdf, dict: PdfDict, key: string, length: number): Promise<Uint8Array> {
  const bytes = asString(await get(pdf, dict, key, pdf.last))?.bytes ?? new Uint8Array()
  if (bytes.length < length) throw new PdfFault('encryption-unknown', `${key} too short`)
  return bytes.subarray(0, length)
}

/** Algorithms 2, 4, 5 and 6 with the empty user password. */
async function keyFromPadding(pdf: Pdf, dict: PdfDict, metadata: boolean): Promise<Uint8Array> {
  const { revision, length } = await paddedLength(pdf, dict)
  const permissions = Int32Array.of(asInteger(await get(pdf, dict, 'P', pdf.last)) ?? 0)
  const id = await firstId(pdf)
  const owner = await bytesOf(pdf, dict, 'O', 32)
  const open = revision >= 4 && !metadata ? new Uint8Array(4).fill(255) : new Uint8Array()
  let key = (await md5(PADDING, owner, new Uint8Array(permissions.buffer), id, open)).subarray(0, length)
  for (let i = revision >= 3 ? 50 : 0; i > 0; i--) key = (await md5(key)).subarray(0, length)
  const user = await bytesOf(pdf, dict, 'U', 32)
  const expected = revision === 2 ? rc4(key, PADDING) : await userEntry(key, id)
  if (!startsWith(user, expected)) throw new PdfFault('password-needed')
  return key
}

async function paddedLength(pdf: Pdf, dict: PdfDict): Promise<{ revision: number; length: number }> {
  const revision = asInteger(await get(pdf, dict, 'R', pdf.last)) ?? 0
  if (revision === 2) return { revision, length: 5 }
  if (revision === 4) return { revision, length: 16 }
  const bits = asInteger(await get(pdf, dict, 'Length', pdf.last)) ?? 40
  if (revision !== 3 || bits < 40 || bits > 128) throw new PdfFault('encryption-unknown', `R ${String(revision)}`)
  return { revision, length: bits >> 3 }
}

async function userEntry(key: Uint8Array, id: Uint8Array): Promise<Uint8Array> {
  let value = rc4(key, await md5(PADDING, id))
  for (let i = 1; i <= 19; i++)
    value = rc4(
      key.map((byte) => byte ^ i),
      value,
    )
  return value
}

async function firstId(pdf: Pdf): Promise<Uint8Array> {
  for (const revision of [...pdf.revisions].reverse()) {
    const id = asString(asArray(await get(pdf, revision.trailer, 'ID', revision))?.[0])
    if (id !== undefined) return id.bytes
  }
  return new Uint8Array()
}

/** Algorithm 2.A with the empty user password (revisions 5 and 6). */
async function keyFromUserEntry(pdf: Pdf, dict: PdfDict): Promise<Uint8Array> {
  const revision = asInteger(await get(pdf, dict, 'R', pdf.last))
  if (revision !== 5 && revision !== 6) throw new PdfFault('encryption-unknown', `R ${String(revision)}`)
  const user = await bytesOf(pdf, dict, 'U', 48)
  const wrapped = await bytesOf(pdf, dict, 'UE', 32)
  const hash = revision === 5 ? sha256 : hardenedHash
  if (!startsWith(user, await hash(user.subarray(32, 40)))) throw new PdfFault('password-needed')
  return aesDecryptBlocks(await hash(user.subarray(40, 48)), new Uint8Array(16), wrapped)
}

function startsWith(bytes: Uint8Array, expected: Uint8Array): boolean {
  return expected.every((byte, i) => bytes[i] === byte)
}

async function decrypt(bytes: Uint8Array, method: Method, owner: Owner, key: Uint8Array): Promise<Uint8Array> {
  if (method === 'none') return bytes
  if (method === 'aes256') return aesDecrypt(key, bytes)
  const { num, gen } = owner
  const salt = method === 'aes128' ? [0x73, 0x41, 0x6c, 0x54] : []
  const suffix = Uint8Array.of(num & 255, (num >> 8) & 255, (num >> 16) & 255, gen & 255, (gen >> 8) & 255, ...salt)
  const own = (await md5(key, suffix)).subarray(0, Math.min(16, key.length + 5))
  return method === 'rc4' ? rc4(own, bytes) : aesDecrypt(own, bytes)
}

async function decryptStrings(value: PdfObject, owner: Owner, scheme: Scheme): Promise<PdfObject> {
  if (value === null || typeof value !== 'object') return value
  if (value.type === 'string') return decryptedString(value, owner, scheme)
  if (value.type === 'array') {
    const items: PdfObject[] = []
    for (const item of value.items) items.push(await decryptStrings(item, owner, scheme))
    return { type: 'array', items }
  }
  return value.type === 'dict' ? decryptedDict(value, owner, scheme) : value
}

async function decryptedDict(value: PdfDict, owner: Owner, scheme: Scheme): Promise<PdfDict> {
  const entries = new Map<string, PdfObject>()
  // The Contents of a signature are not encrypted (section 7.6.2).
  const signature = value.entries.has('ByteRange')
  for (const [key, item] of value.entries) {
    entries.set(key, signature && key === 'Contents' ? item : await decryptStrings(item, owner, scheme))
  }
  return { ...value, entries }
}

async function decryptedString(value: PdfString, owner: Owner, scheme: Scheme): Promise<PdfString> {
  return { ...value, bytes: await decrypt(value.bytes, scheme.strings, owner, scheme.key) }
}

type StreamScheme = Scheme & { filters: readonly FilterStep[] }

async function decryptStream(raw: Uint8Array, stream: PdfStream, scheme: StreamScheme): Promise<Uint8Array> {
  if (asName(stream.dict.entries.get('Type')) === 'XRef') return raw
  return decrypt(raw, await methodFor(stream, scheme), stream.owner, scheme.key)
}

async function methodFor(stream: PdfStream, { filters, metadata, streams, named }: StreamScheme): Promise<Method> {
  const [first, ...others] = filters
  // Section 7.4.10 wants it first; where it is not, some readers decrypt all the same and others do not.
  if (others.some(({ filter }) => filter === 'Crypt')) throw new PdfFault('filter-unknown', 'Crypt is not the first')
  if (first?.filter === 'Crypt') return named(asName(first.parms.entries.get('Name')) ?? 'Identity')
  return asName(stream.dict.entries.get('Type')) === 'Metadata' && !metadata ? 'none' : streams
}
