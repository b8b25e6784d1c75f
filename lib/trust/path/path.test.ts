import { beforeAll, describe, expect, it } from 'vitest'
import * as der from '../der/write'
import { anchorOf, DATED_ALGORITHMS, OID, parseCertificate, subjectIds, validatePath, webEngine } from '../index'
import type { PathInput } from '../index'
import * as pki from '../test-pki'
import type { Authority } from '../test-pki'

const AT = new Date('2025-06-05T00:00:00Z')

let root: Authority
beforeAll(async () => {
  root = await pki.authority('root')
})

function judge(leaf: Authority, between: readonly Authority[], more: Partial<PathInput> = {}) {
  return validatePath({
    engine: webEngine,
    leaf: leaf.certificate,
    intermediates: between.map(({ certificate }) => certificate),
    anchors: [anchorOf(root.certificate, 'government')],
    at: AT,
    ...more,
  })
}

const code = async (leaf: Authority, between: readonly Authority[], more: Partial<PathInput> = {}) =>
  (await judge(leaf, between, more)).code

describe('finding a path', () => {
  it('goes through intermediates in any order and names the root reached', async () => {
    const upper = await pki.authority('upper', { issuer: root })
    const lower = await pki.authority('lower', { issuer: upper })
    const leaf = await pki.leafOf(lower)
    const verdict = await judge(leaf, [lower, upper])
    expect(verdict).toMatchObject({ valid: true, anchor: { name: 'CN=root', set: 'government' } })
    expect(verdict.path.map(({ subject }) => subject.text)).toEqual(['CN=example.com', 'CN=lower', 'CN=upper'])
    expect(await code(leaf, [lower])).toBe('issuer-missing')
  })

  it('tells an issuer that is not there from a root that nobody trusts', async () => {
    const upper = await pki.authority('upper', { issuer: root })
    const lower = await pki.authority('lower', { issuer: upper })
    const leaf = await pki.leafOf(lower)
    const alone = await judge(leaf, [])
    expect(alone).toMatchObject({ code: 'issuer-missing', about: 'lower' })
    expect(alone.missing.map(({ subject }) => subject.text)).toEqual(['CN=example.com'])
    expect((await judge(leaf, [lower])).missing).toEqual([lower.certificate])
    const stranger = await pki.authority('stranger')
    const foreign = await pki.authority('foreign', { issuer: stranger })
    const theirs = await pki.leafOf(foreign)
    const unknown = { code: 'unknown-root', about: 'stranger', missing: [] }
    expect(await judge(theirs, [foreign, stranger])).toMatchObject(unknown)
    expect(await judge(stranger, [])).toMatchObject(unknown)
  })

  it('does not take a namesake with another key for the issuer', async () => {
    const real = await pki.authority('twin', { issuer: root })
    const namesake = await pki.authority('twin', { issuer: root })
    const leaf = await pki.leafOf(real)
    expect(await judge(leaf, [namesake])).toMatchObject({ code: 'issuer-missing', about: 'twin' })
    expect(await code(leaf, [namesake, real])).toBe('valid')
  })

  it('is not led in circles by authorities that certify each other', async () => {
    const [a, b] = [await pki.newKeys(), await pki.newKeys()]
    const draftA = await pki.authority('a', { keys: a })
    const draftB = await pki.authority('b', { keys: b })
    const aByB = await pki.authority('a', { keys: a, issuer: draftB })
    const bByA = await pki.authority('b', { keys: b, issuer: draftA })
    const leaf = await pki.leafOf(aByB)
    expect(await code(leaf, [aByB, bByA])).toBe('no-path')
    const aByRoot = await pki.authority('a', { keys: a, issuer: root })
    expect(await code(leaf, [aByB, bByA, aByRoot])).toBe('valid')
  })

  it('finds a plain way through authorities that all certify each other', async () => {
    const keys = await Promise.all(Array.from({ length: 7 }, () => pki.newKeys()))
    const own = await Promise.all(keys.map((pair, index) => pki.authority(`mesh ${String(index)}`, { keys: pair })))
    const cross = own.flatMap((subject) =>
      own
        .filter((issuer) => issuer !== subject)
        .map((issuer) => pki.authority('', { keys: subject.keys, subject: subject.certificate.subject.der, issuer })),
    )
    const last = own.at(-1) ?? root
    const entry = await pki.authority('', { keys: last.keys, subject: last.certificate.subject.der, issuer: root })
    const leaf = await pki.leafOf(own[0] ?? root)
    const mesh = await Promise.all(cross)
    const verdict = await judge(leaf, [...mesh, entry])
    expect(verdict.path.map(({ subject }) => subject.text)).toEqual(['CN=example.com', 'CN=mesh 0', 'CN=mesh 6'])
    expect(await code(leaf, mesh)).toMatch(/^(no-path|too-much-work)$/)
  })

  it('takes the other way when one is blocked', async () => {
    const keys = await pki.newKeys()
    const expired = await pki.authority('middle', { keys, issuer: root, to: '2021-01-01' })
    const fresh = await pki.authority('middle', { keys, issuer: root })
    expect(await code(await pki.leafOf(expired), [expired])).toBe('expired')
    expect(await code(await pki.leafOf(expired), [expired, fresh])).toBe('valid')
  })

  it('gives up by name when look-alikes multiply the work', async () => {
    const crowd = await Promise.all(Array.from({ length: 40 }, () => pki.authority('middle', { issuer: root })))
    const first = crowd[0] ?? root
    const leaf = await pki.leafOf(first)
    expect(await code(leaf, crowd, { limits: { signatures: 10 } })).toBe('valid')
    const stranger = await pki.authority('middle')
    expect(await code(await pki.leafOf(stranger), crowd, { limits: { signatures: 10 } })).toBe('too-much-work')
    expect(await code(leaf, crowd, { limits: { pathLength: 1 } })).toBe('path-too-long')
  })
})

