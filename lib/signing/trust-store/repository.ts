import 'server-only'
import { createHash } from 'node:crypto'
import { and, desc, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { inTransaction } from '@/db/client'
import { trustAnchors } from '@/db/schema/signing'
import type { Ctx } from '@/lib/ports'
import { anchorOf, parseCertificate } from '@/lib/trust'
import type { Anchor, Certificate } from '@/lib/trust'
import type { AnchorSet, TrustAnchor, TrustPeriod } from '../protocol/anchor'
import { recordOnTrust } from './acts'

/** The roots trusted at a moment, ready for judging. */
export async function anchorsAt(db: Database, at: Date): Promise<Anchor[]> {
  const rows = await db
    .select({ set: trustAnchors.set, certificate: trustAnchors.certificate })
    .from(trustAnchors)
    .where(
      and(lte(trustAnchors.effectiveFrom, at), or(isNull(trustAnchors.effectiveTo), gt(trustAnchors.effectiveTo, at))),
    )
  return rows.flatMap(({ set, certificate }) => {
    const parsed = parseCertificate(new Uint8Array(certificate))
    return parsed.ok ? [anchorOf(parsed.value, set)] : []
  })
}

/** Every root there is or was, newest first. */
export async function allAnchors(db: Database): Promise<TrustAnchor[]> {
  const rows = await db.select().from(trustAnchors).orderBy(desc(trustAnchors.effectiveFrom), desc(trustAnchors.id))
  return rows.map(({ certificate, ...row }) => {
    const parsed = parseCertificate(new Uint8Array(certificate))
    return { ...row, notAfter: parsed.ok ? parsed.value.notAfter : null }
  })
}

export const fingerprintOf = (der: Uint8Array) => createHash('sha256').update(der).digest('hex')

export type NewAnchor = TrustPeriod & { certificate: Certificate; set: AnchorSet; source: string; isSample: boolean }

/** Adds a root unless it is trusted within that time already, with its audit row. @returns whether it was new. */
export async function insertAnchor(ctx: Ctx, { certificate, ...anchor }: NewAnchor): Promise<boolean> {
  const fingerprint = fingerprintOf(certificate.der)
  const id = ctx.newId()
  const name = certificate.subject.text
  return inTransaction(ctx, async (ctx) => {
    // Of two who add one root at once, the second waits and then finds it.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${fingerprint}, 0))`)
    const rows = await ctx.db.select().from(trustAnchors).where(overlapping(fingerprint, anchor)).limit(1)
    if (rows.length > 0) return false
    await ctx.db.insert(trustAnchors).values({ id, name, certificate: certificate.der, fingerprint, ...anchor })
    const data = { anchorId: id, name, fingerprint, ...anchor, ...periodText(anchor) }
    await recordOnTrust(ctx, id, { type: 'trust.anchorAdded', data })
    return true
  })
}

const overlapping = (fingerprint: string, { effectiveFrom, effectiveTo }: TrustPeriod) =>
  and(
    eq(trustAnchors.fingerprint, fingerprint),
    or(isNull(trustAnchors.effectiveTo), gt(trustAnchors.effectiveTo, effectiveFrom)),
    // One given up before it began was never trusted.
    or(isNull(trustAnchors.effectiveTo), gt(trustAnchors.effectiveTo, trustAnchors.effectiveFrom)),
    effectiveTo === null ? undefined : lt(trustAnchors.effectiveFrom, effectiveTo),
  )

const periodText = ({ effectiveFrom, effectiveTo }: TrustPeriod) => ({
  effectiveFrom: effectiveFrom.toISOString(),
  effectiveTo: effectiveTo?.toISOString() ?? null,
})

/** Ends a root now, or before it began. @returns whether there was one to end. */
export async function closeAnchor(ctx: Ctx, id: string): Promise<boolean> {
  const end = sql`greatest(${ctx.now.toISOString()}::timestamptz, ${trustAnchors.effectiveFrom})`
  return inTransaction(ctx, async (ctx) => {
    const [ended] = await ctx.db
      .update(trustAnchors)
      .set({ effectiveTo: end })
      .where(and(eq(trustAnchors.id, id), or(isNull(trustAnchors.effectiveTo), gt(trustAnchors.effectiveTo, end))))
      .returning({ set: trustAnchors.set, name: trustAnchors.name, fingerprint: trustAnchors.fingerprint })
    if (ended === undefined) return false
    await recordOnTrust(ctx, id, { type: 'trust.anchorEnded', data: { anchorId: id, ...ended } })
    return true
  })
}
