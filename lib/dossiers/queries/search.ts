import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/accounts'
import { dossiers } from '@/db/schema/dossiers'
import type { Ctx } from '@/lib/ports'
import type { inbox } from './queries'
import { after, listRows, PAGE, pageOf, unionOf } from './queries'
import { by } from './queue-queries'
import { reachesOf } from '../dossier/scope'
import type { Reach } from '../dossier/scope'

/** What is found by more ways than names is counted up to here; a name borne by so many is looked for among the newest. */
export const COMMON = 500
/** How far back a common name is looked for: enough for a page of it in an agency of a quarter of a million. */
const LOOKED_THROUGH = 20_000
const NEWEST = by(dossiers.submittedAt, true)
/** Fewer letters of a name, and fewer signs of the end of a code, fit too many. */
const SHORTEST_NAME = 3
const SHORTEST_END = 4

export type Typed = {
  code: string
  /** Keyed hash of what was typed, read as an applicant's number. */
  idHash: string
  /** Keyed hash of what was typed, read as any number; null where it is none. */
  numberHash: string | null
  name: string
}

export type SearchPage = Awaited<ReturnType<typeof inbox>> & { total: number }

const answered = z.tuple([z.object({ ids: z.array(z.string()), total: z.int() })])

/**
 * One page of the dossiers whose code ends so, that bear the number, or whose applicant or holder has the name, newest
 * first, and how many there are in all, counted up to `COMMON`.
 */
export async function searchDossiers(ctx: Ctx, typed: Typed, cursor?: string): Promise<SearchPage> {
  const holders = await holdersNamed(ctx, typed.name)
  const words = typed.name.length >= SHORTEST_NAME ? wordsIn(typed.name) : null
  const others = reachesOf(ctx.actor).flatMap((reach) => otherWays(typed, holders, reach))
  const named = words === null ? [] : reachesOf(ctx.actor).map((reach) => bearers(words, reach))
  const isCommon = sql`(select count(*) from named) >= ${COMMON}`
  const from = after(cursor, NEWEST)
  const newest = words === null ? [] : reachesOf(ctx.actor).map((reach) => newestNamed(words, reach, from))
  const beyond = from === undefined ? sql`true` : sql`(key, id) < (${afterKey(cursor)})`
  const matching = sql`(select id, key from others where ${beyond} union select id, key from named where not ${isCommon} and ${beyond}
    union select id, key from ${unionOf(newest)} as newest where ${isCommon})`
  const rows = await ctx.db.execute(sql`
    with others as materialized ${unionOf(others)}, named as materialized ${unionOf(named)}
    select coalesce((select array_agg(id) from
        (select id from ${matching} as found order by key desc, id desc limit ${PAGE + 1}) as page), '{}') as ids,
      (select least(count(*), ${COMMON})::int from (select id from others union select id from named) as every) as total`)
  const [{ ids, total }] = answered.parse([...rows])
  const page = await listRows(ctx, sql`(select unnest(${`{${ids.join(',')}}`}::uuid[]))`, NEWEST)
  return { ...pageOf(page), total }
}

/** A cursor as the two values it stands for. */
function afterKey(cursor: string | undefined): SQL {
  const [at = '', id = ''] = cursor?.split('~') ?? []
  return sql`${at}::timestamptz, ${id}::uuid`
}

/** The codes, numbers and holders, each read from an index of its own. */
function otherWays(typed: Typed, holders: readonly string[], reach: Reach): SQL[] {
  const exact = [
    eq(dossiers.submissionCode, typed.code),
    eq(dossiers.dossierCode, typed.code),
    eq(dossiers.applicantIdHash, typed.idHash),
  ]
  const number = typed.numberHash === null ? [] : [sql`${dossiers.numberHashes} @> array[${typed.numberHash}]`]
  const byHolder = holders.map((holder) => eq(dossiers.assigneeId, holder))
  return [...exact, ...number, ...byHolder, ...endings(typed.code)].map(
    (way) => sql`(select ${dossiers.id}, ${dossiers.submittedAt} as key from ${dossiers} where ${and(reach.rows, way)}
      order by ${dossiers.submittedAt} desc limit ${COMMON})`,
  )
}

/** Codes that end so. */
function endings(code: string): SQL[] {
  if (code.length < SHORTEST_END || !/^[0-9A-Z.-]+$/.test(code)) return []
  const start = `${Array.from(code).reverse().join('')}%`
  return [
    sql`${dossiers.dossierCode} is not null and reverse(${dossiers.dossierCode}) like ${start}`,
    sql`reverse(${dossiers.submissionCode}) like ${start}`,
  ]
}

const wordsIn = (name: string) => name.split(' ').filter((word) => word !== '')

/** A few officers of this name; what they hold is found by it. */
async function holdersNamed(ctx: Ctx, name: string): Promise<string[]> {
  if (ctx.actor.kind !== 'officer' || name.length < SHORTEST_NAME) return []
  const spoken = sql`unaccent(lower(${users.name}))`
  const rows = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.kind, 'officer'), inWords(wordsIn(name), spoken)))
    .limit(20)
  return rows.map(({ id }) => id)
}

/** All who bear the name, read from the index of names. */
function bearers(words: readonly string[], reach: Reach): SQL {
  return sql`(select ${dossiers.id}, ${dossiers.submittedAt} as key from ${dossiers}
    where ${bearing(words, reach)} limit ${COMMON})`
}

/** From the newest on until a page is full. The limit inside keeps PostgreSQL, which takes a common name for rare, from sorting all. */
function newestNamed(words: readonly string[], { rows }: Reach, from: SQL | undefined): SQL {
  return sql`(select id, submitted_at as key from
    (select ${dossiers.id}, ${dossiers.submittedAt}, ${dossiers.applicantSearch} from ${dossiers} where ${and(rows, from)}
      order by ${dossiers.submittedAt} desc, ${dossiers.id} desc limit ${LOOKED_THROUGH}) as dossiers
    where ${inWords(words)} limit ${PAGE + 1})`
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

/** The same words, in a form no index serves; the last may be cut short. */
function inWords(words: readonly string[], spoken: SQL = sql`${dossiers.applicantSearch}`): SQL | undefined {
  const patterns = words.map((word) => word.replace(/[%_\\]/g, '\\$&'))
  const spaced = sql`(' ' || ${spoken} || ' ')`
  return and(
    ...patterns.map((word, at) => sql`${spaced} like ${at === words.length - 1 ? `% ${word}%` : `% ${word} %`}`),
  )
}
