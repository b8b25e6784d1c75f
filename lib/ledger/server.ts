import 'server-only'
import { createHash } from 'node:crypto'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { auditLog } from '@/db/schema/ledger'
import { userIdOf } from '@/lib/access'
import type { TxCtx } from '@/lib/ports'
import { chained, firstBreak, GENESIS } from './chain'

export type Act = {
  subject: {
    kind: 'dossier' | 'draft' | 'user' | 'procedure' | 'agency' | 'attachment' | 'calendar' | 'trust'
    id: string
  }
  /** `subject.pastTense`, the name of the event where it is one. */
  action: string
  /** Facts of the act; never document content nor more personal data than an id. */
  data: Record<string, unknown>
  /** Whether handlers of other modules hear of it. */
  isEvent?: boolean
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Writes the act into the subject's hash chain and, for an event, puts its dispatch into the outbox, all in the caller's transaction.
 * Writers of one subject wait for each other, so its chain never forks (and a unique constraint says so).
 * @returns the id of the audit row, which is the event's id.
 */
export async function record(
  ctx: Pick<TxCtx, 'db' | 'now' | 'actor' | 'requestId' | 'newId'>,
  act: Act,
): Promise<string> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${act.subject.kind}:${act.subject.id}`}, 0))`,
  )
  const [last] = await ctx.db
    .select({ entry: auditLog.entry, hash: auditLog.hash })
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, act.subject.kind), eq(auditLog.subjectId, act.subject.id)))
    .orderBy(desc(auditLog.entry))
    .limit(1)
  const previousHash = last?.hash ?? GENESIS
  const entry = {
    subjectKind: act.subject.kind,
    subjectId: act.subject.id,
    entry: (last?.entry ?? 0) + 1,
    at: ctx.now,
    actorKind: ctx.actor.kind,
    actorId: userIdOf(ctx.actor),
    action: act.action,
    data: act.data,
    requestId: ctx.requestId,
  }
  const id = ctx.newId()
  await ctx.db.insert(auditLog).values({ id, ...entry, previousHash, hash: sha256(chained(entry, previousHash)) })
  if (act.isEvent === true) {
    await addJob(
      ctx,
      'dispatch',
      { eventId: id, type: act.action, subject: act.subject, data: act.data },
      { key: `event:${id}` },
    )
  }
  return id
}

export type JobOptions = { key?: string; runAt?: Date; maxAttempts?: number; queue?: string }

/** Adds a job in the caller's transaction; a waiting job with the same key is replaced, never doubled. */
export async function addJob(
  { db }: Pick<TxCtx, 'db'>,
  task: string,
  payload: Record<string, unknown>,
  options: JobOptions = {},
): Promise<void> {
  await db.execute(sql`select graphile_worker.add_job(
    identifier => ${task}, payload => ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null},
    run_at => ${options.runAt?.toISOString() ?? null}::timestamptz, max_attempts => ${options.maxAttempts ?? 12},
    job_key => ${options.key ?? null})`)
}

/** All acts on a subject, oldest first. */
export function actsOn(db: Database, kind: Act['subject']['kind'], id: string) {
  return db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, kind), eq(auditLog.subjectId, id)))
    .orderBy(asc(auditLog.entry))
}

/** Re-computes the chain of a subject: the number of the first entry that does not fit, or null. */
export async function brokenAt(db: Database, kind: Act['subject']['kind'], id: string): Promise<number | null> {
  const rows = await actsOn(db, kind, id)
  return firstBreak(
    rows.map(({ id: _id, position: _position, ...entry }) => entry),
    sha256,
  )
}
