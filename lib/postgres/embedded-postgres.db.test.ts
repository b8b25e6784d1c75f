import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterEach, describe, expect, it } from 'vitest'
import { isAlive } from '@/lib/processes/server'
import { startPostgres, type EmbeddedPostgres } from './embedded-postgres'

const isRoot = process.getuid?.() === 0
const folders: string[] = []
const running: EmbeddedPostgres[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-pg-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

async function start(folder: string): Promise<EmbeddedPostgres> {
  const server = await startPostgres(folder, { settings: { fsync: 'off' } })
  running.push(server)
  return server
}

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const rows = await sql.unsafe(question).values()
  await sql.end()
  return rows[0]?.[0]
}

const pidFile = (folder: string) => path.join(folder, 'postgres', 'postmaster.pid')

describe('the embedded database', () => {
  it('is made once, reused while it lives, and keeps data and address over a restart', async () => {
    const folder = newFolder()
    const first = await start(folder)
    expect(await ask(first.url, 'create table kept as select 42 as answer; select answer from kept')).toBeUndefined()
    const again = await start(folder)
    expect(again).toMatchObject({ started: false, pid: first.pid, url: first.url })
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)
    const second = await start(folder)
    expect(second).toMatchObject({ started: true, url: first.url })
    expect(await ask(second.url, 'select answer from kept')).toBe(42)
  })

  it('starts once when several ask at the same moment', async () => {
    const folder = newFolder()
    const servers = await Promise.all([start(folder), start(folder), start(folder)])
    expect(new Set(servers.map((server) => server.pid)).size).toBe(1)
  })

  it('listens on loopback only and asks for the password', async () => {
    const { url } = await start(newFolder())
    expect(await ask(url, 'show listen_addresses')).toBe('127.0.0.1')
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
  })

  it.runIf(isRoot)('does not run as root, and its files are closed to others', async () => {
    const folder = newFolder()
    const { pid } = await start(folder)
    expect(statSync(`/proc/${String(pid)}`).uid).not.toBe(0)
    expect(statSync(path.join(folder, 'postgres')).mode & 0o077).toBe(0)
    expect(statSync(path.join(folder, 'postgres.password')).mode & 0o077).toBe(0)
  })

  it.runIf(isRoot)('works below a folder that only root may enter', async () => {
    const folder = path.join(newFolder(), 'closed', 'data')
    mkdirSync(folder, { recursive: true })
    chmodSync(path.dirname(folder), 0o700)
    const { url, pid } = await start(folder)
    expect(await ask(url, 'select 1')).toBe(1)
    const place = path.dirname(
      /-D (\S+)/.exec(readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' '))?.[1] ?? '',
    )
    expect(place).toMatch(/^\/var\/tmp\/mot-cua-/)
    folders.push(place)
  })
})

describe('what a crash left behind does not block', () => {
  it('when the server was killed', async () => {
    const folder = newFolder()
    const { pid } = await start(folder)
    process.kill(pid, 'SIGKILL')
    const next = await start(folder)
    expect(next.started).toBe(true)
    expect(await ask(next.url, 'select 1')).toBe(1)
  })

  it('when its process id now belongs to somebody else', async () => {
    const folder = newFolder()
    const { pid, stop } = await start(folder)
    const note = readFileSync(pidFile(folder), 'utf8')
    await stop()
    writeFileSync(pidFile(folder), note.replace(String(pid), String(process.pid)))
    expect((await start(folder)).started).toBe(true)
  })

  it('when a launcher died holding the lock', async () => {
    const folder = newFolder()
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    writeFileSync(path.join(folder, 'postgres.lock'), String(gone))
    expect((await start(folder)).started).toBe(true)
  })
})

describe.runIf(isRoot)('as another user', () => {
  const asUser = (uid: number, folder: string) => {
    execFileSync('chown', ['-R', `${String(uid)}:${String(uid)}`, folder])
    const script = `import { startPostgres } from './lib/postgres/embedded-postgres.ts'
      startPostgres(${JSON.stringify(folder)}).then(async (s) => { console.log('up', s.started); await s.stop() }, (e) => console.log(e.message))`
    const ran = spawnSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', '-e', script], {
      uid,
      gid: uid,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, TMPDIR: folder },
    })
    return ran.stdout + ran.stderr
  }

  it('with a name, it runs as that user', () => {
    expect(asUser(1, newFolder())).toContain('up true')
  })

  it('without one, it says what to do instead', () => {
    expect(asUser(54_321, newFolder())).toContain('set DATABASE_URL')
  })
})
