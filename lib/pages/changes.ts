import type { Sql } from 'postgres'

import type { PageCache } from './page-cache'

/** `select pg_notify('page_changed', tag)`, in the transaction of the change, tells every server process. */
const CHANNEL = 'page_changed'

/**
 * Keeps the cache as new as the database. Each time the connection is made anew everything is forgotten, since news may
 * have been missed in between.
 */
export async function followChanges(sql: Sql, cache: Pick<PageCache, 'changed' | 'clear'>): Promise<void> {
  await sql.listen(CHANNEL, cache.changed, cache.clear)
}
