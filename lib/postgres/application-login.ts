import { rawClient } from '@/db/client'
import { StartRefused } from '@/lib/processes/server'
import { keptPassword } from './kept-password'

const LOGIN = 'motcua_app'
/** Any constant: a role belongs to the whole server, and two starts may give it its password at once. */
const LOCK = 7_311_202_613

/**
 * Lets the application log in to the database of `ownerUrl` on its own, with a password kept in `folder`; changes nothing that
 * is so already. @returns its address
 */
export async function provideLogin(ownerUrl: string, folder: string): Promise<string> {
  const password = keptPassword(folder, 'application.password')
  const sql = rawClient(ownerUrl, { max: 1, name: 'mot-cua login' })
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOCK})`
      const roles = await tx`select from pg_roles where rolname = ${LOGIN}`
      // Letters, digits, - and _ only; a role's password cannot be a parameter.
      await tx.unsafe(`${roles.length === 0 ? 'create' : 'alter'} role ${LOGIN} login password '${password}'`)
    })
  } catch (error) {
    throw new StartRefused(`the database cannot be prepared by its owner: ${saidBy(error)}`)
  } finally {
    await sql.end({ timeout: 2 })
  }
  return Object.assign(new URL(ownerUrl), { username: LOGIN, password }).href
}

const saidBy = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Refuses to serve with a login that could rewrite the audit trail, because it owns the tables or can make itself their owner. */
export async function refuseOwnersLogin(databaseUrl: string): Promise<void> {
  const { login, canOwn } = await standingOf(databaseUrl)
  if (canOwn)
    throw new StartRefused(
      `DATABASE_URL logs in as ${login}, who owns the tables or can become their owner and rewrite the audit trail: ` +
        `let the application log in as ${LOGIN} and give the owner's address in DATABASE_OWNER_URL`,
    )
}

async function standingOf(databaseUrl: string): Promise<{ login: string; canOwn: boolean }> {
  const sql = rawClient(databaseUrl, { max: 1, name: 'mot-cua login' })
  try {
    // A superuser is a member of every role; who may create roles may, before PostgreSQL 16, join any.
    const [row] = await sql`
      select session_user::text as login, rolcreaterole
        or pg_has_role(session_user, (select datdba from pg_database where datname = current_database()), 'member')
        or exists (
          select from pg_tables where schemaname in ('public', 'graphile_worker')
            and pg_has_role(session_user, tableowner, 'member')) as can_own
      from pg_roles where rolname = session_user`
    return { login: String(row?.['login']), canOwn: row?.['can_own'] !== false }
  } catch (error) {
    throw new StartRefused(`DATABASE_URL cannot be used: ${saidBy(error)}`)
  } finally {
    await sql.end({ timeout: 2 })
  }
}
