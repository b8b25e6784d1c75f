import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Database, Tx } from '@/db/client'
import { procedureRevisions, procedures, procedureSearch, procedureTerms } from '@/db/schema/catalogue'
import type { ProcedureDefinition } from './definition'
import { plain } from './plain'
import { termsOf, wordsOf } from './search-entry'

type Reader = Database

/** Locks the procedure (made where it is new) and gives its newest revision. */
export async function lockedLatest(tx: Tx, { code, slug }: ProcedureDefinition, now: Date) {
  await tx
    .insert(procedures)
    .values({ code, slug, createdAt: now })
    .onConflictDoUpdate({ target: procedures.code, set: { slug } })
  const [latest] = await tx
    .select({ id: procedureRevisions.id, number: procedureRevisions.number, sha256: procedureRevisions.sha256 })
    .from(procedureRevisions)
    .where(eq(procedureRevisions.procedureCode, code))
    .orderBy(desc(procedureRevisions.number))
    .limit(1)
  return latest
}

export type NewRevision = { id: string; number: number; sha256: string; publishedAt: Date }

/** Writes the revision and what search finds it by. */
export async function insertRevision(tx: Tx, definition: ProcedureDefinition, revision: NewRevision): Promise<void> {
  const { code: procedureCode, effectiveFrom } = definition
  await tx.insert(procedureRevisions).values({ ...revision, procedureCode, definition, effectiveFrom })
  const words = wordsOf(definition)
  await tx.insert(procedureSearch).values({
    ...definition,
    revisionId: revision.id,
    procedureCode,
    number: revision.number,
    agencyFunction: definition.routing.by === 'agency' ? null : definition.routing.function,
    sortKey: `${plain(definition.name.vi)} ${procedureCode}`,
    words: sql`setweight(to_tsvector('simple', ${words.names}), 'A') || setweight(to_tsvector('simple', ${words.topics}), 'B')
      || setweight(to_tsvector('simple', ${words.rest}), 'C')`,
  })
  const terms = termsOf(definition).map((term, position) => ({ ...term, position, revisionId: revision.id }))
  await tx.insert(procedureTerms).values(terms)
}

/** The revision of this address in force on that day. */
export async function revisionInForce(db: Reader, slug: string, today: string) {
  const [row] = await db
    .select({ id: procedureRevisions.id, number: procedureRevisions.number, definition: procedureRevisions.definition })
    .from(procedureRevisions)
    .innerJoin(procedures, eq(procedures.code, procedureRevisions.procedureCode))
    .where(and(eq(procedures.slug, slug), lte(procedureRevisions.effectiveFrom, today)))
    .orderBy(desc(procedureRevisions.number))
    .limit(1)
  return row
}

export function revisionsByIds(db: Reader, ids: readonly string[]) {
  return db
    .select({ id: procedureRevisions.id, number: procedureRevisions.number, definition: procedureRevisions.definition })
    .from(procedureRevisions)
    .where(sql`${procedureRevisions.id} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`)
}

export async function hasRevision(db: Reader, code: string, sha256: string): Promise<boolean> {
  const rows = await db
    .select({ id: procedureRevisions.id })
    .from(procedureRevisions)
    .where(and(eq(procedureRevisions.procedureCode, code), eq(procedureRevisions.sha256, sha256)))
    .limit(1)
  return rows.length > 0
}
