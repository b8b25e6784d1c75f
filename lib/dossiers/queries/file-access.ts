import 'server-only'
import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { issuedDocuments } from '@/db/schema/dossiers'
import type { Attachment } from '@/lib/attachments'
import { isReadable } from '@/lib/attachments'
import { unsafeAttachment } from '@/lib/attachments/server'
import { uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { isClosedTo } from '../dossier/company-session'
import type { Dossier } from '../dossier/dossier'
import { findDraft } from '../drafts/draft-repository'
import type { IssuedDocument } from '../papers/issued-documents'
import { find } from '../dossier/repository'
import { recordReading } from '../dossier/acts'

/**
 * A file the actor may open: their own draft's, or that of a dossier they may see and whose contents are for their session;
 * officers only after the scanner has spoken.
 */
export async function readableFile(ctx: Ctx, id: string): Promise<Attachment | null> {
  const file = uuid.safeParse(id).success ? await unsafeAttachment(ctx.db, id) : null
  if (file === null) return null
  if (file.dossierId === null) return (await findDraft(ctx, file.holderId)) === null ? null : file
  if (!(await isInOpenDossier(ctx, file.dossierId))) return null
  return ctx.actor.kind === 'officer' && !isReadable(file) ? null : file
}

async function isInOpenDossier(ctx: Ctx, dossierId: string): Promise<boolean> {
  const dossier = await find(ctx, dossierId)
  return dossier !== null && !isClosedTo(ctx.actor, dossier)
}

/** An officer's opening of a whole file is evidence. */
export async function recordFileOpened(ctx: Ctx, file: Attachment): Promise<void> {
  if (ctx.actor.kind !== 'officer') return
  const { userId } = ctx.actor
  const data = { attachmentId: file.id, dossierId: file.dossierId }
  await inTransaction(ctx, (ctx) => recordReading(ctx, userId, { type: 'attachment.read', data }))
}

/** An issued paper of a dossier the actor may see, with the dossier's code; the applicant sees the result only once it is returned. */
export async function readablePaper(ctx: Ctx, id: string): Promise<(IssuedDocument & { code: string }) | null> {
  if (!uuid.safeParse(id).success) return null
  const [paper] = await ctx.db.select().from(issuedDocuments).where(eq(issuedDocuments.id, id)).limit(1)
  if (paper === undefined) return null
  const dossier = await find(ctx, paper.dossierId)
  if (dossier === null || !isOpenTo(ctx, dossier, paper)) return null
  return { ...paper, code: dossier.dossierCode ?? dossier.submissionCode }
}

/** Whether this paper may be shown to this viewer now. */
function isOpenTo(ctx: Ctx, dossier: Dossier, paper: { kind: string }): boolean {
  return paper.kind === 'result' ? isResultOpenTo(ctx, dossier) : !isClosedTo(ctx.actor, dossier)
}

/** Whether the result, drafted or issued, is for this viewer: for applicants only once it is returned. */
export function isResultOpenTo(ctx: Ctx, dossier: Dossier): boolean {
  if (isClosedTo(ctx.actor, dossier)) return false
  const isApplicant = ctx.actor.kind === 'citizen' || ctx.actor.kind === 'business'
  return !isApplicant || dossier.state === 'result_returned'
}
