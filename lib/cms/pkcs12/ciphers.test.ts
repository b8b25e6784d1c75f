import { createCipheriv, randomBytes } from 'node:crypto'
import { sha1 } from '@noble/hashes/legacy.js'
import { describe, expect, it } from 'vitest'
import { cbcDecrypt } from './block-mode'
import { tripleDesDecryption } from './des'
import { pkcs12Derive, PURPOSE } from './pkcs12-kdf'
import { rc2Decryption } from './rc2'
import { rc4 } from './rc4'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex')
const words = (text: string): [number, number] => {
  const block = Buffer.from(text, 'hex')
  return [block.readUInt32BE(0), block.readUInt32BE(4)]
}
const block = ([left, right]: [number, number]) =>
  [left, right].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')

describe('triple DES', () => {
  it.each([
    ['des-ede3-cbc', 24],
    ['des-ede-cbc', 16],
  ])('opens what %s of another implementation locked', (name, length) => {
    for (let size = 0; size < 40; size += 1) {
      const [key, iv, text] = [randomBytes(length), randomBytes(8), randomBytes(size)]
      const cipher = createCipheriv(name, key, iv)
      const locked = Buffer.concat([cipher.update(text), cipher.final()])
      const opened = cbcDecrypt(tripleDesDecryption(key), iv, locked)
      expect(opened && hex(opened)).toBe(text.toString('hex'))
    }
  })

  it('says nothing of a text whose padding is not whole', () => {
    const decryption = tripleDesDecryption(bytes('00'.repeat(24)))
    expect(cbcDecrypt(decryption, bytes('00'.repeat(8)), bytes('11'.repeat(8)))).toBeNull()
    expect(cbcDecrypt(decryption, bytes('00'.repeat(8)), bytes('11'.repeat(7)))).toBeNull()
    expect(cbcDecrypt(decryption, bytes('00'.repeat(8)), bytes(''))).toBeNull()
  })
})

describe('RC2 (RFC 2268 section 5)', () => {
  it.each([
    ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
    ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
    ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
    ['88', 64, '0000000000000000', '61a8a244adacccf0'],
    ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
    ['88bca90e90875a7f0f79c384627bafb2', 64, '0000000000000000', '1a807d272bbe5db1'],
    ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
    ['88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e', 129, '0000000000000000', '5b78d3a43dfff1f1'],
  ])('key %s of %i bits', (key, bits, plain, locked) => {
    expect(block(rc2Decryption(bytes(key), bits)(words(locked)))).toBe(plain)
  })
})

describe('RC4', () => {
  it.each([
    ['Key', 'Plaintext', 'bbf316e8d940af0ad3'],
    ['Wiki', 'pedia', '1021bf0420'],
    ['Secret', 'Attack at dawn', '45a01f645fc35b383552544b9bf5'],
  ])('key %s', (key, plain, locked) => {
    expect(hex(rc4(Buffer.from(key), Buffer.from(plain)))).toBe(locked)
  })
})

describe('the key derivation of PKCS#12', () => {
  it.each([
    ['smeg', PURPOSE.key, '0a58cf64530d823f', 1, '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3'],
    ['smeg', PURPOSE.iv, '0a58cf64530d823f', 1, '79993dfe048d3b76'],
    ['smeg', PURPOSE.key, '642b99ab44fb4b1f', 1, 'f3a95fec48d7711e985cfe67908c5ab79fa3d7c5caa5d966'],
    ['smeg', PURPOSE.mac, '3d83c0e4546ac140', 1, '8d967d88f6caa9d714800ab3d48051d63f73a312'],
    ['queeg', PURPOSE.key, '05dec959acff72f7', 1000, 'ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4'],
    ['queeg', PURPOSE.iv, '05dec959acff72f7', 1000, '11dedad7758d4860'],
    ['queeg', PURPOSE.key, '1682c0fc5b3f7ec5', 1000, '483dd6e919d7de2e8e648ba8f862f3fbfbdc2bcb2c02957f'],
    ['queeg', PURPOSE.mac, '263216fcc2fab31c', 1000, '5ec4c7a80df652294c3925b6489a7ab857c83476'],
  ])('%s, purpose %i, salt %s, %i rounds', (...[text, purpose, salt, iterations, expected]) => {
    const password = new Uint8Array([...Buffer.from(`${text}\0`, 'utf16le').swap16()])
    const derived = pkcs12Derive({ hash: sha1, password, salt: bytes(salt), iterations }, purpose, expected.length / 2)
    expect(hex(derived)).toBe(expected)
  })
})
