import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { agencies, provinces, units, wards } from '@/db/schema/reference'
import { AGENCY_FUNCTIONS } from './agency'
import type { Agency, AgencyFunction, AgencyLevel, Unit } from './agency'
import type { Province, Ward } from './place'
import type { AgencyQuery } from './routing'

/** The rows that hold on this day. */
export function holdsOn(table: { effectiveFrom: PgColumn; effectiveTo: PgColumn }, day: string) {
  return and(lte(table.effectiveFrom, day), or(isNull(table.effectiveTo), gte(table.effectiveTo, day)))
}

export function provincesOn(db: Database, day: string): Promise<Province[]> {
  return db
    .select({ code: provinces.code, name: provinces.name, kind: provinces.kind, organCode: provinces.organCode })
    .from(provinces)
    .where(holdsOn(provinces, day))
    .orderBy(asc(provinces.code))
}

export function wardsOn(db: Database, provinceCode: string, day: string): Promise<Ward[]> {
  return db
    .select({ code: wards.code, name: wards.name, kind: wards.kind, provinceCode: wards.provinceCode })
    .from(wards)
    .where(and(eq(wards.provinceCode, provinceCode), holdsOn(wards, day)))
    .orderBy(asc(wards.code))
}

export async function wardOn(db: Database, code: string, day: string): Promise<Ward | null> {
  const [row] = await db
    .select({ code: wards.code, name: wards.name, kind: wards.kind, provinceCode: wards.provinceCode })
    .from(wards)
    .where(and(eq(wards.code, code), holdsOn(wards, day)))
  return row ?? null
}

type AgencyRow = typeof agencies.$inferSelect

function isFunction(word: string): word is AgencyFunction {
  return Object.hasOwn(AGENCY_FUNCTIONS, word)
}

function agencyOf(row: AgencyRow): Agency {
  if (!isFunction(row.function)) throw new Error(`agency ${row.code} has the unknown function ${row.function}`)
  return { ...row, function: row.function }
}

export async function agencyOn(db: Database, query: AgencyQuery, day: string): Promise<Agency | null> {
  const condition =
    'code' in query
      ? eq(agencies.code, query.code)
      : and(
          eq(agencies.function, query.function),
          eq(agencies.provinceCode, query.provinceCode),
          query.wardCode === null ? isNull(agencies.wardCode) : eq(agencies.wardCode, query.wardCode),
        )
  const [row] = await db
    .select()
    .from(agencies)
    .where(and(condition, holdsOn(agencies, day)))
  return row === undefined ? null : agencyOf(row)
}

/** Who took over from a closed agency, through any number of changes; null when it was not closed or has no successor. */
export async function successorOn(db: Database, code: string, day: string): Promise<Agency | null> {
  const [row] = await db.select({ next: agencies.successorCode }).from(agencies).where(eq(agencies.code, code))
  if (row?.next == null) return null
  return (await agencyOn(db, { code: row.next }, day)) ?? successorOn(db, row.next, day)
}

export type AgencyFilter = {
  level?: AgencyLevel
  provinceCode?: string
  parentCode?: string
  function?: AgencyFunction
}

export async function agenciesOn(db: Database, filter: AgencyFilter, day: string): Promise<Agency[]> {
  const rows = await db
    .select()
    .from(agencies)
    .where(
      and(
        holdsOn(agencies, day),
        filter.level === undefined ? undefined : eq(agencies.level, filter.level),
        filter.provinceCode === undefined ? undefined : eq(agencies.provinceCode, filter.provinceCode),
        filter.parentCode === undefined ? undefined : eq(agencies.parentCode, filter.parentCode),
        filter.function === undefined ? undefined : eq(agencies.function, filter.function),
      ),
    )
    .orderBy(asc(agencies.code))
  return rows.map(agencyOf)
}

/** The codes above an agency along one line, nearest first. */
export async function codesAbove(
  db: Database,
  code: string,
  line: 'territorial' | 'vertical',
  day: string,
): Promise<string[]> {
  const column = sql.identifier(line === 'territorial' ? 'parent_code' : 'superior_code')
  const rows = await db.execute<{ code: string }>(sql`
    with recursive above (code, depth) as (
      select ${column}, 1 from agencies
      where code = ${code} and daterange(effective_from, effective_to, '[]') @> ${day}::date
      union all
      select a.${column}, depth + 1 from agencies a join above on a.code = above.code
      where daterange(a.effective_from, a.effective_to, '[]') @> ${day}::date and depth < 10
    )
    select code from above where code is not null order by depth`)
  return rows.map((row) => row.code)
}

export async function agenciesByCode(db: Database, codes: readonly string[], day: string): Promise<Agency[]> {
  if (codes.length === 0) return []
  const rows = await db
    .select()
    .from(agencies)
    .where(and(inArray(agencies.code, [...codes]), holdsOn(agencies, day)))
  const byCode = new Map(rows.map((row) => [row.code, agencyOf(row)]))
  return codes.map((code) => byCode.get(code)).filter((agency) => agency !== undefined)
}

export function unitsOn(db: Database, agencyCode: string, day: string): Promise<Unit[]> {
  return db
    .select({ id: units.id, agencyCode: units.agencyCode, code: units.code, kind: units.kind, name: units.name })
    .from(units)
    .where(and(eq(units.agencyCode, agencyCode), holdsOn(units, day)))
    .orderBy(asc(units.code))
}
