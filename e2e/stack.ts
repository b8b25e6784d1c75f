import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import postgres from 'postgres'
import { z } from 'zod'

const PATIENCE = { timeout: 90_000, intervals: [250, 500, 1000] }

const readData = (name: string) => readFileSync(path.join(process.env['MOT_CUA_DATA'] ?? '.data', name), 'utf8').trim()

/** Asks the database as its owner: for what no page shows. */
export async function ask<T>(query: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const url = `postgres://motcua:${readData('postgres.password')}@127.0.0.1:${readData('postgres.port')}/motcua`
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await query(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

export type PartName = 'portal' | 'application' | 'worker' | 'mail' | 'database'

const launcher = z.object({ pid: z.number(), origin: z.string() })
const running = () => launcher.parse(JSON.parse(readData('launcher.json')))

/** The process of one part of the stack, or undefined while there is none. */
export function processOf(part: PartName): number | undefined {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const pid = part === 'database' ? ids.find(isDatabase) : ids.find((id) => isPart(id, part))
  return pid === undefined ? undefined : Number(pid)
}

/** Only the server itself shows its command line; its children have titles of their own. */
function isDatabase(id: string): boolean {
  return fileOf(id, 'cmdline')
    .split('\0')
    .includes(`port=${readData('postgres.port')}`)
}

function isPart(id: string, part: PartName): boolean {
  const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(fileOf(id, 'stat'))?.[1])
  return parent === running().pid && fileOf(id, 'environ').split('\0').includes(`MOT_CUA_PART=${part}`)
}

function fileOf(id: string, name: string): string {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8')
  } catch {
    // It ended between the listing and the reading.
    return ''
  }
}

/** Kills a part outright, as a power cut would. */
export function kill(part: PartName): number {
  const id = processOf(part)
  if (id === undefined) throw new Error(`${part} does not run`)
  process.kill(id, 'SIGKILL')
  return id
}

/** Does something while a part is dead; the supervisor is held asleep so long, then finds out and starts it again. */
export async function whileDead(part: PartName, work: () => Promise<void>): Promise<void> {
  const supervisor = running().pid
  process.kill(supervisor, 'SIGSTOP')
  try {
    kill(part)
    await work()
  } finally {
    process.kill(supervisor, 'SIGCONT')
  }
}

const health = z.object({ database: z.string(), worker: z.string(), application: z.string() })

/** Waits until everything answers again. */
export async function isWell(): Promise<void> {
  const look = async () => {
    const answer = await fetch(`${running().origin}/api/health/ready`)
    return health.parse(await answer.json())
  }
  await expect
    .poll(() => look().catch(() => null), PATIENCE)
    .toEqual({ database: 'up', worker: 'up', application: 'up' })
}

const mails = z.array(
  z.object({ to: z.array(z.string()), subject: z.string(), text: z.string(), messageId: z.string() }),
)
export type Mail = z.infer<typeof mails>[number]

/** What arrived at the mail server of the stack and speaks of `code`. */
export async function mailsAbout(code: string): Promise<Mail[]> {
  const { port, protocol, hostname } = new URL(running().origin)
  const answer = await fetch(`${protocol}//${hostname}:${String(Number(port) + 2)}/messages`)
  return mails.parse(await answer.json()).filter(({ subject, text }) => `${subject} ${text}`.includes(code))
}

const counted = z.object({ count: z.coerce.number() })

/** Jobs that still wait, also those that wait for another try. */
export async function jobsLeft(): Promise<number> {
  const [row] = await ask((sql) => sql`select count(*) from graphile_worker._private_jobs`)
  return counted.parse(row).count
}

/** Jobs put off for later are due now. */
export async function letTimePass(): Promise<void> {
  await ask((sql) => sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`)
}

export async function allJobsDone(): Promise<void> {
  await expect.poll(() => jobsLeft().catch(() => -1), PATIENCE).toBe(0)
}

export type Effect = { action: string; notices: number; mailed: number }

/** Every act of a dossier in its order, with how many people were told of it and mailed. */
export async function effectsOn(dossierId: string): Promise<Effect[]> {
  const rows = await ask(
    (sql) => sql`
      select action,
        (select count(*) from notices where key like event.id || ':%')::int as notices,
        (select count(*) from notices join notice_deliveries on notice_id = notices.id
          where key like event.id || ':%' and channel = 'mail' and state = 'delivered')::int as mailed
      from audit_log event
      where subject_kind = 'dossier' and subject_id = ${dossierId} and action = any(${[...ACTS]})
      order by entry`,
  )
  return z.array(z.object({ action: z.string(), notices: z.number(), mailed: z.number() })).parse([...rows])
}

const ACTS = [
  ...['submitted', 'accepted', 'assigned', 'supplementRequested', 'supplemented', 'resultDrafted'],
  ...['approvalRequested', 'approved', 'resultReturned'],
].map((name) => `dossier.${name}`)
