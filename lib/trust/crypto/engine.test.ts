import { constants, createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkSignature, der, digest, HASHES, toHex, verifySignature, webEngine } from '../index'
import type { Engine, HashName } from '../index'

const DATA = new TextEncoder().encode('Hồ sơ dịch vụ công')
const algorithm = (oid: string, ...parameters: Uint8Array[]) => der.sequence(der.oid(oid), ...parameters)
const spkiOf = (key: KeyObject) => new Uint8Array(key.export({ type: 'spki', format: 'der' }))

/** An engine that can only digest, so that plain arithmetic must do the rest. */
const digestOnly: Engine = { digest: webEngine.digest, verify: () => Promise.resolve(undefined) }

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

async function check(engine: Engine, oid: Uint8Array, key: KeyObject, signature: Uint8Array) {
  const check = { algorithm: oid, spki: spkiOf(key), data: DATA, signature }
  const right = await checkSignature(engine, check)
  const wrong = await verifySignature(engine, { ...check, data: new Uint8Array(DATA.length) })
  return [right.ok ? right.value : right.error.code, wrong]
}

describe('signatures made by node:crypto', () => {
  it.each([
    ['1.2.840.113549.1.1.5', 'sha1'],
    ['1.2.840.113549.1.1.11', 'sha256'],
    ['1.2.840.113549.1.1.13', 'sha512'],
    ['1.2.840.113549.1.1.14', 'sha224'],
    ['2.16.840.1.101.3.4.3.14', 'sha3-256'],
  ])('RSA %s, by WebCrypto and by arithmetic', async (oid, hash) => {
    const signature = sign(hash, DATA, rsa.privateKey)
    const named = algorithm(oid, der.nullValue())
    expect(await check(webEngine, named, rsa.publicKey, signature)).toEqual([true, false])
    expect(await check(digestOnly, named, rsa.publicKey, signature)).toEqual([true, false])
    expect(await check(digestOnly, named, rsa.publicKey, signature.subarray(1))).toEqual([false, false])
  })

  it('RSA by a key whose modulus lacks its leading zero', async () => {
    const { n = '', e = '' } = rsa.publicKey.export({ format: 'jwk' })
    const [modulus, exponent] = [n, e].map((part) => new Uint8Array(Buffer.from(part, 'base64url')))
    const integer = (body = new Uint8Array()) => {
      const head = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255]
      return Uint8Array.of(2, ...head, ...body)
    }
    const key = der.bitString(der.sequence(integer(modulus), integer(exponent)))
    const spki = der.sequence(algorithm('1.2.840.113549.1.1.1', der.nullValue()), key)
    const check = { algorithm: algorithm('1.2.840.113549.1.1.11', der.nullValue()), spki, data: DATA }
    const signature = sign('sha256', DATA, rsa.privateKey)
    for (const engine of [webEngine, digestOnly]) {
      expect(await verifySignature(engine, { ...check, signature })).toBe(true)
      expect(await verifySignature(engine, { ...check, signature: signature.map((byte) => byte ^ 1) })).toBe(false)
    }
  })

  it('RSASSA-PSS, also with a key that is for nothing else', async () => {
    const sha256 = algorithm(HASHES['SHA-256'].oid, der.nullValue())
    const mask = algorithm('1.2.840.113549.1.1.8', sha256)
    const pss = (salt: number) =>
      algorithm(
        '1.2.840.113549.1.1.10',
        der.sequence(der.explicit(0, sha256), der.explicit(1, mask), der.explicit(2, der.integer(salt))),
      )
    const options = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    const signature = sign('sha256', DATA, { key: rsa.privateKey, ...options })
    expect(await check(webEngine, pss(32), rsa.publicKey, signature)).toEqual([true, false])
    const narrow = generateKeyPairSync('rsa-pss', {
      modulusLength: 2048,
      hashAlgorithm: 'sha256',
      mgf1HashAlgorithm: 'sha256',
    })
    const narrowSignature = sign('sha256', DATA, { key: narrow.privateKey, ...options })
    expect(await check(webEngine, pss(32), narrow.publicKey, narrowSignature)).toEqual([true, false])
    expect(await check(webEngine, pss(20), narrow.publicKey, narrowSignature)).toEqual(['signature-key', false])
  })

  it.each([
    ['P-256', '1.2.840.10045.4.3.2', 'sha256'],
    ['P-384', '1.2.840.10045.4.3.3', 'sha384'],
    ['P-521', '1.2.840.10045.4.3.4', 'sha512'],
  ])('ECDSA on %s', async (namedCurve, oid, hash) => {
    const pair = generateKeyPairSync('ec', { namedCurve })
    expect(await check(webEngine, algorithm(oid), pair.publicKey, sign(hash, DATA, pair.privateKey))).toEqual([
      true,
      false,
    ])
  })

  it('EdDSA', async () => {
    const pair = generateKeyPairSync('ed25519')
    expect(await check(webEngine, algorithm('1.3.101.112'), pair.publicKey, sign(null, DATA, pair.privateKey))).toEqual(
      [true, false],
    )
  })

  it('DSA, by arithmetic', async () => {
    const pair = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 })
    const signature = sign('sha1', DATA, pair.privateKey)
    expect(await check(webEngine, algorithm('1.2.840.10040.4.3'), pair.publicKey, signature)).toEqual([true, false])
  })
})

