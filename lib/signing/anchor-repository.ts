import 'server-only'
import { createHash } from 'node:crypto'
import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Database, Tx } from '@/db/client'
import { trustAnchors } from '@/db/schema/signing'
import { record } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { anchorOf, parseCertificate } from '@/lib/trust'
import type { Anchor, Certificate } from '@/lib/trust'
import type { AnchorSet, TrustAnchor } from './anchor'

/** The roots trusted at a moment, ready for judging. */
export async function anchorsAt(db: Database | Tx, at: Date): Promise<Anchor[]> {
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
export async function allAnchors(db: Database | Tx): Promise<TrustAnchor[]> {
  const rows = await db.select().from(trustAnchors).orderBy(desc(trustAnchors.effectiveFrom), desc(trustAnchors.id))
  return rows.map(({ certificate, ...row }) => {
    const parsed = parseCertificate(new Uint8Array(certificate))
    return { ...row, notAfter: parsed.ok ? parsed.value.notAfter : null }
  })
}

export const fingerprintOf = (der: Uint8Array) => createHash('sha256').update(der).digest('hex')

export type NewAnchor = { certificate: Certificate; set: AnchorSet; source: string; isSample: boolean }

/** Adds a root unless it is already trusted, with its audit row. @returns whether it was new. */
export async function insertAnchor(ctx: Ctx, { certificate, set, source, isSample }: NewAnchor): Promise<boolean> {
  const fingerprint = fingerprintOf(certificate.der)
  const id = ctx.newId()
  const name = certificate.subject.text
  const row = { id, set, name, certificate: certificate.der, fingerprint, effectiveFrom: ctx.now, source, isSample }
  return ctx.db.transaction(async (tx) => {
    const added = await tx.insert(trustAnchors).values(row).onConflictDoNothing().returning({ id: trustAnchors.id })
    if (added.length === 0) return false
    const data = { anchorId: id, set, name, fingerprint, source, isSample }
    await record(tx, ctx, { subject: { kind: 'trust', id }, action: 'trust.anchorAdded', data })
    return true
  })
}

/** Ends a root now. @returns whether there was one to end. */
export async function closeAnchor(ctx: Ctx, id: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [ended] = await tx
      .update(trustAnchors)
      .set({ effectiveTo: ctx.now })
      .where(and(eq(trustAnchors.id, id), isNull(trustAnchors.effectiveTo)))
      .returning({ set: trustAnchors.set, name: trustAnchors.name, fingerprint: trustAnchors.fingerprint })
    if (ended === undefined) return false
    await record(tx, ctx, {
      subject: { kind: 'trust', id },
      action: 'trust.anchorEnded',
      data: { anchorId: id, ...ended },
    })
    return true
  })
}
