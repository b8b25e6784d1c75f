import 'server-only'
import type { Attachment } from '@/lib/attachments'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Signed } from '@/lib/signing'
import type { RemoteStep, RemoteTask } from '@/lib/signing/server'
import { beginRemote, chooseRemote, finishRemote, prepareRemote, takeStep } from '@/lib/signing/server'
import { paths } from '../dossier/paths'
import { stepOnBatch } from './sign-batch-remotely'
import { signableFile, signFile } from '../drafts/sign-file'
import type { Signable } from '../drafts/sign-file'

export type Answered = { state: string; code: string | null; device: string }
/** Where to go on, and why if it did not work. */
export type GoOn = { to: string; refusal: DomainError | null }
type SigningLeave = [step: Extract<RemoteStep, { stage: 'signature' }>, code: string]
type Agreed = { code: string; device: string }

export function beginRemoteFile(ctx: Ctx, { id, name }: Attachment): Promise<Result<string, DomainError>> {
  return beginRemote(ctx, { kind: 'attachment', id }, name)
}

function taskOf({ file: { id, sha256, size }, subject }: Signable): RemoteTask {
  return { of: { kind: 'attachment', id }, documents: [{ ref: id, sha256, size }], signatory: subject }
}

/**
 * A person comes back from the remote signing service: from showing their certificates, to the page that names what they
 * confirm next; from agreeing, with the signature, to what was signed. Every step counts once.
 */
export async function returnFromRemote(ctx: Ctx, { state, code, device }: Answered): Promise<GoOn> {
  const storedStep = await takeStep(ctx, state)
  if (storedStep === null) return expiredStep(ctx.actor.kind === 'officer' ? paths.signing() : paths.mine())
  const { of, step } = storedStep
  const agreed = code === null ? null : { code, device }
  return of.kind === 'batch' ? onBatch(ctx, of.id, step, agreed) : onFile(ctx, of.id, step, agreed)
}

const expiredStep = (to: string): GoOn => ({ to, refusal: { code: 'remote-signing-expired' } })
const REFUSED = err({ code: 'remote-signing-refused' } as const)

async function onBatch(ctx: Ctx, id: string, step: RemoteStep, agreed: Agreed | null): Promise<GoOn> {
  const done = agreed === null ? REFUSED : await stepOnBatch(ctx, id, step, agreed)
  return done.ok ? { to: done.value, refusal: null } : { to: paths.signingBatch(id), refusal: done.error }
}

async function onFile(ctx: Ctx, id: string, step: RemoteStep, agreed: Agreed | null): Promise<GoOn> {
  const signable = await signableFile(ctx, id)
  if (!signable.ok) return expiredStep(paths.mine())
  const { file } = signable.value
  const done = agreed === null ? REFUSED : await stepOnFile(ctx, step, signable.value, agreed)
  return done.ok
    ? { to: done.value, refusal: null }
    : { to: paths.signFile(file.holderId, file.id), refusal: done.error }
}

/** A person chose one of several certificates: on to the page that names what they confirm, or back to the choice. */
export async function chooseRemotely(ctx: Ctx, fileId: string, state: string, credentialId: string): Promise<GoOn> {
  const signable = await signableFile(ctx, fileId)
  if (!signable.ok) return { to: paths.mine(), refusal: signable.error }
  const { file } = signable.value
  const next = await chooseRemote(ctx, taskOf(signable.value), { state, credentialId })
  if (next.ok) return { to: paths.remoteSigning(file.holderId, file.id, next.value), refusal: null }
  const isAgain = next.error.code === 'invalid-input'
  const back = isAgain ? paths.remoteSigning(file.holderId, file.id, state) : paths.signFile(file.holderId, file.id)
  return { to: back, refusal: next.error }
}

async function stepOnFile(
  ctx: Ctx,
  step: RemoteStep,
  signable: Signable,
  { code, device }: Agreed,
): Promise<Result<string, DomainError>> {
  const { file } = signable
  if (step.stage === 'certificates') {
    const next = await prepareRemote(ctx, taskOf(signable), { code, verifier: step.verifier })
    return next.ok ? ok(paths.remoteSigning(file.holderId, file.id, next.value)) : next
  }
  if (step.stage === 'choice') return err({ code: 'remote-signing-expired' })
  const signed = await onlySigned(ctx, step, code)
  const stored = signed.ok ? await signFile(ctx, file.id, signed.value, { by: 'remote', device }) : signed
  return stored.ok ? ok(`${paths.draftDocuments(file.holderId)}#${file.requirementCode}`) : stored
}

async function onlySigned(ctx: Ctx, ...how: SigningLeave): Promise<Result<Signed, DomainError>> {
  const all = await finishRemote(ctx, ...how)
  return all.ok ? (all.value[0]?.signed ?? err({ code: 'remote-answer-unusable' })) : all
}
