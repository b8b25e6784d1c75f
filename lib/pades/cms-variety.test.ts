import { constants, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { name } from '@/lib/pdf'
import { der } from '@/lib/trust'
import { ca, documentOf, PLAIN, validate } from './test-documents'
import { issue } from './test-pki'
import type { Identity } from './test-pki'
import { attribute, CADES, cmsOver, hashOf, inIndefiniteLength, placeSignature } from './test-signer'
import type { CmsOrder, Placing, Scheme } from './test-signer'

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 })
const identityWith = (pair: typeof RSA): Identity =>
  issue('Nguoi ky', { issuer: ca, use: 'sign', pair, keyId: new Uint8Array(20).fill(7) })
const curve = (namedCurve: string) => identityWith(generateKeyPairSync('ec', { namedCurve }))
const rsa = identityWith(RSA)
const algorithm = (oid: string, parameters: 'null' | 'absent' = 'absent') =>
  parameters === 'null' ? der.sequence(der.oid(oid), der.nullValue()) : der.sequence(der.oid(oid))

const DIGESTS = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  ripemd160: '1.3.36.3.2.1',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  'sha512-256': '2.16.840.1.101.3.4.2.6',
  'sha3-224': '2.16.840.1.101.3.4.2.7',
  'sha3-256': '2.16.840.1.101.3.4.2.8',
  'sha3-384': '2.16.840.1.101.3.4.2.9',
  'sha3-512': '2.16.840.1.101.3.4.2.10',
} as const
type Hash = keyof typeof DIGESTS

const by = (hash: Hash, oid: string, parameters: 'null' | 'absent' = 'absent'): Scheme => ({
  algorithm: algorithm(oid, parameters),
  sign: (message, key) => new Uint8Array(sign(hash, message, key)),
})
const order = (who: Identity, hash: Hash, scheme: Scheme): CmsOrder => ({ who, scheme, digest: [hash, DIGESTS[hash]] })
const plainRsa = (hash: Hash) => order(rsa, hash, by(hash, '1.2.840.113549.1.1.1', 'null'))
const SHA256_RSA = plainRsa('sha256')

const base = documentOf(PLAIN)

async function judge(make: (content: Uint8Array) => Uint8Array, placing: Placing = {}) {
  const report = await validate(await placeSignature(base, make, placing), { trusting: false })
  const [first] = report.signatures
  if (first === undefined || report.signatures.length !== 1) throw new Error('not one signature')
  return first
}
const signedBy = (order: CmsOrder) => judge((content) => cmsOver(content, order))

describe('signatures of every algorithm that is about', () => {
  it.each(Object.keys(DIGESTS) as Hash[])('RSA with %s', async (hash) => {
    expect(await signedBy(plainRsa(hash))).toMatchObject({ intact: true, faults: [] })
  })
  const ECDSA: readonly (readonly [string, Hash, string])[] = [
    ['prime256v1', 'sha256', '1.2.840.10045.4.3.2'],
    ['prime256v1', 'sha1', '1.2.840.10045.4.1'],
    ['secp256k1', 'sha256', '1.2.840.10045.4.3.2'],
    ['secp384r1', 'sha384', '1.2.840.10045.4.3.3'],
    ['secp521r1', 'sha512', '1.2.840.10045.4.3.4'],
    ['brainpoolP256r1', 'sha256', '1.2.840.10045.4.3.2'],
    ['brainpoolP384t1', 'sha384', '1.2.840.10045.4.3.3'],
    ['brainpoolP512r1', 'sha512', '1.2.840.10045.4.3.4'],
    ['prime256v1', 'sha3-256', '2.16.840.1.101.3.4.3.10'],
    ['prime256v1', 'sha256', '1.2.840.10045.2.1'],
  ]
  it.each(ECDSA)('ECDSA on %s with %s as %s', async (on, hash, oid) => {
    expect(await signedBy(order(curve(on), hash, by(hash, oid)))).toMatchObject({ intact: true, faults: [] })
  })

  it.each(['ed25519', 'ed448'] as const)('%s', async (kind) => {
    const who = identityWith(kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448'))
    const oid = kind === 'ed25519' ? '1.3.101.112' : '1.3.101.113'
    const scheme: Scheme = {
      algorithm: algorithm(oid),
      sign: (message, key) => new Uint8Array(sign(null, message, key)),
    }
    expect(await signedBy(order(who, 'sha512', scheme))).toMatchObject({ intact: true, faults: [] })
  })

  it('DSA', async () => {
    const who = identityWith(generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }))
    expect(await signedBy(order(who, 'sha256', by('sha256', '2.16.840.1.101.3.4.3.2')))).toMatchObject({
      intact: true,
    })
  })

  const pss = (hash: Hash, mask: Hash, saltLength: number): Scheme => {
    const id = (hashName: Hash) => der.sequence(der.oid(DIGESTS[hashName]), der.nullValue())
    const parameters = der.sequence(
      der.explicit(0, id(hash)),
      der.explicit(1, der.sequence(der.oid('1.2.840.113549.1.1.8'), id(mask))),
      der.explicit(2, der.integer(saltLength)),
    )
    return {
      algorithm: der.sequence(der.oid('1.2.840.113549.1.1.10'), parameters),
      sign: (message, key) =>
        new Uint8Array(sign(hash, message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength })),
    }
  }
  it('RSASSA-PSS; with two different hashes it is refused by name', async () => {
    expect(await signedBy(order(rsa, 'sha256', pss('sha256', 'sha256', 32)))).toMatchObject({
      intact: true,
      faults: [],
    })
    expect(await signedBy(order(rsa, 'sha512', pss('sha512', 'sha512', 20)))).toMatchObject({ intact: true })
    expect((await signedBy(order(rsa, 'sha256', pss('sha256', 'sha1', 32)))).intact).toBe(false)
  })
})

