import os from 'node:os'
import { inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { workerHeartbeats } from '@/db/schema/worker'
import { isAlive } from '@/lib/processes/server'

const BEAT_MS = 3_000
/** A worker silent for this long is dead; its jobs go back to the queue. */
const DEAD_AFTER_SECONDS = 30

/**
 * Says every few seconds that the workers named by `ids` live, and gives the jobs of silent ones back to the queue: a killed worker
 * would otherwise keep what it was doing locked for four hours. Survives a database that is away for a while.
 */
export function startHeartbeat(db: Database, ids: ReadonlySet<string>, onTrouble: (error: unknown) => void) {
  let beating: Promise<void> = Promise.resolve()
  const beat = () => {
    beating = beating.then(() => once(db, ids)).catch(onTrouble)
    return beating
  }
  const timer = setInterval(() => void beat(), BEAT_MS)
  return {
    /** Resolves once the first round is over. */
    started: beat(),
    async stop() {
      clearInterval(timer)
      await beating
      if (ids.size > 0)
        await db
          .delete(workerHeartbeats)
          .where(inArray(workerHeartbeats.workerId, [...ids]))
          .catch(onTrouble)
    },
  }
}

async function once(db: Database, ids: ReadonlySet<string>): Promise<void> {
  const rows = [...ids].map((workerId) => ({ workerId, host: os.hostname(), pid: process.pid }))
  if (rows.length > 0) {
    await db
      .insert(workerHeartbeats)
      .values(rows)
      .onConflictDoUpdate({ target: workerHeartbeats.workerId, set: { at: sql`now()` } })
  }
  await buryNeighbours(db)
  await db.execute(sql`
    with dead as (delete from worker_heartbeats where at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS})),
    silent as (
      select distinct locked_by from graphile_worker._private_jobs job
      where locked_by is not null and locked_at < now() - interval '5 seconds' and not exists (
        select from worker_heartbeats beat where beat.worker_id = job.locked_by
          and beat.at >= now() - make_interval(secs => ${DEAD_AFTER_SECONDS})))
    select graphile_worker.force_unlock_workers(array_agg(locked_by)) from silent having count(*) > 0`)
}

/** On this machine one need not wait: a process that is gone is dead. */
async function buryNeighbours(db: Database): Promise<void> {
  const neighbours = await db
    .select()
    .from(workerHeartbeats)
    .where(sql`${workerHeartbeats.host} = ${os.hostname()} and ${workerHeartbeats.pid} <> ${process.pid}`)
  const dead = neighbours.filter((neighbour) => !isAlive(neighbour.pid)).map((neighbour) => neighbour.workerId)
  if (dead.length > 0) await db.delete(workerHeartbeats).where(inArray(workerHeartbeats.workerId, dead))
}
