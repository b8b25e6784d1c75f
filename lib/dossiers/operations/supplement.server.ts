import 'server-only'
import { calendarFor } from '@/lib/agencies/server'
import { sealAttachments, supersedeAttachments } from '@/lib/attachments/server'
import { err, ok } from '@/lib/kernel'
import { intakeDue } from '../dossier/clock'
import { closeDraft, findDraft } from '../drafts/draft-repository'
import type { OpenDraft } from '../drafts/drafts'
import { allReplaced, answersTo } from '../drafts/supplement-answers'
import type { OpenSupplement } from '../drafts/supplement-draft'
import type { SupplementFacts } from './supplement'
import type { Prepare } from './perform'
import { performed } from './perform'
import { supplement } from './supplement'

/** The applicant's buffer as it was read, and what it answers. */
type Buffer = { draft: OpenDraft['draft']; supplement: OpenSupplement }

/** Closes the buffer and takes its files into the dossier; a buffer that was typed in since is left as it is. */
const takenOver =
  ({ draft, supplement: sent }: Buffer): Prepare<object, SupplementFacts> =>
  async (ctx, dossier) => {
    const now = await findDraft(ctx, draft.id, true)
    if (now?.version !== draft.version) return err({ code: 'changed-meanwhile' })
    if (!(await closeDraft(ctx, draft.id, 'submittedAt'))) return err({ code: 'draft-closed' })
    const files = await sealAttachments(ctx, draft.id, dossier.id)
    await supersedeAttachments(ctx, dossier.id, allReplaced({ ...sent, files }))
    const calendar = await calendarFor(ctx, dossier.agencyCode, ctx.now)
    return ok({
      open: sent.request,
      answers: sent.reopened.submitted,
      replies: answersTo({ ...sent, files }),
      calendar,
      intakeDueAt: intakeDue(ctx.now, calendar),
    })
  }

export const supplementInDatabase = (buffer: Buffer) => performed('supplement', supplement, takenOver(buffer))
