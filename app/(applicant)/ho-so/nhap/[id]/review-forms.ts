import 'server-only'
import { z } from 'zod'
import { formNameIn, REVIEW_FORMS } from '@/components/draft/draft-forms'
import type { ReviewFormName } from '@/components/draft/draft-forms'
import { accountPaths } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { explainItem, rememberToSubmit, submitDraft, supplementDossier } from '@/lib/dossiers/server'
import { err, ok, parseForm, uuid } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'

type Sent = {
  /** Where it leads. */
  next: string
  /** What the browser keeps, which may then submit once it is confirmed who uses it. */
  wish: string | null
}
type Act = (ctx: Ctx, draftId: string, form: FormData) => Promise<Result<Sent, DomainError>>

const to = (next: string) => ok({ next, wish: null })

const ACTS: Readonly<Record<ReviewFormName, Act>> = {
  'giai-thich': explain,
  nop: submit,
  'bo-sung': supplement,
}

/** Does what a form of the review asks for. */
export async function sendReviewForm(ctx: Ctx, draftId: string, form: FormData): Promise<Result<Sent, DomainError>> {
  const name = formNameIn(REVIEW_FORMS, form)
  if (name === null || !uuid.safeParse(draftId).success) return err({ code: 'not-found' })
  return ACTS[name](ctx, draftId, form)
}

/** The form where something was typed into it, which whoever must sign in first finds again. */
export const typedForm = (form: FormData): FormData | null =>
  formNameIn(REVIEW_FORMS, form) === 'giai-thich' ? form : null

async function explain(ctx: Ctx, draftId: string, form: FormData): Promise<Result<Sent, DomainError>> {
  const done = await explainItem(ctx, draftId, form)
  return done.ok ? to(paths.draftReview(draftId)) : done
}

const submission = z.object({ noiDung: z.string().max(200) })

/**
 * Hands in what the person has read; asked twice it leads to the same dossier. Who must confirm who they are first does so, and
 * what was asked for is then done.
 */
async function submit(ctx: Ctx, draftId: string, form: FormData): Promise<Result<Sent, DomainError>> {
  const parsed = parseForm(submission, form)
  if (!parsed.ok) return parsed
  const { noiDung: content } = parsed.value
  const done = await submitDraft(ctx, draftId, content)
  if (done.ok) return to(`${paths.dossier(done.value.dossierId)}?da=nop`)
  if (done.error.code !== 'step-up-required') return done
  const wish = await rememberToSubmit(ctx, draftId, content)
  return ok({ next: accountPaths.stepUpFor(paths.submitAfterStepUp(draftId)), wish })
}

const supplementation = z.object({ hoSo: z.uuid() })

async function supplement(ctx: Ctx, draftId: string, form: FormData): Promise<Result<Sent, DomainError>> {
  const parsed = parseForm(supplementation, form)
  if (!parsed.ok) return parsed
  const { hoSo: dossierId } = parsed.value
  const sent = await supplementDossier(ctx, dossierId, draftId)
  return sent.ok ? to(`${paths.dossier(dossierId)}?da=bo-sung`) : sent
}
