import { beforeAll, describe, expect, it } from 'vitest'
import * as der from '../der/write'
import { anchorOf, OID, validatePath, webEngine } from '../index'
import type { Crl, PathInput } from '../index'
import * as pki from '../test-pki'
import type { Authority, Issue } from '../test-pki'

/** What TLS servers are held to beyond path validation: RFC 5280 section 4 and the CA/Browser Forum's requirements. */

const AT = new Date('2025-06-01T00:00:00Z')
const ADDRESS = 'http://crl.example.com/1.crl'

let root: Authority
beforeAll(async () => {
  root = await pki.authority('root')
})

async function code(leaf: Authority, under: Authority, more: Partial<PathInput> = {}): Promise<string> {
  const verdict = await validatePath({
    engine: webEngine,
    leaf: leaf.certificate,
    intermediates: [],
    anchors: [anchorOf(under.certificate, 'public')],
    at: AT,
    purpose: 'tls-server',
    hostname: 'example.com',
    ...more,
  })
  return verdict.code
}

const HOST = pki.alternativeNames(pki.dns('example.com'))
const nameExtension = (...names: Uint8Array[]) => pki.alternativeNames(pki.dns('example.com'), ...names)
const half = ({ id }: pki.Keys) => der.sequence(der.implicit(0, id), der.implicit(2, Uint8Array.of(5)))
const pointList = (name: Uint8Array) => der.sequence(der.sequence(der.explicit(0, name)))
const points = (name: Uint8Array) => pki.extension(OID.crlDistributionPoints, pointList(name))
const fullName = (...names: Uint8Array[]) => der.explicit(0, ...names)

function rsaKeys(keys: pki.Keys, bits: number): pki.Keys {
  const modulus = (1n << BigInt(bits - 1)) + 1n
  const key = der.sequence(der.integer(modulus), der.integer(65_537))
  const algorithm = der.sequence(der.oid('1.2.840.113549.1.1.1'), der.nullValue())
  return { ...keys, spki: der.sequence(algorithm, der.bitString(key)) }
}

describe('purposes of a TLS server', () => {
  const { serverAuth, anyExtendedKeyUsage: any } = OID
  it.each([
    ['client too', 'valid', [serverAuth, OID.clientAuth]],
    ['any at all', 'valid', [any]],
    ['any besides', 'wrong-purpose', [serverAuth, any]],
    ['code', 'wrong-purpose', [serverAuth, OID.codeSigning]],
    ['mail', 'wrong-purpose', [serverAuth, OID.emailProtection]],
    ['time-stamps', 'wrong-purpose', [serverAuth, OID.timeStamping]],
    ['OCSP', 'wrong-purpose', [serverAuth, OID.ocspSigning]],
    ['precertificates', 'wrong-purpose', [serverAuth, OID.precertificateSigning]],
    ['precertificates alone', 'wrong-purpose', [OID.precertificateSigning]],
  ])('%s: %s', async (_, expected, purposes) => {
    const leaf = await pki.leafOf(root, { more: [HOST, pki.purposes(...purposes)] })
    expect(await code(leaf, root)).toBe(expected)
  })

  it('are not for a root to name', async () => {
    const narrowed = await pki.authority('narrowed', { more: [pki.purposes(serverAuth)] })
    expect(await code(await pki.leafOf(narrowed), narrowed)).toBe('root-purpose')
    const trustedFor = (...purposes: string[]) =>
      pki.authority('trusted', { issuer: root, more: [pki.purposes(...purposes)] })
    const serving = await trustedFor(serverAuth, OID.clientAuth)
    expect(await code(await pki.leafOf(serving), serving), 'unless it is an intermediate').toBe('valid')
    const mailing = await trustedFor(OID.emailProtection)
    expect(await code(await pki.leafOf(mailing), mailing)).toBe('wrong-purpose')
  })
})

