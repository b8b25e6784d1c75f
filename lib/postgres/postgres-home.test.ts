import { mkdirSync, mkdtempSync, readlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { linkLibraries } from './postgres-home'

it('makes the links that an install script would have made', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-home-'))
  mkdirSync(path.join(folder, 'native', 'lib'), { recursive: true })
  writeFileSync(path.join(folder, 'native', 'lib', 'libpq.so.5.18'), 'library')
  const list = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  writeFileSync(path.join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(list))
  linkLibraries(folder)
  linkLibraries(folder)
  expect(readlinkSync(path.join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
})
