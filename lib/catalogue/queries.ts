import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { plain, prefixQuery } from './plain'

export type SearchFilter = {
  q?: string | undefined
  audience?: string | undefined
  field?: string | undefined
  /** Function of the agency that decides ("trafficPolice"). */
  agency?: string | undefined
  lifeEvent?: string | undefined
  online?: boolean | undefined
}

const hit = z.object({ revision_id: z.uuid(), score: z.coerce.number(), sort_key: z.string() })
export type Hit = z.infer<typeof hit>

/** The revision of each procedure in force on the day. */
function inForce(today: string): SQL {
  return sql`select distinct on (procedure_code) * from procedure_search where effective_from <= ${today}::date
    order by procedure_code, number desc`
}

function conditions({ audience, field, agency, lifeEvent, online }: SearchFilter): SQL {
  const all = [
    audience && sql`${audience} = any(s.audience)`,
    field && sql`s.service_field = ${field}`,
    agency && sql`s.agency_function = ${agency}`,
    lifeEvent && sql`${lifeEvent} = any(s.life_events)`,
    online === undefined ? undefined : sql`s.online = ${online}`,
  ].filter((condition) => condition !== undefined && condition !== '')
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `)
}

export type Cursor = { score: number; sortKey: string }

/** Names less like what was typed have a word such as "đăng ký" in common with it, or two letters: they are no answer. */
const NEAR = 0.55
/** Beside a much better answer one is none; beside what is meant but not filed here, sooner. */
const OF_BEST = { service: 0.4, signpost: 0.75 }

/** Revisions some name or word of which fits what was typed, with how well: indexes find them, only they are weighed. */
function fitting(typed: string): SQL {
  return sql`select revision_id, (10000 * sum(fit))::int as score from (
      with near as materialized (select revision_id, nearness as fit from nearest_terms(${typed}) where nearness >= ${NEAR}::float8)
      select * from near
      union all
      select revision_id, nearness from farther_terms(${typed}) where not exists (select from near)
      union all
      select revision_id, 0.3 + 0.3 * ts_rank('{0.1, 0.2, 0.4, 1}', words, query)
      from procedure_search, to_tsquery('simple', ${prefixQuery(typed)}) query where words @@ query) fits
    group by revision_id`
}

/**
 * Hits best first (names in order without a query); `after` is the last one of the page before, `best` how well something
 * that is no procedure fits, of 1.
 */
export async function findHits(
  db: Database,
  filter: SearchFilter,
  { today, after, limit, best = 0 }: { today: string; after: Cursor | undefined; limit: number; best?: number },
): Promise<Hit[]> {
  const typed = plain(filter.q ?? '').slice(0, 200)
  const fits = typed === '' ? sql`select revision_id, 0 as score from procedure_search` : fitting(typed)
  const from = after ? sql`and (f.score, ${after.sortKey}) < (${after.score}::int, s.sort_key)` : sql``
  const rows = await db.execute(sql`
    with fits as (${fits})
    select s.revision_id, f.score, s.sort_key from fits f join procedure_search s using (revision_id)
    where f.score >= greatest(${OF_BEST.service}::float8 * (select max(score) from fits), ${OF_BEST.signpost * 10_000 * best}::float8)
    and s.effective_from <= ${today}::date and ${conditions(filter)} ${from} and not exists (
      select from procedure_search newer where newer.procedure_code = s.procedure_code
      and newer.effective_from <= ${today}::date and newer.number > s.number)
    order by f.score desc, s.sort_key limit ${limit}`)
  return z.array(hit).parse([...rows])
}

const nearName = z.object({ slug: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })

const signpost = z.object({
  name: z.object({ vi: z.string(), en: z.string() }),
  done_by: z.object({ vi: z.string(), en: z.string() }),
  fit: z.coerce.number(),
})

/** What is meant but not filed here, best first; few enough to be weighed one by one. */
export async function fittingSignposts(db: Database, q: string, today: string) {
  const typed = plain(q).slice(0, 200)
  if (typed === '') return []
  const rows = await db.execute(sql`
    select name, done_by, fit from (
      select code, name, done_by, max(0.6 * word_similarity(term, ${typed}) + 0.4 * similarity(${typed}, term)) as fit
      from signposts, unnest(terms) term
      where effective_from <= ${today}::date and (effective_to is null or effective_to > ${today}::date)
      group by code, name, done_by) as weighed
    where fit >= ${NEAR}::float8 order by fit desc, code limit 2`)
  return z.array(signpost).parse([...rows])
}

const WORTH_SUGGESTING = 0.2

/** The services whose names come nearest to something that found nothing; none where nothing is near. */
export async function nearestNames(db: Database, q: string, today: string) {
  const rows = await db.execute(sql`
    with in_force as (${inForce(today)}), weighed as (
      select s.slug, s.name, max(word_similarity(${plain(q).slice(0, 200)}, t.plain)) as nearness
      from in_force s join procedure_terms t on t.revision_id = s.revision_id group by s.slug, s.name)
    select slug, name from weighed where nearness >= ${WORTH_SUGGESTING}::float8 order by nearness desc, slug limit 5`)
  return z.array(nearName).parse([...rows])
}

const count = z.object({ kind: z.string(), code: z.string(), count: z.coerce.number() })

/** How many services each audience, field, agency and life event has. */
export async function countTopics(db: Database, today: string) {
  const rows = await db.execute(sql`
    with in_force as (${inForce(today)}), topics as (
      select 'audience' as kind, unnest(audience) as code from in_force union all
      select 'lifeEvent', unnest(life_events) from in_force union all
      select 'field', service_field from in_force union all
      select 'agency', agency_function from in_force where agency_function is not null)
    select kind, code, count(*)::int as count from topics group by kind, code order by kind, count desc, code`)
  return z.array(count).parse([...rows])
}
