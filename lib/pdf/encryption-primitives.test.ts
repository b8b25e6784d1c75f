import { createCipheriv, createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aesDecrypt, aesDecryptBlocks, hardenedHash, md5, rc4, sha256 } from './encryption-primitives'
import { bytesOf } from './file.fixture'
import { hexText, latin1 } from './index'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

describe('known answers', () => {
  it.each([
    // RFC 6229, section 2, at offset 0.
    ['0102030405', 'b2396305f03dc027ccc3524a0a1118a8'],
    ['01020304050607', '293f02d47f37c9b633f2af5285feb46b'],
    ['0102030405060708090a0b0c0d0e0f10', '9ac7cc9a609d1ef7b2932899cde41b97'],
  ])('RC4 under %s', (key, stream) => {
    expect(hexText(rc4(hex(key), new Uint8Array(16)))).toBe(stream)
    expect(hexText(rc4(hex(key), hex(stream)))).toBe('00'.repeat(16))
  })
  it.each([
    // RFC 1321, A.5.
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  ])('MD5 of "%s"', async (text, digest) => {
    expect(hexText(await md5(bytesOf(text)))).toBe(digest)
    expect(hexText(await md5(bytesOf(text.slice(0, 3)), bytesOf(text.slice(3))))).toBe(digest)
  })
  it('SHA-256 of "abc" (FIPS 180-4)', async () => {
    expect(hexText(await sha256(bytesOf('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
  it('AES-CBC without padding (SP 800-38A, F.2.2 and F.2.6)', async () => {
    const iv = hex('000102030405060708090a0b0c0d0e0f')
    const plain = '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51'
    const short = hex('7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2')
    expect(hexText(await aesDecryptBlocks(hex('2b7e151628aed2a6abf7158809cf4f3c'), iv, short))).toBe(plain)
    const long = hex('f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d')
    const key = hex('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4')
    expect(hexText(await aesDecryptBlocks(key, iv, long))).toBe(plain)
  })
  it('AES-CBC with its vector before it and padding behind (ISO 32000-2 7.6.3)', async () => {
    const [key, iv] = [new Uint8Array(16).fill(7), new Uint8Array(16).fill(9)]
    const encrypted = (text: string) => {
      const cipher = createCipheriv('aes-128-cbc', key, iv)
      return new Uint8Array([...iv, ...cipher.update(text, 'latin1'), ...cipher.final()])
    }
    for (const text of ['', 'a', 'fifteen letters', 'sixteen letters!', 'seventeen letters'])
      expect(latin1(await aesDecrypt(key, encrypted(text)))).toBe(text)
    for (const length of [0, 15, 16, 31, 33]) expect(await aesDecrypt(key, new Uint8Array(length))).toHaveLength(0)
    await expect(aesDecrypt(new Uint8Array(16), encrypted('a'))).rejects.toThrow('stream-malformed')
  })
  it('the hash of revision 6 (Algorithm 2.B) is that of its words', async () => {
    const expected = (salt: Uint8Array): string => {
      let k = createHash('sha256').update(salt).digest()
      for (let round = 1, last = 0; round <= 64 || last > round - 1 - 32; round++) {
        const cipher = createCipheriv('aes-128-cbc', k.subarray(0, 16), k.subarray(16, 32)).setAutoPadding(false)
        const e = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => k)))
        const rest = Number(BigInt(`0x${e.subarray(0, 16).toString('hex')}`) % 3n)
        k = createHash(['sha256', 'sha384', 'sha512'][rest] ?? '')
          .update(e)
          .digest()
        last = e.at(-1) ?? 0
      }
      return k.subarray(0, 32).toString('hex')
    }
    for (let first = 0; first < 24; first++) {
      const salt = Uint8Array.from({ length: 8 }, (_, i) => first * 8 + i)
      expect(hexText(await hardenedHash(salt))).toBe(expected(salt))
    }
  })
})