describe('a common name', () => {
  const IPV4 = pki.ip(192, 168, 1, 1)
  const ipv6 = (...groups: number[]) => pki.ip(...groups.flatMap((group) => [group >> 8, group & 0xff]))
  const IPV6 = ipv6(0x2001, 0xdb8, 0, 0, 1, 0, 0, 1)
  it.each([
    ['example.com', 'valid', 'example.com', pki.dns('example.com')],
    ['Example.COM', 'misspelt-common-name', 'example.com', pki.dns('example.com')],
    ['*.Example.com', 'misspelt-common-name', 'www.example.com', pki.dns('*.example.com')],
    ['test-測試.com', 'misspelt-common-name', 'xn--test--gs1lv54n.com', pki.dns('xn--test--gs1lv54n.com')],
    ['Sở Tư pháp', 'valid', 'example.com', pki.dns('example.com')],
    ['other.example.org', 'valid', 'example.com', pki.dns('example.com')],
    ['192.168.1.1', 'valid', '192.168.1.1', IPV4],
    ['192.168.001.001', 'misspelt-common-name', '192.168.1.1', IPV4],
    ['0xC0A80101', 'misspelt-common-name', '192.168.1.1', IPV4],
    ['2001:db8::1:0:0:1', 'valid', '2001:db8::1:0:0:1', IPV6],
    ['2001:DB8::1:0:0:1', 'misspelt-common-name', '2001:db8::1:0:0:1', IPV6],
    ['2001:db8:0:0:1:0:0:1', 'misspelt-common-name', '2001:db8::1:0:0:1', IPV6],
  ])('%s: %s', async (text, expected, hostname, name) => {
    const leaf = await pki.leafOf(root, { subject: pki.commonName(text), more: [pki.alternativeNames(name)] })
    expect(await code(leaf, root, { hostname })).toBe(expected)
  })
})

describe('parts of a certificate', () => {
  const rows: readonly (readonly [string, string, (keys: pki.Keys) => Issue])[] = [
    ['an RSA key of 2048 bits', 'valid', (keys) => ({ keys: rsaKeys(keys, 2048) })],
    ['an RSA key of 2052 bits', 'odd-key-size', (keys) => ({ keys: rsaKeys(keys, 2052) })],
    ['an RSA key of 1024 bits', 'weak-key', (keys) => ({ keys: rsaKeys(keys, 1024) })],
    ['a path length in a leaf', 'path-length', () => ({ more: [HOST, pki.basicConstraints(false, 0)] })],
    ['a list at an address', 'valid', () => ({ more: [HOST, points(fullName(pki.uri(ADDRESS)))] })],
    [
      'a list at a host name',
      'bad-distribution-point',
      () => ({ more: [HOST, points(fullName(pki.uri(ADDRESS), pki.dns('example.com')))] }),
    ],
    ['other kinds of name', 'valid', () => ({ more: [nameExtension(pki.uri('urn:x'), pki.mail('an@so.gov.vn'))] })],
    ['a relative address', 'bad-alternative-name', () => ({ more: [nameExtension(pki.uri('/x'))] })],
    [
      'a mail address in words',
      'bad-alternative-name',
      () => ({ more: [nameExtension(pki.mail('An <an@so.gov.vn>'))] }),
    ],
    [
      'an authority named by half',
      'half-authority-key',
      (keys) => ({ extensions: [HOST, pki.extension(OID.authorityKeyId, half(keys))] }),
    ],
    [
      'critical newest lists',
      'must-not-be-critical',
      () => ({ more: [HOST, pki.extension(OID.freshestCrl, pointList(fullName(pki.uri(ADDRESS))), true)] }),
    ],
    [
      'no subject, names critical',
      'valid',
      () => ({
        subject: pki.name(),
        more: [pki.extension(OID.subjectAltName, der.sequence(pki.dns('example.com')), true)],
      }),
    ],
    [
      'a subject, names critical',
      'bad-alternative-name',
      () => ({ more: [pki.extension(OID.subjectAltName, der.sequence(pki.dns('example.com')), true)] }),
    ],
    ['a serial number of 20 octets and a sign octet', 'bad-serial', () => ({ serial: (1n << 160n) - 1n })],
    ['dates in the way of 2050', 'odd-encoding', () => ({ time: der.generalizedTime })],
    ['dates beyond 2050', 'valid', () => ({ to: '2969-05-03' })],
    ['a serial number of 20 octets', 'valid', () => ({ serial: (1n << 159n) - 1n })],
  ]
  it.each(rows)('%s: %s', async (_, expected, issue) => {
    expect(await code(await pki.leafOf(root, issue(await pki.newKeys())), root)).toBe(expected)
  })
})

