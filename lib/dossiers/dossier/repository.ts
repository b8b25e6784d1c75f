import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Database, Tx } from '@/db/client'
import {
  deadlineEvents,
  dossierReasons,
  dossierResults,
  dossiers,
  drafts,
  supplementRequests,
} from '@/db/schema/dossiers'
import { identifierHash } from '@/lib/accounts/server'
import { answersSchema } from '@/lib/forms'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { eventRecorder } from '@/lib/ledger/server'
import type { Ctx, TxCtx } from '@/lib/ports'
import type { Change } from './change'
import { applied } from './change'
import type { ActReason, Dossier, DossierResult, SupplementRequest } from './dossier'
import { dossierSchema, supplementAnswers } from './dossier'
import { DOSSIER_EVENTS } from './events'
import { visibleTo } from './scope'
import { numbersIn } from './search-numbers'

/** Records what happened to a dossier; whoever listens hears of it. */
export const recordEvent = eventRecorder('dossier', DOSSIER_EVENTS)

/** The dossier, if the actor may know of it; otherwise nobody can tell it exists. */
export async function find({ db, actor }: Pick<Ctx, 'db' | 'actor'>, id: string): Promise<Dossier | null> {
  const [row] = await db
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.id, id), visibleTo(actor)))
    .limit(1)
  return row === undefined ? null : dossierSchema.parse(row)
}

export async function openSupplement(db: Database, dossierId: string): Promise<SupplementRequest | null> {
  const [row] = await db
    .select()
    .from(supplementRequests)
    .where(
      and(
        eq(supplementRequests.dossierId, dossierId),
        isNull(supplementRequests.answeredAt),
        isNull(supplementRequests.closedAt),
      ),
    )
    .limit(1)
  return row === undefined ? null : requestIn(row)
}

/** Every request, the last first. */
export async function supplementsOf(db: Database, dossierId: string): Promise<SupplementRequest[]> {
  const rows = await db
    .select()
    .from(supplementRequests)
    .where(eq(supplementRequests.dossierId, dossierId))
    .orderBy(desc(supplementRequests.requestedAt))
  return rows.map(requestIn)
}

function requestIn(row: typeof supplementRequests.$inferSelect): SupplementRequest {
  return { ...row, answers: row.answers === null ? null : supplementAnswers.parse(row.answers) }
}

export async function resultOf(db: Database, dossierId: string): Promise<DossierResult | null> {
  const [row] = await db.select().from(dossierResults).where(eq(dossierResults.dossierId, dossierId)).limit(1)
  return row === undefined ? null : { ...row, fields: answersSchema.parse(row.fields) }
}

/**
 * The only UPDATE of a dossier: version check, row, rows beside it, audit entry and outbox, all in the caller's transaction.
 * A second writer finds the version gone and gets `changed-meanwhile`.
 */
export async function commitDossier(
  ctx: TxCtx,
  dossier: Dossier,
  change: Change,
): Promise<Result<Dossier, DomainError>> {
  const [row] = await ctx.db
    .update(dossiers)
    .set({ ...change.set, ...foundBy(ctx, dossier, change), version: dossier.version + 1 })
    .where(and(eq(dossiers.id, dossier.id), eq(dossiers.version, dossier.version)))
    .returning({ id: dossiers.id })
  if (row === undefined) return err({ code: 'changed-meanwhile' })
  await writeBeside(ctx, dossier.id, change)
  const actId = await recordEvent(ctx, dossier.id, change.event, { from: dossier.state, to: change.set.state })
  await keepReason(ctx.db, { actId, dossierId: dossier.id }, change)
  return ok(applied(dossier, change))
}

/** New answers are found by their own numbers. */
function foundBy(ctx: Ctx, { facts }: Dossier, { set }: Change) {
  if (set.answers === undefined) return {}
  return {
    numberHashes: numbersIn(set.answers, set.facts ?? facts).map((identifier) => identifierHash(ctx, identifier)),
  }
}

async function keepReason(tx: Tx, act: { actId: string; dossierId: string }, { reason }: Change): Promise<void> {
  if (reason !== undefined) await tx.insert(dossierReasons).values({ ...act, ...reason })
}

/** The reasons of a dossier's acts, by the act. */
export async function reasonsOf(db: Database, dossierId: string): Promise<ReadonlyMap<string, ActReason>> {
  const rows = await db.select().from(dossierReasons).where(eq(dossierReasons.dossierId, dossierId))
  return new Map(rows.map(({ actId, ground, reason, guidance }) => [actId, { ground, reason, guidance }]))
}

async function writeBeside(ctx: TxCtx, dossierId: string, change: Change): Promise<void> {
  if (change.endSupplement) {
    const end =
      change.endSupplement === 'closed' ? { closedAt: ctx.now } : { answeredAt: ctx.now, answers: change.endSupplement }
    await ctx.db
      .update(supplementRequests)
      .set(end)
      .where(
        and(
          eq(supplementRequests.dossierId, dossierId),
          isNull(supplementRequests.answeredAt),
          isNull(supplementRequests.closedAt),
        ),
      )
    // What was being written for a request that is over leads nowhere, and must not be taken for an answer to the next.
    await discardBuffer(ctx.db, dossierId, ctx.now)
  }
  if (change.openSupplement) await ctx.db.insert(supplementRequests).values(change.openSupplement)
  if (change.result) {
    await ctx.db
      .insert(dossierResults)
      .values(change.result)
      .onConflictDoUpdate({ target: dossierResults.dossierId, set: change.result })
  }
  if (change.clock) await addClockStep(ctx, dossierId, change.clock)
}

export async function addClockStep(ctx: TxCtx, dossierId: string, clock: NonNullable<Change['clock']>): Promise<void> {
  const actorId = ctx.actor.kind === 'officer' ? ctx.actor.userId : null
  await ctx.db.insert(deadlineEvents).values({ id: ctx.newId(), dossierId, at: ctx.now, actorId, ...clock })
}

export async function clockStepsOf(db: Database, dossierId: string) {
  return db
    .select()
    .from(deadlineEvents)
    .where(eq(deadlineEvents.dossierId, dossierId))
    .orderBy(deadlineEvents.at, deadlineEvents.id)
}

/** Puts away the open buffer of a dossier, whoever writes in it. */
async function discardBuffer(tx: Tx, dossierId: string, now: Date): Promise<void> {
  await tx
    .update(drafts)
    .set({ discardedAt: now })
    .where(and(eq(drafts.dossierId, dossierId), isNull(drafts.submittedAt), isNull(drafts.discardedAt)))
}
