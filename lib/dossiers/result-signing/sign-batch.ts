import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { signingBatches, signingBatchItems } from '@/db/schema/result-signings'
import { userIdOf } from '@/lib/access'
import { previewOf } from '@/lib/attachments/server'
import type { Preview } from '@/lib/attachments/server'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok, uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Signed } from '@/lib/signing'
import { signingById } from '../papers/result-signings'
import type { SigningManner } from './sign-result'
import { bytesToSign, prepareResult, signResult } from './sign-result'
import { recordReading } from '../dossier/acts'

/** As many results as one look can hold, and as a page of the list. */
export const MAX_BATCH = 20

export type BatchItem = Omit<typeof signingBatchItems.$inferSelect, 'refusal'> & { refusal: KeptRefusal | null }

const keptRefusal = z.object({
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
/** Why it was not signed, as it was kept; words are made of it where it is shown. */
export type KeptRefusal = z.infer<typeof keptRefusal>
const chosen = z.array(z.uuid()).min(1).max(MAX_BATCH)

/** Freezes the chosen results for one act of signing; what cannot be frozen is kept with its reason. @returns the batch's id */
export async function makeBatch(ctx: Ctx, ids: readonly string[]): Promise<Result<string, DomainError>> {
  const parsed = chosen.safeParse([...new Set(ids)])
  const userId = userIdOf(ctx.actor)
  if (!parsed.success || userId === null) return err({ code: 'choose-results' })
  const items: Pick<BatchItem, 'dossierId' | 'signingId' | 'refusal'>[] = []
  for (const dossierId of parsed.data) {
    const prepared = await prepareResult(ctx, dossierId)
    if (!prepared.ok && prepared.error.code === 'not-found') return prepared
    items.push(
      prepared.ok
        ? { dossierId, signingId: prepared.value.id, refusal: null }
        : { dossierId, signingId: null, refusal: prepared.error },
    )
  }
  const batchId = ctx.newId()
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.insert(signingBatches).values({ id: batchId, userId, madeAt: ctx.now })
    await ctx.db
      .insert(signingBatchItems)
      .values(items.map((item, place) => ({ batchId, position: place + 1, ...item })))
    const data = { batchId, dossierIds: items.map(({ dossierId }) => dossierId) }
    await recordReading(ctx, userId, { type: 'dossier.resultsShown', data })
  })
  return ok(batchId)
}

/** The items of the actor's own batch, in their order; null where there is no such batch of theirs. */
export async function itemsOf(ctx: Ctx, batchId: string): Promise<BatchItem[] | null> {
  const userId = userIdOf(ctx.actor)
  if (userId === null || !uuid.safeParse(batchId).success) return null
  const rows = await ctx.db
    .select({ item: signingBatchItems })
    .from(signingBatchItems)
    .innerJoin(signingBatches, eq(signingBatches.id, signingBatchItems.batchId))
    .where(and(eq(signingBatchItems.batchId, batchId), eq(signingBatches.userId, userId)))
    .orderBy(asc(signingBatchItems.position))
  return rows.length === 0
    ? null
    : rows.map(({ item }) => ({ ...item, refusal: keptRefusal.nullable().parse(item.refusal) }))
}

/** One item of a batch of the actor's, by its place as an address gives it. */
export async function itemOf(ctx: Ctx, batchId: string, position: string): Promise<BatchItem | null> {
  const items = await itemsOf(ctx, batchId)
  return items?.find((item) => String(item.position) === position) ?? null
}

/** The very bytes of one result of a batch, while they can be signed. */
export async function batchBytes(
  ctx: Ctx,
  batchId: string,
  position: string,
): Promise<Result<Uint8Array, DomainError>> {
  const item = await itemOf(ctx, batchId, position)
  if (item?.signingId == null) return err({ code: 'not-found' })
  return bytesToSign(ctx, item.signingId)
}

/** A picture of one page (from 0) of a result as it was shown. */
export async function batchPicture(ctx: Ctx, batchId: string, position: string, page: number): Promise<Preview> {
  const item = await itemOf(ctx, batchId, position)
  const signing = item?.signingId == null ? null : await signingById(ctx.db, item.signingId)
  if (signing === null) return { kind: 'no-such-page' }
  return previewOf(ctx, { ...signing, mediaType: 'application/pdf' }, page, 1240)
}

/** Takes the signature on one result of a batch; why it was not taken is kept beside it, and concerns no other. */
export async function signInBatch(
  ctx: Ctx,
  item: BatchItem,
  signed: Result<Signed, DomainError>,
  manner: Omit<SigningManner, 'batchId'>,
): Promise<Result<null, DomainError>> {
  const { batchId, position, signingId } = item
  if (signingId === null) return err({ code: 'not-found' })
  const done = signed.ok ? await signResult(ctx, signingId, signed.value, { ...manner, batchId }) : signed
  const refusal = done.ok ? null : { code: done.error.code, detail: done.error.detail }
  await ctx.db
    .update(signingBatchItems)
    .set({ refusal })
    .where(and(eq(signingBatchItems.batchId, batchId), eq(signingBatchItems.position, position)))
  return done
}
