import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, verify, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Signer } from '@/lib/ports'
import { agencySeals, folderSeals } from './agency-seals'
import { nodeDigest } from './key-algorithm'
import { pkcs11Signer } from './pkcs11-signer'
import { pkcs12Signer } from './pkcs12-signer'

const SOFTHSM = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'].find((file) =>
  existsSync(file),
)
const hasTool = spawnSync('pkcs11-tool', ['--version']).error === undefined
const hasOpenssl = spawnSync('openssl', ['version']).error === undefined
const PASSWORD = 'Mật khẩu 1234'
const PIN = '123456'
const IDS = { rsa: '01', ec: '02' } as const
const KINDS = { rsa: ['-newkey', 'rsa:2048'], ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] } as const
type Kind = keyof typeof KINDS

const folder = mkdtempSync(path.join(os.tmpdir(), 'signer-'))
const at = (name: string) => path.join(folder, name)

function makeKey(kind: Kind) {
  const [key, cert] = [at(`${kind}.pem`), at(`${kind}.crt`)]
  const subject = ['-subj', `/CN=Seal ${kind}`, '-days', '2', '-nodes', '-x509']
  execFileSync('openssl', ['req', ...KINDS[kind], ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const out = ['-inkey', key, '-in', cert, '-out', at(`${kind}.p12`), '-passout', `pass:${PASSWORD}`]
  execFileSync('openssl', ['pkcs12', '-export', ...out])
}

function putOnToken(kind: Kind) {
  const cert = at(`${kind}.crt.der`)
  execFileSync('openssl', ['x509', '-in', at(`${kind}.crt`), '-outform', 'DER', '-out', cert])
  const object = ['--id', IDS[kind], '--label', kind, '--pin', PIN]
  execFileSync('softhsm2-util', ['--import', at(`${kind}.pem`), '--token', 'seal', ...object], { stdio: 'ignore' })
  const where = ['--module', SOFTHSM ?? '', '--token-label', 'seal', '--login']
  execFileSync('pkcs11-tool', [...where, ...object, '--write-object', cert, '--type', 'cert'], { stdio: 'ignore' })
}

/** What every signer promises, whoever holds its key. */
function contract(kind: Kind, open: () => Promise<Signer>) {
  it(`${kind}: signs what its certificate verifies`, async () => {
    const signer = await open()
    expect(new X509Certificate(signer.certificate).subject).toBe(`CN=Seal ${kind}`)
    expect(signer.algorithm.scheme).toBe(kind === 'rsa' ? 'rsa-pkcs1' : 'ecdsa')
    const hash = nodeDigest(signer.algorithm)
    for (const message of [Buffer.from('công văn'), Buffer.alloc(4000, 7)]) {
      const signature = await signer.sign(createHash(hash).update(message).digest(), message)
      const { publicKey } = new X509Certificate(signer.certificate)
      expect(verify(hash, message, publicKey, signature)).toBe(true)
      expect(verify(hash, Buffer.concat([message, Buffer.of(0)]), publicKey, signature)).toBe(false)
    }
  })
}

beforeAll(() => {
  writeFileSync(at('password'), `${PASSWORD}\n`)
  writeFileSync(at('wrong'), '000000')
  if (hasOpenssl) for (const kind of ['rsa', 'ec'] as const) makeKey(kind)
})

describe.skipIf(!hasOpenssl)(`PKCS#12${hasOpenssl ? '' : ' (skipped: openssl is not installed)'}`, () => {
  for (const kind of ['rsa', 'ec'] as const)
    contract(kind, () => pkcs12Signer({ file: at(`${kind}.p12`), passwordFile: at('password') }))

  it('names the file and what is wrong with its password', async () => {
    await expect(pkcs12Signer({ file: at('rsa.p12'), passwordFile: at('wrong') })).rejects.toThrow(
      'rsa.p12: p12-wrong-password',
    )
  })

  it('is opened again after a failure, and for its own agency only', async () => {
    const later = at('later.p12')
    const seals = agencySeals('G01', () => pkcs12Signer({ file: later, passwordFile: at('password') }))
    await expect(seals.of('G01')).rejects.toThrow('ENOENT')
    execFileSync('cp', [at('rsa.p12'), later])
    expect(await seals.of('G01')).toMatchObject({ algorithm: { digest: 'SHA-256' } })
    expect(await seals.of('G02')).toBeNull()
  })

  it('is one of several agencies’, each with a folder of its own', async () => {
    const seals = folderSeals(at('seals'), pkcs12Signer)
    expect(seals.has('H26.101')).toBe(false)
    mkdirSync(at('seals/H26.101'), { recursive: true })
    expect(seals.has('H26.101')).toBe(true)
    await expect(seals.of('H26.101')).rejects.toThrow('ENOENT')
    execFileSync('cp', [at('rsa.p12'), at('seals/H26.101/seal.p12')])
    execFileSync('cp', [at('password'), at('seals/H26.101/password')])
    expect(await seals.of('H26.101')).toMatchObject({ algorithm: { digest: 'SHA-256' } })
    expect(await seals.of('G01')).toBeNull()
    expect(seals.has('..')).toBe(false)
  })
})

const isMissing = SOFTHSM === undefined || !hasTool || !hasOpenssl
describe.skipIf(isMissing)(`PKCS#11${isMissing ? ' (skipped: softhsm2 and opensc are not installed)' : ''}`, () => {
  const key = (id: string, passwordFile = at('pin')) => ({
    ...{ module: SOFTHSM ?? '', token: 'seal', id, passwordFile, chainFile: at('rsa.crt') },
  })

  beforeAll(() => {
    mkdirSync(at('tokens'))
    writeFileSync(at('softhsm2.conf'), `directories.tokendir = ${at('tokens')}\nlog.level = ERROR\n`)
    writeFileSync(at('pin'), PIN)
    process.env['SOFTHSM2_CONF'] = at('softhsm2.conf')
    const pins = ['--so-pin', '87654321', '--pin', PIN]
    execFileSync('softhsm2-util', ['--init-token', '--free', '--label', 'seal', ...pins], { stdio: 'ignore' })
    for (const kind of ['rsa', 'ec'] as const) putOnToken(kind)
  })

  for (const kind of ['rsa', 'ec'] as const) contract(kind, () => pkcs11Signer(key(IDS[kind])))

  it('gives the chain beside the certificate, and names what the token refuses', async () => {
    expect((await pkcs11Signer(key('01'))).chain).toHaveLength(1)
    await expect(pkcs11Signer(key('01', at('wrong')))).rejects.toThrow(/token seal: .*PIN/)
    await expect(pkcs11Signer(key('99'))).rejects.toThrow('token seal')
  })
})
