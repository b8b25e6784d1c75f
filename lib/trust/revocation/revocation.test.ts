import { beforeAll, describe, expect, it } from 'vitest'
import * as der from '../der/write'
import { anchorOf, isRevokedAt, OID, validatePath, webEngine } from '../index'
import type { Crl, OcspResponse, RevocationInput } from '../index'
import * as pki from '../test-pki'
import type { Authority } from '../test-pki'

const AT = new Date('2025-06-05T00:00:00Z')

type Evidence = {
  readonly crls?: readonly Crl[]
  readonly ocsps?: readonly OcspResponse[]
  readonly others?: readonly Authority[]
  readonly window?: Partial<RevocationInput>
}

let root: Authority
let leaf: Authority
beforeAll(async () => {
  root = await pki.authority('root')
  leaf = await pki.leafOf(root)
})

function ask(who: Authority, { crls = [], ocsps = [], others = [], window = {} }: Evidence) {
  return validatePath({
    engine: webEngine,
    leaf: who.certificate,
    intermediates: others.map(({ certificate }) => certificate),
    anchors: [anchorOf(root.certificate, 'government')],
    at: AT,
    revocation: { crls, ocsps, mode: 'required', ...window },
  })
}

const code = async (who: Authority, evidence: Evidence) => (await ask(who, evidence)).code
const serialOf = ({ certificate }: Authority) => ({ serial: certificate.serial })
const point = (...parts: Uint8Array[]) => pki.extension(OID.crlDistributionPoints, der.sequence(der.sequence(...parts)))
const at = (...names: Uint8Array[]) => der.explicit(0, der.explicit(0, ...names))
const issuingPoint = (...parts: Uint8Array[]) =>
  pki.extension(OID.issuingDistributionPoint, der.sequence(...parts), true)
const flag = (number: number) => der.implicit(number, Uint8Array.of(0xff))

describe('revocation by lists', () => {
  it('is unknown without evidence, good when a current list does not name the certificate', async () => {
    expect(await code(leaf, {})).toBe('no-revocation-information')
    const verdict = await ask(leaf, { crls: [await pki.list(root, [{ serial: '0badcafe' }])] })
    expect(verdict).toMatchObject({
      valid: true,
      anchor: { set: 'government' },
      revocation: [{ status: 'good', source: 'crl' }],
    })
  })

  it('names date and reason of a revocation', async () => {
    const crl = await pki.list(root, [{ serial: '0badcafe' }, { ...serialOf(leaf), extensions: [pki.reason(1)] }])
    const verdict = await ask(leaf, { crls: [crl], window: { mode: 'collect' } })
    const revokedAt = new Date('2024-01-01')
    expect(verdict).toMatchObject({
      valid: true,
      revocation: [{ status: 'revoked', revokedAt, reason: 'keyCompromise' }],
    })
    expect(await code(leaf, { crls: [crl] })).toBe('revoked')
  })

  it.each([
    ['stale', 'crl-not-current', { from: '2025-01-01', to: '2025-06-01' }],
    ['of tomorrow', 'crl-not-current', { from: '2025-06-06', to: '2025-07-01' }],
    [
      'with an unknown critical extension',
      'crl-unknown-critical',
      { extensions: [pki.extension('1.2.3', der.nullValue(), true)] },
    ],
    ['with an unknown extension', 'valid', { extensions: [pki.extension('1.2.3', der.nullValue())] }],
    ['for CA certificates only', 'no-revocation-information', { extensions: [issuingPoint(flag(2))] }],
    ['for user certificates only', 'valid', { extensions: [issuingPoint(flag(1))] }],
    ['for attribute certificates only', 'no-revocation-information', { extensions: [issuingPoint(flag(5))] }],
    [
      'of another distribution point',
      'no-revocation-information',
      { extensions: [issuingPoint(at(pki.uri('http://x/2.crl')))] },
    ],
    [
      'for some reasons only',
      'reasons-not-covered',
      { extensions: [issuingPoint(der.implicit(3, Uint8Array.of(6, 0x40)))] },
    ],
  ])('a list %s: %s', async (_, expected, issue) => {
    expect(await code(leaf, { crls: [await pki.list(root, [], issue)] })).toBe(expected)
  })

  it('refuses a list signed by somebody else, even when they name themselves alike', async () => {
    const stranger = await pki.authority('root')
    expect(await code(leaf, { crls: [await pki.list(root, [], { signer: stranger.keys })] })).toBe('crl-signer')
    expect(await code(leaf, { crls: [await pki.list(stranger, [])], others: [stranger] })).toBe('crl-signer')
  })

  it('refuses a list of an issuer that may not sign lists', async () => {
    const mute = await pki.authority('mute', {
      issuer: root,
      extensions: [pki.basicConstraints(true), pki.keyUsage(5)],
    })
    const below = await pki.leafOf(mute)
    expect(await code(below, { crls: [await pki.list(root, []), await pki.list(mute, [])], others: [mute] })).toBe(
      'crl-signer',
    )
  })

  it('refuses an unknown critical extension of any entry, and a certificate listed twice', async () => {
    const odd = { serial: '0bad', extensions: [pki.extension('1.2.3', der.nullValue(), true)] }
    expect(await code(leaf, { crls: [await pki.list(root, [odd])] })).toBe('crl-unknown-critical')
    expect(await code(leaf, { crls: [await pki.list(root, [serialOf(leaf), serialOf(leaf)])] })).toBe('crl-entry')
  })

  it('holds lists for TLS servers to their profile', async () => {
    const judge = async (crl: Crl) =>
      validatePath({
        engine: webEngine,
        leaf: leaf.certificate,
        intermediates: [],
        anchors: [anchorOf(root.certificate, 'public')],
        at: AT,
        purpose: 'tls-server',
        revocation: { crls: [crl], ocsps: [], mode: 'required' },
      })
    expect((await judge(await pki.list(root, [{ serial: '0bad' }, { serial: '0cab' }]))).code).toBe('valid')
    expect((await judge(await pki.list(root, [{ serial: '0bad' }, { serial: '0bad' }]))).code).toBe('crl-entry')
  })

  it('matches distribution points by name', async () => {
    const own = await pki.leafOf(root, { more: [point(at(pki.uri('http://x/2.crl')))] })
    const crl = await pki.list(root, [serialOf(own)], { extensions: [issuingPoint(at(pki.uri('http://x/2.crl')))] })
    expect(await code(own, { crls: [crl] })).toBe('revoked')
  })
})

