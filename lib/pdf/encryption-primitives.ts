import { createMD5 } from 'hash-wasm'
import { PdfFault } from './fault'

/** MD5 of the parts in a row: only the key derivation of old PDF encryption uses it. */
export async function md5(...parts: Uint8Array[]): Promise<Uint8Array> {
  const hasher = await createMD5()
  hasher.init()
  for (const part of parts) hasher.update(part)
  return hasher.digest('binary')
}

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return sha('SHA-256', bytes)
}

async function sha(algorithm: string, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(algorithm, Uint8Array.from(bytes)))
}

export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i)
  const swap = (i: number, j: number) => {
    const swapped = s[i] ?? 0
    s[i] = s[j] ?? 0
    s[j] = swapped
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return data.map((byte) => {
    i = (i + 1) & 255
    j = (j + (s[i] ?? 0)) & 255
    swap(i, j)
    return byte ^ (s[((s[i] ?? 0) + (s[j] ?? 0)) & 255] ?? 0)
  })
}

async function aesKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-CBC', false, ['encrypt', 'decrypt'])
}

/** AES-CBC with the vector in the first 16 bytes and PKCS #5 padding. */
export async function aesDecrypt(key: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  if (data.length < 32 || data.length % 16 !== 0) return new Uint8Array()
  try {
    const params = { name: 'AES-CBC', iv: Uint8Array.from(data.subarray(0, 16)) }
    return new Uint8Array(await crypto.subtle.decrypt(params, await aesKey(key), Uint8Array.from(data.subarray(16))))
  } catch {
    throw new PdfFault('stream-malformed', 'AES padding')
  }
}

/** AES-CBC without padding. WebCrypto insists on padding, so a block that decrypts to padding is put behind. */
export async function aesDecryptBlocks(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const imported = await aesKey(key)
  const last = Uint8Array.from(data.subarray(-16))
  const padding = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, imported, new Uint8Array()))
  const padded = new Uint8Array([...data, ...padding])
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv: Uint8Array.from(iv) }, imported, padded))
}

async function aesEncryptBlocks(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const params = { name: 'AES-CBC', iv: Uint8Array.from(iv) }
  const padded = await crypto.subtle.encrypt(params, await aesKey(key), Uint8Array.from(data))
  return new Uint8Array(padded).subarray(0, data.length)
}

/** Algorithm 2.B of ISO 32000-2 with the empty password: the salt hashed in at least 64 rounds. */
export async function hardenedHash(salt: Uint8Array): Promise<Uint8Array> {
  let k = await sha256(salt)
  for (let round = 0; ; round++) {
    const data = new Uint8Array(k.length * 64)
    for (let i = 0; i < 64; i++) data.set(k, i * k.length)
    const e = await aesEncryptBlocks(k.subarray(0, 16), k.subarray(16, 32), data)
    const remainder = e.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    k = await sha(['SHA-256', 'SHA-384', 'SHA-512'][remainder] ?? 'SHA-256', e)
    if (round >= 63 && (e.at(-1) ?? 0) <= round - 31) return k.subarray(0, 32)
  }
}
