import { execFileSync, spawnSync } from 'node:child_process'
import { createCipheriv, scryptSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { der } from '@/lib/trust'
import { nodeRarities } from './node-rarities'
import { P12 } from './pkcs12/oids'
import { readPkcs12 } from './pkcs12/read'

// Other programs are started here, and a busy machine starts them late.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const PASSWORD = 'mật khẩu'
const hasOpenssl = spawnSync('openssl', ['version']).error === undefined
let folder = ''
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'p12-rare-'))
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem']
  if (hasOpenssl) openssl('req', '-x509', ...key, '-out', 'cert.pem', '-subj', '/CN=rare')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function exportPkcs12(...options: string[]): Uint8Array {
  const out = ['-passout', `pass:${PASSWORD}`, '-out', 'out.p12']
  openssl('pkcs12', '-export', '-inkey', 'key.pem', '-in', 'cert.pem', ...out, ...options)
  return new Uint8Array(readFileSync(join(folder, 'out.p12')))
}

const outcome = async (bytes: Uint8Array, password = PASSWORD, rarities = nodeRarities) => {
  const result = await readPkcs12(bytes, password, { rarities })
  return result.ok ? [result.value.keys.length, result.value.certificates.length] : result.error.code
}

describe.skipIf(!hasOpenssl)(`what openssl locks${hasOpenssl ? '' : ' (skipped: openssl is not installed)'}`, () => {
  it.each([
    ...['camellia-128-cbc', 'camellia-256-cbc', 'camellia-192-ctr', 'aria-128-cbc', 'aria-192-cfb', 'aria-256-ecb'],
    ...['sm4-cbc', 'sm4-ctr', 'aes-256-ofb', 'aes-128-cfb', 'aes-192-ecb'],
  ])('with %s is read', async (cipher) => {
    const bytes = exportPkcs12('-keypbe', cipher, '-certpbe', cipher)
    expect(await outcome(bytes)).toEqual([1, 1])
    expect(await outcome(bytes, 'sai')).toBe('p12-wrong-password')
    expect((await readPkcs12(bytes, PASSWORD)).ok).toBe(false)
  })

  it.each(['sm3', 'ripemd160', 'blake2b512', 'blake2s256'])('and checks by %s is read', async (digest) => {
    const bytes = exportPkcs12('-macalg', digest)
    expect(await outcome(bytes)).toEqual([1, 1])
    expect(await outcome(bytes, 'sai')).toBe('p12-wrong-password')
  })
})

const pkcs8 = der.sequence(der.integer(0), der.sequence(der.oid('1.3.101.112')), der.octetString(new Uint8Array(34)))

type Cost = { n: number; r: number; p: number }

/** One key under scrypt (RFC 7914) and AES-256-GCM (RFC 5084), as Bouncy Castle can lock it. */
function scryptFile({ n, r, p }: Cost, isCheap = false): Uint8Array {
  const [salt, nonce] = [new Uint8Array(16).fill(1), new Uint8Array(12).fill(2)]
  const key = isCheap ? new Uint8Array(32) : scryptSync(PASSWORD, salt, 32, { N: n, r, p })
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const locked = Buffer.concat([cipher.update(pkcs8), cipher.final(), cipher.getAuthTag()])
  const cost = [n, r, p].map((value) => der.integer(value))
  const kdf = der.sequence(der.oid(P12.scrypt), der.sequence(der.octetString(salt), ...cost))
  const gcm = der.sequence(der.oid('2.16.840.1.101.3.4.1.46'), der.sequence(der.octetString(nonce), der.integer(16)))
  const shrouded = der.sequence(der.sequence(der.oid(P12.pbes2), der.sequence(kdf, gcm)), der.octetString(locked))
  const bags = der.sequence(der.sequence(der.oid(P12.shroudedKeyBag), der.explicit(0, shrouded)))
  const data = (content: Uint8Array) => der.sequence(der.oid(P12.data), der.explicit(0, der.octetString(content)))
  return der.sequence(der.integer(3), data(der.sequence(data(bags))))
}

describe('scrypt and GCM', () => {
  it('are read, and tell a wrong password', async () => {
    const bytes = scryptFile({ n: 1024, r: 8, p: 1 })
    expect(await outcome(bytes)).toEqual([1, 0])
    expect(await outcome(bytes, 'sai')).toBe('p12-wrong-password')
  })

  it('at an absurd cost are refused at once', async () => {
    expect(await outcome(scryptFile({ n: 2 ** 30, r: 8, p: 1 }, true))).toBe('p12-iterations')
    expect(await outcome(scryptFile({ n: 2 ** 16, r: 8, p: 1000 }, true))).toBe('p12-iterations')
    expect(await outcome(scryptFile({ n: 1000, r: 8, p: 1 }, true))).toBe('p12-corrupt')
  })
})
