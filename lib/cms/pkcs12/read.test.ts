import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parseCertificate, unsharedBytes } from '@/lib/trust'
import rfc9579 from '../vectors/rfc9579-a1.json'
import { readPkcs12 } from './read'
import type { Pkcs12 } from './read'
import { writePkcs12 } from './write'

// Other programs are started here, and a busy machine starts them late.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const has = (tool: string, ...args: string[]) => spawnSync(tool, args).status === 0
const hasOpenssl = has('openssl', 'version')
const PASSWORD = 'mật khẩu'
let folder = ''
const at = (name: string) => join(folder, name)
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
const read = (name: string) => new Uint8Array(readFileSync(at(name)))

async function open(bytes: Uint8Array, password = PASSWORD): Promise<Pkcs12> {
  const result = await readPkcs12(bytes, password)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
const codeOf = async (bytes: Uint8Array, password = PASSWORD) => {
  const result = await readPkcs12(bytes, password)
  return result.ok ? 'read' : result.error.code
}
const subjectOf = (der: Uint8Array | undefined) => {
  const certificate = parseCertificate(der ?? new Uint8Array(0))
  return certificate.ok ? certificate.value.subject.text : undefined
}

function selfSigned(name: string, ...newKey: string[]): void {
  openssl(
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    ...newKey,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
    '-subj',
    `/CN=${name}`,
  )
}
function exportPkcs12(key: string, ...options: string[]): Uint8Array {
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    `${key}.key`,
    '-in',
    `${key}.pem`,
    '-passout',
    `pass:${PASSWORD}`,
    '-out',
    'out.p12',
    ...options,
  )
  return read('out.p12')
}

it('reads PBMAC1 as RFC 9579 A.1 publishes it', async () => {
  const bytes = new Uint8Array(Buffer.from(rfc9579.p12, 'base64'))
  const { keys, certificates, macVerified } = await open(bytes, rfc9579.password)
  expect([keys.length, certificates.length, macVerified]).toEqual([1, 1, true])
  expect(keys[0]?.certificate).toEqual(certificates[0]?.der)
  expect(await codeOf(bytes, '1235')).toBe('p12-wrong-password')
})

