import type { Database } from '@/db/client'
import { localDate } from '@/lib/calendar'
import type { Ctx } from '@/lib/ports'

/** An administrator's change is seen everywhere within this. */
const KEPT_MS = 60_000
const ENTRIES = 300

type Load<T> = (db: Database, key: string, day: string) => Promise<T>

/** `load` by key and day, each answer remembered for a minute in this process (a few hundred at most). */
export function rememberAnswers<T>(load: Load<T>) {
  const memories = new WeakMap<Database, Map<string, { until: number; value: Promise<T> }>>()
  return (ctx: Pick<Ctx, 'db' | 'now'>, key: string, at: Date): Promise<T> => {
    const day = localDate(at)
    const memory = memories.get(ctx.db) ?? new Map<string, { until: number; value: Promise<T> }>()
    memories.set(ctx.db, memory)
    const name = `${day} ${key}`
    const cached = memory.get(name)
    if (cached && cached.until > ctx.now.getTime()) return cached.value
    // A query of drizzle runs anew each time it is awaited; a promise keeps what came.
    const value = Promise.resolve(load(ctx.db, key, day))
    const [oldest] = memory.keys()
    if (memory.size >= ENTRIES && oldest !== undefined) memory.delete(oldest)
    memory.set(name, { until: ctx.now.getTime() + KEPT_MS, value })
    value.catch(() => memory.delete(name))
    return value
  }
}
