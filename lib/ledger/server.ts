import 'server-only'
import { createHash } from 'node:crypto'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { auditLog } from '@/db/schema/ledger'
import { userIdOf } from '@/lib/access'
import type { Ctx, Handler, TxCtx } from '@/lib/ports'
import type { ActOf, ActSchemas, HeardOf } from './acts'
import { isActOf } from './acts'
import { chainedText, firstBreak, GENESIS } from './chain'
import { addEventJob } from './jobs'

export { addEventJob, addReaction, EVENT_JOBS, jobAdder, jobsOf } from './jobs'
export type { ClockJob } from './jobs'
export { queuedEvent } from './queued-event'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Writer = Pick<TxCtx, 'db' | 'now' | 'actor' | 'requestId' | 'newId'>
type Act = { type: string; data: Record<string, unknown> }

/**
 * How a module records its acts on one kind of subject: `(ctx, subjectId, act, beside)`. All of it happens in the caller's
 * transaction, into the subject's hash chain; `beside` stands with the act's own data. Answers the id of the audit row.
 * Never document content nor more personal data than an id: a schema names what an act may hold, and nothing else is kept.
 */
export function recorder<S extends ActSchemas>(subjectKind: string, schemas: S) {
  return (ctx: Writer, subjectId: string, act: ActOf<S>, beside: Record<string, string> = {}): Promise<string> =>
    write(ctx, { kind: subjectKind, id: subjectId }, { type: act.type, data: parseFacts(schemas, act, beside) })
}

/** The same for events: handlers of other modules hear of them, by a dispatch put into the outbox in the same transaction. */
export function eventRecorder<S extends ActSchemas>(subjectKind: string, schemas: S) {
  return async (
    ctx: Writer,
    subjectId: string,
    event: ActOf<S>,
    beside: Record<string, string> = {},
  ): Promise<string> => {
    const [subject, data] = [{ kind: subjectKind, id: subjectId }, parseFacts(schemas, event, beside)]
    const eventId = await write(ctx, subject, { type: event.type, data })
    await addEventJob(ctx, 'dispatch', { eventId, type: event.type, subject, data }, { key: `event:${eventId}` })
    return eventId
  }
}

function parseFacts(schemas: ActSchemas, { type, data }: Act, beside: Record<string, string>): Record<string, unknown> {
  const schema = schemas[type]
  if (schema === undefined) throw new Error(`no schema names the act ${type}`)
  return { ...beside, ...schema.parse(data) }
}

/** A reaction to some of a module's events; what the queue holds is checked against their schemas before it is believed. */
export function handlerOf<S extends ActSchemas>(
  schemas: S,
  {
    task,
    on,
    run,
  }: { task: string; on?: readonly (keyof S & string)[]; run: (ctx: Ctx, event: HeardOf<S>) => Promise<void> },
): Handler {
  return {
    task,
    on: on ?? Object.keys(schemas),
    run(ctx, { eventId, type, subject, data }) {
      const event = { eventId, subjectId: subject.id, type, data }
      if (!isActOf(schemas, event)) throw new Error(`${task} was given a ${type} that is none`)
      return run(ctx, event)
    },
  }
}

/** Writers of one subject wait for each other, so its chain never forks (and a unique constraint says so). */
async function write(ctx: Writer, subject: { kind: string; id: string }, act: Act): Promise<string> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${subject.kind}:${subject.id}`}, 0))`)
  const [last] = await ctx.db
    .select({ entry: auditLog.entry, hash: auditLog.hash })
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, subject.kind), eq(auditLog.subjectId, subject.id)))
    .orderBy(desc(auditLog.entry))
    .limit(1)
  const previousHash = last?.hash ?? GENESIS
  const entry = {
    subjectKind: subject.kind,
    subjectId: subject.id,
    entry: (last?.entry ?? 0) + 1,
    at: ctx.now,
    actorKind: ctx.actor.kind,
    actorId: userIdOf(ctx.actor),
    action: act.type,
    data: act.data,
    requestId: ctx.requestId,
  }
  const id = ctx.newId()
  await ctx.db.insert(auditLog).values({ id, ...entry, previousHash, hash: sha256(chainedText(entry, previousHash)) })
  return id
}

/** All acts on a subject, oldest first. */
export function actsOn(db: Database, kind: string, id: string) {
  return db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, kind), eq(auditLog.subjectId, id)))
    .orderBy(asc(auditLog.entry))
}

/** Re-computes the chain of a subject: the number of the first entry that does not fit, or null. */
export async function brokenAt(db: Database, kind: string, id: string): Promise<number | null> {
  const rows = await actsOn(db, kind, id)
  return firstBreak(
    rows.map(({ id: _id, position: _position, ...entry }) => entry),
    sha256,
  )
}