describe('lists that need others', () => {
  it('follows an appointed issuer of indirect lists', async () => {
    const clerk = await pki.authority('clerk', { issuer: root, extensions: [pki.keyUsage(6)] })
    const appointed = der.explicit(2, pki.directory(clerk.certificate.subject.der))
    const own = await pki.leafOf(root, { more: [point(appointed)] })
    const theirs = pki.extension(OID.certificateIssuer, der.sequence(pki.directory(root.certificate.subject.der)), true)
    const indirect = { extensions: [issuingPoint(flag(4))] }
    const clean = await pki.list(clerk, [serialOf(own)], indirect)
    const listed = await pki.list(clerk, [{ serial: '0bad', extensions: [theirs] }, serialOf(own)], indirect)
    const ofRoot = await pki.list(root, [])
    expect(await code(own, { crls: [clean, ofRoot], others: [clerk] })).toBe('valid')
    expect(await code(own, { crls: [listed, ofRoot], others: [clerk] })).toBe('revoked')
    const dismissed = await pki.list(root, [serialOf(clerk)])
    expect(await code(own, { crls: [listed, dismissed], others: [clerk] }), 'a dismissed clerk is not heard').toBe(
      'valid',
    )
  })

  it('lets a delta have the last word within its range', async () => {
    const base = await pki.list(root, [{ ...serialOf(leaf), extensions: [pki.reason(6)] }], { number: 5 })
    const indicator = (number: number) => pki.extension(OID.deltaCrlIndicator, der.integer(number), true)
    const liftHold = (number: number) =>
      pki.list(root, [{ ...serialOf(leaf), extensions: [pki.reason(8)] }], {
        number: 7,
        extensions: [indicator(number)],
      })
    expect(await code(leaf, { crls: [base] })).toBe('revoked')
    expect(await code(leaf, { crls: [base, await liftHold(5)] })).toBe('valid')
    expect(await code(leaf, { crls: [base, await liftHold(6)] })).toBe('revoked')
    expect(await code(leaf, { crls: [await liftHold(5)] })).toBe('no-revocation-information')
  })

  it('asks about every certificate of the path', async () => {
    const middle = await pki.authority('middle', { issuer: root })
    const below = await pki.leafOf(middle)
    const clean = await pki.list(middle, [])
    expect(await code(below, { crls: [clean, await pki.list(root, [])], others: [middle] })).toBe('valid')
    expect(await code(below, { crls: [clean], others: [middle] })).toBe('no-revocation-information')
    expect(await code(below, { crls: [clean, await pki.list(root, [serialOf(middle)])], others: [middle] })).toBe(
      'revoked',
    )
  })
})

describe('revocation and time', () => {
  const window = { from: new Date('2023-06-01'), to: new Date('2025-06-05') }

  it('leaves a signature of before the revocation alone', async () => {
    const crl = await pki.list(root, [{ ...serialOf(leaf), at: '2024-01-01' }])
    const verdict = await ask(leaf, { crls: [crl], window })
    expect(verdict.valid).toBe(true)
    expect(verdict.revocation.map((status) => isRevokedAt(status, new Date('2024-01-02')))).toEqual([true])
  })

  it('counts from an earlier invalidity date', async () => {
    const invalid = pki.extension(OID.invalidityDate, der.generalizedTime(new Date('2023-01-01')))
    const crl = await pki.list(root, [{ ...serialOf(leaf), at: '2024-01-01', extensions: [invalid] }])
    expect(await code(leaf, { crls: [crl], window })).toBe('revoked')
  })

  it('does not take the silence of a later list for a certificate that has expired', async () => {
    const brief = await pki.leafOf(root, { to: '2024-01-01' })
    const judge = async (evidence: Evidence) =>
      validatePath({
        engine: webEngine,
        leaf: brief.certificate,
        intermediates: [],
        anchors: [anchorOf(root.certificate, 'government')],
        at: window.from,
        revocation: { crls: evidence.crls ?? [], ocsps: evidence.ocsps ?? [], mode: 'required', ...window },
      })
    const extension = pki.extension(OID.expiredCertsOnCrl, der.generalizedTime(new Date('2020-01-01')))
    expect((await judge({ crls: [await pki.list(root, [])] })).code).toBe('crl-after-expiry')
    expect((await judge({ crls: [await pki.list(root, [], { extensions: [extension] })] })).code).toBe('valid')
    const ocsps = [await pki.reply({ about: brief.certificate, issuer: root })]
    expect((await judge({ ocsps })).code).toBe('ocsp-after-expiry')
  })

  it('believes a list that already announces a later date', async () => {
    const crl = await pki.list(root, [{ ...serialOf(leaf), at: '2025-12-01' }])
    expect(await code(leaf, { crls: [crl] })).toBe('revoked')
  })
})
