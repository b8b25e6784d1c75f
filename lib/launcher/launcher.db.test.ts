import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { freePort, withLock } from '@/lib/processes/server'
import { linkLibraries } from './postgres-home'
import { noteLauncher, runningLauncher } from './running'
import { demoSecrets } from './secrets'
import { supervise, type Supervised } from './supervisor'

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'mot-cua-launcher-'))

let server: Server | undefined
let supervised: Supervised | undefined
afterEach(async () => {
  server?.close()
  await supervised?.stop()
  supervised = undefined
})

/** Runs `npm start` as a person would, until it ends by itself. */
function start(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['lib/launcher/start.mjs', 'start'], {
    env: { ...process.env, NODE_ENV: 'production', MOT_CUA_DATA: newFolder(), ...environment },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      resolve({ code, said: said.trim() })
    })
  })
}

describe('npm start says in one line what stops it', () => {
  it('a wrong value', async () => {
    const { code, said } = await start({ PORT: '80a' })
    expect({ code, said }).toEqual({
      code: 1,
      said: 'Không khởi động được: PORT is "80a": expected a port between 1 and 65535',
    })
  })

  it('a port that is taken', async () => {
    const port = await freePort()
    server = createServer()
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    const { code, said } = await start({ PORT: String(port) })
    expect(code).toBe(1)
    expect(said).toBe(
      `Không khởi động được: port ${String(port)} is taken by another program: stop it or set PORT to a free one`,
    )
  })

  it('a production configuration that lacks something', async () => {
    const { code, said } = await start({ MOT_CUA_MODE: 'production', PORT: String(await freePort()) })
    expect(code).toBe(1)
    expect(said).toMatch(/^Không khởi động được: (ORIGIN|DATABASE_URL) is not set: expected [^\n]+$/)
  })
})

describe('a supervised program', () => {
  const part = (folder: string, script: string) => ({
    ...{ name: 'thing', command: [process.execPath, '-e', script], environment: {} },
    log: path.join(folder, 'thing.log'),
  })

  it('that crashes is told in one line and started again, more slowly each time', async () => {
    const folder = newFolder()
    const lines: string[] = []
    supervised = supervise(part(folder, 'console.log("ran"); process.exit(3)'), (line) => lines.push(line))
    await vi.waitFor(
      () => {
        expect(lines.length).toBeGreaterThanOrEqual(2)
      },
      { timeout: 10_000 },
    )
    expect(lines[0]).toContain('thing stopped (exit code 3); starting it again in 0.5 s; see ')
    expect(lines[1]).toContain('starting it again in 1 s')
    expect(readFileSync(path.join(folder, 'thing.log'), 'utf8').match(/ran/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('that never stays up is left alone after the last try, and still starts when asked', async () => {
    const folder = newFolder()
    const lines: string[] = []
    let isGivenUp = false
    const onGivenUp = () => {
      isGivenUp = true
    }
    const broken = part(folder, 'console.log("ran"); process.exit(3)')
    supervised = supervise(broken, (line) => lines.push(line), { onGivenUp, pauses: [10, 20] })
    await vi.waitFor(() => {
      expect(isGivenUp).toBe(true)
    }, 20_000)
    expect(lines).toHaveLength(3)
    expect(lines.at(-1)).toContain('stopped 3 times in a row (exit code 3) and is not started again')
    supervised.restart()
    await vi.waitFor(() => {
      expect(lines).toHaveLength(4)
    }, 20_000)
  })

  it('is asked to end before it is made to', async () => {
    const folder = newFolder()
    const script = `process.on('SIGTERM', () => { require('fs').writeFileSync('${folder}/ended', 'well'); process.exit(0) }); require('fs').writeFileSync('${folder}/up', ''); setInterval(() => {}, 1000)`
    supervised = supervise(part(folder, script), () => undefined)
    await vi.waitFor(() => {
      expect(existsSync(path.join(folder, 'up'))).toBe(true)
    })
    await supervised.stop()
    expect(readFileSync(path.join(folder, 'ended'), 'utf8')).toBe('well')
  })
})

describe('a supervised program that freezes', () => {
  const patience = { everyMs: 50, running: 10, stopping: 4 }
  const frozen = (folder: string, script: string) => ({
    ...{ name: 'thing', environment: {}, log: path.join(folder, 'thing.log') },
    command: [process.execPath, '--import=./lib/launcher/supervised.mjs', '-e', script],
  })
  const up = (folder: string) => `require('fs').appendFileSync('${folder}/up', process.pid + '\\n');`
  const starts = (folder: string) =>
    existsSync(path.join(folder, 'up')) ? readFileSync(path.join(folder, 'up'), 'utf8').trim().split('\n') : []

  it.each([
    ['by a signal', "process.kill(process.pid, 'SIGSTOP')"],
    ['in an endless loop', 'for (;;);'],
  ])('%s is ended and started again', async (_, freeze) => {
    const folder = newFolder()
    const lines: string[] = []
    // The second life goes on: the program freezes only where it runs for the first time.
    const first = `if (require('fs').readFileSync('${folder}/up', 'utf8').split('\\n').length === 2) setTimeout(() => { ${freeze} }, 200);`
    const script = `${up(folder)} ${first} setInterval(() => {}, 1000)`
    supervised = supervise(frozen(folder, script), (line) => lines.push(line), {
      pauses: [10, 10_000],
      patience: { ...patience, running: 60 },
    })
    await vi.waitFor(() => {
      expect(starts(folder)).toHaveLength(2)
    }, 20_000)
    expect(lines).toEqual([
      'thing has stopped answering and is ended',
      expect.stringContaining('thing stopped (SIGKILL); starting it again'),
    ])
  })

  it('is ended at once when asked to stop, while one that answers may take its time', async () => {
    const folder = newFolder()
    const slow = `process.on('SIGTERM', () => setTimeout(() => { ${up(folder)} process.exit(0) }, 3000));`
    supervised = supervise(frozen(folder, `${up(folder)} ${slow} setInterval(() => {}, 1000)`), () => undefined, {
      patience: { everyMs: 500, stopping: 4 },
    })
    await vi.waitFor(() => {
      expect(starts(folder)).toHaveLength(1)
    }, 20_000)
    await supervised.stop()
    expect(starts(folder)).toHaveLength(2)

    const other = newFolder()
    const deaf = `process.on('SIGTERM', () => { ${up(other)} });`
    supervised = supervise(frozen(other, `${up(other)} ${deaf} setInterval(() => {}, 1000)`), () => undefined, {
      patience: { everyMs: 50, running: 1_000, stopping: 4 },
    })
    await vi.waitFor(() => {
      expect(starts(other)).toHaveLength(1)
    }, 20_000)
    const pid = supervised.pid() ?? 0
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    process.kill(pid, 'SIGSTOP')
    await supervised.stop()
    expect(starts(other)).toHaveLength(1)
  })
})

describe('locks and notes', () => {
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

  it('makes the links that an install script would have made', () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'native', 'lib'), { recursive: true })
    writeFileSync(path.join(folder, 'native', 'lib', 'libpq.so.5.18'), 'library')
    const list = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
    writeFileSync(path.join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(list))
    linkLibraries(folder)
    linkLibraries(folder)
    expect(readlinkSync(path.join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
  })
})