describe('what a path must fulfil', () => {
  it('refuses a changed signature and another name', async () => {
    const stranger = await pki.authority('root')
    expect(await code(await pki.leafOf(stranger), [])).toBe('issuer-missing')
    const { keys, certificate } = await pki.leafOf(root)
    const changed = parseCertificate(certificate.der.map((octet, i, all) => (i === all.length - 1 ? octet ^ 1 : octet)))
    if (!changed.ok) throw new Error(changed.error.message)
    expect(await judge({ keys, certificate: changed.value }, [])).toMatchObject({
      code: 'bad-signature',
      about: 'root',
    })
    expect(await code(await pki.leafOf(root, { issuerName: pki.commonName('other') }), [])).toBe('issuer-missing')
    expect(await code(await pki.leafOf(root, { issuerName: pki.commonName(' ROOT ') }), [])).toBe('valid')
  })

  it('wants issuers to be CAs that may sign, within their path length', async () => {
    const plain = await pki.leafOf(root, { subject: pki.commonName('plain') })
    expect(await code(await pki.leafOf(plain), [plain])).toBe('not-a-ca')
    const mute = await pki.authority('mute', {
      issuer: root,
      extensions: [pki.basicConstraints(true), pki.keyUsage(6)],
    })
    expect(await code(await pki.leafOf(mute), [mute])).toBe('wrong-key-usage')
    const short = await pki.authority('short', { issuer: root, extensions: [pki.basicConstraints(true, 0)] })
    const below = await pki.authority('below', { issuer: short })
    expect(await code(await pki.leafOf(short), [short])).toBe('valid')
    expect(await code(await pki.leafOf(below), [short, below])).toBe('path-too-long')
    const renewed = await pki.authority('short', { issuer: short, subject: pki.commonName('short') })
    expect(await code(await pki.leafOf(renewed), [short, renewed]), 'self-issued ones do not count').toBe('valid')
  })

  it.each([
    ['a mailbox', pki.mail('an@so.gov.vn'), pki.mail('an@so.gov.vn'), 'valid'],
    ['a mail host', pki.mail('so.gov.vn'), pki.mail('an@so.gov.vn'), 'valid'],
    ['hosts below only', pki.mail('.so.gov.vn'), pki.mail('an@so.gov.vn'), 'name-not-permitted'],
    ['a malformed mailbox', pki.mail('so.gov.vn'), pki.mail('an@x@so.gov.vn'), 'malformed-name'],
    ['a URI host', pki.uri('.gov.vn'), pki.uri('https://so.gov.vn/x'), 'valid'],
    ['a URI of another host', pki.uri('.gov.vn'), pki.uri('https://so.gov.vn@evil.example/x'), 'name-not-permitted'],
    ['a URI without host', pki.uri('.gov.vn'), pki.uri('urn:x'), 'malformed-name'],
    ['an address range', pki.ip(10, 0, 0, 0, 255, 0, 0, 0), pki.ip(10, 1, 2, 3), 'valid'],
    ['another range', pki.ip(10, 0, 0, 0, 255, 0, 0, 0), pki.ip(11, 1, 2, 3), 'name-not-permitted'],
    ['a mask with holes', pki.ip(10, 0, 0, 0, 255, 0, 255, 0), pki.ip(10, 1, 2, 3), 'name-constraints'],
    ['a directory name', pki.directory(pki.commonName('x')), pki.directory(pki.commonName('X ')), 'valid'],
    [
      'a kind not understood',
      der.implicit(8, Uint8Array.of(0x2a)),
      der.implicit(8, Uint8Array.of(0x2a)),
      'name-constraints',
    ],
  ])('holds names to their constraints: %s', async (_, base, name, expected) => {
    const middle = await pki.authority('middle', { issuer: root, more: [pki.nameConstraints([base], [])] })
    const leaf = await pki.leafOf(middle, { subject: pki.commonName('x'), more: [pki.alternativeNames(name)] })
    expect(await code(leaf, [middle])).toBe(expected)
  })

  it('bounds the comparison of names', async () => {
    const many = Array.from({ length: 100 }, (_, index) => pki.dns(`h${String(index)}.example.com`))
    const middle = await pki.authority('middle', { issuer: root, more: [pki.nameConstraints(many, [])] })
    const leaf = await pki.leafOf(middle, { more: [pki.alternativeNames(...many)] })
    expect(await code(leaf, [middle])).toBe('valid')
    expect(await code(leaf, [middle], { limits: { nameComparisons: 5_000 } })).toBe('too-much-work')
  })
})

