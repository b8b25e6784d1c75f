import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { resultSignings } from '@/db/schema/result-signings'
import type { Officer } from '@/lib/access'
import { userIdOf } from '@/lib/access'
import { displayNames, officerNumber } from '@/lib/accounts/server'
import { localDate } from '@/lib/calendar'
import { renderDocument } from '@/lib/documents'
import { officialFonts } from '@/lib/documents/server'
import type { DomainError, Result } from '@/lib/kernel'
import { bytesToStream, err, ok, uuid } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'
import type { Official, Signed } from '@/lib/signing'
import { judgeOfficialSignature } from '@/lib/signing/server'
import { approve } from '../operations/approve'
import { step } from '../operations/operations'
import type { Dossier } from '../dossier/dossier'
import { isApprovedBySigning } from '../dossier/approved-by-signing'
import { factsOf } from '../dossier/dossier'
import { RESULT_NUMBER, takePaperNumber } from '../papers/paper-number'
import { resultPaperOf } from '../papers/paper-result'
import { paperSource } from '../papers/paper-source'
import { find, resultOf } from '../dossier/repository'
import type { ResultSigning } from '../papers/result-signings'
import { blobBytes, currentSigning, signedSigning, signingById } from '../papers/result-signings'
import { change } from '../operations/perform'
import { recordOnDossier } from '../dossier/acts'

/** The dossier and its leader, if this actor may approve its result now, and by signing it. */
async function signable(ctx: Ctx, id: string): Promise<Result<{ dossier: Dossier; leader: Officer }, DomainError>> {
  const dossier = uuid.safeParse(id).success ? await find(ctx, id) : null
  if (dossier === null) return err({ code: 'not-found' })
  const next = step(dossier.state, 'approve')
  if (!next.ok) return next
  if (ctx.actor.kind !== 'officer' || !next.value.right(ctx.actor, factsOf(dossier))) return err({ code: 'forbidden' })
  return isApprovedBySigning(ctx, dossier) ? ok({ dossier, leader: ctx.actor }) : err({ code: 'no-seal-here' })
}

/** As whom the leader must sign. */
export async function officialOf(ctx: Ctx, { userId, name }: Officer): Promise<Official> {
  return { name, personalId: await officerNumber(ctx, userId) }
}

/** Makes the result with its number and date and freezes the bytes that will be shown, signed and issued. */
export async function prepareResult(ctx: Ctx, id: string): Promise<Result<ResultSigning, DomainError>> {
  const approval = await signable(ctx, id)
  if (!approval.ok) return approval
  const { dossier, leader } = approval.value
  const earlier = await currentSigning(ctx.db, dossier, ctx.now)
  if (earlier !== null) return ok(earlier)
  const result = await resultOf(ctx.db, id)
  if (result === null) return err({ code: 'result-missing' })
  const number = `${dossier.agencyCode}:${await takePaperNumber(ctx, dossier, RESULT_NUMBER)}`
  const source = {
    ...(await paperSource(ctx, dossier)),
    result: { ...result, number, approvedBy: leader.userId, approvedAt: ctx.now },
    actor: () => ({ name: leader.name, at: ctx.now }),
  }
  const paper = await renderDocument('result', resultPaperOf(source), { fonts: await officialFonts(), now: ctx.now })
  const stored = await ctx.ports.blobs.put(bytesToStream(paper.bytes))
  const { places, pages } = paper
  const of = { id: ctx.newId(), dossierId: id, dossierVersion: dossier.version, issueDay: localDate(ctx.now) }
  const prepared = { number, places, pages, preparedBy: leader.userId, preparedAt: ctx.now }
  await ctx.db
    .insert(resultSignings)
    .values({ ...of, ...prepared, ...stored })
    .onConflictDoNothing()
  const current = await currentSigning(ctx.db, dossier, ctx.now)
  return current === null ? err({ code: 'changed-meanwhile' }) : ok(current)
}

/** How a signature came about, beside the signature itself. */
export type SigningManner = { by: 'pkcs12' | 'remote'; device: string; batchId: string }

