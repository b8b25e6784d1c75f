import 'server-only'
import type { SQL } from 'drizzle-orm'
import { and, eq, or, sql } from 'drizzle-orm'
import { dossiers } from '@/db/schema/dossiers'
import type { Ctx } from '@/lib/ports'
import { by, listed, PAGE, unionOf } from './queries'
import type { Reach } from './scope'
import { reachesOf, visibleTo } from './scope'

/** A name borne by so many is quicker found among the newest than by looking at all who bear it. */
const COMMON = 500
/** How far back a common name is looked for: enough for a page of it in an agency of a quarter of a million. */
const LOOKED_THROUGH = 20_000
const NEWEST = by(dossiers.submittedAt, true)

/** At most 20 dossiers by code, by the applicant's number (its keyed hash), or by words of the name, the last perhaps cut short. */
export async function searchDossiers(ctx: Ctx, typed: { code: string; idHash: string; name: string }) {
  const exact = or(
    eq(dossiers.submissionCode, typed.code),
    eq(dossiers.dossierCode, typed.code),
    eq(dossiers.applicantIdHash, typed.idHash),
  )
  const byNumber = sql`(select ${dossiers.id} from ${dossiers} where ${and(visibleTo(ctx.actor), exact)})`
  const ids = typed.name.length >= 3 ? sql`(${byNumber} union ${idsByName(ctx, typed.name)})` : byNumber
  return (await listed(ctx, ids, NEWEST)).slice(0, PAGE)
}

/** All who bear the name, read from the index of names; of a common name the newest, met on the way through the newest. */
function idsByName(ctx: Ctx, name: string): SQL {
  const words = name.split(' ').filter((word) => word !== '')
  const bearers = reachesOf(ctx.actor).map(
    (reach) => sql`(select ${dossiers.id}, ${dossiers.submittedAt} as key from ${dossiers}
      where ${bearing(words, reach)} limit ${COMMON})`,
  )
  const count = sql`(select count(*) from named)`
  const newest = unionOf(reachesOf(ctx.actor).map((reach) => newestNamed(words, reach)))
  return sql`(with named as materialized ${unionOf(bearers)}
    (select id from named where ${count} < ${COMMON} order by key desc, id desc limit ${PAGE})
    union all (select id from ${newest} as newest where ${count} >= ${COMMON} order by key desc, id desc limit ${PAGE}))`
}

/** From the newest on until a page is full. The limit inside keeps PostgreSQL, which takes a common name for rare, from sorting all. */
function newestNamed(words: readonly string[], { rows }: Reach): SQL {
  return sql`(select id, submitted_at as key from
    (select ${dossiers.id}, ${dossiers.submittedAt}, ${dossiers.applicantSearch} from ${dossiers} where ${rows}
      order by ${dossiers.submittedAt} desc, ${dossiers.id} desc limit ${LOOKED_THROUGH}) as dossiers
    where ${inWords(words)} limit ${PAGE})`
}

/** In the very words of the index of names, which puts the agency's code before each and so needs no other index beside it. */
function bearing(words: readonly string[], { rows, agency }: Reach): SQL | undefined {
  if (agency === null) return and(rows, inWords(words))
  const { column, code, further } = agency
  const marked = sql`${column} || '|' || replace(${dossiers.applicantSearch}, ' ', ' ' || ${column} || '|')`
  const quoted = words.map((word) => `'${`${code}|${word}`.replace(/['\\]/g, '$&$&')}'`)
  const named = sql`array_to_tsvector(string_to_array(${marked}, ' ')) @@ ${`${quoted.join(' & ')}:*`}::tsquery`
  return and(named, further)
}

/** The same words, in a form no index serves. */
function inWords(words: readonly string[]): SQL | undefined {
  const patterns = words.map((word) => word.replace(/[%_\\]/g, '\\$&'))
  const spaced = sql`(' ' || ${dossiers.applicantSearch} || ' ')`
  return and(
    ...patterns.map((word, at) => sql`${spaced} like ${at === words.length - 1 ? `% ${word}%` : `% ${word} %`}`),
  )
}
