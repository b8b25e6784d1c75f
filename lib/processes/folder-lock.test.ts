import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { withLock } from './folder-lock'

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'mot-cua-lock-'))

it('lets one in at a time', async () => {
  const file = path.join(newFolder(), 'lock')
  let inside = 0
  let most = 0
  const enter = () =>
    withLock(file, async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside -= 1
    })
  await Promise.all([enter(), enter(), enter(), enter()])
  expect(most).toBe(1)
})

it('takes over a lock nobody has touched for long, even if a process of that id lives', async () => {
  const file = path.join(newFolder(), 'lock')
  writeFileSync(file, String(process.ppid))
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(file, longAgo, longAgo)
  expect(await withLock(file, () => Promise.resolve('in'))).toBe('in')
})
