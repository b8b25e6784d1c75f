import { createPrivateKey, sign } from 'node:crypto'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { webEngine } from '@/lib/trust'
import { assembleSignedData, buildSignedAttributes } from './build'
import type { SigningAlgorithm } from './build'
import { digestOf } from './digest'
import { parseSignedData } from './signed-data'
import type { SignedData } from './signed-data'
import { verifySignerInfo } from './verify-signer'

// Other programs are started here, and a busy machine starts them late.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const content = new TextEncoder().encode('Giấy phép xây dựng số 01/GPXD')
let folder = ''
const at = (name: string) => join(folder, name)
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })

function certificate(name: string, ...newKey: string[]): void {
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
    '-days',
    '30',
  )
  openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`)
}

const read = (name: string) => new Uint8Array(readFileSync(at(name)))

function parse(bytes: Uint8Array): SignedData {
  const data = parseSignedData(bytes)
  if (!data.ok) throw new Error(`${data.error.code}: ${data.error.message}`)
  return data.value
}

async function verdictOf(data: SignedData, over = content) {
  const [signer] = data.signers
  if (!signer) throw new Error('no signer')
  return verifySignerInfo({ data, signer, contentDigest: (oid) => digestOf(oid, over) }, webEngine)
}

describe.skipIf(!hasOpenssl)('signed data of openssl (skipped where openssl is absent)', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cms-'))
    writeFileSync(at('content'), content)
    certificate('rsa', 'rsa:2048')
    certificate('ec', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256')
    certificate('ec521', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521')
    certificate('brainpool', 'ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const signedBy = (key: string, ...options: string[]) => {
    openssl(
      'cms',
      '-sign',
      '-binary',
      '-in',
      'content',
      '-signer',
      `${key}.pem`,
      '-inkey',
      `${key}.key`,
      '-outform',
      'DER',
      '-out',
      'out',
      ...options,
    )
    return parse(read('out'))
  }

  it.each([
    ['rsa', []],
    ['rsa', ['-md', 'sha1']],
    ['rsa', ['-md', 'sha224']],
    ['rsa', ['-md', 'sha512']],
    ['rsa', ['-md', 'sha3-256']],
    ['rsa', ['-md', 'sha3-512']],
    ['rsa', ['-keyopt', 'rsa_padding_mode:pss']],
    ['rsa', ['-md', 'sha384', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20']],
    ['rsa', ['-keyid']],
    ['rsa', ['-noattr', '-nodetach']],
    ['rsa', ['-noattr']],
    ['rsa', ['-nodetach']],
    ['rsa', ['-stream', '-nodetach', '-indef']],
    ['rsa', ['-cades']],
    ['ec', []],
    ['ec', ['-md', 'sha384', '-cades']],
    ['ec521', ['-md', 'sha512']],
  ])('%s %j is intact, and is not once the content or the signature changes', async (key, options) => {
    const data = signedBy(key, ...options)
    const verdict = await verdictOf(data)
    expect(verdict.faults).toEqual([])
    expect(verdict).toMatchObject({ isIntact: true, digestMatches: true, signatureMatches: true })
    expect(verdict.certificate?.subject.text).toBe(`CN=${key}`)

    const changed = Uint8Array.from(data.content ?? content)
    changed[3] = (changed[3] ?? 0) ^ 1
    const withContent = data.content ? { ...data, content: changed } : data
    expect((await verdictOf(withContent, changed)).isIntact).toBe(false)

    const signers = data.signers.map((signer) => {
      const signature = Uint8Array.from(signer.signature)
      signature[12] = (signature[12] ?? 0) ^ 1
      return { ...signer, signature }
    })
    const forged = await verdictOf({ ...data, signers })
    expect(forged).toMatchObject({ isIntact: false, signatureMatches: false })
    expect(forged.faults.map((fault) => fault.code)).toEqual(['signature-invalid'])
  })

  it('notes BER and what follows in a signature gap', () => {
    signedBy('rsa', '-stream', '-nodetach', '-indef')
    const bytes = read('out')
    const padded = new Uint8Array(bytes.length + 100)
    padded.set(bytes)
    expect(parse(padded)).toMatchObject({ notes: ['ber', 'trailing-zeros'], length: bytes.length })
    padded[padded.length - 1] = 1
    expect(parse(padded).notes).toEqual(['ber', 'trailing-bytes'])
  })

  it('says that a certificate is missing, and takes it from elsewhere', async () => {
    const data = signedBy('rsa', '-nocerts')
    const [signer] = data.signers
    if (!signer) throw new Error('no signer')
    const check = { data, signer, contentDigest: (oid: string) => digestOf(oid, content) }
    const without = await verifySignerInfo(check, webEngine)
    expect(without.faults.map((fault) => fault.code)).toEqual(['signer-certificate-missing'])
    expect(without.isIntact).toBe(false)
    expect((await verifySignerInfo({ ...check, certificates: [read('rsa.der')] }, webEngine)).isIntact).toBe(true)
  })

  it('notices that the certificate is not the one referred to', async () => {
    const data = signedBy('rsa', '-cades', '-nocerts')
    const [signer] = data.signers
    if (!signer) throw new Error('no signer')
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      'rsa.key',
      '-out',
      'twin.pem',
      '-subj',
      '/CN=rsa',
      '-days',
      '31',
      '-set_serial',
      `0x${serialOf('rsa.pem')}`,
    )
    openssl('x509', '-in', 'twin.pem', '-outform', 'DER', '-out', 'twin.der')
    const check = {
      data,
      signer,
      contentDigest: (oid: string) => digestOf(oid, content),
      certificates: [read('twin.der')],
    }
    const verdict = await verifySignerInfo(check, webEngine)
    expect(verdict.faults.map((fault) => fault.code)).toEqual(['certificate-reference-mismatch'])
  })
  const serialOf = (name: string) =>
    openssl('x509', '-in', name, '-noout', '-serial').toString().trim().split('=')[1] ?? ''

  it.each<[string, SigningAlgorithm]>([
    ['rsa', { scheme: 'rsa-pkcs1', digest: 'SHA-256' }],
    ['rsa', { scheme: 'rsa-pkcs1', digest: 'SHA-512' }],
    ['rsa', { scheme: 'rsa-pss', digest: 'SHA-384' }],
    ['ec', { scheme: 'ecdsa', digest: 'SHA-256' }],
  ])('openssl cms -verify -cades accepts what we build with %s %j', async (key, algorithm) => {
    const digest = digestOf(OIDS[algorithm.digest], content)
    if (!digest) throw new Error('no digest')
    const own = read(`${key}.der`)
    const signedAttributes = buildSignedAttributes({ contentDigest: digest, certificate: own, algorithm })
    const pss = algorithm.scheme === 'rsa-pss' ? { padding: 6, saltLength: 48 } : {}
    const signature = sign(algorithm.digest.replace('-', ''), signedAttributes, {
      key: createPrivateKey(readFileSync(at(`${key}.key`))),
      ...pss,
    })
    const built = assembleSignedData({ signedAttributes, signature, certificate: own, chain: [], algorithm })
    writeFileSync(at('ours'), built)
    openssl(
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'ours',
      '-content',
      'content',
      '-CAfile',
      `${key}.pem`,
      '-purpose',
      'any',
      '-out',
      'checked',
    )
    const verdict = await verdictOf(parse(built))
    expect(verdict).toMatchObject({ isIntact: true, faults: [], oddities: [] })
    expect(parse(built).notes).toEqual([])
  })
})
const OIDS = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
}
