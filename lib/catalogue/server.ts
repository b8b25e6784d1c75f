import 'server-only'
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { localDate } from '@/lib/calendar'
import type { Text } from '@/lib/i18n'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { canonicalJson } from '@/lib/ledger'
import { recorder } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import type { ProcedureDefinition } from './definition'
import { procedureDefinition } from './definition'
import { cataloguePageTags } from './public-pages'
import { mayPublish, publishable } from './publish'
import type { Cursor, Hit, SearchFilter } from './queries'
import { countTopics, findHits, fittingSignposts, nearestNames } from './queries'
import { hasRevision, insertRevision, lockedLatest, revisionInForce, revisionsByIds } from './repository'

export { plain } from './plain'

type Reading = Pick<Ctx, 'db' | 'now'>
type Publishing = Reading & Pick<Ctx, 'actor' | 'requestId' | 'newId'>

/** A published revision: immutable, so that it is parsed once a process. */
export type Revision = { revisionId: string; number: number; definition: ProcedureDefinition }

const PAGE = 20
const MOST_REMEMBERED = 2000
const remembered = new Map<string, Revision>()

function remember(row: { id: string; number: number; definition: unknown }): Revision {
  const cached = remembered.get(row.id)
  if (cached !== undefined) return cached
  const revision = { revisionId: row.id, number: row.number, definition: procedureDefinition.parse(row.definition) }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(row.id, revision)
  return revision
}

/** The procedure at this address as it is today; null when there is none. */
export async function procedureBySlug(ctx: Reading, slug: string): Promise<Revision | null> {
  const row = await revisionInForce(ctx.db, slug, localDate(ctx.now))
  return row === undefined ? null : remember(row)
}

/** The revision a dossier was filed under; null when there is none. */
export async function revisionById(ctx: Pick<Ctx, 'db'>, id: string): Promise<Revision | null> {
  if (!z.uuid().safeParse(id).success) return null
  return (await revisions(ctx, [id]))[0] ?? null
}

/** Revisions in the order of their ids; only those not met before are read. */
async function revisions(ctx: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<Revision[]> {
  const unknown = ids.filter((id) => !remembered.has(id))
  const read = unknown.length === 0 ? [] : (await revisionsByIds(ctx.db, unknown)).map(remember)
  return ids.flatMap((id) => remembered.get(id) ?? read.find(({ revisionId }) => revisionId === id) ?? [])
}

export type Search = SearchFilter & { after?: string | undefined }
export type SearchResult = {
  items: Revision[]
  /** Cursor of the next page. */
  next: string | null
  /** Services to look at instead, where nothing was found. */
  suggestions: { slug: string; name: Text }[]
  /** What was probably meant but is not filed here, and who does it. */
  elsewhere: { name: Text; doneBy: Text }[]
}

const cursor = z.tuple([z.int(), z.string()])

function readCursor(after: string | undefined): Cursor | undefined {
  if (after === undefined) return undefined
  try {
    const parsed = cursor.safeParse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')))
    return parsed.success ? { score: parsed.data[0], sortKey: parsed.data[1] } : undefined
  } catch {
    return undefined
  }
}

/** Services by what people type (diacritics and a wrong letter forgiven) and by topic, best first, page by page. */
export async function searchProcedures(ctx: Reading, { after, ...filter }: Search): Promise<SearchResult> {
  const today = localDate(ctx.now)
  const typed = filter.q ?? ''
  const signposts = await fittingSignposts(ctx.db, typed, today)
  const best = signposts[0]?.fit ?? 0
  const hits = await findHits(ctx.db, filter, { today, after: readCursor(after), limit: PAGE + 1, best })
  const shown = hits.slice(0, PAGE)
  const isFirstPage = after === undefined
  const isNothing = isFirstPage && hits.length + signposts.length === 0
  return {
    items: await revisions(
      ctx,
      shown.map((hit) => hit.revision_id),
    ),
    next: hits.length > PAGE ? cursorOf(shown.at(-1)) : null,
    suggestions: isNothing ? await nearestNames(ctx.db, typed, today) : [],
    elsewhere: isFirstPage ? signposts.map(({ name, done_by: doneBy }) => ({ name, doneBy })) : [],
  }
}

function cursorOf(last: Hit | undefined): string | null {
  return last ? Buffer.from(JSON.stringify([last.score, last.sort_key])).toString('base64url') : null
}

export type TopicCount = { kind: string; code: string; count: number }

/** Services per audience, field, agency function and life event, for browsing. */
export function topicCounts(ctx: Reading): Promise<TopicCount[]> {
  return countTopics(ctx.db, localDate(ctx.now))
}

function fingerprint(definition: ProcedureDefinition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex')
}

/** Whether exactly this definition was published before, as whichever revision. */
export function wasPublished(ctx: Pick<Ctx, 'db'>, definition: ProcedureDefinition): Promise<boolean> {
  return hasRevision(ctx.db, definition.code, fingerprint(definition))
}

const recordOnProcedure = recorder('procedure', {
  'procedure.published': z.object({ revisionId: z.uuid(), number: z.int(), sha256: z.string() }),
})

/**
 * Publishes a definition as the next revision of its procedure; the same definition again changes nothing.
 * A definition with any problem is refused as a whole.
 */
export async function publishRevision(
  ctx: Publishing,
  input: unknown,
): Promise<Result<{ revisionId: string; number: number; isNew: boolean }, DomainError>> {
  if (!mayPublish(ctx.actor)) return err({ code: 'forbidden' })
  const checked = publishable(input)
  if (!checked.ok) return checked
  const definition = checked.value
  const sha256 = fingerprint(definition)
  return inTransaction(ctx, async (ctx) => {
    const latest = await lockedLatest(ctx.db, definition, ctx.now)
    if (latest?.sha256 === sha256) return ok({ revisionId: latest.id, number: latest.number, isNew: false })
    const revision = { id: ctx.newId(), number: (latest?.number ?? 0) + 1, sha256, publishedAt: ctx.now }
    await insertRevision(ctx.db, definition, revision)
    const { code, slug } = definition
    const data = { revisionId: revision.id, number: revision.number, sha256 }
    await recordOnProcedure(ctx, code, { type: 'procedure.published', data })
    const { all, procedure } = cataloguePageTags
    await ctx.db.execute(sql`select page_changed(${all}), page_changed(${procedure(slug)})`)
    return ok({ revisionId: revision.id, number: revision.number, isNew: true })
  })
}
