import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema'

export type ConnectOptions = {
  /** Connections at most. */
  max?: number
  /** Database role to work as; the application never works as the owner of its tables. */
  role?: string
  /** Shown in pg_stat_activity. */
  name?: string
}

/**
 * A postgres.js client that never waits for ever: 5 s to connect, 15 s for a statement.
 * drizzle changes the serializers of the client it is given, so raw SQL and drizzle get separate ones.
 */
export function rawClient(url: string, { max = 10, role, name = 'mot-cua' }: ConnectOptions = {}) {
  return postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => undefined,
    connection: { application_name: name, statement_timeout: 15_000, ...(role === undefined ? {} : { role }) },
  })
}

/** drizzle over its own client; `close` ends the connections. */
export function connect(url: string, options: ConnectOptions = {}) {
  const client = rawClient(url, options)
  return { db: drizzle(client, { schema }), client, close: () => client.end({ timeout: 5 }) }
}

export type Database = ReturnType<typeof connect>['db']
/** Inside a transaction; whatever must hold together takes this. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]