describe('policies', () => {
  const policies = (...oids: string[]) =>
    pki.extension(OID.certificatePolicies, der.sequence(...oids.map((oid) => der.sequence(der.oid(oid)))))
  const mapping = (from: string, to: string) =>
    pki.extension(OID.policyMappings, der.sequence(der.sequence(der.oid(from), der.oid(to))), true)
  const [A, B] = ['1.2.3.1', '1.2.3.2']

  it('requires one of the wanted policies all the way when told to', async () => {
    const middle = await pki.authority('middle', { issuer: root, more: [policies(A)] })
    const leaf = await pki.leafOf(middle, { more: [policies(A, B)] })
    const verdict = await judge(leaf, [middle], { policies: { initialSet: [A], explicit: true } })
    expect(verdict).toMatchObject({ valid: true, policies: [A] })
    expect(await code(leaf, [middle], { policies: { initialSet: [B], explicit: true } })).toBe('no-valid-policy')
    expect(await code(await pki.leafOf(middle), [middle], { policies: { explicit: true } })).toBe('no-valid-policy')
  })

  it('follows mappings unless they are inhibited, and anyPolicy likewise', async () => {
    const middle = await pki.authority('middle', { issuer: root, more: [policies(A), mapping(A, B)] })
    const leaf = await pki.leafOf(middle, { more: [policies(B)] })
    expect(await code(leaf, [middle], { policies: { initialSet: [A], explicit: true } })).toBe('valid')
    expect(await code(leaf, [middle], { policies: { explicit: true, inhibitMapping: true } })).toBe('no-valid-policy')
    const open = await pki.authority('open', { issuer: root, more: [policies(OID.anyPolicy)] })
    const below = await pki.leafOf(open, { more: [policies(A)] })
    expect(await code(below, [open], { policies: { initialSet: [A], explicit: true } })).toBe('valid')
    expect(await code(below, [open], { policies: { explicit: true, inhibitAny: true } })).toBe('no-valid-policy')
  })

  it('does not let mappings of every policy to every other grow the work', async () => {
    const oids = Array.from({ length: 40 }, (_, index) => `1.2.4.${String(index)}`)
    const pairs = oids.flatMap((from) => oids.slice(0, 6).map((to) => der.sequence(der.oid(from), der.oid(to))))
    const maps = pki.extension(OID.policyMappings, der.sequence(...pairs), true)
    const chain: Authority[] = []
    for (let depth = 0; depth < 10; depth++) {
      chain.push(
        await pki.authority(`level ${String(depth)}`, {
          issuer: chain.at(-1) ?? root,
          more: [policies(...oids), maps],
        }),
      )
    }
    const leaf = await pki.leafOf(chain.at(-1) ?? root, { more: [policies(...oids)] })
    const started = performance.now()
    expect(await code(leaf, chain, { policies: { explicit: true } })).toBe('valid')
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('purposes', () => {
  const stamping = pki.extension(OID.extendedKeyUsage, der.sequence(der.oid(OID.timeStamping)), true)

  it.each([
    ['signing', [pki.keyUsage(0)], 'valid'],
    ['signing', [pki.keyUsage(1), pki.purposes(OID.emailProtection)], 'valid'],
    ['signing', [pki.keyUsage(2)], 'wrong-key-usage'],
    ['signing', [pki.keyUsage(0), pki.purposes(OID.serverAuth)], 'wrong-purpose'],
    ['timestamping', [pki.keyUsage(0), stamping], 'valid'],
    ['timestamping', [pki.keyUsage(0), pki.purposes(OID.timeStamping)], 'wrong-purpose'],
    ['timestamping', [pki.keyUsage(0)], 'wrong-purpose'],
    ['ocsp', [pki.keyUsage(0), pki.purposes(OID.ocspSigning)], 'valid'],
    ['ocsp', [pki.keyUsage(0), pki.purposes(OID.anyExtendedKeyUsage)], 'wrong-purpose'],
  ] as const)('%s %#: %s', async (purpose, extensions, expected) => {
    expect(await code(await pki.leafOf(root, { extensions }), [], { purpose })).toBe(expected)
  })
})

describe('algorithm dates', () => {
  it('are data: a caller may end an algorithm at a date of its own', async () => {
    const leaf = await pki.leafOf(root)
    const ended = { algorithms: [{ key: 'ec', below: 384, until: new Date('2025-06-01') }] as const }
    expect(await code(leaf, [], ended)).toBe('weak-key')
    expect(await code(leaf, [], { ...ended, at: new Date('2025-05-01') })).toBe('valid')
    expect(await code(leaf, [], { algorithms: [{ hash: 'SHA-256', until: 'never' }] })).toBe('weak-hash')
    expect(DATED_ALGORITHMS.length).toBeGreaterThan(0)
  })
})

describe('subject identifiers', () => {
  const UID = '0.9.2342.19200300.100.1.1'

  it.each([
    ['MST:0100109106', [{ kind: 'taxCode', value: '0100109106' }]],
    ['MST:0100109106001', [{ kind: 'taxCode', value: '0100109106-001' }]],
    ['MST:0100109106-001', [{ kind: 'taxCode', value: '0100109106-001' }]],
    ['CCCD:001099012345', [{ kind: 'personalId', value: '001099012345' }]],
    ['CMND:012345678', [{ kind: 'personalId', value: '012345678' }]],
    ['MST:12', []],
    ['0100109106', []],
  ])('%s', async (value, expected) => {
    const { certificate } = await pki.leafOf(root, { subject: pki.name([OID.commonName, 'Công ty'], [UID, value]) })
    expect(subjectIds(certificate.subject)).toEqual(expected)
    expect(certificate.subject.text).toBe(`UID=${value}, CN=Công ty`)
  })
})
