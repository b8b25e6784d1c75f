import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema'

export type ConnectOptions = {
  /** Connections at most. */
  max?: number
  /** Shown in pg_stat_activity. */
  name?: string
}

/** Seconds until the next try after so many failed ones: a database that is back is found within a second. */
const backoff = (tries: number) => Math.min(0.05 * 2 ** tries, 1)

function clientOptions({ max = 10, name = 'mot-cua' }: ConnectOptions) {
  return {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    backoff,
    onnotice: () => undefined,
    connection: { application_name: name, statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
  }
}

/**
 * A postgres.js client that never waits for ever: 5 s to connect, 15 s for a statement. The server ends a connection whose transaction
 * is left open and idle for 30 s, so that no lock outlives whoever forgot it.
 * drizzle changes the serializers of the client it is given, so raw SQL and drizzle get separate ones.
 */
export function rawClient(url: string, options: ConnectOptions = {}) {
  return postgres(url, clientOptions(options))
}

export type NewsOptions = Omit<ConnectOptions, 'max'> & {
  /** The text of a notification on a channel this client listens to. */
  onNews: (text: string) => void
  onEnd: () => void
}

/** A client of one connection that hears notifications and tells when that connection ends. */
export function newsClient(url: string, { onNews, onEnd, ...options }: NewsOptions) {
  const hearing = {
    ...clientOptions({ ...options, max: 1 }),
    ...{ idle_timeout: 0, max_lifetime: null, fetch_types: false, onclose: onEnd },
    onnotify: (_: string, text: string) => {
      onNews(text)
    },
  }
  return postgres(url, hearing)
}

/** Different statements kept by each connection at most: a list of values makes one for each length. */
const MOST_PREPARED = 1_000

/**
 * Lets each connection prepare a statement once and keep it. drizzle asks every statement as if for the only time, which is two ways to
 * the server instead of one, and a plan each time.
 */
function keepStatements<C extends postgres.Sql | postgres.TransactionSql>(client: C, texts: Set<string>): C {
  const unsafe = client.unsafe.bind(client)
  client.unsafe = (text, values = [], options = {}) => {
    const isKept = values.length > 0 && (texts.has(text) || texts.size < MOST_PREPARED)
    if (isKept) texts.add(text)
    return unsafe(text, values, isKept ? { ...options, prepare: true } : options)
  }
  return client
}

/** The same within its transactions and their savepoints, which have clients of their own. */
function keepStatementsThroughout(client: postgres.Sql): postgres.Sql {
  const texts = new Set<string>()
  const within = (transaction: postgres.TransactionSql): postgres.TransactionSql => {
    const savepoint = transaction.savepoint.bind(transaction)
    return Object.assign(keepStatements(transaction, texts), {
      savepoint: <T>(work: (tx: postgres.TransactionSql) => T | Promise<T>) => savepoint((tx) => work(within(tx))),
    })
  }
  const begin = client.begin.bind(client)
  return Object.assign(keepStatements(client, texts), {
    begin: <T>(work: (tx: postgres.TransactionSql) => T | Promise<T>) => begin((tx) => work(within(tx))),
  })
}

/** drizzle over its own client; `close` ends the connections. */
export function connect(url: string, options: ConnectOptions = {}) {
  const client = keepStatementsThroughout(rawClient(url, options))
  return { db: drizzle(client, { schema }), close: () => client.end({ timeout: 5 }) }
}

/** What queries are asked of: the pool, or the one connection of a transaction. */
export type Database = Omit<PostgresJsDatabase<typeof schema>, never>
/** Inside a transaction; whatever must hold together takes this. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

/**
 * Runs `work` in one transaction, with a context whose `db` is that transaction: called with it, nothing inside can ask the pool, where
 * every connection may be held by others who wait for one more. Within a transaction already open it is a savepoint of that.
 */
export function inTransaction<C extends { db: Database }, T>(
  ctx: C,
  work: (ctx: Omit<C, 'db'> & { db: Tx }) => Promise<T>,
): Promise<T> {
  return ctx.db.transaction((tx) => work({ ...ctx, db: tx }))
}