describe('limits of an authority', () => {
  const constraints = (...lists: Uint8Array[]) => pki.extension(OID.nameConstraints, der.sequence(...lists), true)

  it.each([
    ['no list', []],
    ['empty lists', [der.explicit(0), der.explicit(1)]],
  ])('are refused as %s of names, also in a root and for any purpose', async (_, lists) => {
    const middle = await pki.authority('middle', { issuer: root, more: [constraints(...lists)] })
    const leaf = await pki.leafOf(middle)
    expect(await code(leaf, root, { intermediates: [middle.certificate] })).toBe('malformed-extension')
    expect(await code(leaf, middle)).toBe('malformed-extension')
    expect(await code(leaf, middle, { purpose: 'any' })).toBe('malformed-extension')
  })

  it('must be readable in a root as far as they bind, in a root of TLS servers all of them', async () => {
    const garbled = pki.extension(OID.authorityInfoAccess, der.nullValue())
    const odd = await pki.authority('odd', { more: [garbled] })
    expect(await code(await pki.leafOf(odd), odd, { purpose: 'any' })).toBe('valid')
    expect(await code(await pki.leafOf(odd), odd)).toBe('malformed-extension')
  })

  it('narrow the purposes below to what they name', async () => {
    const issue = async (...purposes: string[]) => {
      const middle = await pki.authority('middle', { issuer: root, more: [pki.purposes(...purposes)] })
      const leaf = await pki.leafOf(middle, { more: [pki.purposes(OID.emailProtection)] })
      return validatePath({
        engine: webEngine,
        leaf: leaf.certificate,
        intermediates: [middle.certificate],
        anchors: [anchorOf(root.certificate, 'public')],
        at: AT,
        purpose: 'signing',
      })
    }
    expect((await issue(OID.serverAuth)).code).toBe('wrong-purpose')
    expect((await issue(OID.serverAuth, OID.emailProtection)).code).toBe('valid')
  })
})

it('a host that is asked for must be named, whatever the purpose', async () => {
  const leaf = await pki.leafOf(root)
  expect(await code(leaf, root, { purpose: 'any' })).toBe('valid')
  expect(await code(leaf, root, { purpose: 'any', hostname: 'example.org' })).toBe('wrong-host')
  expect(await code(leaf, root, { hostname: 'EXAMPLE.com.' })).toBe('valid')
})

describe('lists for TLS servers', () => {
  const scope = (critical: boolean, ...parts: Uint8Array[]) =>
    pki.extension(OID.issuingDistributionPoint, der.sequence(...parts), critical)
  const at = (name: Uint8Array) => der.explicit(0, name)
  const rows: readonly (readonly [string, string, pki.ListIssue])[] = [
    ['of its address', 'valid', { extensions: [scope(true, at(fullName(pki.uri(ADDRESS))))] }],
    [
      'of an address spelt differently',
      'no-revocation-information',
      { extensions: [scope(true, at(fullName(pki.uri('http://crl.example.com/%31.crl'))))] },
    ],
    [
      'of its address and a host name',
      'crl-scope-name',
      { extensions: [scope(true, at(fullName(pki.uri(ADDRESS), pki.dns('example.com'))))] },
    ],
    [
      'that is indirect',
      'crl-indirect',
      { extensions: [scope(true, at(fullName(pki.uri(ADDRESS))), der.implicit(4, Uint8Array.of(0xff)))] },
    ],
    [
      'whose scope is not critical',
      'crl-scope-not-critical',
      { extensions: [scope(false, at(fullName(pki.uri(ADDRESS))))] },
    ],
    ['valid beyond 2050', 'valid', { to: '2051-01-01' }],
    ['dated in the way of 2050', 'wrong-kind-of-time', { time: der.generalizedTime }],
  ]
  const judge = async (crl: Crl) =>
    code(await pki.leafOf(root, { more: [HOST, points(fullName(pki.uri(ADDRESS)))] }), root, {
      revocation: { crls: [crl], ocsps: [], mode: 'required' },
    })

  it.each(rows)('%s: %s', async (_, expected, issue) => {
    expect(await judge(await pki.list(root, [], issue))).toBe(expected)
  })
})
