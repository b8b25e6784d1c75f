import 'server-only'
import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { inTransaction } from '@/db/client'
import { drafts } from '@/db/schema/dossiers'
import { userIdOf } from '@/lib/access'
import type { Answers } from '@/lib/forms'
import { answersSchema } from '@/lib/forms'
import type { Ctx } from '@/lib/ports'
import { isByCertificate } from '../dossier/company-session'
import type { Replies } from './supplement-answers'

const replies = z.object({
  explanations: z.record(z.string(), z.string()),
  replaced: z.record(z.uuid(), z.boolean()),
}) satisfies z.ZodType<Replies>

export type Draft = Omit<typeof drafts.$inferSelect, 'answers' | 'replies' | 'disputed'> & {
  answers: Answers
  disputed: Answers
  replies: Replies
}

const mine = ({ actor }: Pick<Ctx, 'actor'>) => {
  const userId = userIdOf(actor)
  if (userId === null) return sql`false`
  return and(eq(drafts.ownerId, userId), isByCertificate(actor) ? eq(drafts.openToCertificate, true) : undefined)
}
const open = and(isNull(drafts.submittedAt), isNull(drafts.discardedAt))

function readDraft(row: typeof drafts.$inferSelect): Draft {
  const { answers, disputed } = row
  return {
    ...row,
    answers: answersSchema.parse(answers),
    disputed: answersSchema.parse(disputed),
    replies: replies.parse(row.replies),
  }
}

/** The actor's own draft, open or not. */
export async function findDraft(ctx: Ctx, id: string, lock = false): Promise<Draft | null> {
  const query = ctx.db
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), mine(ctx)))
    .limit(1)
  const [row] = lock ? await query.for('update') : await query
  return row === undefined ? null : readDraft(row)
}

/** What the actor is still writing, last saved first. */
export async function openDrafts(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<Draft[]> {
  const rows = await ctx.db
    .select()
    .from(drafts)
    .where(and(mine(ctx), open))
    .orderBy(desc(drafts.savedAt))
    .limit(50)
  return rows.map(readDraft)
}

export async function openDraftOfDossier(ctx: Ctx, dossierId: string): Promise<Draft | null> {
  const [row] = await ctx.db
    .select()
    .from(drafts)
    .where(and(mine(ctx), open, eq(drafts.dossierId, dossierId)))
    .limit(1)
  return row === undefined ? null : readDraft(row)
}

export async function insertDraft(tx: Database, row: typeof drafts.$inferInsert): Promise<void> {
  await tx.insert(drafts).values(row).onConflictDoNothing()
}

/**
 * Merges `patch` into the answers of the draft as it was read; a key with undefined is taken out, and `disputed` takes the
 * place of what was. Null when the draft was closed or changed meanwhile.
 */
export async function writeTyping(
  ctx: Ctx,
  { id, version }: Pick<Draft, 'id' | 'version'>,
  { patch, disputed }: { patch: Answers; disputed: Answers },
): Promise<Date | null> {
  const entries = Object.entries(patch)
  const present = JSON.stringify(Object.fromEntries(entries.filter(([, value]) => value !== undefined)))
  const gone = entries.filter(([, value]) => value === undefined).map(([key]) => key)
  const removed = sql`array(select jsonb_array_elements_text(${JSON.stringify(gone)}::jsonb))`
  const [row] = await ctx.db
    .update(drafts)
    .set({
      answers: sql`(${drafts.answers} || ${present}::jsonb) - ${removed}`,
      disputed,
      version: sql`${drafts.version} + 1`,
      savedAt: ctx.now,
    })
    .where(and(eq(drafts.id, id), eq(drafts.version, version), mine(ctx), open))
    .returning({ savedAt: drafts.savedAt })
  return row?.savedAt ?? null
}

export async function closeDraft(ctx: Ctx, id: string, how: 'submittedAt' | 'discardedAt'): Promise<boolean> {
  const rows = await ctx.db
    .update(drafts)
    .set({ [how]: ctx.now })
    .where(and(eq(drafts.id, id), mine(ctx), open))
    .returning({ id: drafts.id })
  return rows.length === 1
}

/** A draft put away lately is open again; false when there is none, or another of its dossier is open. */
export async function reopenDraft(ctx: Ctx, id: string, since: Date): Promise<boolean> {
  const rows = await ctx.db
    .update(drafts)
    .set({ discardedAt: null })
    .where(
      and(
        eq(drafts.id, id),
        mine(ctx),
        isNull(drafts.submittedAt),
        isNull(drafts.dossierId),
        gte(drafts.discardedAt, since),
      ),
    )
    .returning({ id: drafts.id })
  return rows.length === 1
}

/** Keeps one word beside an item (an empty one is taken out), or what becomes of an earlier file. */
export async function keepReply(
  ctx: Ctx,
  id: string,
  part: keyof Replies,
  [key, value]: [string, string | boolean],
): Promise<boolean> {
  const replies =
    value === ''
      ? sql`${drafts.replies} #- array[${part}, ${key}]::text[]`
      : sql`jsonb_set(${drafts.replies}, array[${part}, ${key}]::text[], ${JSON.stringify(value)}::jsonb)`
  const rows = await ctx.db
    .update(drafts)
    .set({ replies, version: sql`${drafts.version} + 1`, savedAt: ctx.now })
    .where(and(eq(drafts.id, id), mine(ctx), open))
    .returning({ id: drafts.id })
  return rows.length === 1
}

export async function writeWish(ctx: Ctx, id: string, wish: Record<string, string>): Promise<void> {
  await ctx.db
    .update(drafts)
    .set({ wish })
    .where(and(eq(drafts.id, id), mine(ctx), open))
}

/** What was to be submitted, taken out so that it is carried out once. */
export async function takeWish(ctx: Ctx, id: string): Promise<unknown> {
  return inTransaction(ctx, async (ctx) => {
    const draft = await findDraft(ctx, id, true)
    if (draft === null || draft.wish === null) return null
    await ctx.db
      .update(drafts)
      .set({ wish: null })
      .where(and(eq(drafts.id, id), mine(ctx)))
    return draft.wish
  })
}
