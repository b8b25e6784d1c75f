import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readPkcs12 } from './read'
import type { Pkcs12Progress } from './read'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PASSWORD = 'mật khẩu tiếng Việt'
const FIREFOX = ['-legacy', '-macalg', 'sha1', '-certpbe', 'PBE-SHA1-RC2-40', '-keypbe', 'PBE-SHA1-3DES']
const MODERN = ['-macalg', 'sha256', '-certpbe', 'AES-256-CBC', '-keypbe', 'AES-256-CBC']
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

let folder = ''
const openssl = (...values: string[]) => execFileSync('openssl', values, { cwd: folder, stdio: 'ignore' })

function exportPkcs12(options: readonly string[]): Uint8Array {
  const names = ['-inkey', 'a.key', '-in', 'a.pem', '-out', 'a.p12', '-passout', `pass:${PASSWORD}`]
  openssl('pkcs12', '-export', ...names, '-iter', '600000', ...options)
  return new Uint8Array(readFileSync(join(folder, 'a.p12')))
}

async function outcome(bytes: Uint8Array, password: string) {
  const pkcs12 = await readPkcs12(bytes, password)
  return pkcs12.ok ? pkcs12.value.keys.length : pkcs12.error.code
}

describe.skipIf(!hasOpenssl)('key files with 600,000 rounds a lock (skipped where openssl is absent)', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'p12-rounds-'))
    openssl('req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-keyout', 'a.key', '-out', 'a.pem', '-subj', '/CN=a')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    ['as Firefox writes them', FIREFOX],
    ['with AES-256 and SHA-256', MODERN],
  ])('%s: open, tell a wrong password as such, and say how far they are', async (_, options) => {
    const file = exportPkcs12(options)
    expect(await outcome(file, PASSWORD.normalize('NFD'))).toBe(1)
    expect(await outcome(file, 'sai')).toBe('p12-wrong-password')
    expect(await outcome(file, `${PASSWORD}ế`)).toBe('p12-wrong-password')
    const steps: Pkcs12Progress[] = []
    await readPkcs12(file, PASSWORD, { onProgress: (progress) => steps.push(progress) })
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.every(({ done, of }) => done < of)).toBe(true)
  })
})
