import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { contactPhones, officerNumbers, roleGrants, users } from '@/db/schema/accounts'
import { holdsAnywhere, LEADERS } from '@/lib/access'
import type { Actor, Role } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok, uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { byName, grantInForce, phoneInForce, rolesAmong } from './account-queries'
import { boundNumber } from './officer-number'
import { unseal } from './sealing'

/** How many are listed at once; who is not among them is found by name. */
export const MOST_STAFF = 100

/** The agencies somebody looks after; `null` stands for all, an empty list for none. */
function administeredCodes(actor: Actor): string[] | null {
  if (actor.kind !== 'officer') return []
  if (holdsAnywhere(actor, ['systemAdmin'])) return null
  return actor.grants.flatMap(({ role, agencyCode }) => (role === 'agencyAdmin' ? [agencyCode] : []))
}

/** Whether there is anybody whose telephone or number this actor may record. */
export const administersOfficers = (actor: Actor) => administeredCodes(actor)?.length !== 0

/** Somebody who works at an agency the reader looks after. */
type StaffMember = {
  userId: string
  name: string
  posts: { role: Role; agencyCode: string }[]
  /** Approves results there, and so must sign as the person of a recorded number. */
  signsResults: boolean
  phone: string | null
  /** The last three digits of the number, and since when; null while none is recorded. */
  number: { ending: string; recordedAt: Date } | null
}

/** Those who work at the agencies an administrator looks after, by name; `q` narrows by name. */
export async function administeredStaff(ctx: Ctx, q = ''): Promise<Result<StaffMember[], DomainError>> {
  if (ctx.actor.kind === 'anonymous') return err({ code: 'sign-in-required' })
  const agencies = administeredCodes(ctx.actor)
  if (agencies?.length === 0) return err({ code: 'forbidden' })
  return ok(await staffWhere(ctx, agencies, q === '' ? undefined : nameLike(q)))
}

/** One of them, unless it is nobody this actor may see here. */
export async function staffMember(ctx: Ctx, userId: string): Promise<StaffMember | null> {
  if (!uuid.safeParse(userId).success || !administersOfficers(ctx.actor)) return null
  return (await staffWhere(ctx, administeredCodes(ctx.actor), eq(users.id, userId)))[0] ?? null
}

const nameLike = (q: string) =>
  sql`unaccent(lower(${users.name})) like '%' || unaccent(lower(${q.replace(/[\\%_]/g, '\\$&')})) || '%'`

const atAgencies = (agencies: string[] | null) =>
  agencies === null ? undefined : inArray(roleGrants.agencyCode, agencies)

type Condition = Parameters<typeof and>[0]

async function staffWhere(ctx: Ctx, agencies: string[] | null, which: Condition): Promise<StaffMember[]> {
  const rows = await ctx.db
    .select({
      ...{ userId: users.id, name: users.name, phone: contactPhones.phone },
      posts: sql`json_agg(distinct jsonb_build_object('role', ${roleGrants.role}, 'agencyCode', ${roleGrants.agencyCode}))`,
      ...{ sealed: officerNumbers.personalIdSealed, recordedAt: officerNumbers.recordedAt },
    })
    .from(users)
    .innerJoin(roleGrants, and(eq(roleGrants.userId, users.id), grantInForce(ctx.now)))
    .leftJoin(officerNumbers, eq(officerNumbers.userId, users.id))
    .leftJoin(contactPhones, and(eq(contactPhones.userId, users.id), phoneInForce(ctx.now)))
    .where(and(atAgencies(agencies), which))
    .groupBy(users.id, users.name, officerNumbers.userId, contactPhones.id)
    .orderBy(byName, asc(users.id))
    .limit(MOST_STAFF)
  return rows.map(({ sealed, recordedAt, posts, ...officer }) => ({
    ...{ ...officer, ...readPosts(posts) },
    number:
      sealed === null || recordedAt === null ? null : { ending: endingOf(ctx, officer.userId, sealed), recordedAt },
  }))
}

function readPosts(rows: unknown) {
  const posts = rolesAmong(rows)
  return { posts, signsResults: posts.some(({ role }) => LEADERS.includes(role)) }
}

const endingOf = (ctx: Ctx, userId: string, sealed: Uint8Array) =>
  unseal(ctx.ports.secrets.personalData, boundNumber(userId), sealed).slice(-3)

/** An agency where somebody works, with the telephone of its one-stop desk. */
type StaffedAgency = { code: string; phone: string | null }

/** The agencies an administrator looks after, where anybody works. */
export function administeredAgencies(ctx: Ctx): Promise<StaffedAgency[]> {
  return agenciesWhere(ctx, atAgencies(administeredCodes(ctx.actor)))
}

async function agenciesWhere(ctx: Ctx, which: Condition): Promise<StaffedAgency[]> {
  return ctx.db
    .select({ code: roleGrants.agencyCode, phone: contactPhones.phone })
    .from(roleGrants)
    .leftJoin(contactPhones, and(eq(contactPhones.agencyCode, roleGrants.agencyCode), phoneInForce(ctx.now)))
    .where(and(grantInForce(ctx.now), which))
    .groupBy(roleGrants.agencyCode, contactPhones.phone)
    .orderBy(asc(roleGrants.agencyCode))
    .limit(MOST_STAFF)
}

/** One of them, unless this actor does not look after it or nobody works there. */
export async function administeredAgency(ctx: Ctx, code: string): Promise<StaffedAgency | null> {
  const agencies = await agenciesWhere(
    ctx,
    and(atAgencies(administeredCodes(ctx.actor)), eq(roleGrants.agencyCode, code)),
  )
  return agencies[0] ?? null
}
