import { randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDatabase } from '@/lib/testing'
import { database } from '@/lib/testing'
import { rawClient } from './client'
import { migrate } from './migrate'

const MIGRATIONS = path.resolve('db/migrations')
const MAILED = '01900000-0000-7000-8000-00000000000a'
const WAITING = '01900000-0000-7000-8000-00000000000b'
const NOBODY = '01900000-0000-7000-8000-00000000000c'

let test: TestDatabase
let before = ''
const name = `t_${String(process.pid)}_${randomBytes(4).toString('hex')}`
beforeAll(async () => {
  test = await database({ seeded: false })
  await test.sql.unsafe(`create database ${name}`)
  before = await mkdtemp(path.join(os.tmpdir(), 'migrations-'))
  const earlier = (await readdir(MIGRATIONS)).filter((file) => file < '0220_notice_deliveries.sql')
  await Promise.all(earlier.map((file) => copyFile(path.join(MIGRATIONS, file), path.join(before, file))))
})
afterAll(async () => {
  await test.sql.unsafe(`drop database if exists ${name} with (force)`)
  await rm(before, { recursive: true })
  await test.close()
})

it('mails of before become deliveries: sent, waiting with a job of the new name, or never sent for want of an address', async () => {
  const url = Object.assign(new URL(test.url), { pathname: `/${name}` }).href
  await migrate(url, before)
  const sql = rawClient(url, { max: 1 })
  const notice = (id: string, mailedAt: string | null) => sql`
    insert into notices (id, key, user_id, title, body, created_at, mailed_at)
    values (${id}, ${id}, ${id}, '{}', '{}', '2026-03-01T00:00:00Z', ${mailedAt})`
  await notice(MAILED, '2026-03-01T00:00:05Z')
  await notice(WAITING, null)
  await notice(NOBODY, null)
  await sql`select graphile_worker.add_job('notices.mail', ${sql.json({ noticeId: WAITING })}::json, job_key => ${`mail:${WAITING}`})`

  await migrate(url, MIGRATIONS)
  const deliveries = await sql`
    select notice_id, state, attempts, reason, changed_at from notice_deliveries where channel = 'mail' order by notice_id`
  const created = new Date('2026-03-01T00:00:00Z')
  expect([...deliveries]).toEqual([
    { notice_id: MAILED, state: 'delivered', attempts: 1, reason: null, changed_at: new Date('2026-03-01T00:00:05Z') },
    { notice_id: WAITING, state: 'waiting', attempts: 0, reason: null, changed_at: created },
    { notice_id: NOBODY, state: 'skipped', attempts: 0, reason: 'no-address', changed_at: created },
  ])
  const inApp = await sql`select distinct state from notice_deliveries where channel = 'in_app'`
  expect([...inApp]).toEqual([{ state: 'delivered' }])
  const jobs = await sql`
    select task_identifier, key, payload from graphile_worker.jobs view
    join graphile_worker._private_jobs job using (id, key)`
  expect([...jobs]).toEqual([
    {
      task_identifier: 'notices.deliver',
      key: `deliver:${WAITING}:mail`,
      payload: { noticeId: WAITING, channel: 'mail' },
    },
  ])
  await sql.end()
})
