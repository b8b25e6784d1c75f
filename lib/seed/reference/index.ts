import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { agencies, officeHours, provinces, units, wards } from '@/db/schema/reference'
import { localAgencies } from './local-agencies'
import { CENTRAL_AGENCIES } from './ministries'
import { fullName, PROVINCE_NAMES } from './provinces'
import { DEMO_UNITS } from './units'
import { WARDS } from './wards'

const WARD_SOURCE = 'Danh mục đơn vị hành chính (7/2026), mã của Cục Thống kê'

const PROVINCES = PROVINCE_NAMES.map(({ plainName, ...row }) => ({ ...row, name: fullName({ ...row, plainName }) }))

const hours = (agencyCode: string | null, isSample: boolean, openings: readonly (readonly [string, string])[]) =>
  openings.map(([opens, closes]) => ({
    agencyCode,
    opens,
    closes,
    effectiveFrom: '2024-01-01',
    effectiveTo: null,
    source: isSample ? 'Dữ liệu mẫu' : 'Giờ hành chính thông dụng; từng cơ quan tự quy định',
    isSample,
  }))

const HOURS = [
  ...hours(null, false, [
    ['07:30', '11:30'],
    ['13:30', '17:00'],
  ]),
  ...hours('H26.101', true, [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ]),
]

/** Territories, agencies, demo units and office hours; what is there already is left as somebody may have edited it. */
export async function seedReference(db: Database): Promise<void> {
  await insertDated(db, provinces, PROVINCES)
  await insertDated(
    db,
    wards,
    WARDS.map(({ code, provinceCode, name, kind, effectiveFrom }) => ({
      code,
      provinceCode,
      name,
      kind,
      effectiveFrom,
      source: WARD_SOURCE,
    })),
  )
  await insertDated(db, agencies, [...CENTRAL_AGENCIES, ...localAgencies()])
  await insert(db, units, DEMO_UNITS)
  await insert(db, officeHours, HOURS)
}

/** One statement for all rows, which PostgreSQL reads out of one JSON value, sooner than thousands of parameters. */
async function insert<T extends PgTable>(
  db: Database,
  table: T,
  rows: readonly T['$inferInsert'][],
  unless = sql`false`,
): Promise<void> {
  const columnNames = new Map(Object.entries(getTableColumns(table)).map(([key, column]) => [key, column.name]))
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [columnNames.get(key) ?? key, value])),
  )
  const columns = sql.join(
    Object.keys(records[0] ?? {}).map((name) => sql.identifier(name)),
    sql`, `,
  )
  await db.execute(sql`
    insert into ${table} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::jsonb) as given
    where not (${unless})
    on conflict do nothing`)
}

/** Rows of things that have a row for some of the same days already, perhaps under a name somebody corrected, are left out. */
function insertDated<T extends PgTable>(db: Database, table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
  const overlap = sql`exists (
    select from ${table} held where held.code = given.code
    and daterange(held.effective_from, held.effective_to, '[]') && daterange(given.effective_from, given.effective_to, '[]'))`
  return insert(db, table, rows, overlap)
}
