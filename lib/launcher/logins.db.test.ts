import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { recorder } from '@/lib/ledger/server'
import { provideLogin, refuseOwnersLogin, startPostgres } from '@/lib/postgres/server'
import { database, testCtx, type TestDatabase } from '@/lib/testing'
import { prepareDatabase } from './fill'

let test: TestDatabase
beforeAll(async () => {
  test = await database({ seeded: false })
  await inTransaction(testCtx(test.db), (ctx) =>
    recorder('dossier', { 'dossier.submitted': z.object({}) })(ctx, 'd1', { type: 'dossier.submitted', data: {} }),
  )
})
afterAll(() => test.close())

const as = (address: string, login: string, password: string) =>
  Object.assign(new URL(address), { username: login, password }).href

/** Runs statements over one connection of that address, as somebody who injected them would. */
async function run(address: string, statements: string): Promise<string> {
  const sql = postgres(address, { max: 1, onnotice: () => undefined })
  try {
    await sql.unsafe(statements)
    return 'done'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const owner = () => new URL(test.url).username

describe('the application', () => {
  it.each([
    ['update audit_log set action = null', 'permission denied for table audit_log'],
    ['delete from audit_log', 'permission denied for table audit_log'],
    ['truncate audit_log', 'permission denied for table audit_log'],
    ['reset role; delete from audit_log', 'permission denied for table audit_log'],
    ['set role none; delete from audit_log', 'permission denied for table audit_log'],
    ['reset session authorization; delete from audit_log', 'permission denied for table audit_log'],
    ['alter table audit_log disable trigger all', 'must be owner of table audit_log'],
    ['grant delete on audit_log to motcua_app; delete from audit_log', 'permission denied for table audit_log'],
    ['create or replace function refuse_change() returns trigger language sql as $$ select $$', 'permission denied'],
    ['set session_replication_role = replica', 'permission denied to set parameter'],
  ])('cannot rewrite the ledger: %s', async (statements, refusal) => {
    expect(await run(test.applicationUrl, statements)).toContain(refusal)
    const rows = await test.sql`select action from audit_log`
    expect(rows).toEqual([{ action: 'dossier.submitted' }])
  })

  it('cannot become the owner', async () => {
    const steps = [`set role ${owner()}`, `set session authorization ${owner()}`, `grant ${owner()} to motcua_app`]
    for (const step of steps) expect(await run(test.applicationUrl, step), step).toContain('permission denied')
  })
})

describe('the login the portal is given', () => {
  it('serves when it is the application’s', async () => {
    await expect(refuseOwnersLogin(test.applicationUrl)).resolves.toBeUndefined()
  })

  it('is refused when it is the owner’s, or may join the owner, in one line that says what to do', async () => {
    const joined = `joined_${String(process.pid)}`
    await test.sql.unsafe(`create role ${joined} login password 'x' noinherit in role ${owner()}`)
    try {
      for (const [address, login] of [
        [test.url, owner()],
        [as(test.url, joined, 'x'), joined],
      ] as const) {
        await expect(refuseOwnersLogin(address)).rejects.toThrow(
          new RegExp(`^DATABASE_URL logs in as ${login}, who owns .* DATABASE_OWNER_URL$`),
        )
      }
    } finally {
      await test.sql.unsafe(`drop role ${joined}`)
    }
  })

  it('that does not work is told in one line', async () => {
    await expect(refuseOwnersLogin(as(test.url, 'nobody_here', 'x'))).rejects.toThrow(
      /^DATABASE_URL cannot be used: password authentication failed/,
    )
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-login-'))
    await expect(provideLogin(as(test.url, 'nobody_here', 'x'), folder)).rejects.toThrow(
      /^the database cannot be prepared by its owner: password authentication failed/,
    )
  })

  it('is not enough where tables are missing', async () => {
    const serving = prepareDatabase({ databaseUrl: test.applicationUrl, ownerUrl: null })
    await expect(serving).rejects.toThrow(/set DATABASE_OWNER_URL to its owner's address/)
  })
})

describe('logins are made', () => {
  it('on a server of older data, once, however many starts ask at the same moment', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-login-'))
    chmodSync(folder, 0o755)
    const server = await startPostgres(folder, { settings: { fsync: 'off' } })
    try {
      await run(server.url, 'create role motcua_app nologin')
      const addresses = await Promise.all([1, 2, 3].map(() => provideLogin(server.url, folder)))
      const again = await provideLogin(server.url, folder)
      expect(new Set([...addresses, again]).size).toBe(1)
      expect(await run(again, 'select 1')).toBe('done')
      expect(statSync(path.join(folder, 'application.password')).mode & 0o077).toBe(0)
    } finally {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('by an operator: an owner who is no superuser migrates, and the application works without owning anything', async () => {
    const [name, password] = [`owned_${String(process.pid)}`, 'x']
    const admin = postgres(Object.assign(new URL(test.url), { pathname: '/postgres' }).href, {
      max: 1,
      onnotice: () => undefined,
    })
    try {
      // The lines of the README.
      await admin.unsafe(`create role ${name} login password '${password}'`)
      await admin.unsafe(`grant motcua_app to ${name} with admin option`)
      await admin.unsafe(`create database ${name} owner ${name}`)
      const ownerUrl = as(Object.assign(new URL(test.url), { pathname: `/${name}` }).href, name, password)
      const { username, password: own } = new URL(test.applicationUrl)
      const databaseUrl = as(ownerUrl, username, own)
      await prepareDatabase({ databaseUrl, ownerUrl })
      await expect(prepareDatabase({ databaseUrl, ownerUrl: null })).resolves.toBeUndefined()
      await expect(refuseOwnersLogin(ownerUrl)).rejects.toThrow(/owns the tables/)
      expect(await run(databaseUrl, "select graphile_worker.add_job('dispatch')")).toBe('done')
      expect(await run(databaseUrl, 'delete from audit_log')).toContain('permission denied')
    } finally {
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.unsafe(`drop owned by ${name}`)
      await admin.unsafe(`drop role if exists ${name}`)
      await admin.end()
    }
  })
})
