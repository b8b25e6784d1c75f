import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { officerCredentials, users } from '@/db/schema/accounts'
import { DEMO_OFFICERS } from '@/db/seed/people'
import type { Ctx } from '@/lib/ports'
import { isNumberRecorded, keepOfficerNumber } from './officer-numbers'
import { totpSecret, unusedCode } from './one-time-codes'
import { hashPassword } from './passwords'
import { seal, unseal } from './sealing'
import { ROLE_WORDS } from './words'

const secrets = z.record(z.string(), z.object({ password: z.string().min(8), totpSecret: z.string().min(16) }))
type Secrets = z.infer<typeof secrets>

export type DemoPerson = {
  name: string
  /** What an officer is called, or what kind of account, in Vietnamese. */
  post: string
  agencyCode: string | null
  agencyName: string | null
  /** How to sign in: officers by name, password and code; the others are chosen on the identity provider's page. */
  credentials: { username: string; password: string; totpSecret: string } | null
}

const PEOPLE_OF_THE_PROVIDER: DemoPerson[] = [
  ['Nguyễn Văn An', 'công dân'],
  ['Trần Thị Bình', 'công dân'],
  ['Công ty TNHH Thương mại Sao Mai (Lê Hoàng Nam)', 'doanh nghiệp'],
  ['Phạm Minh Đức', 'công dân, định danh mức độ 01'],
].map(([name = '', post = '']) => ({ name, post, agencyCode: null, agencyName: null, credentials: null }))

/**
 * Gives each demo officer a password and a code secret of this installation, kept in `file` (readable by its owner
 * only) so that they stay the same; running it again changes nothing. Returns everybody one can sign in as.
 */
export async function provideDemoPeople(ctx: Ctx, file: string): Promise<DemoPerson[]> {
  const kept = existsSync(file) ? secrets.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const all: Secrets = Object.fromEntries(
    DEMO_OFFICERS.map(({ username }) => [username, kept[username] ?? newSecrets(ctx)]),
  )
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 })
  const officers = await Promise.all(
    DEMO_OFFICERS.map(async ({ id, username, name, personalId, agencyName, grant }): Promise<DemoPerson> => {
      const own = all[username] ?? newSecrets(ctx)
      await keepCredentials(ctx, id, { username, ...own }, kept[username] === undefined)
      // What an administrator recorded since stays.
      if (personalId !== null && !(await isNumberRecorded(ctx, id))) await keepOfficerNumber(ctx, id, personalId)
      const { agencyCode, role } = grant
      return { name, post: titleOf(role), agencyCode, agencyName, credentials: { username, ...own } }
    }),
  )
  return [...PEOPLE_OF_THE_PROVIDER, ...officers]
}

function titleOf(role: string): string {
  return Object.entries(ROLE_WORDS).find(([known]) => known === role)?.[1].vi ?? role
}

/** Twelve characters that are told apart when read aloud, and 20 bytes for the codes. */
function newSecrets(ctx: Ctx) {
  const letters = [...ctx.random(12)].map((byte) => 'abcdefghkmnpqrstuvwxyz23456789'.charAt(byte % 30)).join('')
  return { password: letters.replace(/(.{4})(?=.)/g, '$1-'), totpSecret: totpSecret(ctx.random(20)) }
}

type Own = { username: string; password: string; totpSecret: string }

async function keepCredentials(ctx: Ctx, userId: string, own: Own, isNew: boolean): Promise<void> {
  const known = await ctx.db
    .select({ userId: officerCredentials.userId })
    .from(officerCredentials)
    .where(eq(officerCredentials.userId, userId))
  if (known.length > 0 && !isNew) return
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
