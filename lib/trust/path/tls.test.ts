import { beforeAll, describe, expect, it } from 'vitest'
import * as der from '../der/write'
import { anchorOf, OID, parseCertificate, validatePath, webEngine } from '../index'
import type { PathVerdict } from '../index'
import * as pki from '../test-pki'
import type { Authority, Issue } from '../test-pki'

const AT = new Date('2025-06-01T00:00:00Z')

function server(leaf: Authority, root: Authority, between: readonly Authority[] = [], hostname = 'example.com') {
  return validatePath({
    engine: webEngine,
    leaf: leaf.certificate,
    intermediates: between.map(({ certificate }) => certificate),
    anchors: [anchorOf(root.certificate, 'public')],
    at: AT,
    purpose: 'tls-server',
    hostname,
  })
}

const outcome = (verdict: PathVerdict) => verdict.code

let root: Authority
beforeAll(async () => {
  root = await pki.authority('root')
})

describe('a TLS server', () => {
  const san = (...names: Uint8Array[]) => pki.alternativeNames(...names)
  const rows: readonly (readonly [what: string, code: string, issue: Issue, hostname?: string])[] = [
    ['the plain case', 'valid', {}],
    ['another host', 'wrong-host', {}, 'example.org'],
    ['a host below', 'wrong-host', {}, 'www.example.com'],
    ['a wildcard', 'valid', { more: [san(pki.dns('*.example.com'))] }, 'www.example.com'],
    ['a wildcard across labels', 'wrong-host', { more: [san(pki.dns('*.example.com'))] }, 'a.b.example.com'],
    ['a wildcard for its own base', 'wrong-host', { more: [san(pki.dns('*.example.com'))] }, 'example.com'],
    ['a wildcard of a whole top level', 'bad-alternative-name', { more: [san(pki.dns('*.com'))] }, 'example.com'],
    [
      'a wildcard inside a label',
      'bad-alternative-name',
      { more: [san(pki.dns('w*.example.com'))] },
      'www.example.com',
    ],
    [
      'a wildcard further right',
      'bad-alternative-name',
      { more: [san(pki.dns('a.*.example.com'))] },
      'a.b.example.com',
    ],
    ['a name in capitals', 'valid', { more: [san(pki.dns('EXAMPLE.com'))] }, 'example.COM'],
    ['an internationalised host', 'valid', { more: [san(pki.dns('xn--ngi-p0a.vn'))] }, 'xn--ngi-p0a.vn'],
    ['a host not in ASCII', 'wrong-host', { more: [san(pki.dns('xn--ngi-p0a.vn'))] }, 'ngườ.vn'],
    ['no alternative name', 'no-alternative-name', { more: [] }],
    ['an IPv4 address', 'valid', { more: [san(pki.ip(192, 0, 2, 1))] }, '192.0.2.1'],
    ['another IPv4 address', 'wrong-host', { more: [san(pki.ip(192, 0, 2, 1))] }, '192.0.2.2'],
    ['an address written as a DNS name', 'wrong-host', { more: [san(pki.dns('192.0.2.1'))] }, '192.0.2.1'],
    [
      'an IPv6 address',
      'valid',
      { more: [san(pki.ip(32, 1, 13, 184, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))] },
      '2001:db8::1',
    ],
    ['an address range', 'bad-alternative-name', { more: [san(pki.ip(192, 0, 2, 1, 255, 255, 255, 0))] }, '192.0.2.1'],
    ['client purpose only', 'wrong-purpose', { more: [san(pki.dns('example.com')), pki.purposes(OID.clientAuth)] }],
    ['server purpose', 'valid', { more: [san(pki.dns('example.com')), pki.purposes(OID.serverAuth)] }],
    ['serial number zero', 'bad-serial', { serial: 0n }],
    ['a negative serial number', 'bad-serial', { serial: -5n }],
    ['a serial number of 22 octets', 'bad-serial', { serial: 1n << 170n }],
    ['an expired leaf', 'expired', { to: '2025-05-31' }],
    ['a leaf of tomorrow', 'not-yet-valid', { from: '2025-06-02' }],
    ['a version 1 leaf', 'version', { version: null }],
    ['no authority key', 'no-authority-key', { extensions: [pki.alternativeNames(pki.dns('example.com'))] }],
    ['an empty issuer', 'no-path', { issuerName: pki.name() }],
    ['an empty subject, names not critical', 'bad-alternative-name', { subject: pki.name() }],
    [
      'an unknown critical extension',
      'unknown-critical-extension',
      {
        more: [
          pki.extension('1.3.6.1.4.1.55738.666.1', der.nullValue(), true),
          pki.alternativeNames(pki.dns('example.com')),
        ],
      },
    ],
    [
      'a malformed alternative name',
      'malformed-extension',
      { more: [pki.extension(OID.subjectAltName, new TextEncoder().encode('example.com'))] },
    ],
    [
      'a malformed information access',
      'malformed-extension',
      {
        more: [
          pki.extension(OID.authorityInfoAccess, new TextEncoder().encode('malformed')),
          pki.alternativeNames(pki.dns('example.com')),
        ],
      },
    ],
    [
      'name constraints in a leaf',
      'ca-only-extension',
      { more: [pki.nameConstraints([pki.dns('example.com')], []), pki.alternativeNames(pki.dns('example.com'))] },
    ],
  ]

  const cases = rows.map(([what, code, issue, hostname]) => ({ what, code, issue, hostname }))
  it.each(cases)('$what: $code', async ({ code, issue, hostname }) => {
    expect(outcome(await server(await pki.leafOf(root, issue), root, [], hostname))).toBe(code)
  })

  it('refuses the same extension twice before anything else', async () => {
    const twice = [pki.alternativeNames(pki.dns('example.com')), pki.alternativeNames(pki.dns('example.com'))]
    await expect(pki.leafOf(root, { more: twice })).rejects.toThrow('duplicate-extension')
  })

  it('counts whole seconds at both ends of validity', async () => {
    const leaf = await pki.leafOf(root, { from: '2025-06-01T00:00:01Z', to: '2025-06-01T00:00:05Z' })
    const at = (time: string) =>
      validatePath({
        engine: webEngine,
        leaf: leaf.certificate,
        intermediates: [],
        anchors: [anchorOf(root.certificate, 'x')],
        at: new Date(time),
      })
    expect((await at('2025-06-01T00:00:00.999Z')).code).toBe('not-yet-valid')
    expect((await at('2025-06-01T00:00:01Z')).code).toBe('valid')
    expect((await at('2025-06-01T00:00:05.900Z')).code).toBe('valid')
    expect((await at('2025-06-01T00:00:06Z')).code).toBe('expired')
  })
})

