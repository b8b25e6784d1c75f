import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '@/lib/processes/server'
import { noteLauncher, runningLauncher } from './running'
import { demoSecrets } from './secrets'

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'mot-cua-launcher-'))

let server: Server | undefined
afterEach(() => {
  server?.close()
})

/** Runs `npm start` as a person would, until it ends by itself. */
function start(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['lib/launcher/start.mjs', 'start'], {
    env: { ...process.env, NODE_ENV: 'production', MOT_CUA_DATA: newFolder(), ...environment },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      resolve({ code, output: output.trim() })
    })
  })
}

describe('npm start says in one line what stops it', () => {
  it('a wrong value', async () => {
    const { code, output } = await start({ PORT: '80a' })
    expect({ code, output }).toEqual({
      code: 1,
      output: 'Không khởi động được: PORT is "80a": expected a port between 1 and 65535',
    })
  })

  it('a port that is taken', async () => {
    const port = await freePort()
    server = createServer()
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    const { code, output } = await start({ PORT: String(port) })
    expect(code).toBe(1)
    expect(output).toBe(
      `Không khởi động được: port ${String(port)} is taken by another program: stop it or set PORT to a free one`,
    )
  })

  it('a production configuration that lacks something', async () => {
    const { code, output } = await start({ MOT_CUA_MODE: 'production', PORT: String(await freePort()) })
    expect(code).toBe(1)
    expect(output).toMatch(/^Không khởi động được: (ORIGIN|DATABASE_URL) is not set: expected [^\n]+$/)
  })
})

describe('notes in the data folder', () => {
  it('does not take a stranger with a reused process id for a running launcher', () => {
    const folder = newFolder()
    writeFileSync(
      path.join(folder, 'launcher.json'),
      JSON.stringify({ pid: process.ppid, origin: 'http://localhost:1' }),
    )
    expect(runningLauncher(folder)).toBeNull()
    writeFileSync(path.join(folder, 'launcher.json'), '{"pid":')
    expect(runningLauncher(folder)).toBeNull()
    noteLauncher(folder, 'http://localhost:1')()
    expect(existsSync(path.join(folder, 'launcher.json'))).toBe(false)
  })

  it('makes the secrets of a demo once, for its owner only, marked as such', () => {
    const folder = newFolder()
    const secrets = demoSecrets(folder)
    expect(demoSecrets(folder)).toEqual(secrets)
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o077).toBe(0)
    expect(Object.values(secrets).every((secret) => secret.startsWith('demo-'))).toBe(true)
    expect(demoSecrets(newFolder())).not.toEqual(secrets)
  })
})
