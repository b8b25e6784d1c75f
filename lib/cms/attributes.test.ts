import { createHash, createPrivateKey, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextTag, der, derBytes, derCursor, readDer, TAG, webEngine } from '@/lib/trust'
import { attributeDer } from './attributes'
import { digestOf } from './digest'
import { OID } from './oids'
import { parseSignedData } from './signed-data'
import type { SignedData, SignerInfo } from './signed-data'
import { parseTimestampResponse } from './timestamp-request'
import { parseTimestampToken } from './timestamp-token'
import { verifySignerInfo } from './verify-signer'
import signer from './vectors/test-signer.json'

const SHA256 = '2.16.840.1.101.3.4.2.1'
const ECDSA_SHA256 = '1.2.840.10045.4.3.2'
const PLAIN_ECDSA_SHA256 = '0.4.0.127.0.7.1.1.4.1.3'
const certificate = new Uint8Array(Buffer.from(signer.certificate, 'base64'))
const key = createPrivateKey({ key: Buffer.from(signer.pkcs8, 'base64'), format: 'der', type: 'pkcs8' })
const content = new TextEncoder().encode('nội dung')
const sha = (name: string, octets: Uint8Array) => new Uint8Array(createHash(name).update(octets).digest())
const algorithm = (oid: string) => der.sequence(der.oid(oid))

const REQUIRED = [
  attributeDer(OID.contentType, der.oid(OID.data)),
  attributeDer(OID.messageDigest, der.octetString(sha('sha256', content))),
]

function issuerAndSerial(): Uint8Array {
  const fields = derCursor(derCursor(readDer(certificate)).next())
  fields.next(contextTag(0))
  const serial = derBytes(fields.next(TAG.integer))
  fields.next()
  return der.sequence(derBytes(fields.next()), serial)
}

type Recipe = {
  signed?: Uint8Array[]
  unsigned?: Uint8Array[]
  /** What is signed: the attributes in DER order (as one should), or as they stand. */
  signs?: 'sorted' | 'as-found'
  scheme?: typeof ECDSA_SHA256 | typeof PLAIN_ECDSA_SHA256
}

/** Signed data by a signer that follows the recipe, however wrong. */
function signedDataOf({
  signed = REQUIRED,
  unsigned = [],
  signs = 'sorted',
  scheme = ECDSA_SHA256,
}: Recipe): Uint8Array {
  const over = signs === 'sorted' ? der.setOf(...signed) : der.element(TAG.set, ...signed)
  const dsaEncoding = scheme === ECDSA_SHA256 ? 'der' : 'ieee-p1363'
  const info = der.sequence(
    der.integer(1),
    issuerAndSerial(),
    algorithm(SHA256),
    der.element(contextTag(0), ...signed),
    algorithm(scheme),
    der.octetString(sign('sha256', over, { key, dsaEncoding })),
    ...(unsigned.length > 0 ? [der.taggedSetOf(contextTag(1), ...unsigned)] : []),
  )
  const body = [der.integer(1), der.setOf(algorithm(SHA256)), der.sequence(der.oid(OID.data))]
  const data = der.sequence(...body, der.taggedSetOf(contextTag(0), certificate), der.setOf(info))
  return der.sequence(der.oid(OID.signedData), der.explicit(0, data))
}

function parseRecipe(recipe: Recipe): { data: SignedData; info: SignerInfo } {
  const data = parseSignedData(signedDataOf(recipe))
  const [info] = data.ok ? data.value.signers : []
  if (!data.ok || !info) throw new Error('not parsed')
  return { data: data.value, info }
}
async function judge(recipe: Recipe) {
  const { data, info } = parseRecipe(recipe)
  const verdict = await verifySignerInfo(
    { data, signer: info, contentDigest: (oid) => digestOf(oid, content) },
    webEngine,
  )
  return { isIntact: verdict.isIntact, faults: verdict.faults.map((fault) => fault.code), oddities: verdict.oddities }
}

const reference = (hash: Uint8Array, issuer?: Uint8Array) =>
  der.sequence(der.octetString(hash), ...(issuer ? [issuer] : []))
