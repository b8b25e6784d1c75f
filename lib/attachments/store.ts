import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database, Tx } from '@/db/client'
import { inTransaction } from '@/db/client'
import { attachments } from '@/db/schema/attachments'
import { userIdOf } from '@/lib/access'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'
import { attachmentSchema } from './attachment'
import type { Attachment } from './attachment'
import { inspect, typeOf } from './inspect'
import { fileName, readableSize, signedName } from './media-type'
import type { MediaType } from './media-type'
import { recordOnAttachment } from './acts'
import { addAttachmentJob } from './jobs'

export type Received = {
  /** The whole file on disk. */
  path: string
  givenName: string
  holderId: string
  requirementCode: string
  /** The upload it came from; the same upload received twice is one attachment. */
  uploadId: string
  rule: AttachmentRule
}

/** What a requirement takes. */
export type AttachmentRule = { maxFiles: number; maxBytes: number; accepts: readonly ('image' | 'pdf')[] }

/** The part of the rule a file breaks by its kind or size, if any. */
function brokenRule(
  name: string,
  file: { mediaType: MediaType; size: number },
  rule: AttachmentRule,
): DomainError | null {
  const kind = file.mediaType === 'application/pdf' ? 'pdf' : 'image'
  if (!rule.accepts.includes(kind))
    return { code: kind === 'pdf' ? 'file-image-wanted' : 'file-pdf-wanted', detail: { name } }
  if (file.size > rule.maxBytes) return { code: 'file-too-large', detail: { name, limit: readableSize(rule.maxBytes) } }
  return null
}

/**
 * Takes a whole uploaded file in: looks inside, stores it by content, writes it down and has it scanned.
 * A refusal leaves nothing behind. Who may attach to the holder is the caller's business.
 */
export async function receiveFile(ctx: Ctx, received: Received): Promise<Result<Attachment, DomainError>> {
  const earlier = await byUpload(ctx.db, received.uploadId)
  if (earlier) return ok(earlier)
  const ownerId = userIdOf(ctx.actor)
  if (ownerId === null) return err({ code: 'sign-in-required' })
  const { path, rule } = received
  const name = received.givenName.normalize('NFC').slice(0, 200)
  const type = await typeOf(path, name)
  if (!type.ok) return type
  const { mediaType } = type.value
  const broken = brokenRule(name, type.value, rule)
  if (broken !== null) return err(broken)
  const arrived = { path, name, ownerId, size: type.value.size, sha256: await digestOf(path) }
  const inspected = await inspect(ctx, arrived, mediaType)
  if (!inspected.ok) return inspected
  const { pages } = inspected.value
  const { sha256, size } = await ctx.ports.blobs.put(createReadStream(path))
  const row = {
    id: ctx.newId(),
    holderId: received.holderId,
    ownerId,
    requirementCode: received.requirementCode,
    name: fileName(received.givenName, mediaType),
    mediaType,
    size,
    sha256,
    pages,
    scan: 'pending' as const,
    storedAt: ctx.now,
    uploadId: received.uploadId,
  }
  return inTransaction(ctx, (ctx) => store(ctx, row, rule.maxFiles))
}

/** SHA-256 in hexadecimal, a piece at a time: others are served in between. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path)
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}

async function store(
  ctx: TxCtx,
  row: typeof attachments.$inferInsert,
  limit: number,
): Promise<Result<Attachment, DomainError>> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${row.holderId}))`)
  const same = await sameFile(ctx.db, row)
  if (same) return ok(same)
  const count = await ctx.db.$count(
    attachments,
    and(
      eq(attachments.holderId, row.holderId),
      eq(attachments.requirementCode, row.requirementCode),
      isNull(attachments.removedAt),
    ),
  )
  if (count >= limit) return err({ code: 'too-many-files', detail: { limit } })
  const [stored] = await ctx.db
    .insert(attachments)
    .values(row)
    .onConflictDoNothing({ target: attachments.uploadId })
    .returning()
  if (stored === undefined) {
    const first = await byUpload(ctx.db, row.uploadId ?? '')
    return first ? ok(first) : err({ code: 'not-found' })
  }
  const data = { sha256: row.sha256, size: row.size, requirementCode: row.requirementCode, holderId: row.holderId }
  await recordOnAttachment(ctx, stored.id, { type: 'attachment.stored', data })
  await addAttachmentJob(ctx, 'attachments.scan', { attachmentId: stored.id }, { key: `scan:${stored.id}` })
  return ok(attachmentSchema.parse(stored))
}

/** The same bytes for the same requirement are one attachment: an answer lost on the way makes a browser send twice. */
async function sameFile(tx: Tx, row: typeof attachments.$inferInsert): Promise<Attachment | null> {
  const siblings = await attachmentsOfHolder(tx, row.holderId)
  return siblings.find((file) => file.sha256 === row.sha256 && file.requirementCode === row.requirementCode) ?? null
}

