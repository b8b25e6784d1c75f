import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

export type Health = { isReady: boolean; parts: Record<'database' | 'worker', 'up' | 'down'> }

const PATIENCE_MS = 2_000

/** Ready = the database answers; a missing worker delays effects but stops nobody, so it is only told. */
export async function healthOf(db: Database): Promise<Health> {
  const beats = await withPatience(
    db.execute<{ alive: boolean }>(
      sql`select exists (select from worker_heartbeats where at > now() - interval '30 seconds') as alive`,
    ),
  )
  const hasWorker = beats?.[0]?.alive === true
  return {
    isReady: beats !== null,
    parts: { database: beats === null ? 'down' : 'up', worker: hasWorker ? 'up' : 'down' },
  }
}

async function withPatience<T>(answer: PromiseLike<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null)
  })
  const asked = Promise.resolve(answer).catch(() => null)
  return Promise.race([asked, late]).finally(() => {
    clearTimeout(timer)
  })
}
