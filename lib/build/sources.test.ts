import { mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { becomesTrue, isAlive } from '@/lib/processes/server'
import { runInGroup } from './sources'

/** A program that starts another and, like the build, takes no notice of being asked to end. */
function stubborn(folder: string): string {
  return `
    const { spawn } = require('node:child_process')
    const { writeFileSync } = require('node:fs')
    process.on('SIGINT', () => {}); process.on('SIGTERM', () => {})
    const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'])
    writeFileSync(${JSON.stringify(path.join(folder, 'pids'))}, process.pid + ' ' + child.pid)
    setInterval(() => {}, 1000)`
}

it('interrupted, ends the program and what it started at once', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-build-'))
  const readPids = () => {
    try {
      return readFileSync(path.join(folder, 'pids'), 'utf8').split(' ').map(Number)
    } catch {
      return []
    }
  }
  const interrupted = new AbortController()
  const running = runInGroup([process.execPath, '-e', stubborn(folder)], interrupted.signal)
  expect(await becomesTrue(() => readPids().length === 2, 20_000)).toBe(true)
  const began = Date.now()
  interrupted.abort()
  expect((await running).isDone).toBe(false)
  expect(await becomesTrue(() => readPids().every((pid) => !isAlive(pid)), 2_000)).toBe(true)
  expect(Date.now() - began).toBeLessThan(3_000)
}, 30_000)

it('tells what the program said and whether it did well', async () => {
  const run = (code: string) => runInGroup([process.execPath, '-e', code], new AbortController().signal)
  expect(await run('console.log("làm xong")')).toEqual({ isDone: true, output: 'làm xong\n' })
  expect((await run('console.error("hỏng"); process.exit(3)')).isDone).toBe(false)
})
