import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { paperNumbers } from '@/db/schema/dossiers'
import type { Ctx } from '@/lib/ports'
import { nextDocumentNumber } from './codes'
import type { Dossier } from './dossier'

type Occasion = { kind: string; occasion: string; series: string }

/** Results are numbered when they are approved, or shown to a leader for signature. */
export const RESULT_NUMBER: Occasion = { kind: 'result', occasion: 'result', series: 'KQ-TTHC' }

/** The number of a paper of this occasion: the agency's next in the series the first time, the same ever after. */
export function takePaperNumber(ctx: Ctx, dossier: Dossier, paper: Occasion): Promise<string> {
  return ctx.db.transaction((tx) => paperNumberIn(tx, ctx, dossier, paper))
}

export async function paperNumberIn(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  { id: dossierId, agencyCode }: Pick<Dossier, 'id' | 'agencyCode'>,
  { kind, occasion, series }: Occasion,
): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`paper:${dossierId}`}, 0))`)
  const [taken] = await tx
    .select({ number: paperNumbers.number })
    .from(paperNumbers)
    .where(and(eq(paperNumbers.dossierId, dossierId), eq(paperNumbers.kind, kind), eq(paperNumbers.occasion, occasion)))
  if (taken !== undefined) return taken.number
  const number = await nextDocumentNumber(tx, agencyCode, series, ctx.now)
  await tx.insert(paperNumbers).values({ dossierId, kind, occasion, number, takenAt: ctx.now })
  return number
}
