import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { officerCredentials, roleGrants, users } from '@/db/schema/accounts'
import { ROLES, type Role } from '@/lib/access'
import { agencyByCode } from '@/lib/agencies/server'
import { say } from '@/lib/i18n'
import type { Ctx } from '@/lib/ports'
import { grantInForce } from './account-queries'
import { isNumberRecorded, keepOfficerNumber } from './officer-numbers'
import { totpSecret, unusedCode } from './one-time-codes'
import { hashPassword } from './passwords'
import { seal, unseal } from './sealing'

const secrets = z.record(z.string(), z.object({ password: z.string().min(8), totpSecret: z.string().min(16) }))
type Secrets = z.infer<typeof secrets>

/** An officer of the demo as whoever makes them describes them: an account that is there already, and how it is to be signed in to. */
export type DemoOfficer = { id: string; username: string; personalId: string | null }

export type DemoCredentials = { username: string; password: string; totpSecret: string }

/**
 * Gives each of these officers a password and a code secret of this installation, kept in `file` (readable by its owner
 * only) so that they stay the same; running it again changes nothing. Returns what each signs in with, in their order.
 */
export async function provideDemoOfficers(
  ctx: Ctx,
  officers: readonly DemoOfficer[],
  file: string,
): Promise<DemoCredentials[]> {
  const stored = existsSync(file) ? secrets.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const all = officers.map(({ username }) => ({ username, ...(stored[username] ?? newSecrets(ctx)) }))
  const written: Secrets = Object.fromEntries(all.map(({ username, ...own }) => [username, own]))
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 })
  await Promise.all(
    officers.map(async ({ id, username, personalId }) => {
      const own = all.find((candidate) => candidate.username === username)
      if (own !== undefined) await keepCredentials(ctx, id, own, stored[username] === undefined)
      // What an administrator recorded since stays.
      if (personalId !== null && !(await isNumberRecorded(ctx, id))) await keepOfficerNumber(ctx, id, personalId)
    }),
  )
  return all
}

export type DemoSignIn = { username: string; name: string; role: Role; agencyName: string }

/** The invented officers one can sign in as, in the order they were made; real ones are never listed. */
export async function demoSignIns(ctx: Ctx): Promise<DemoSignIn[]> {
  const { username } = officerCredentials
  const rows = await ctx.db
    .selectDistinctOn([users.id], { username, name: users.name, role: roleGrants.role, code: roleGrants.agencyCode })
    .from(users)
    .innerJoin(officerCredentials, eq(officerCredentials.userId, users.id))
    .innerJoin(roleGrants, and(eq(roleGrants.userId, users.id), grantInForce(ctx.now)))
    .where(eq(users.isSample, true))
    .orderBy(asc(users.id), asc(roleGrants.effectiveFrom), asc(roleGrants.id))
  return Promise.all(
    rows.map(async ({ code, role, ...officer }) => {
      const agency = await agencyByCode(ctx, code)
      const agencyName = agency === null ? code : say(agency.name, ctx.locale)
      return { ...officer, role: z.enum(ROLES).parse(role), agencyName }
    }),
  )
}

/** Twelve characters that are told apart when read aloud, and 20 bytes for the codes. */
function newSecrets(ctx: Ctx) {
  const letters = [...ctx.random(12)].map((byte) => 'abcdefghkmnpqrstuvwxyz23456789'.charAt(byte % 30)).join('')
  return { password: letters.replace(/(.{4})(?=.)/g, '$1-'), totpSecret: totpSecret(ctx.random(20)) }
}

async function keepCredentials(ctx: Ctx, userId: string, own: DemoCredentials, isNew: boolean): Promise<void> {
  const rows = await ctx.db
    .select({ userId: officerCredentials.userId })
    .from(officerCredentials)
    .where(eq(officerCredentials.userId, userId))
  if (rows.length > 0 && !isNew) return
  const key = ctx.ports.secrets.personalData
  const values = {
    username: own.username,
    passwordHash: await hashPassword(own.password, ctx.random(16)),
    totpSealed: seal(key, { purpose: 'totp', owner: userId }, own.totpSecret, ctx.random(12)),
  }
  await ctx.db
    .insert(officerCredentials)
    .values({ userId, ...values })
    .onConflictDoUpdate({ target: officerCredentials.userId, set: values })
}

/** The code a demo officer's application would show now, so that a visitor needs no telephone; null for real people. */
export async function demoCode(ctx: Ctx, userId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ sealed: officerCredentials.totpSealed, lastStep: officerCredentials.totpLastStep })
    .from(officerCredentials)
    .innerJoin(users, and(eq(users.id, officerCredentials.userId), eq(users.isSample, true)))
    .where(eq(officerCredentials.userId, userId))
  if (row === undefined) return null
  const secret = unseal(ctx.ports.secrets.personalData, { purpose: 'totp', owner: userId }, row.sealed)
  return unusedCode(secret, ctx.now, row.lastStep)
}
