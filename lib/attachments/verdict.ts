import 'server-only'
import { and, eq } from 'drizzle-orm'
import { contentVerdicts } from '@/db/schema/attachments'
import type { Ctx, Inspection, SentFile } from '@/lib/ports'

/** Raised when decoders or limits change so that they may judge otherwise: what earlier ones found is asked again. */
const DECODERS = 1

/** What a file was found to be; never our own shortage. */
export type Verdict = Exclude<Inspection, { outcome: 'unavailable' }>

/** Inspections under way, so that the same bytes sent twice at once are opened once. */
const underWay = new Map<string, Promise<Inspection>>()

/** What the content is, as it was found before or is found now and remembered. */
export async function verdictOf(ctx: Ctx, sha256: string, file: SentFile): Promise<Inspection> {
  const stored = await knownVerdict(ctx, sha256)
  if (stored !== null) return stored
  const pending = underWay.get(sha256) ?? inspectAndRemember(ctx, sha256, file)
  underWay.set(sha256, pending)
  return pending.finally(() => underWay.delete(sha256))
}

async function inspectAndRemember(ctx: Ctx, sha256: string, file: SentFile): Promise<Inspection> {
  const inspection = await ctx.ports.decoder.inspect(file)
  if (inspection.outcome === 'unavailable') return inspection
  const opened = inspection.outcome === 'opens' ? inspection : { pages: null, isDrawable: false }
  const { pages, isDrawable } = opened
  await ctx.db
    .insert(contentVerdicts)
    .values({ sha256, decoders: DECODERS, outcome: inspection.outcome, pages, isDrawable, foundAt: ctx.now })
    .onConflictDoNothing()
  return inspection
}

export async function knownVerdict(ctx: Ctx, sha256: string): Promise<Verdict | null> {
  const [row] = await ctx.db
    .select()
    .from(contentVerdicts)
    .where(and(eq(contentVerdicts.sha256, sha256), eq(contentVerdicts.decoders, DECODERS)))
    .limit(1)
  if (row === undefined) return null
  const { outcome, pages, isDrawable } = row
  return outcome === 'opens' ? { outcome, pages, isDrawable } : { outcome }
}
