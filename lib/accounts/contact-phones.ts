import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { contactPhones } from '@/db/schema/accounts'
import { userIdOf } from '@/lib/access'
import { localDate } from '@/lib/calendar'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { phoneInForce } from './account-queries'
import { administeredAgency, staffMember } from './administered'
import type { ContactPhone } from './contact-phone'
import { contactPhone, contactPhoneTyped } from './contact-phone'
import { recordOnAgency, recordOnUser } from './acts'

/** Whom to call about what these officers do, at an agency: read once, asked for each of them. */
export async function contactPhonesAt(
  ctx: Pick<Ctx, 'db' | 'now'>,
  agencyCode: string,
  userIds: readonly (string | null)[],
): Promise<(userId: string | null) => ContactPhone | null> {
  const officers = userIds.filter((userId) => userId !== null)
  const rows = await ctx.db
    .select({ userId: contactPhones.userId, phone: contactPhones.phone })
    .from(contactPhones)
    .where(
      and(phoneInForce(ctx.now), or(inArray(contactPhones.userId, officers), eq(contactPhones.agencyCode, agencyCode))),
    )
  const phoneOf = (userId: string | null) => rows.find((row) => row.userId === userId)?.phone
  return (userId) => contactPhone(userId === null ? undefined : phoneOf(userId), phoneOf(null))
}

/** Records where an officer is called from now on; typing nothing takes the number away. */
export async function recordOfficerPhone(ctx: Ctx, userId: string, typed: string): Promise<Result<null, DomainError>> {
  if ((await staffMember(ctx, userId)) === null) return err({ code: 'not-found' })
  return recordPhone(ctx, { kind: 'user', id: userId }, typed)
}

/** Records where the one-stop desk of an agency is called from now on. */
export async function recordDeskPhone(ctx: Ctx, agencyCode: string, typed: string): Promise<Result<null, DomainError>> {
  if ((await administeredAgency(ctx, agencyCode)) === null) return err({ code: 'not-found' })
  return recordPhone(ctx, { kind: 'agency', id: agencyCode }, typed)
}

type Owner = { kind: 'user' | 'agency'; id: string }

async function recordPhone(ctx: Ctx, owner: Owner, typed: string): Promise<Result<null, DomainError>> {
  const parsed = contactPhoneTyped(typed, localDate(ctx.now))
  return parsed.ok ? keepPhone(ctx, owner, parsed.value) : parsed
}

/** Ends the row that is open and opens one with the new number; the ledger says that it was done, the rows say what. */
async function keepPhone(ctx: Ctx, owner: Owner, phone: string | null): Promise<Result<null, DomainError>> {
  const own = owner.kind === 'user' ? { userId: owner.id } : { agencyCode: owner.id }
  const isOwn = owner.kind === 'user' ? eq(contactPhones.userId, owner.id) : eq(contactPhones.agencyCode, owner.id)
  return inTransaction(ctx, async (ctx) => {
    // Of two who record at once, the second replaces what the first recorded.
    await ctx.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`contact phone of ${owner.kind} ${owner.id}`}, 0))`,
    )
    const [current] = await ctx.db
      .select()
      .from(contactPhones)
      .where(and(isOwn, isNull(contactPhones.validTo)))
    if ((current?.phone ?? null) === phone) return ok(null)
    if (current !== undefined)
      await ctx.db.update(contactPhones).set({ validTo: ctx.now }).where(eq(contactPhones.id, current.id))
    const recordedBy = userIdOf(ctx.actor)
    if (phone !== null)
      await ctx.db.insert(contactPhones).values({ id: ctx.newId(), ...own, phone, validFrom: ctx.now, recordedBy })
    const data = { isReplaced: current !== undefined, isRemoved: phone === null }
    await (owner.kind === 'user'
      ? recordOnUser(ctx, owner.id, { type: 'officer.phoneRecorded', data })
      : recordOnAgency(ctx, owner.id, { type: 'agency.phoneRecorded', data }))
    return ok(null)
  })
}