describe('liberties that signers take', () => {
  it.each([
    ['signer named by key identifier', { ...SHA256_RSA, signerId: 'key-id' }],
    ['no signed attributes', { ...SHA256_RSA, attributes: 'none' }],
    ['attributes in no order', { ...SHA256_RSA, attributes: 'reversed' }],
    ['no certificate reference', { ...SHA256_RSA, reference: false }],
    ['an attribute nobody knows', { ...SHA256_RSA, extraAttributes: [attribute('1.2.3.4.5', der.integer(1))] }],
    ['a signing time', { ...SHA256_RSA, extraAttributes: [attribute('1.2.840.113549.1.9.5', der.time(new Date(0)))] }],
    [
      'a malformed policy',
      { ...SHA256_RSA, extraAttributes: [attribute('1.2.840.113549.1.9.16.2.15', der.integer(1))] },
    ],
    ['the whole chain and a stranger', { ...SHA256_RSA, carried: [ca.der, curve('prime256v1').der, rsa.der] }],
    [
      'a certificate that is none among those carried',
      { ...SHA256_RSA, carried: [der.sequence(der.integer(1)), rsa.der] },
    ],
    ['the signature algorithm with its hash', { ...SHA256_RSA, scheme: by('sha256', '1.2.840.113549.1.1.11', 'null') }],
    ['the same signer twice', { ...SHA256_RSA, signers: 2 }],
  ] satisfies [string, CmsOrder][])('%s', async (_, order) => {
    expect((await signedBy(order)).intact).toBe(true)
  })

  it.each([
    ['two different algorithm fields', (tbs: Buffer) => tbs.indexOf(Buffer.from('06082a8648ce3d040302', 'hex')) + 9],
    ['a time without seconds', (tbs: Buffer) => tbs.indexOf(Buffer.from('170d', 'hex')) + 14],
  ])('a certificate with %s: the bytes are judged, the certificate never passes', async (_, place) => {
    const odd = Buffer.from(rsa.der)
    const at = place(odd)
    odd[at] = (odd[at] ?? 0) ^ 1
    const broken = new Uint8Array(odd)
    const order = { ...SHA256_RSA, who: rsa, carried: [broken], reference: false }
    const first = await judge((content) => cmsOver(content, order))
    expect(first).toMatchObject({ intact: true, oddities: ['certificate-reference-absent', 'trailing-zeros'] })
    expect(
      (await validate(await placeSignature(base, (content) => cmsOver(content, order)))).signatures[0]?.verdict
        .indication,
    ).not.toBe('TOTAL_PASSED')
  })

  it('indefinite lengths', async () => {
    const report = await judge((content) => inIndefiniteLength(cmsOver(content, SHA256_RSA)))
    expect(report).toMatchObject({ intact: true, faults: [] })
    expect(report.oddities).toContain('ber')
  })

  it('the digest of the file inside the signature (adbe.pkcs7.sha1)', async () => {
    const entries = [...CADES.slice(0, 2), ['SubFilter', name('adbe.pkcs7.sha1')]] as const
    const inside = (content: Uint8Array) => cmsOver(content, { ...plainRsa('sha1'), content: hashOf('sha1', content) })
    const strong = (content: Uint8Array) => cmsOver(content, { ...SHA256_RSA, content: hashOf('sha1', content) })
    const other = (content: Uint8Array) =>
      cmsOver(content, { ...SHA256_RSA, content: hashOf('sha1', content.subarray(1)) })
    expect((await judge(inside, { entries })).intact).toBe(true)
    expect((await judge(strong, { entries })).intact).toBe(true)
    expect((await judge(other, { entries })).intact).toBe(false)
  })

  it('a detached signature under the name adbe.pkcs7.sha1 signs the file all the same', async () => {
    const entries = [...CADES.slice(0, 2), ['SubFilter', name('adbe.pkcs7.sha1')]] as const
    expect((await judge((content) => cmsOver(content, plainRsa('sha1')), { entries })).intact).toBe(true)
  })

  it('a content inside is a fault of form; the bytes of the file themselves are intact, anything else is not', async () => {
    const carrying = (inner: (content: Uint8Array) => Uint8Array) =>
      judge((content) => cmsOver(content, { ...SHA256_RSA, content: inner(content) }))
    const same = await carrying((content) => content)
    expect(same).toMatchObject({
      intact: true,
      verdict: { subIndication: 'FORMAT_FAILURE', because: 'content-misplaced' },
    })
    expect((await carrying(() => new Uint8Array())).intact).toBe(false)
    expect((await carrying((content) => content.subarray(1))).intact).toBe(false)
  })

  it.each([
    ['no Type and no Filter', [['SubFilter', name('adbe.pkcs7.detached')]]],
    ['no SubFilter', [['Type', name('Sig')]]],
    [
      'a type of timestamp on a signature',
      [
        ['Type', name('DocTimeStamp')],
        ['SubFilter', name('adbe.pkcs7.detached')],
      ],
    ],
    [
      'a handler nobody knows',
      [
        ['Filter', name('Nguoi.La')],
        ['SubFilter', name('adbe.pkcs7.detached')],
      ],
    ],
  ] satisfies [string, Placing['entries']][])('%s', async (_, entries) => {
    expect(await judge((content) => cmsOver(content, SHA256_RSA), { entries })).toMatchObject({
      intact: true,
      kind: 'signature',
    })
  })

  it.each([
    ['brackets signed', [-1, -1]],
    ['the opening bracket signed', [-1, 0]],
    ['the closing bracket signed', [0, -1]],
    ['a blank before left out', [1, 0]],
  ] satisfies [string, Placing['slack']][])('%s', async (_, slack) => {
    expect(await judge((content) => cmsOver(content, SHA256_RSA), { slack })).toMatchObject({
      intact: true,
      coverage: 'whole-file',
    })
  })

  it.each([
    ['no line end', ''],
    ['many line ends', '\n\r\n\n\n'],
    ['zeros', '\0\0\0\0'],
    ['blanks', '    \t'],
  ])('%s behind the end-of-file mark', async (_, tail) => {
    expect(await judge((content) => cmsOver(content, SHA256_RSA), { tail })).toMatchObject({
      intact: true,
      coverage: 'whole-file',
      laterChanges: 'none',
    })
  })

  it('whoever signs the same bytes with another key is another signer', async () => {
    const thief = { ...order(curve('prime256v1'), 'sha256', by('sha256', '1.2.840.10045.4.3.2')), carried: [rsa.der] }
    expect((await signedBy(thief)).intact).toBe(false)
    const lied = { ...SHA256_RSA, messageDigest: hashOf('sha256', new Uint8Array(1)) }
    expect(await signedBy(lied)).toMatchObject({ intact: false })
  })
})
