import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { inTransaction } from '@/db/client'
import { paperNumbers } from '@/db/schema/dossiers'
import { checkCode } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'
import { nextDocumentNumber } from '../dossier/codes'
import type { Dossier } from '../dossier/dossier'

type Occasion = { kind: string; occasion: string; series: string }

/** Results are numbered when they are approved, or shown to a leader for signature. */
export const RESULT_NUMBER: Occasion = { kind: 'result', occasion: 'result', series: 'KQ-TTHC' }

/** The number of a paper of this occasion: the agency's next in the series the first time, the same ever after. */
export function takePaperNumber(ctx: Ctx, dossier: Dossier, paper: Occasion): Promise<string> {
  return inTransaction(ctx, (ctx) => paperNumberIn(ctx, dossier, paper))
}

export async function paperNumberIn(
  ctx: Pick<TxCtx, 'db' | 'now' | 'random'>,
  { id: dossierId, agencyCode }: Pick<Dossier, 'id' | 'agencyCode'>,
  { kind, occasion, series }: Occasion,
): Promise<string> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`paper:${dossierId}`}, 0))`)
  const [taken] = await ctx.db
    .select({ number: paperNumbers.number })
    .from(paperNumbers)
    .where(and(eq(paperNumbers.dossierId, dossierId), eq(paperNumbers.kind, kind), eq(paperNumbers.occasion, occasion)))
  if (taken !== undefined) return taken.number
  const number = await nextDocumentNumber(ctx.db, agencyCode, series, ctx.now)
  const row = { dossierId, kind, occasion, number, takenAt: ctx.now }
  await ctx.db.insert(paperNumbers).values({ ...row, checkCode: checkCode(ctx.random(20)) })
  return number
}

/** The code by which the dossier's result is checked; null until the result has its number. */
export async function resultCheckCode(db: Database, dossierId: string): Promise<string | null> {
  const [row] = await db
    .select({ code: paperNumbers.checkCode })
    .from(paperNumbers)
    .where(and(eq(paperNumbers.dossierId, dossierId), eq(paperNumbers.kind, RESULT_NUMBER.kind)))
    .limit(1)
  return row?.code ?? null
}
