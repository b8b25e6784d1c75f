import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import * as schema from './schema'

const tables = Object.values(schema).flatMap((value) => (is(value, PgTable) ? [getTableConfig(value)] : []))

/** drizzle's word for a type as PostgreSQL's catalogue spells it. */
const spelling = (type: string) =>
  type
    .replace(/^time$/, 'time without time zone')
    .replace(/^timestamp \((\d)\) with time zone$/, 'timestamp($1) with time zone')
    .replace(/^serial$/, 'integer')

describe('the tables drizzle knows', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await database({ seeded: false })
  })
  afterAll(() => test.close())

  it.each(tables.map(({ name, columns }) => [name, columns] as const))(
    '%s is as the migrations made it',
    async (name, columns) => {
      const rows = await test.sql`
      select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required
      from pg_attribute where attrelid = ${name}::regclass and attnum > 0 and not attisdropped order by attname`
      const inDatabase = rows.map((row) => ({
        name: String(row['name']),
        type: String(row['type']),
        required: row['required'] === true,
      }))
      const inSchema = columns
        .map((column) => ({ name: column.name, type: spelling(column.getSQLType()), required: column.notNull }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
      expect(inSchema.map(({ name: column }) => column)).toEqual(inDatabase.map(({ name: column }) => column))
      for (const [index, column] of inSchema.entries()) {
        expect({ table: name, ...column }).toEqual({ table: name, ...inDatabase[index] })
      }
    },
  )
})