describe.skipIf(!hasOpenssl)('files of openssl (skipped where it is absent)', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'p12-'))
    selfSigned('rsa', 'rsa:2048')
    selfSigned('ec', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256')
    selfSigned('brainpool', 'ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1')
    selfSigned('ed25519', 'ed25519')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const schemes = ['PBE-SHA1-RC4-128', 'PBE-SHA1-RC4-40', 'PBE-SHA1-RC2-128', 'PBE-SHA1-RC2-40', 'PBE-SHA1-3DES']
  const older = ['PBE-SHA1-2DES', 'PBE-MD5-DES', 'PBE-SHA1-DES', 'PBE-MD5-RC2-64', 'PBE-SHA1-RC2-64']
  const modern = [
    'AES-128-CBC',
    'AES-192-CBC',
    'AES-256-CBC',
    'DES-EDE3-CBC',
    'DES-CBC',
    'RC2-CBC',
    'RC2-40-CBC',
    'NONE',
  ]
  it.each([...schemes, ...older, ...modern].map((scheme) => ['-legacy', '-keypbe', scheme, '-certpbe', scheme]))(
    '%s %s %s %s %s',
    async (...options) => {
      const { keys, certificates, macVerified } = await open(exportPkcs12('rsa', ...options))
      expect([certificates.length, macVerified]).toEqual([1, true])
      expect(subjectOf(keys[0]?.certificate)).toBe('CN=rsa')
    },
  )

  it.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-256', 'sha3-256', 'sha3-512'])(
    'sealed by %s',
    async (digest) => {
      expect((await open(exportPkcs12('rsa', '-macalg', digest))).macVerified).toBe(true)
    },
  )

  it.each([
    ['no integrity check', ['-nomac'], 1, 1, false],
    ['nothing locked, nothing sealed', ['-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE'], 1, 1, false],
    ['one round of derivation', ['-noiter', '-nomaciter'], 1, 1, true],
    ['no key', ['-nokeys'], 0, 1, true],
    ['no certificate', ['-nocerts'], 1, 0, true],
    ['further certificates', ['-certfile', 'ec.pem', '-name', 'Khoá của tôi', '-caname', 'khác'], 1, 2, true],
  ])('with %s', async (...[, options, keys, certificates, macVerified]) => {
    const contents = await open(exportPkcs12('rsa', ...options))
    expect([contents.keys.length, contents.certificates.length, contents.macVerified]).toEqual([
      keys,
      certificates,
      macVerified,
    ])
  })

  it.each(['rsa', 'ec', 'ed25519'])('gives a key of kind %s that WebCrypto takes', async (kind) => {
    const [key] = (await open(exportPkcs12(kind, '-name', 'Khoá của tôi'))).keys
    if (!key) throw new Error('no key')
    const algorithm = {
      rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      ec: { name: 'ECDSA', namedCurve: 'P-256' },
      ed25519: { name: 'Ed25519' },
    }[kind]
    if (!algorithm) throw new Error('no algorithm')
    const imported = await crypto.subtle.importKey('pkcs8', unsharedBytes(key.pkcs8), algorithm, false, ['sign'])
    expect(imported.extractable).toBe(false)
    expect(key.friendlyName).toBe('Khoá của tôi')
    expect(subjectOf(key.certificate)).toBe(`CN=${kind}`)
  })

  it('names the curve of a brainpool key', async () => {
    const [key] = (await open(exportPkcs12('brainpool'))).keys
    expect(key).toMatchObject({ algorithmOid: '1.2.840.10045.2.1', curveOid: '1.3.36.3.3.2.8.1.1.7' })
  })

  it('puts the chain behind its certificate, whatever the order in the file', async () => {
    openssl(
      'req',
      '-new',
      '-nodes',
      '-newkey',
      'rsa:2048',
      '-keyout',
      'leaf.key',
      '-out',
      'leaf.csr',
      '-subj',
      '/CN=leaf',
    )
    openssl(
      'x509',
      '-req',
      '-in',
      'leaf.csr',
      '-CA',
      'rsa.pem',
      '-CAkey',
      'rsa.key',
      '-CAcreateserial',
      '-out',
      'leaf.pem',
    )
    const { keys } = await open(exportPkcs12('leaf', '-certfile', 'ec.pem', '-certfile', 'rsa.pem'))
    expect(subjectOf(keys[0]?.certificate)).toBe('CN=leaf')
    expect(keys[0]?.chain.map(subjectOf)).toEqual(['CN=rsa'])
  })

  it.each([[''], ['a'], ['mật khẩu'], ['🔑 chìa']])('with the password %j, and no other', async (password) => {
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'ec.key',
      '-in',
      'ec.pem',
      '-passout',
      `pass:${password}`,
      '-legacy',
      '-out',
      'out.p12',
    )
    expect((await open(read('out.p12'), password)).keys).toHaveLength(1)
    expect(await codeOf(read('out.p12'), `${password}x`)).toBe('p12-wrong-password')
  })

  it.each([
    [[]],
    [['-legacy']],
    [['-nomac']],
    [['-nomac', '-legacy', '-keypbe', 'PBE-SHA1-RC4-128', '-certpbe', 'PBE-SHA1-RC4-128']],
  ])('tells a wrong password: %j', async (options) => {
    expect(await codeOf(exportPkcs12('rsa', ...options), 'sai')).toBe('p12-wrong-password')
  })

  it('tells a damaged file from a wrong password', async () => {
    const bytes = exportPkcs12('rsa', '-name', 'tên')
    const name = Buffer.from('tên', 'utf16le').swap16()
    const place = Buffer.from(bytes).lastIndexOf(name)
    const changed = Uint8Array.from(bytes, (octet, i) => (i === place + 1 ? octet ^ 1 : octet))
    expect(place).toBeGreaterThan(0)
    expect(await codeOf(changed)).toBe('p12-corrupt')
    expect(await codeOf(changed, 'sai')).toBe('p12-wrong-password')
    for (const length of [0, 1, 10, bytes.length >> 1, bytes.length - 1]) {
      expect(await codeOf(bytes.slice(0, length))).toBe('p12-malformed')
    }
  })

  it('says which cipher it does not read', async () => {
    const result = await readPkcs12(exportPkcs12('rsa', '-keypbe', 'camellia-256-cbc'), PASSWORD)
    expect(result).toMatchObject({ ok: false, error: { code: 'p12-unsupported' } })
    expect(!result.ok && result.error.message).toContain('1.2.392.200011.61.1.1.1.4')
  })

  it('writes what openssl opens and it reads itself', async () => {
    const { keys } = await open(exportPkcs12('ec'))
    const [key] = keys
    if (!key?.certificate) throw new Error('no key')
    const chain = [...(await open(exportPkcs12('rsa'))).certificates.map((certificate) => certificate.der)]
    const contents = { pkcs8: key.pkcs8, certificate: key.certificate, chain, friendlyName: 'Con dấu' }
    const random = crypto.getRandomValues(new Uint8Array(80))
    const written = await writePkcs12(contents, { password: PASSWORD, random, iterations: 2000 })
    writeFileSync(at('ours.p12'), written)
    const text = openssl('pkcs12', '-in', 'ours.p12', '-passin', `pass:${PASSWORD}`, '-nodes').toString()
    expect(text.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    expect(text).toContain('BEGIN PRIVATE KEY')
    const again = await open(written)
    expect(again).toMatchObject({ macVerified: true, keys: [{ pkcs8: key.pkcs8, friendlyName: 'Con dấu' }] })
    await expect(writePkcs12(contents, { password: '', random: new Uint8Array(79) })).rejects.toThrow(RangeError)
  })
})
