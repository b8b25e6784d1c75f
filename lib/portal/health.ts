import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Application } from './application-client'

type State = 'up' | 'down'
export type Health = { isReady: boolean; parts: Record<'database' | 'worker', State> & { application?: State } }

const PATIENCE_MS = 2_000

/** Ready = database and application answer; a missing worker delays effects but stops nobody, so it is only told. */
export async function healthOf(db: Database, application?: Pick<Application, 'isUp'>): Promise<Health> {
  const [beats, isUp] = await Promise.all([
    withPatience(
      db.execute<{ alive: boolean }>(
        sql`select exists (select from worker_heartbeats where at > now() - interval '30 seconds') as alive`,
      ),
    ),
    application?.isUp() ?? true,
  ])
  const hasWorker = beats?.[0]?.alive === true
  return {
    isReady: beats !== null && isUp,
    parts: {
      database: stateOf(beats !== null),
      worker: stateOf(hasWorker),
      ...(application && { application: stateOf(isUp) }),
    },
  }
}

const stateOf = (isUp: boolean): State => (isUp ? 'up' : 'down')

async function withPatience<T>(answer: PromiseLike<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null)
  })
  const settled = Promise.resolve(answer).catch(() => null)
  return Promise.race([settled, late]).finally(() => {
    clearTimeout(timer)
  })
}
