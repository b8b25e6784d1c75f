import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import rfc9579 from '../vectors/rfc9579-a1.json'

// Another program is started here, and a busy machine starts it late.
vi.setConfig({ testTimeout: 60_000 })

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'p12-cli-'))
  writeFileSync(join(folder, 'good.p12'), Buffer.from(rfc9579.p12, 'base64'))
  writeFileSync(join(folder, 'bad.p12'), 'not a key file')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const pkcs12 = (...args: string[]) => {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'lib/cms/cli/pkcs12.ts', ...args], { encoding: 'utf8' })
  return { status: done.status, lines: done.stdout.trim().split('\n'), complaint: done.stderr }
}

it('writes one object a line for each file, whatever became of it', () => {
  const files = ['good.p12', 'bad.p12', 'none.p12'].map((name) => join(folder, name))
  const { status, lines } = pkcs12('--json', '--password', rfc9579.password, ...files)
  const [good = '', bad = '', none = ''] = lines
  expect(status).toBe(0)
  expect(JSON.parse(good)).toEqual({ file: files[0], keys: 1, certificates: 1, macVerified: true })
  for (const line of [bad, none])
    expect(JSON.parse(line)).toMatchObject({ keys: 0, certificates: 0, macVerified: false })
  expect(bad).toContain('"error":"p12-malformed')
  expect(none).toContain('"error":"ENOENT')
})

it('says how it is called', () => {
  const { status, complaint } = pkcs12('--json')
  expect(status).toBe(2)
  expect(complaint).toContain('usage:')
})