/**
 * Takes the leader's signature on a result as it was shown and approves with it; whatever is wrong leaves both as they were.
 * The same leader bringing another signature on what they signed already has done nothing twice.
 */
export async function signResult(
  ctx: Ctx,
  signingId: string,
  signed: Signed,
  manner: SigningManner,
): Promise<Result<null, DomainError>> {
  const waiting = await waitingSigning(ctx, signingId)
  if (!waiting.ok) return (await ownSignature(ctx, signingId)) ? ok(null) : waiting
  const { shown, dossier, leader } = waiting.value
  const { sha256 } = shown
  const bytes = await blobBytes(ctx, sha256)
  const judged = await judgeOfficialSignature(ctx, { bytes, sha256 }, signed, await officialOf(ctx, leader))
  if (!judged.ok) return judged
  const stored = await ctx.ports.blobs.put(bytesToStream(judged.value.bytes))
  const data = { ...manner, ...judged.value.ceremony, baseSha256: sha256, sha256: stored.sha256 }
  const ask = { id: dossier.id, seenVersion: shown.dossierVersion }
  const done = await change(ctx, ask, 'approve', async (now, ctx, step) => {
    await keepSignature(ctx, shown, stored)
    await recordOnDossier(ctx, now.id, { type: 'dossier.resultSigned', data })
    return approve.decide(now, {}, { result: await resultOf(ctx.db, now.id), number: shown.number }, step)
  })
  if (done.ok || (await ownSignature(ctx, signingId))) return ok(null)
  return err((await signedBefore(ctx, dossier.id)) ?? done.error)
}

/** Whether the actor's own signature is on it already. */
async function ownSignature(ctx: Ctx, signingId: string): Promise<boolean> {
  const signing = await signingById(ctx.db, signingId)
  return signing?.signedBy != null && signing.signedBy === userIdOf(ctx.actor)
}

/** A result as it was shown, with its dossier and leader, while it still waits for that leader's signature. */
async function waitingSigning(
  ctx: Ctx,
  signingId: string,
): Promise<Result<{ shown: ResultSigning; dossier: Dossier; leader: Officer }, DomainError>> {
  const shown = await signingById(ctx.db, signingId)
  if (shown === null) return err({ code: 'not-found' })
  const before = await signedBefore(ctx, shown.dossierId)
  if (before !== null) return err(before)
  const approval = await signable(ctx, shown.dossierId)
  // Moved on by somebody else: what was shown is no longer what there is.
  if (!approval.ok) return approval.error.code === 'illegal-step' ? err({ code: 'result-changed' }) : approval
  const current = await currentSigning(ctx.db, approval.value.dossier, ctx.now)
  return current?.id === signingId ? ok({ shown, ...approval.value }) : err({ code: 'result-changed' })
}

/** The very bytes a leader was shown, while they can still be signed. */
export async function bytesToSign(ctx: Ctx, signingId: string): Promise<Result<Uint8Array, DomainError>> {
  const waiting = await waitingSigning(ctx, signingId)
  return waiting.ok ? ok(await blobBytes(ctx, waiting.value.shown.sha256)) : waiting
}

async function keepSignature(ctx: TxCtx, { id }: ResultSigning, stored: { sha256: string; size: number }) {
  const set = { signedSha256: stored.sha256, signedSize: stored.size }
  await ctx.db
    .update(resultSignings)
    .set({ ...set, signedAt: ctx.now, signedBy: userIdOf(ctx.actor) })
    .where(and(eq(resultSignings.id, id), isNull(resultSignings.signedAt)))
}

/** That somebody signed this result before, and who. */
async function signedBefore(ctx: Ctx, dossierId: string): Promise<DomainError | null> {
  const signing = await signedSigning(ctx.db, dossierId)
  if (signing?.signedBy == null) return null
  const names = await displayNames(ctx, [signing.signedBy])
  return { code: 'result-already-signed', detail: { signer: names.get(signing.signedBy) ?? '—' } }
}
