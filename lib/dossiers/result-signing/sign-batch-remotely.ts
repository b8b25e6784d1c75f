import 'server-only'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { RemoteDocument, RemoteStep, RemoteTask } from '@/lib/signing/server'
import { beginRemote, chooseRemote, finishRemote, handwritingOf, prepareRemote } from '@/lib/signing/server'
import { paths } from '../dossier/paths'
import { itemsOf, signInBatch } from './sign-batch'
import type { BatchLine, BatchView } from './sign-batch-view'
import { viewBatch } from './sign-batch-view'

/** Begins signing what waits in a batch at the remote service: one authorisation for all of it. */
export async function beginRemoteBatch(ctx: Ctx, batchId: string): Promise<Result<string, DomainError>> {
  const batch = await viewBatch(ctx, batchId)
  if (batch === null) return err({ code: 'not-found' })
  const waiting = batch.lines.filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) return err({ code: 'result-changed' })
  return beginRemote(
    ctx,
    { kind: 'batch', id: batchId },
    waiting
      .map(({ code }) => code)
      .join(', ')
      .slice(0, 400),
  )
}

/** One step on from the service: to the page that names what is confirmed, or, with the signatures, back to the batch. */
export async function stepOnBatch(
  ctx: Ctx,
  batchId: string,
  step: RemoteStep,
  { code, device }: { code: string; device: string },
): Promise<Result<string, DomainError>> {
  if (step.stage === 'choice') return err({ code: 'remote-signing-expired' })
  if (step.stage === 'certificates') return prepareAll(ctx, batchId, { code, verifier: step.verifier })
  const items = await itemsOf(ctx, batchId)
  if (items === null) return err({ code: 'remote-signing-expired' })
  const signed = await finishRemote(ctx, step, code)
  if (!signed.ok) return signed
  for (const document of signed.value) {
    const item = items.find(({ position }) => String(position) === document.ref)
    if (item !== undefined) await signInBatch(ctx, item, document.signed, { by: 'remote', device })
  }
  return ok(paths.signingBatch(batchId))
}

async function prepareAll(
  ctx: Ctx,
  batchId: string,
  returned: { code: string; verifier: string },
): Promise<Result<string, DomainError>> {
  const batch = await viewBatch(ctx, batchId)
  if (batch === null) return err({ code: 'remote-signing-expired' })
  const task = await taskOf(batch)
  if (task.documents.length === 0) return err({ code: 'result-changed' })
  const next = await prepareRemote(ctx, task, returned)
  return next.ok ? ok(paths.remoteBatchSigning(batch.id, next.value)) : next
}

/** A leader chose one of several certificates. @returns the page that names what they confirm */
export async function chooseForBatch(
  ctx: Ctx,
  batchId: string,
  chosen: { state: string; credentialId: string },
): Promise<Result<string, DomainError>> {
  const batch = await viewBatch(ctx, batchId)
  if (batch === null) return err({ code: 'remote-signing-expired' })
  const next = await chooseRemote(ctx, await taskOf(batch), chosen)
  return next.ok ? ok(paths.remoteBatchSigning(batchId, next.value)) : next
}

/** Everything of a batch that waits, each with the leader's image in its place. */
async function taskOf({ id, official, lines }: BatchView): Promise<RemoteTask> {
  const picture = await handwritingOf(official.name)
  const documents = lines.filter(({ state }) => state === 'waiting').flatMap((line) => documentOf(line, picture))
  return { of: { kind: 'batch', id }, documents, signatory: official }
}

type Picture = Awaited<ReturnType<typeof handwritingOf>>

function documentOf({ position, signing, person }: BatchLine, picture: Picture): RemoteDocument[] {
  if (signing === null) return []
  const { sha256, size } = signing
  const document = { ref: String(position), sha256, size }
  if (person === null) return [document]
  const box = { left: person.x, bottom: person.y, width: person.width, height: person.height }
  return [{ ...document, looks: { page: person.page + 1, appearance: { box, picture } } }]
}