describe('roots and issuers of TLS servers', () => {
  const usual = (keys: pki.Keys) => [pki.basicConstraints(true), pki.keyUsage(5, 6), pki.subjectKey(keys)]
  const rows: readonly (readonly [string, string, (keys: pki.Keys) => Issue])[] = [
    ['an expired root', 'expired', () => ({ to: '2025-01-01' })],
    ['a root without name', 'empty-issuer', () => ({ subject: pki.name() })],
    ['a root without basic constraints', 'key-usage', (keys) => ({ extensions: usual(keys).slice(1) })],
    [
      'basic constraints not critical',
      'basic-constraints-not-critical',
      (keys) => ({ extensions: [pki.basicConstraints(true, undefined, false), ...usual(keys).slice(1)] }),
    ],
    [
      'a root that may not sign',
      'key-usage',
      (keys) => ({ extensions: [pki.basicConstraints(true), pki.keyUsage(0), pki.subjectKey(keys)] }),
    ],
    ['a root without key identifier', 'no-subject-key', (keys) => ({ extensions: usual(keys).slice(0, 2) })],
    [
      'a critical key identifier',
      'must-not-be-critical',
      (keys) => ({
        extensions: [...usual(keys).slice(0, 2), pki.extension(OID.subjectKeyId, der.octetString(keys.id), true)],
      }),
    ],
    [
      'an unknown critical extension',
      'unknown-critical-extension',
      (keys) => ({ extensions: [...usual(keys), pki.extension('1.3.6.1.4.1.55738.666.1', der.nullValue(), true)] }),
    ],
    [
      'name constraints not critical',
      'must-be-critical',
      (keys) => ({ extensions: [...usual(keys), pki.nameConstraints([pki.dns('example.com')], [], false)] }),
    ],
    [
      'permitted names',
      'valid',
      (keys) => ({ extensions: [...usual(keys), pki.nameConstraints([pki.dns('example.com')], [])] }),
    ],
    [
      'names not permitted',
      'name-not-permitted',
      (keys) => ({ extensions: [...usual(keys), pki.nameConstraints([pki.dns('example.org')], [])] }),
    ],
    [
      'excluded names',
      'name-excluded',
      (keys) => ({ extensions: [...usual(keys), pki.nameConstraints([], [pki.dns('com')])] }),
    ],
    [
      'a constraint with a leading dot',
      'name-constraints',
      (keys) => ({ extensions: [...usual(keys), pki.nameConstraints([pki.dns('.example.com')], [])] }),
    ],
    [
      'constraints on other kinds of name',
      'valid',
      (keys) => ({ extensions: [...usual(keys), pki.nameConstraints([pki.ip(192, 0, 2, 0, 255, 255, 255, 0)], [])] }),
    ],
  ]

  it.each(rows)('%s: %s', async (_, code, issue) => {
    const keys = await pki.newKeys()
    const other = await pki.authority('other root', { keys, ...issue(keys) })
    expect(outcome(await server(await pki.leafOf(other), other))).toBe(code)
  })

  it('wants a root to point at its own key if at any', async () => {
    const keys = await pki.newKeys()
    const pointing = async (to: pki.Keys) => {
      const other = await pki.authority('other root', { keys, more: [pki.authorityKey(to)] })
      return outcome(await server(await pki.leafOf(other), other))
    }
    expect(await pointing(keys)).toBe('valid')
    expect(await pointing(await pki.newKeys())).toBe('foreign-authority-key')
  })

  it('lets a CA renew its key', async () => {
    const renewed = await pki.authority('root', { issuer: root })
    expect(outcome(await server(await pki.leafOf(renewed), root, [renewed]))).toBe('valid')
  })

  it('accepts a CA in the place of the leaf, and an intermediate as the anchor', async () => {
    const middle = await pki.authority('middle', {
      issuer: root,
      more: [pki.alternativeNames(pki.dns('ca.example.com'))],
    })
    expect(outcome(await server(middle, root, [], 'ca.example.com'))).toBe('valid')
    expect(outcome(await server(await pki.leafOf(middle), middle, [root]))).toBe('valid')
  })

  it('refuses an issuer narrowed to another purpose', async () => {
    const middle = await pki.authority('middle', { issuer: root, more: [pki.purposes(OID.clientAuth)] })
    expect(outcome(await server(await pki.leafOf(middle), root, [middle]))).toBe('wrong-purpose')
  })

  it('sees through a wildcard that could stand for an excluded host', async () => {
    const middle = await pki.authority('middle', {
      issuer: root,
      more: [pki.nameConstraints([], [pki.dns('bar.example.com')])],
    })
    const leaf = await pki.leafOf(middle, { more: [pki.alternativeNames(pki.dns('*.example.com'))] })
    expect(outcome(await server(leaf, root, [middle], 'bar.example.com'))).toBe('name-excluded')
  })

  it('names what is wrong with a leaf that is no certificate', () => {
    expect(parseCertificate(new TextEncoder().encode('-----BEGIN'))).toMatchObject({ ok: false })
  })
})
