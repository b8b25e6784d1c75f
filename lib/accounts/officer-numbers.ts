import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { officerNumbers, roleGrants, users } from '@/db/schema/accounts'
import { holdsAnywhere, LEADERS, userIdOf } from '@/lib/access'
import type { Actor, Role } from '@/lib/access'
import { localDate } from '@/lib/calendar'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok, uuid } from '@/lib/kernel'
import { record } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { grantInForce, rolesAmong } from './account-queries'
import { officerNumberTyped } from './officer-number'
import { keyedHash, seal, unseal } from './sealing'

const MOST_SHOWN = 100
const bound = (owner: string) => ({ purpose: 'officer-number', owner }) as const

/** The personal number recorded of an officer; null while none is. */
export async function officerNumber(ctx: Ctx, userId: string): Promise<string | null> {
  const [row] = await ctx.db.select().from(officerNumbers).where(eq(officerNumbers.userId, userId))
  return row === undefined ? null : unseal(ctx.ports.secrets.personalData, bound(userId), row.personalIdSealed)
}

/** Whether a number is recorded under which nobody else can be given it. */
export async function isNumberRecorded(ctx: Ctx, userId: string): Promise<boolean> {
  const [row] = await ctx.db.select().from(officerNumbers).where(eq(officerNumbers.userId, userId))
  return (row?.personalIdHash ?? null) !== null
}

/** The agencies whose officers somebody may record numbers of; `null` stands for all, an empty list for none. */
function administered(actor: Actor): string[] | null {
  if (actor.kind !== 'officer') return []
  if (holdsAnywhere(actor, ['systemAdmin'])) return null
  return actor.grants.flatMap(({ role, agencyCode }) => (role === 'agencyAdmin' ? [agencyCode] : []))
}

/** Whether there is anybody whose number this actor may record. */
export const administersOfficers = (actor: Actor) => administered(actor)?.length !== 0

/** Somebody who approves results, and so must sign as the person of a recorded number. */
export type SigningOfficer = {
  userId: string
  name: string
  posts: { role: Role; agencyCode: string }[]
  /** The last three digits of the number, and since when; null while none is recorded. */
  number: { ending: string; recordedAt: Date } | null
}

/** Those who sign results at the agencies an administrator looks after, by name; `q` narrows by name. */
export async function signingOfficers(ctx: Ctx, q = ''): Promise<Result<SigningOfficer[], DomainError>> {
  if (ctx.actor.kind === 'anonymous') return err({ code: 'sign-in-required' })
  const agencies = administered(ctx.actor)
  if (agencies?.length === 0) return err({ code: 'forbidden' })
  return ok(await officersWhere(ctx, agencies, q === '' ? undefined : nameLike(q)))
}

/** One of them, unless it is nobody this actor may see here. */
export async function signingOfficer(ctx: Ctx, userId: string): Promise<SigningOfficer | null> {
  if (!uuid.safeParse(userId).success || !administersOfficers(ctx.actor)) return null
  return (await officersWhere(ctx, administered(ctx.actor), eq(users.id, userId)))[0] ?? null
}

const nameLike = (q: string) =>
  sql`unaccent(lower(${users.name})) like '%' || unaccent(lower(${q.replace(/[\\%_]/g, '\\$&')})) || '%'`

type Condition = Parameters<typeof and>[0]

async function officersWhere(ctx: Ctx, agencies: string[] | null, which: Condition): Promise<SigningOfficer[]> {
  const places = agencies === null ? undefined : inArray(roleGrants.agencyCode, agencies)
  const rows = await ctx.db
    .select({
      ...{ userId: users.id, name: users.name },
      posts: sql`json_agg(distinct jsonb_build_object('role', ${roleGrants.role}, 'agencyCode', ${roleGrants.agencyCode}))`,
      ...{ sealed: officerNumbers.personalIdSealed, recordedAt: officerNumbers.recordedAt },
    })
    .from(users)
    .innerJoin(roleGrants, and(eq(roleGrants.userId, users.id), grantInForce(ctx.now)))
    .leftJoin(officerNumbers, eq(officerNumbers.userId, users.id))
    .where(and(inArray(roleGrants.role, [...LEADERS]), places, which))
    .groupBy(users.id, users.name, officerNumbers.userId)
    .orderBy(asc(users.name), asc(users.id))
    .limit(MOST_SHOWN)
  return rows.map(({ sealed, recordedAt, posts, ...officer }) => ({
    ...{ ...officer, posts: rolesAmong(posts) },
    number:
      sealed === null || recordedAt === null ? null : { ending: endingOf(ctx, officer.userId, sealed), recordedAt },
  }))
}

const endingOf = (ctx: Ctx, userId: string, sealed: Uint8Array) =>
  unseal(ctx.ports.secrets.personalData, bound(userId), sealed).slice(-3)

/** Records whose certificates an officer signs with from now on, in place of a number recorded before. */
export async function recordOfficerNumber(ctx: Ctx, userId: string, typed: string): Promise<Result<null, DomainError>> {
  if ((await signingOfficer(ctx, userId)) === null) return err({ code: 'not-found' })
  const number = officerNumberTyped(typed, localDate(ctx.now))
  return number.ok ? keepOfficerNumber(ctx, userId, number.value) : number
}

/** Records a number nobody else has; the ledger says that it was done, by whom and whether one was replaced, not the number. */
export async function keepOfficerNumber(
  ctx: Ctx,
  userId: string,
  personalId: string,
): Promise<Result<null, DomainError>> {
  const key = ctx.ports.secrets.personalData
  const personalIdHash = keyedHash(key, 'officer-number', personalId)
  return ctx.db.transaction(async (tx) => {
    // Of two officers given one number at once, the second waits and is refused.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${personalIdHash}, 0))`)
    const known = await holderOf(tx, userId)
    if (known?.personalIdHash === personalIdHash) return ok(null)
    if (await isTaken(tx, userId, personalIdHash)) return err({ code: 'officer-number-taken' })
    const personalIdSealed = seal(key, bound(userId), personalId, ctx.random(12))
    const set = { personalIdSealed, personalIdHash, recordedAt: ctx.now, recordedBy: userIdOf(ctx.actor) }
    await tx
      .insert(officerNumbers)
      .values({ userId, ...set })
      .onConflictDoUpdate({ target: officerNumbers.userId, set })
    const data = { isReplaced: known !== undefined }
    await record(tx, ctx, { subject: { kind: 'user', id: userId }, action: 'officer.numberRecorded', data })
    return ok(null)
  })
}

async function holderOf(tx: Tx, userId: string) {
  const rows = await tx.select().from(officerNumbers).where(eq(officerNumbers.userId, userId)).for('update')
  return rows[0]
}

async function isTaken(tx: Tx, userId: string, personalIdHash: string): Promise<boolean> {
  const others = await tx
    .select({ userId: officerNumbers.userId })
    .from(officerNumbers)
    .where(and(eq(officerNumbers.personalIdHash, personalIdHash), ne(officerNumbers.userId, userId)))
  return others.length > 0
}
