import 'server-only'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '@/db/client'
import { resultSignings } from '@/db/schema/dossiers'
import { may } from '@/lib/access'
import { renderDocument } from '@/lib/documents'
import { officialFonts } from '@/lib/documents/server'
import { err, ok, uuid, oneChunk } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { record } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import type { Signed } from '@/lib/signing'
import { judgeOfficialSignature } from '@/lib/signing/server'
import { approved } from './approve'
import { factsOf } from './dossier'
import type { Dossier } from './dossier'
import { step } from './lifecycle'
import { RESULT_NUMBER, takePaperNumber } from './paper-number'
import { resultPaperOf } from './paper-result'
import { paperSource } from './paper-source'
import { find, resultOf } from './repository'
import { change } from './use-case'

const rect = z.object({ page: z.int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const places = z.object({ person: rect.optional(), organisation: rect.optional() })

export type ResultSigning = typeof resultSignings.$inferSelect
export const placesOf = (signing: ResultSigning) => places.parse(signing.places)

/** The dossier, to whoever may approve its result now. */
async function approvable(ctx: Ctx, id: string): Promise<Result<Dossier, DomainError>> {
  const dossier = uuid.safeParse(id).success ? await find(ctx.db, ctx.actor, id) : null
  if (dossier === null) return err({ code: 'not-found' })
  const next = step(dossier.state, 'approve')
  if (!next.ok) return next
  return may(ctx.actor, next.value.permission, factsOf(dossier)) ? ok(dossier) : err({ code: 'forbidden' })
}

/** The result as it was frozen for signature in this state of the dossier; null while it was not. */
export async function signingOf(ctx: Ctx, id: string): Promise<Result<ResultSigning | null, DomainError>> {
  const dossier = await approvable(ctx, id)
  return dossier.ok ? ok(await frozen(ctx.db, dossier.value)) : dossier
}

async function frozen(db: Database | Tx, { id, version }: Dossier): Promise<ResultSigning | null> {
  const [row] = await db
    .select()
    .from(resultSignings)
    .where(and(eq(resultSignings.dossierId, id), eq(resultSignings.dossierVersion, version)))
  return row ?? null
}

/** Makes the result with its number and date and freezes the bytes that will be shown, signed and issued. */
export async function prepareResult(ctx: Ctx, id: string): Promise<Result<ResultSigning, DomainError>> {
  const dossier = await approvable(ctx, id)
  if (!dossier.ok) return dossier
  const known = await frozen(ctx.db, dossier.value)
  if (known !== null) return ok(known)
  const result = await resultOf(ctx.db, id)
  if (result === null || ctx.actor.kind !== 'officer') return err({ code: 'result-missing' })
  const { userId, name } = ctx.actor
  const number = `${dossier.value.agencyCode}:${await takePaperNumber(ctx, dossier.value, RESULT_NUMBER)}`
  const source = {
    ...(await paperSource(ctx, dossier.value)),
    result: { ...result, number, approvedBy: userId, approvedAt: ctx.now },
    actor: () => ({ name, at: ctx.now }),
  }
  const paper = await renderDocument('result', resultPaperOf(source), { fonts: await officialFonts(), now: ctx.now })
  const stored = await ctx.ports.blobs.put(oneChunk(paper.bytes))
  const row = { id: ctx.newId(), dossierId: id, dossierVersion: dossier.value.version, number, places: paper.places }
  const made = { preparedBy: userId, preparedAt: ctx.now, ...stored }
  await ctx.db
    .insert(resultSignings)
    .values({ ...row, ...made })
    .onConflictDoNothing()
  const kept = await frozen(ctx.db, dossier.value)
  return kept === null ? err({ code: 'changed-meanwhile' }) : ok(kept)
}

/** How a signature came about, beside the signature itself. */
export type SigningManner = { by: 'pkcs12' | 'remote'; device: string }

/** Takes the leader's signature on the frozen result and approves with it; whatever is wrong leaves both as they were. */
export async function signResult(
  ctx: Ctx,
  id: string,
  signed: Signed,
  manner: SigningManner,
): Promise<Result<Dossier, DomainError>> {
  const signing = await signingOf(ctx, id)
  if (!signing.ok) return signing
  if (signing.value === null || ctx.actor.kind !== 'officer') return err({ code: 'changed-meanwhile' })
  const { sha256, dossierVersion } = signing.value
  const { userId, name } = ctx.actor
  const judged = await judgeOfficialSignature(ctx, { bytes: await blobBytes(ctx, sha256), sha256 }, signed, name)
  if (!judged.ok) return judged
  const stored = await ctx.ports.blobs.put(oneChunk(judged.value.bytes))
  const { number } = signing.value
  return change(ctx, { id, seenVersion: dossierVersion }, 'approve', async (dossier, tx) => {
    const set = { signedSha256: stored.sha256, signedSize: stored.size, signedAt: ctx.now }
    await tx
      .update(resultSignings)
      .set(set)
      .where(eq(resultSignings.id, signing.value?.id ?? ''))
    await record(tx, ctx, {
      subject: { kind: 'dossier', id },
      action: 'dossier.resultSigned',
      data: { ...manner, ...judged.value.ceremony, baseSha256: sha256, sha256: stored.sha256 },
    })
    return approved(dossier, await resultOf(tx, id), { by: userId, number }, ctx.now)
  })
}

/** The result a leader signed, if one did, with the room left for the seal. */
export async function signedResult(ctx: Ctx, dossierId: string) {
  const [row] = await ctx.db
    .select()
    .from(resultSignings)
    .where(and(eq(resultSignings.dossierId, dossierId), isNotNull(resultSignings.signedAt)))
    .orderBy(desc(resultSignings.signedAt))
    .limit(1)
  if (row === undefined || row.signedSha256 === null) return null
  return { bytes: await blobBytes(ctx, row.signedSha256), places: placesOf(row) }
}

/** The bytes frozen for signature. */
export async function frozenBytes(ctx: Ctx, id: string): Promise<Result<Uint8Array, DomainError>> {
  const signing = await signingOf(ctx, id)
  if (!signing.ok) return signing
  return signing.value === null ? err({ code: 'not-found' }) : ok(await blobBytes(ctx, signing.value.sha256))
}

async function blobBytes(ctx: Ctx, sha256: string): Promise<Uint8Array> {
  const stream = await ctx.ports.blobs.read(sha256)
  if (stream === null) throw new Error(`blob ${sha256} is missing`)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
