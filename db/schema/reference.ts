import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  time,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

type Words = { vi: string; en: string }

/** A row holds on the days from `effectiveFrom` to `effectiveTo`, both included; an open end is null. */
const effective = {
  effectiveFrom: date('effective_from').notNull(),
  effectiveTo: date('effective_to'),
  source: text('source').notNull(),
}

export const provinces = pgTable(
  'provinces',
  {
    code: text('code').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['city', 'province'] }).notNull(),
    organCode: text('organ_code').notNull(),
    ...effective,
    confidence: text('confidence', { enum: ['confirmed', 'high', 'medium'] }).notNull(),
    isSample: boolean('is_sample').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.code, table.effectiveFrom] })],
)

export const wards = pgTable(
  'wards',
  {
    code: text('code').notNull(),
    provinceCode: text('province_code').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['ward', 'commune', 'specialZone'] }).notNull(),
    ...effective,
    isSample: boolean('is_sample').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.code, table.effectiveFrom] }),
    index('wards_of_province').on(table.provinceCode, table.code),
  ],
)

export const agencies = pgTable(
  'agencies',
  {
    /** Organ code by Decision 20/2020/QĐ-TTg. */
    code: text('code').notNull(),
    name: jsonb('name').$type<Words>().notNull(),
    level: text('level', { enum: ['ministry', 'province', 'commune'] }).notNull(),
    /** What it does, the same word for all agencies of a kind; rows of `AGENCY_FUNCTIONS`. */
    function: text('function').notNull(),
    /** The authority of the territory it belongs to. */
    parentCode: text('parent_code'),
    /** The agency of its trade one level up. */
    superiorCode: text('superior_code'),
    provinceCode: text('province_code'),
    wardCode: text('ward_code'),
    successorCode: text('successor_code'),
    ...effective,
    isSample: boolean('is_sample').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.code, table.effectiveFrom] }),
    index('agencies_of_place').on(table.function, table.provinceCode, table.wardCode),
    index('agencies_below').on(table.parentCode, table.code),
    index('agencies_by_level').on(table.level, table.provinceCode, table.code),
  ],
)

export const units = pgTable(
  'units',
  {
    id: uuid('id').primaryKey(),
    agencyCode: text('agency_code').notNull(),
    code: text('code').notNull(),
    name: jsonb('name').$type<Words>().notNull(),
    kind: text('kind', { enum: ['oneStop', 'professional', 'registry', 'leadership'] }).notNull(),
    ...effective,
    isSample: boolean('is_sample').notNull(),
  },
  (table) => [unique('units_agency_code_code_key').on(table.agencyCode, table.code)],
)

export const officeHours = pgTable(
  'office_hours',
  {
    /** Null: every agency that keeps no hours of its own. */
    agencyCode: text('agency_code'),
    opens: time('opens').notNull(),
    closes: time('closes').notNull(),
    ...effective,
    isSample: boolean('is_sample').notNull(),
  },
  (table) => [
    unique('office_hours_agency_code_opens_effective_from_key')
      .on(table.agencyCode, table.opens, table.effectiveFrom)
      .nullsNotDistinct(),
  ],
)

/** Years whose exceptions are all in `calendar_days`; any other is computed from the law. */
export const calendarYears = pgTable('calendar_years', {
  year: integer('year').primaryKey(),
  status: text('status', { enum: ['official', 'provisional'] }).notNull(),
  source: text('source').notNull(),
})

export const calendarDays = pgTable(
  'calendar_days',
  {
    date: date('date').notNull(),
    /** Null: the whole country; a row of an agency wins. */
    agencyCode: text('agency_code'),
    kind: text('kind', { enum: ['off', 'working'] }).notNull(),
    name: jsonb('name').$type<Words>().notNull(),
    status: text('status', { enum: ['official', 'provisional'] }).notNull(),
    source: text('source').notNull(),
  },
  (table) => [unique('calendar_days_date_agency_code_key').on(table.date, table.agencyCode).nullsNotDistinct()],
)