describe('what cannot be verified is refused by name', () => {
  const signature = sign('sha256', DATA, rsa.privateKey)

  it.each([
    ['an unknown algorithm', algorithm('1.2.3.4'), 'signature-algorithm'],
    ['another kind of key', algorithm('1.2.840.10045.4.3.2'), 'signature-key'],
    ['odd parameters', algorithm('1.2.840.113549.1.1.11', der.integer(1)), 'signature-algorithm'],
    ['PSS without parameters', algorithm('1.2.840.113549.1.1.10'), 'signature-algorithm'],
  ])('%s', async (_, named, code) => {
    expect(await check(webEngine, named, rsa.publicKey, signature)).toEqual([code, false])
  })

  it('an RSA key whose exponent proves nothing', async () => {
    const bits = der.sequence(der.integer((1n << 2047n) + 1n), der.integer(1))
    const spki = der.sequence(der.sequence(der.oid('1.2.840.113549.1.1.1'), der.nullValue()), der.bitString(bits))
    const named = algorithm('1.2.840.113549.1.1.11', der.nullValue())
    expect(await checkSignature(webEngine, { algorithm: named, spki, data: DATA, signature })).toMatchObject({
      ok: false,
      error: { code: 'key' },
    })
  })

  it('a salt longer than the key', async () => {
    const sha256 = algorithm(HASHES['SHA-256'].oid, der.nullValue())
    const mask = algorithm('1.2.840.113549.1.1.8', sha256)
    const named = algorithm(
      '1.2.840.113549.1.1.10',
      der.sequence(der.explicit(0, sha256), der.explicit(1, mask), der.explicit(2, der.integer(500))),
    )
    expect((await check(webEngine, named, rsa.publicKey, signature))[1]).toBe(false)
  })

  it('a curve that neither WebCrypto nor we know', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' })
    const signature = sign('sha256', DATA, pair.privateKey)
    expect(await check(webEngine, algorithm('1.2.840.10045.4.3.2'), pair.publicKey, signature)).toEqual([
      'signature-algorithm',
      false,
    ])
  })
})

it.each<[HashName, string]>([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-224', 'sha224'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
  ['SHA3-256', 'sha3-256'],
  ['SHA3-384', 'sha3-384'],
  ['SHA3-512', 'sha3-512'],
])('digest %s', async (name, nodeName) => {
  expect(toHex(await digest(webEngine, name, DATA))).toBe(createHash(nodeName).update(DATA).digest('hex'))
})
