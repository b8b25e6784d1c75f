import 'server-only'
import type { Attachment } from '@/lib/attachments'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { RightSubject } from '@/lib/signing'
import type { RemoteStep } from '@/lib/signing/server'
import { chooseRemote, finishRemote, prepareRemote, takeStep } from '@/lib/signing/server'
import { paths } from './paths'
import { signableFile, signFile } from './sign-file'

export type Answered = { state: string; code: string | null; device: string }
/** Where to go on, and why if it did not work. */
export type GoOn = { to: string; refusal: DomainError | null }

/**
 * A person comes back from the remote signing service: from showing their certificates, to the page that names what they
 * confirm next; from agreeing, with the signature, to the documents. Every step counts once.
 */
export async function returnFromRemote(ctx: Ctx, { state, code, device }: Answered): Promise<GoOn> {
  const kept = await takeStep(ctx, state)
  const found = kept === null ? null : await signableFile(ctx, kept.attachmentId)
  if (kept === null || found?.ok !== true) return { to: paths.mine(), refusal: { code: 'remote-signing-expired' } }
  const { file } = found.value
  const page = paths.signFile(file.holderId, file.id)
  if (code === null) return { to: page, refusal: { code: 'remote-signing-refused' } }
  const done = await stepOn(ctx, kept.step, found.value, { code, device })
  return done.ok ? { to: done.value, refusal: null } : { to: page, refusal: done.error }
}

/** A person chose one of several certificates: on to the page that names what they confirm, or back to the choice. */
export async function chooseRemotely(ctx: Ctx, fileId: string, state: string, credentialId: string): Promise<GoOn> {
  const found = await signableFile(ctx, fileId)
  if (!found.ok) return { to: paths.mine(), refusal: found.error }
  const { file } = found.value
  const next = await chooseRemote(ctx, found.value, { state, credentialId })
  if (next.ok) return { to: paths.signRemotely(file.holderId, file.id, next.value), refusal: null }
  const isAgain = next.error.code === 'invalid-input'
  const back = isAgain ? paths.signRemotely(file.holderId, file.id, state) : paths.signFile(file.holderId, file.id)
  return { to: back, refusal: next.error }
}

async function stepOn(
  ctx: Ctx,
  step: RemoteStep,
  toSign: { file: Attachment; subject: RightSubject },
  { code, device }: { code: string; device: string },
): Promise<Result<string, DomainError>> {
  const { file } = toSign
  if (step.stage === 'certificates') {
    const next = await prepareRemote(ctx, toSign, { code, verifier: step.verifier })
    return next.ok ? ok(paths.signRemotely(file.holderId, file.id, next.value)) : next
  }
  if (step.stage === 'choice') return err({ code: 'remote-signing-expired' })
  const signed = await finishRemote(ctx, step, code)
  const stored = signed.ok ? await signFile(ctx, file.id, signed.value, { by: 'remote', device }) : signed
  return stored.ok ? ok(`${paths.draftDocuments(file.holderId)}#${file.requirementCode}`) : stored
}
