import { beforeAll, describe, expect, it } from 'vitest'
import * as der from '../der/write'
import { anchorOf, OID, ocspRequest, parseOcspResponse, readDer, validatePath, webEngine } from '../index'
import type { Crl, OcspResponse } from '../index'
import * as pki from '../test-pki'
import type { Authority } from '../test-pki'

const AT = new Date('2025-06-05T00:00:00Z')

type Evidence = { readonly crls?: readonly Crl[]; readonly ocsps?: readonly OcspResponse[] }

let root: Authority
let leaf: Authority
beforeAll(async () => {
  root = await pki.authority('root')
  leaf = await pki.leafOf(root)
})

function ask(who: Authority, { crls = [], ocsps = [] }: Evidence) {
  return validatePath({
    engine: webEngine,
    leaf: who.certificate,
    intermediates: [],
    anchors: [anchorOf(root.certificate, 'government')],
    at: AT,
    revocation: { crls, ocsps, mode: 'required' },
  })
}

const code = async (who: Authority, evidence: Evidence) => (await ask(who, evidence)).code
const serialOf = ({ certificate }: Authority) => ({ serial: certificate.serial })

describe('revocation by OCSP', () => {
  const about = () => ({ about: leaf.certificate, issuer: root })

  it.each([
    ['good', 'valid', {}],
    ['good, responder by name', 'valid', { byName: true }],
    ['revoked', 'revoked', { status: pki.revokedSince('2025-01-01') }],
    ['unknown', 'ocsp-unknown', { status: pki.UNKNOWN }],
    ['stale', 'ocsp-not-current', { at: '2025-05-01', until: '2025-06-01' }],
    ['signed after the time asked about', 'valid', { producedAt: '2025-07-01' }],
    ['of tomorrow', 'ocsp-not-current', { at: '2025-06-06', until: '2025-06-09' }],
    ['open-ended and fresh', 'valid', { at: '2025-06-04T12:00:00Z', until: null }],
    ['open-ended and old', 'ocsp-not-current', { at: '2025-06-01', until: null }],
  ])('an answer that is %s: %s', async (_, expected, reply) => {
    expect(await code(leaf, { ocsps: [await pki.reply({ ...about(), ...reply })] })).toBe(expected)
  })

  it('takes a delegate of the issuer with the purpose, and nobody else', async () => {
    const usual = [pki.keyUsage(0), pki.purposes(OID.ocspSigning), pki.extension(OID.ocspNoCheck, der.nullValue())]
    const delegate = await pki.leafOf(root, { subject: pki.commonName('responder'), extensions: usual })
    const unfit = await pki.leafOf(root, { subject: pki.commonName('responder'), extensions: usual.slice(0, 1) })
    const other = await pki.authority('other')
    const foreign = await pki.leafOf(other, { subject: pki.commonName('responder'), extensions: usual })
    const expired = await pki.leafOf(root, {
      subject: pki.commonName('responder'),
      extensions: usual,
      to: '2025-01-01',
    })
    const judge = async (responder: Authority, producedAt = '2025-06-01') =>
      code(leaf, { ocsps: [await pki.reply({ ...about(), responder, producedAt })] })
    expect(await judge(delegate)).toBe('valid')
    expect(await judge(delegate, '2050-01-01')).toBe('valid')
    expect(await judge(expired, '2024-01-01'), 'it spoke in time').toBe('valid')
    expect(await judge(expired, '2050-01-01')).toBe('ocsp-responder')
    expect([await judge(unfit), await judge(foreign), await judge(expired), await judge(leaf)]).toEqual(
      Array.from({ length: 4 }, () => 'ocsp-responder'),
    )
  })

  it('looks a delegate without nocheck up in the lists', async () => {
    const usual = [pki.keyUsage(0), pki.purposes(OID.ocspSigning)]
    const delegate = await pki.leafOf(root, { subject: pki.commonName('responder'), extensions: usual })
    const ocsps = [await pki.reply({ ...about(), responder: delegate })]
    const listed = await pki.list(root, [serialOf(delegate)], { extensions: [] })
    expect(await code(leaf, { ocsps })).toBe('valid')
    const verdict = await ask(leaf, { ocsps, crls: [listed] })
    expect(verdict.revocation.map(({ source }) => source)).toEqual(['crl'])
  })

  it('does not mistake another certificate for this one', async () => {
    const sibling = await pki.leafOf(root)
    const reply = await pki.reply({ ...about(), about: sibling.certificate })
    expect(await code(leaf, { ocsps: [reply] })).toBe('no-revocation-information')
  })

  it('lets a revoked answer win over a good one', async () => {
    const ocsps = [await pki.reply(about())]
    expect(await code(leaf, { ocsps, crls: [await pki.list(root, [serialOf(leaf)])] })).toBe('revoked')
  })
})

it('reads the nonce back, writes a request, and names a failure', async () => {
  const nonce = Uint8Array.of(1, 2, 3, 4)
  expect((await pki.reply({ about: leaf.certificate, issuer: root, nonce })).nonce).toBe('040401020304')
  const request = await ocspRequest(webEngine, { leaf: leaf.certificate, issuer: root.certificate, nonce })
  expect(readDer(request).end).toBe(request.length)
  expect(parseOcspResponse(der.sequence(der.enumerated(3)))).toMatchObject({
    ok: false,
    error: { code: 'ocsp-failure' },
  })
})
