import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { contactPhones, identities, roleGrants, sessions, users } from '@/db/schema/accounts'
import { ROLES, type Actor, type Grant, type Person, type Role } from '@/lib/access'
import type { Facts } from '@/lib/forms'
import { answersSchema } from '@/lib/forms'
import type { Ctx } from '@/lib/ports'
import { organisationFacts } from './fact-fields'
import { keyedHash, tokenHash, unseal } from './sealing'
import { NEVER_VERIFIED } from './verification'

const grant = z.object({ role: z.enum(ROLES), agencyCode: z.string(), unitId: z.uuid().nullable() })

const GRANT = { role: roleGrants.role, agencyCode: roleGrants.agencyCode, unitId: roleGrants.unitId }

/** Names as Vietnamese lists have them; the database itself compares bytes and would put Đ behind Y. */
export const byName = sql`${users.name} collate "vi-x-icu"`

/** Grants that hold at this moment. */
export const grantInForce = (now: Date) =>
  and(lte(roleGrants.effectiveFrom, now), or(isNull(roleGrants.effectiveTo), gt(roleGrants.effectiveTo, now)))

/** Telephones that hold at this moment. */
export const phoneInForce = (now: Date) =>
  and(lte(contactPhones.validFrom, now), or(isNull(contactPhones.validTo), gt(contactPhones.validTo, now)))

/** Everything a request needs to know of its session, in one statement. */
export async function sessionWithUser(db: Database, token: string, now: Date) {
  const rows = await db
    .select({ session: sessions, user: users, assurance: identities.assurance, grant: GRANT })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(identities, eq(identities.userId, users.id))
    .leftJoin(roleGrants, and(eq(roleGrants.userId, users.id), grantInForce(now)))
    .where(eq(sessions.tokenHash, tokenHash(token)))
  const [row] = rows
  if (row === undefined || row.user.disabledAt !== null) return undefined
  const grants = z.array(grant).parse(rows.flatMap((row) => row.grant ?? []))
  return { session: row.session, actor: actorFrom(row, grants) }
}

type UserRow = Pick<typeof users.$inferSelect, 'id' | 'kind' | 'name'>

function actorFrom(
  row: {
    user: UserRow
    assurance: number | null
    session: { verifiedAt: Date | null; certificateSha256: string | null }
  },
  grants: readonly Grant[],
): Actor {
  const { id: userId, kind, name } = row.user
  if (kind === 'officer') return { kind, userId, name, grants }
  const assurance = row.assurance === 2 ? 2 : 1
  const { verifiedAt, certificateSha256 } = row.session
  const person: Person = { kind, userId, name, assurance, verifiedAt: verifiedAt ?? NEVER_VERIFIED }
  return certificateSha256 === null ? person : { ...person, signedInBy: 'certificate' }
}

/** The facts this session may see of its account: whoever holds a company's certificate need not be its director. */
export async function visibleFactsOf(ctx: Ctx, actor: Person): Promise<Facts> {
  const facts = await factsOf(ctx, actor.userId)
  return actor.signedInBy === 'certificate' ? organisationFacts(facts) : facts
}

/** The tax code of an organisation's account; null where it has none. */
export async function organisationOf(ctx: Ctx, actor: Person): Promise<string | null> {
  const taxCode = (await visibleFactsOf(ctx, actor))['organisation.taxCode']
  return typeof taxCode === 'string' ? taxCode : null
}

/** The facts proven about a person at the last sign-in, by the paths forms know; none for officers. For no eyes but the owner's. */
export async function factsOf(ctx: Ctx, userId: string): Promise<Facts> {
  const [row] = await ctx.db
    .select({ sealed: identities.factsSealed })
    .from(identities)
    .where(eq(identities.userId, userId))
  if (row === undefined) return {}
  const json = unseal(ctx.ports.secrets.personalData, { purpose: 'facts', owner: userId }, row.sealed)
  return answersSchema.parse(JSON.parse(json))
}

/** The keyed hash under which a personal id or tax code is found without being kept. */
export function identifierHash(ctx: Ctx, typed: string): string {
  return keyedHash(ctx.ports.secrets.personalData, 'identifier', typed.replace(/[\s.]/g, ''))
}

/** Names by account, for screens that say who did what; unknown ids are left out. */
export async function displayNames(ctx: Ctx, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(userIds)]))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Where and in which language an account is written to; the address is the one its identity provider proved. */
export async function contactOf(ctx: Ctx, userId: string): Promise<{ locale: 'vi' | 'en'; email: string | null }> {
  const [row] = await ctx.db.select({ locale: users.locale }).from(users).where(eq(users.id, userId))
  const email = (await factsOf(ctx, userId))['person.email']
  return { locale: row?.locale ?? 'vi', email: typeof email === 'string' ? email : null }
}

const posts = z.array(z.object({ role: z.enum(ROLES), agencyCode: z.string() }))

/** Roles and places as a query aggregated them. */
export const rolesAmong = (rows: unknown): z.infer<typeof posts> => posts.parse(rows)

export type OfficerAtAgency = {
  userId: string
  name: string
  roles: Role[]
  unitIds: string[]
  /** Whether one of their posts is for the whole agency. */
  coversAgency: boolean
}

/** Officers who hold one of `roles` at the agency today, by name: whom work can be given to. */
export async function officersAt(ctx: Ctx, agencyCode: string, roles: readonly Role[]): Promise<OfficerAtAgency[]> {
  const rows = await ctx.db
    .select({
      userId: users.id,
      name: users.name,
      roles: sql`array_agg(distinct ${roleGrants.role})`,
      unitIds: sql`coalesce(array_agg(distinct ${roleGrants.unitId}) filter (where ${roleGrants.unitId} is not null), '{}')`,
      coversAgency: sql`bool_or(${roleGrants.unitId} is null)`,
    })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(
      and(
        eq(roleGrants.agencyCode, agencyCode),
        inArray(roleGrants.role, [...roles]),
        grantInForce(ctx.now),
        isNull(users.disabledAt),
      ),
    )
    .groupBy(users.id, users.name)
    .orderBy(byName, asc(users.id))
  return z.array(officerRow).parse(rows)
}

const officerRow = z.object({
  userId: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  unitIds: z.array(z.string()),
  coversAgency: z.boolean(),
})
