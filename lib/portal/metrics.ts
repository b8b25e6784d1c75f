import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { firstPart } from '@/lib/kernel'
import { ROUTES } from './routes'

/** First parts of the paths we serve; anything else is one class, so that strangers cannot invent label values. */
const KNOWN = new Set(['_next', ...ROUTES.map(firstPart)])

export type Metrics = {
  /** A public page sent from memory: too many to be timed one by one. */
  countFromMemory: () => void
  observe: (request: { method: string; pathname: string; status: number; seconds: number }) => void
  /** The Prometheus text format, with the queue as it is now. */
  text: () => Promise<string>
}

/** Counters of this process and of the queue, which all processes share. */
export function makeMetrics(db: Database): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Histogram({
    ...{ name: 'http_request_duration_seconds', help: 'Time to answer', registers },
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
  })
  const waiting = new Gauge({ name: 'jobs_waiting', help: 'Jobs that may run now', registers })
  const givenUp = new Gauge({ name: 'jobs_given_up', help: 'Jobs that failed for good', registers })
  const workers = new Gauge({ name: 'workers_alive', help: 'Workers heard of in the last 30 s', registers })
  const failures = new Counter({ name: 'queue_unreadable_total', help: 'Times the queue could not be read', registers })
  const fromMemory = new Counter({ name: 'pages_from_memory_total', help: 'Public pages sent from memory', registers })
  return {
    countFromMemory: () => {
      fromMemory.inc()
    },
    observe: ({ method, pathname, status, seconds }) => {
      requests.observe({ method, route: routeOf(pathname), status: String(status) }, seconds)
    },
    async text() {
      const queue = await queueNow(db).catch(() => null)
      if (queue === null) failures.inc()
      waiting.set(queue?.waiting ?? Number.NaN)
      givenUp.set(queue?.given_up ?? Number.NaN)
      workers.set(queue?.workers ?? Number.NaN)
      return registry.metrics()
    },
  }
}

type Queue = { waiting: number; given_up: number; workers: number }

async function queueNow(db: Database): Promise<Queue | undefined> {
  const rows = await db.execute<Queue>(sql`
    select count(*) filter (where attempts < max_attempts and run_at <= now() and locked_by is null)::int as waiting,
      count(*) filter (where attempts >= max_attempts)::int as given_up,
      (select count(*)::int from worker_heartbeats where at > now() - interval '30 seconds') as workers
    from graphile_worker._private_jobs`)
  return rows[0]
}

export function routeOf(pathname: string): string {
  const first = firstPart(pathname)
  return KNOWN.has(first) ? `/${first}` : 'other'
}