const signingCertificate = (kind: string, ...references: Uint8Array[]) =>
  attributeDer(kind, der.sequence(der.sequence(...references)))
const v2 = (hash = sha('sha256', certificate)) => signingCertificate(OID.signingCertificateV2, reference(hash))

describe('signed attributes', () => {
  it('are right when they say what they must', async () => {
    expect(await judge({ signed: [...REQUIRED, v2()] })).toEqual({ isIntact: true, faults: [], oddities: [] })
  })

  it('are taken in any order that was signed, and their order is told', async () => {
    const reversed = [...[...REQUIRED, v2()].sort((a, b) => Buffer.compare(b, a))]
    const verdict = { isIntact: true, faults: [], oddities: ['signed-attributes-unsorted'] }
    expect(await judge({ signed: reversed, signs: 'as-found' })).toEqual(verdict)
    expect(await judge({ signed: reversed, signs: 'sorted' })).toEqual(verdict)
  })

  it('bind the certificate by either version of the reference', async () => {
    const v1 = signingCertificate(OID.signingCertificate, reference(sha('sha1', certificate)))
    expect(await judge({ signed: [...REQUIRED, v1] })).toMatchObject({ isIntact: true, faults: [] })
    const wrong = v2(sha('sha256', content))
    expect(await judge({ signed: [...REQUIRED, v1, wrong] })).toMatchObject({
      faults: ['certificate-reference-mismatch'],
    })
    expect(await judge({})).toMatchObject({ isIntact: true, oddities: ['certificate-reference-absent'] })
  })

  it('compare issuer and serial where the reference gives them', async () => {
    const fields = derCursor(readDer(issuerAndSerial()))
    const issuer = der.sequence(der.explicit(4, derBytes(fields.next())))
    const own = derBytes(fields.next())
    const referenceTo = (serial: Uint8Array) =>
      signingCertificate(OID.signingCertificateV2, reference(sha('sha256', certificate), der.sequence(issuer, serial)))
    expect(await judge({ signed: [...REQUIRED, referenceTo(own)] })).toMatchObject({ faults: [] })
    expect(await judge({ signed: [...REQUIRED, referenceTo(der.integer(5))] })).toMatchObject({
      faults: ['certificate-reference-mismatch'],
    })
  })

  it.each<[string, Uint8Array[], string[]]>([
    ['no message digest', REQUIRED.slice(0, 1), ['message-digest-missing']],
    [
      'another content type',
      [attributeDer(OID.contentType, der.oid(OID.tstInfo)), ...REQUIRED.slice(1)],
      ['content-type-mismatch'],
    ],
    ['one kind twice', [...REQUIRED, ...REQUIRED.slice(1)], ['attribute-repeated']],
    [
      'two values of one kind',
      [...REQUIRED, attributeDer(OID.signingTime, der.utcTime(new Date(0)), der.utcTime(new Date(1000)))],
      ['attribute-repeated'],
    ],
    [
      'a kind that cannot be read',
      [...REQUIRED, attributeDer(OID.signingTime, der.integer(1))],
      ['attribute-malformed'],
    ],
    [
      'protection of other algorithms',
      [
        ...REQUIRED,
        attributeDer(
          OID.algorithmProtection,
          der.sequence(algorithm(SHA256), der.retag(contextTag(1), algorithm('1.2.840.10045.4.3.4'))),
        ),
      ],
      ['algorithm-protection-mismatch'],
    ],
  ])('with %s are told', async (_, signed, faults) => {
    expect((await judge({ signed })).faults).toEqual(faults)
  })

  it('are read by kind', () => {
    const policy = der.sequence(
      der.oid('1.2.3'),
      der.sequence(algorithm(SHA256), der.octetString(sha('sha256', content))),
      der.sequence(der.sequence(der.oid(OID.signaturePolicyUri), der.ia5String('https://example.vn/policy'))),
    )
    const archival = der.sequence(
      der.explicit(0, der.sequence(der.sequence())),
      der.explicit(1, der.sequence(der.sequence(der.enumerated(0)))),
    )
    const { signed } = parseRecipe({
      signed: [
        ...REQUIRED,
        attributeDer(OID.signingTime, der.utcTime(new Date('2026-01-02T03:04:05Z'))),
        attributeDer(OID.commitmentType, der.sequence(der.oid('1.2.840.113549.1.9.16.6.1'))),
        attributeDer(OID.signaturePolicy, policy),
        attributeDer(OID.adobeRevocation, archival),
        attributeDer(OID.contentTimestamp, der.sequence()),
      ],
    }).info
    expect(signed).toMatchObject({
      contentType: OID.data,
      signingTime: new Date('2026-01-02T03:04:05Z'),
      commitmentTypes: ['1.2.840.113549.1.9.16.6.1'],
      policy: { id: '1.2.3', digestOid: SHA256, uri: 'https://example.vn/policy' },
    })
    expect(signed?.revocation).toEqual({ crls: [der.sequence()], ocsps: [der.sequence(der.enumerated(0))] })
    expect(signed?.contentTimestamps).toEqual([der.sequence()])
    expect(signed?.list.malformed).toEqual([])
  })
})

