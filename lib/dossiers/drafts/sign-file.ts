import 'server-only'
import type { Attachment } from '@/lib/attachments'
import { unsafeAttachment } from '@/lib/attachments/server'
import type { RequiredDocument } from '@/lib/catalogue'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok, uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { RightSubject, Signed } from '@/lib/signing'
import { acceptSignature } from '@/lib/signing/server'
import type { Draft } from './draft-repository'
import { findDraft } from './draft-repository'
import { formOf } from './questions'
import { factsOfActor, numbersIn, signatoryOf } from '../dossier/procedure'

/** A file to be signed, by whom, and as much of that as this session may see. */
export type Signable = { file: Attachment; subject: RightSubject; shown: RightSubject }

/** A PDF of the actor's own open draft, to be signed; and who must sign it. */
export async function signableFile(ctx: Ctx, id: string): Promise<Result<Signable, DomainError>> {
  const fileOfDraft = uuid.safeParse(id).success ? await ownFile(ctx, id) : null
  if (fileOfDraft === null) return err({ code: 'not-found' })
  const { file, draft } = fileOfDraft
  if (draft.submittedAt !== null || draft.discardedAt !== null) return err({ code: 'draft-closed' })
  if (file.mediaType !== 'application/pdf' || file.scan === 'infected') return err({ code: 'file-not-signable' })
  const requirement = await signatureRequirement(ctx, draft, file)
  const [subject, facts] = await Promise.all([signatoryOf(ctx), factsOfActor(ctx)])
  return ok({ file, subject: narrow(subject, requirement), shown: narrow(numbersIn(facts), requirement) })
}

async function ownFile(ctx: Ctx, id: string) {
  const file = await unsafeAttachment(ctx.db, id)
  if (file === null || file.dossierId !== null) return null
  const draft = await findDraft(ctx, file.holderId)
  return draft === null ? null : { file, draft }
}

async function signatureRequirement(ctx: Ctx, { revisionId }: Draft, { requirementCode }: Attachment) {
  const { definition } = await formOf(ctx, revisionId)
  return definition.documents.find(({ code }) => code === requirementCode)?.signature ?? 'CONFIRM'
}

/** Where a document asks for a person's or an organisation's signature, no other certificate will do. */
function narrow(subject: RightSubject, requirement: RequiredDocument['signature']): RightSubject {
  return requirement === 'CONFIRM'
    ? subject
    : { ...subject, as: requirement === 'ORG_CERT' ? 'organisation' : 'person' }
}

/** Takes the signature a browser or a remote service made; a file gone meanwhile is said to be that. */
export async function signFile(
  ctx: Ctx,
  id: string,
  signed: Signed,
  ceremony: { by: 'pkcs12' | 'remote'; device: string },
): Promise<Result<Attachment, DomainError>> {
  const signable = await signableFile(ctx, id)
  if (!signable.ok) return signable.error.code === 'not-found' ? err({ code: 'file-changed-meanwhile' }) : signable
  const { file, subject } = signable.value
  return acceptSignature(ctx, file, signed, { ...ceremony, subject })
}
