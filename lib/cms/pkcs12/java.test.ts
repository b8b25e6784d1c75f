import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parseCertificate } from '@/lib/trust'
import { readPkcs12 } from './read'

// Other programs are started here, and a busy machine starts them late.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const hasKeytool = spawnSync('keytool', ['-help']).status === 0

async function open(bytes: Uint8Array, password: string) {
  const result = await readPkcs12(bytes, password)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
const subjectOf = (der: Uint8Array | undefined) => {
  const certificate = parseCertificate(der ?? new Uint8Array(0))
  return certificate.ok ? certificate.value.subject.text : undefined
}

describe.skipIf(!hasKeytool)('key stores of Java (skipped where keytool is absent)', () => {
  let folder = ''
  let store = ''
  const keytool = (...args: string[]) =>
    execFileSync('keytool', [...args, '-storetype', 'PKCS12', '-storepass', 'matkhau123', '-keystore', store], {
      stdio: 'ignore',
    })
  const generate = (alias: string, ...options: string[]) => {
    keytool('-genkeypair', '-alias', alias, '-dname', `CN=${alias}`, ...options)
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jks-'))
    store = join(folder, 'store.p12')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('hold several keys, each with its own certificate, and secrets that are passed over', async () => {
    generate('mot', '-keyalg', 'RSA', '-keysize', '2048')
    generate('hai', '-keyalg', 'EC', '-groupname', 'secp256r1')
    keytool('-genseckey', '-alias', 'ba', '-keyalg', 'AES', '-keysize', '256')
    const { keys, certificates, passedOver } = await open(new Uint8Array(readFileSync(store)), 'matkhau123')
    expect(certificates).toHaveLength(2)
    expect(keys.map((key) => [key.friendlyName, subjectOf(key.certificate)])).toEqual([
      ['mot', 'CN=mot'],
      ['hai', 'CN=hai'],
    ])
    expect(passedOver).toEqual(['1.2.840.113549.1.12.10.1.5'])
  }, 30_000)
})