describe('unsigned attributes', () => {
  it('are read by kind, a bare OCSP answer put back into its envelope', () => {
    const [crl, basic] = [der.sequence(der.integer(1)), der.sequence(der.integer(2))]
    const values = der.sequence(der.explicit(0, der.sequence(crl)), der.explicit(1, der.sequence(basic)))
    const { unsigned } = parseRecipe({
      unsigned: [
        attributeDer(OID.revocationValues, values),
        attributeDer(OID.certificateValues, der.sequence(certificate)),
        attributeDer(OID.archiveTimestampV3, der.sequence(der.integer(3))),
        attributeDer(OID.signatureTimestamp, der.sequence(der.integer(4))),
      ],
    }).info
    const whole = der.sequence(
      der.enumerated(0),
      der.explicit(0, der.sequence(der.oid(OID.ocspBasic), der.octetString(basic))),
    )
    expect(unsigned.revocation).toEqual({ crls: [crl], ocsps: [whole] })
    expect(unsigned.certificates).toEqual([certificate])
    expect(unsigned.archiveTimestamps).toEqual([{ oid: OID.archiveTimestampV3, token: der.sequence(der.integer(3)) }])
    expect(unsigned.signatureTimestamps).toEqual([der.sequence(der.integer(4))])
  })
})

it('verifies plain ECDSA of BSI TR-03111', async () => {
  expect(await judge({ scheme: PLAIN_ECDSA_SHA256 })).toMatchObject({ isIntact: true, faults: [] })
})

describe('arbitrary bytes', () => {
  it('never throw, whichever reader meets them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const parse of [parseSignedData, parseTimestampToken, parseTimestampResponse])
          expect(parse(bytes).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('in the place of right ones never throw, and never leave the signed part intact', async () => {
    const whole = signedDataOf({
      signed: [...REQUIRED, v2()],
      unsigned: [attributeDer(OID.signatureTimestamp, der.sequence())],
    })
    const { info } = parseRecipe({ signed: [...REQUIRED, v2()] })
    const attributes = Buffer.from(whole).indexOf(Buffer.from(info.signedBytes?.sorted.subarray(1) ?? []))
    const end = attributes + (info.signedBytes?.sorted.length ?? 1) - 1
    expect(attributes).toBeGreaterThan(0)
    const change = fc.record({ at: fc.nat(whole.length - 1), by: fc.integer({ min: 1, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, by }) => {
        const bytes = Uint8Array.from(whole, (octet, i) => (i === at ? octet ^ by : octet))
        const data = parseSignedData(bytes)
        const [first] = data.ok ? data.value.signers : []
        if (!data.ok || !first) return
        const check = { data: data.value, signer: first, contentDigest: (oid: string) => digestOf(oid, content) }
        const { isIntact } = await verifySignerInfo(check, webEngine)
        if (at >= attributes && at < end) expect(isIntact).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})