async function byUpload(db: Database, uploadId: string): Promise<Attachment | null> {
  const [row] = await db.select().from(attachments).where(eq(attachments.uploadId, uploadId)).limit(1)
  return row === undefined ? null : attachmentSchema.parse(row)
}

/** The files attached to a draft, oldest first. */
export async function attachmentsOfHolder(db: Database, holderId: string): Promise<Attachment[]> {
  const rows = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.holderId, holderId), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.storedAt), asc(attachments.id))
  return rows.map((row) => attachmentSchema.parse(row))
}

/** Every file that was submitted with a dossier, also those a supplement replaced. */
export async function attachmentsOfDossier(db: Database, dossierId: string): Promise<Attachment[]> {
  const rows = await db
    .select()
    .from(attachments)
    .where(eq(attachments.dossierId, dossierId))
    .orderBy(asc(attachments.storedAt), asc(attachments.id))
  return rows.map((row) => attachmentSchema.parse(row))
}

/** One file by id; whether the actor may know of it is decided by its holder or dossier. */
export async function unsafeAttachment(db: Database, id: string): Promise<Attachment | null> {
  const [row] = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), isNull(attachments.removedAt)))
    .limit(1)
  return row === undefined ? null : attachmentSchema.parse(row)
}

/** Takes a file off a draft; what was submitted stays. */
export async function removeAttachment(ctx: Ctx, holderId: string, id: string): Promise<Result<null, DomainError>> {
  return inTransaction(ctx, async (ctx) => {
    const [removed] = await ctx.db
      .update(attachments)
      .set({ removedAt: ctx.now })
      .where(
        and(
          eq(attachments.id, id),
          eq(attachments.holderId, holderId),
          isNull(attachments.sealedAt),
          isNull(attachments.removedAt),
        ),
      )
      .returning({ id: attachments.id })
    if (removed === undefined) return err({ code: 'not-found' })
    await recordOnAttachment(ctx, id, { type: 'attachment.removed', data: { holderId } })
    return ok(null)
  })
}

/**
 * Puts the signed form of a file in its place on the draft. Null when the unsigned one is no longer there: somebody
 * removed, replaced or signed it meanwhile.
 */
export async function replaceWithSigned(
  ctx: TxCtx,
  unsigned: Attachment,
  signed: { sha256: string; size: number },
): Promise<Attachment | null> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${unsigned.holderId}))`)
  const [before] = await ctx.db
    .update(attachments)
    .set({ removedAt: ctx.now })
    .where(and(eq(attachments.id, unsigned.id), isNull(attachments.sealedAt), isNull(attachments.removedAt)))
    .returning()
  if (before === undefined) return null
  const id = ctx.newId()
  const fresh = { id, name: signedName(before.name), scan: 'pending' as const, scanDetail: null, storedAt: ctx.now }
  const row = { ...before, ...signed, ...fresh, uploadId: null, removedAt: null }
  const [stored] = await ctx.db.insert(attachments).values(row).returning()
  const data = { ...signed, requirementCode: before.requirementCode, holderId: before.holderId, replaces: before.id }
  await recordOnAttachment(ctx, id, { type: 'attachment.stored', data })
  const gone = { holderId: before.holderId, replacedBy: id }
  await recordOnAttachment(ctx, before.id, { type: 'attachment.removed', data: gone })
  await addAttachmentJob(ctx, 'attachments.scan', { attachmentId: id }, { key: `scan:${id}` })
  return attachmentSchema.parse(stored)
}

/** At submission the draft's files become the dossier's and nothing of them changes any more. */
export async function sealAttachments(ctx: TxCtx, holderId: string, dossierId: string): Promise<Attachment[]> {
  const mine = and(eq(attachments.holderId, holderId), isNull(attachments.removedAt), isNull(attachments.sealedAt))
  const rows = await ctx.db.update(attachments).set({ dossierId, sealedAt: ctx.now }).where(mine).returning()
  return rows.map((row) => attachmentSchema.parse(row))
}

/** Marks files of a dossier as replaced by those a supplement brought; they are never deleted. */
export async function supersedeAttachments(ctx: TxCtx, dossierId: string, ids: readonly string[]): Promise<void> {
  const named = and(
    eq(attachments.dossierId, dossierId),
    inArray(attachments.id, [...ids]),
    isNull(attachments.supersededAt),
  )
  await ctx.db.update(attachments).set({ supersededAt: ctx.now }).where(named)
}
