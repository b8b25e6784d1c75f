import { chmodSync, mkdtempSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { applicationAddress } from './application-address'

afterEach(() => vi.unstubAllEnvs())

const settings = { dataFolder: '.data', port: 3000 }

function aTemporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'address-'))
  vi.stubEnv('TMPDIR', folder)
  return folder
}

it.skipIf(process.platform === 'win32')(
  'is a short path in a folder of this user alone, another for each portal',
  () => {
    const folder = aTemporaryFolder()
    const address = applicationAddress(settings)
    expect(address.startsWith(folder)).toBe(true)
    expect(Buffer.byteLength(address)).toBeLessThan(100)
    expect(statSync(path.dirname(address)).mode & 0o077).toBe(0)
    expect(applicationAddress(settings)).toBe(address)
    expect(applicationAddress({ ...settings, port: 3001 })).not.toBe(address)
    expect(applicationAddress({ ...settings, dataFolder: `/${'long/'.repeat(60)}` }).length).toBe(address.length)
  },
)

it.skipIf(process.platform === 'win32')('is refused in a folder that others may enter', () => {
  aTemporaryFolder()
  const address = applicationAddress(settings)
  chmodSync(path.dirname(address), 0o755)
  expect(() => applicationAddress(settings)).toThrow(/not a folder of this user alone/)
})
