import { execFileSync, spawnSync } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { contextTag, der, derBytes, derCursor, readDer, TAG, webEngine } from '@/lib/trust'
import { assembleSignedData, buildSignedAttributes } from './build'
import { digestOf } from './digest'
import { OID } from './oids'
import { parseSignedData } from './signed-data'
import { parseTimestampResponse, timestampRequest } from './timestamp-request'
import { parseTimestampToken } from './timestamp-token'
import type { TimestampToken } from './timestamp-token'
import { verifyTimestampToken } from './verify-timestamp'
import type { TimestampCheck } from './verify-timestamp'

// Other programs are started here, and a busy machine starts them late.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const SHA256 = '2.16.840.1.101.3.4.2.1'
const subject = new TextEncoder().encode('chữ ký')
const nonce = Uint8Array.from([0x00, 0xff, 2, 3, 4, 5, 6, 7])
let folder = ''
const at = (name: string) => join(folder, name)
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })

const CONFIG = `[tsa]
default_tsa = t
[t]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4
other_policies = 1.2.3.5
digests = sha256, sha384, sha512
accuracy = secs:1, millisecs:500, microsecs:100
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`

function certificate(name: string, ...extensions: string[]): void {
  const added = extensions.flatMap((extension) => ['-addext', extension])
  openssl(
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
    '-subj',
    `/CN=${name}`,
    ...added,
  )
  openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`)
}

function tokenOf(bytes: Uint8Array): TimestampToken {
  const token = parseTimestampToken(bytes)
  if (!token.ok) throw new Error(token.error.message)
  return token.value
}

/** Answers a request of ours as a real authority would. */
function reply(policy?: string): Uint8Array {
  const digest = digestOf(SHA256, subject)
  if (!digest) throw new Error('no digest')
  const query = timestampRequest({ digest, algorithm: 'SHA-256', nonce, ...(policy !== undefined && { policy }) })
  writeFileSync(at('query'), query)
  writeFileSync(at('serial'), '01')
  try {
    openssl(
      'ts',
      '-reply',
      '-config',
      'tsa.cnf',
      '-queryfile',
      'query',
      '-signer',
      'tsa.pem',
      '-inkey',
      'tsa.key',
      '-out',
      'reply',
    )
  } catch {
    // openssl exits with 1 on a rejection, which it writes all the same.
  }
  return new Uint8Array(readFileSync(at('reply')))
}

const imprint = (oid: string) => digestOf(oid, subject)
const faultsOf = async (check: Omit<TimestampCheck, 'imprint'> & Partial<TimestampCheck>) => {
  const verdict = await verifyTimestampToken({ imprint, ...check }, webEngine)
  return { ...verdict, codes: verdict.faults.map((fault) => fault.code) }
}

describe.skipIf(!hasOpenssl)('timestamps of openssl (skipped where it is absent)', () => {
  let token: TimestampToken
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tsp-'))
    writeFileSync(at('tsa.cnf'), CONFIG)
    certificate('tsa', 'extendedKeyUsage=critical,timeStamping')
    const response = parseTimestampResponse(reply())
    if (!response.ok) throw new Error(response.error.message)
    token = tokenOf(response.value)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('are asked for in the words of RFC 3161', () => {
    const text = openssl('ts', '-query', '-in', 'query', '-text').toString()
    expect(text).toContain('Hash Algorithm: sha256')
    expect(text).toContain('Nonce: 0xFF020304050607')
    expect(text).toContain('Certificate required: yes')
  })

  it('are read whole and found right', async () => {
    expect(token.info).toMatchObject({ policy: '1.2.3.4', digestOid: SHA256, accuracyMs: 1501, isOrdered: true })
    expect(token.info.authority).toMatchObject({ kind: 'directory', name: { text: 'CN=tsa' } })
    const verdict = await faultsOf({ token, nonce, policy: '1.2.3.4' })
    expect(verdict).toMatchObject({ isIntact: true, codes: [] })
    expect(verdict.certificate?.subject.text).toBe('CN=tsa')
  })

  it('are of something else, of another request, under another policy', async () => {
    const other = await faultsOf({ token, imprint: (oid) => digestOf(oid, new Uint8Array(1)) })
    expect(other).toMatchObject({ isIntact: false, codes: ['imprint-mismatch'] })
    expect((await faultsOf({ token, imprint: () => undefined })).codes).toEqual(['imprint-unknown'])
    expect((await faultsOf({ token, nonce: Uint8Array.of(1) })).codes).toEqual(['nonce-mismatch'])
    expect((await faultsOf({ token, policy: '1.2.3.5' })).codes).toEqual(['policy-mismatch'])
  })

  it('do not survive a change of their time', async () => {
    const { content } = token.data
    if (!content) throw new Error('no content')
    const changed = Uint8Array.from(content, (octet, i) => (i === content.length - 60 ? octet ^ 1 : octet))
    const verdict = await faultsOf({ token: { ...token, data: { ...token.data, content: changed } } })
    expect(verdict.isIntact).toBe(false)
    expect(verdict.codes).toContain('content-digest-mismatch')
  })

  it('are refused by the authority in its own words', () => {
    const response = parseTimestampResponse(reply('1.9.9'))
    expect(response).toMatchObject({ ok: false, error: { code: 'tsp-rejected' } })
    expect(!response.ok && response.error.message).toContain('unacceptedPolicy')
  })

  it('are no timestamps when the content is of another kind', () => {
    const own = new Uint8Array(readFileSync(at('tsa.der')))
    const algorithm = { scheme: 'rsa-pkcs1', digest: 'SHA-256' } as const
    const signedAttributes = buildSignedAttributes({ contentDigest: new Uint8Array(32), certificate: own, algorithm })
    const bytes = assembleSignedData({
      signedAttributes,
      signature: new Uint8Array(256),
      certificate: own,
      chain: [],
      algorithm,
    })
    expect(parseTimestampToken(bytes)).toMatchObject({ ok: false, error: { code: 'tst-not-a-timestamp' } })
  })

  it('travel with a signature as its unsigned attribute', () => {
    const own = new Uint8Array(readFileSync(at('tsa.der')))
    const algorithm = { scheme: 'rsa-pkcs1', digest: 'SHA-256' } as const
    const response = parseTimestampResponse(reply())
    if (!response.ok) throw new Error('no reply')
    const signedAttributes = buildSignedAttributes({ contentDigest: new Uint8Array(32), certificate: own, algorithm })
    const parts = { signedAttributes, signature: new Uint8Array(256), certificate: own, chain: [], algorithm }
    const data = parseSignedData(assembleSignedData({ ...parts, signatureTimestamp: response.value }))
    expect(data.ok && data.value.signers[0]?.unsigned.signatureTimestamps).toEqual([response.value])
  })

  /** A token no honest tool would sign: the certificate is not for time stamping alone. */
  function dishonest(name: string, referred: boolean): TimestampToken {
    const own = new Uint8Array(readFileSync(at(`${name}.der`)))
    const info = token.data.content ?? new Uint8Array(0)
    const attribute = (kind: string, value: Uint8Array) => der.sequence(der.oid(kind), der.setOf(value))
    const reference = der.sequence(der.sequence(der.sequence(der.octetString(digestOf(SHA256, own) ?? own))))
    const signed = der.setOf(
      attribute(OID.contentType, der.oid(OID.tstInfo)),
      attribute(OID.messageDigest, der.octetString(digestOf(SHA256, info) ?? info)),
      ...(referred ? [attribute(OID.signingCertificateV2, reference)] : []),
    )
    const fields = derCursor(derCursor(readDer(own)).next(TAG.sequence))
    fields.next(contextTag(0))
    const serial = derBytes(fields.next(TAG.integer))
    fields.next()
    const issuer = derBytes(fields.next())
    const sha256 = der.sequence(der.oid(SHA256))
    const signer = der.sequence(
      der.integer(1),
      der.sequence(issuer, serial),
      sha256,
      der.retag(contextTag(0), signed),
      der.sequence(der.oid('1.2.840.113549.1.1.11'), der.nullValue()),
      der.octetString(sign('sha256', signed, createPrivateKey(readFileSync(at(`${name}.key`))))),
    )
    const content = der.sequence(der.oid(OID.tstInfo), der.explicit(0, der.octetString(info)))
    const data = der.sequence(
      der.integer(3),
      der.setOf(sha256),
      content,
      der.taggedSetOf(contextTag(0), own),
      der.setOf(signer),
    )
    return tokenOf(der.sequence(der.oid(OID.signedData), der.explicit(0, data)))
  }

  it.each([
    ['any', [], true, ['purpose-missing']],
    ['lax', ['extendedKeyUsage=timeStamping'], true, ['purpose-not-critical']],
    ['wide', ['extendedKeyUsage=critical,timeStamping,codeSigning'], true, ['purpose-not-alone']],
    ['unbound', ['extendedKeyUsage=critical,timeStamping'], false, ['certificate-reference-missing']],
  ])('by a certificate that is %s are told', async (...[name, extensions, referred, codes]) => {
    certificate(name, ...extensions)
    expect(await faultsOf({ token: dishonest(name, referred) })).toMatchObject({ isIntact: true, codes })
  })
})
