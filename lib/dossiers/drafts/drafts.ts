import 'server-only'
import type { Attachment } from '@/lib/attachments'
import type { AttachmentRule } from '@/lib/attachments/server'
import { attachmentsOfHolder, removeAttachment } from '@/lib/attachments/server'
import type { ProcedureDefinition, RequiredDocument } from '@/lib/catalogue'
import { caseOf, requiredDocuments } from '@/lib/catalogue'
import { revisionById } from '@/lib/catalogue/server'
import type { Answers, Facts, FormDefinition, FormInput, Journey, Places, Scope } from '@/lib/forms'
import { actionOf, applyAction, issuesOf, keepPage, parsePage, walk } from '@/lib/forms'
import type { DomainError, Issue, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { RightSubject, VerificationReport } from '@/lib/signing'
import { verdictsOn } from '@/lib/signing/server'
import { infectedFiles, missingDocuments } from './draft-issues'
import type { Draft } from './draft-repository'
import { findDraft, openDrafts } from './draft-repository'
import { disputeIssues, keepTyping } from './keep-typing'
import type { Saved } from './keep-typing'
import { paths } from '../dossier/paths'
import { factsOfActor, procedureScope, signatoryOf } from '../dossier/procedure'
import { placeField, refusedPlace } from './receiving'
import type { Filing } from './receiving'
import { signatureIssues } from './signature-issues'
import { supplementIssues } from './supplement-answers'
import type { OpenSupplement } from './supplement-draft'
import { factsFor, openedSupplement } from './supplement-draft'

/** A draft with everything its pages need: definition, journey, documents asked for and files there are. */
export type OpenDraft = {
  draft: Draft
  definition: ProcedureDefinition
  form: FormDefinition
  scope: Scope & { facts: Facts; places: Places }
  journey: Journey
  caseCode: string | undefined
  documents: RequiredDocument[]
  files: Attachment[]
  /** What was found out about their signatures, by content; missing until a file has been judged. */
  verdicts: ReadonlyMap<string, VerificationReport>
  /** By whose numbers they are judged, which this session need not see. */
  signatory: RightSubject
  /** Why it cannot be handed in where its answers lead. */
  placeIssues: Issue[]
  /** What is asked for, where this is the buffer of a supplement; then only that is open. */
  supplement: OpenSupplement | null
}

const isOpen = (draft: Draft) => draft.submittedAt === null && draft.discardedAt === null

/** The draft opened; a closed one says so, a foreign one is not found. */
export async function openDraft(ctx: Ctx, id: string): Promise<Result<OpenDraft, DomainError>> {
  const draft = await findDraft(ctx, id)
  if (draft === null) return err({ code: 'not-found' })
  if (!isOpen(draft)) return err({ code: 'draft-closed' })
  const opened = await withPages(ctx, draft)
  return opened === null ? err({ code: 'draft-closed' }) : ok(opened)
}

/** Where a draft goes on: on its next page, then with the documents; a supplement with what was asked for. */
export function placeToGoOn({ draft, journey, supplement }: OpenDraft): string {
  if (supplement !== null) return paths.draftReview(draft.id)
  const page = journey.goOnAt
  return page === undefined ? paths.draftDocuments(draft.id) : paths.draftPage(draft.id, page)
}

async function withPages(ctx: Ctx, draft: Draft): Promise<OpenDraft | null> {
  const { definition, form } = await formOf(ctx, draft.revisionId)
  const files = await attachmentsOfHolder(ctx.db, draft.id)
  const digests = files.map(({ sha256 }) => sha256)
  const judged = { verdicts: await verdictsOn(ctx.db, digests), signatory: await signatoryOf(ctx) }
  const parts = { draft, definition, form, files, ...judged }
  if (isBuffer(draft)) {
    const opened = await openedSupplement(ctx, draft, parts)
    if (opened === null) return null
    const { dossier, documents } = opened.supplement
    return { ...parts, ...opened, documents, caseCode: dossier.caseCode, placeIssues: [] }
  }
  const facts = await factsOfActor(ctx)
  const scope = { ...(await procedureScope(ctx, draft.answers, facts)), facts }
  const caseCode = caseOf(definition, scope)
  const documents = caseCode === undefined ? [] : requiredDocuments(definition, caseCode, scope)
  const placeIssues = (await refusedPlace(ctx, { definition, form, scope }))?.issues ?? []
  return { ...parts, scope, journey: walk(form, scope), caseCode, documents, placeIssues, supplement: null }
}

const isBuffer = (draft: Draft): draft is Draft & { dossierId: string } => draft.dossierId !== null

export async function formOf(
  ctx: Pick<Ctx, 'db'>,
  revisionId: string,
): Promise<{ definition: ProcedureDefinition; form: FormDefinition }> {
  const revision = await revisionById(ctx, revisionId)
  if (revision?.definition.form === undefined) throw new Error(`revision ${revisionId} has no form`)
  return { definition: revision.definition, form: revision.definition.form }
}

/**
 * Keeps what was typed into some inputs of a page, valid or not, without judging it: four SQL statements whatever the
 * form's size. `input` names the questions it speaks for in `_asked`; all others stay as they are.
 */
export async function saveTyping(
  ctx: Ctx,
  id: string,
  pageId: string,
  input: FormInput,
): Promise<Result<Saved, DomainError>> {
  const draft = await findDraft(ctx, id)
  if (draft === null) return err({ code: 'not-found' })
  if (!isOpen(draft)) return err({ code: 'draft-closed' })
  const { form } = await formOf(ctx, draft.revisionId)
  const scope = await procedureScope(ctx, draft.answers, await factsFor(ctx, draft))
  return keepTyping(ctx, draft, changedIn(draft.answers, keepPage(form, pageId, input, scope)), input)
}

export type PageSaved = {
  next: { kind: 'same' } | { kind: 'page'; pageId: string } | { kind: 'documents' } | { kind: 'review' }
}

/** Keeps a page as typed; then, unless the button only adds or removes a row, judges it and says where to go on. */
export async function savePage(
  ctx: Ctx,
  id: string,
  pageId: string,
  input: FormInput,
): Promise<Result<PageSaved, DomainError>> {
  const opened = await openDraft(ctx, id)
  if (!opened.ok) return opened
  const { draft, form, scope } = opened.value
  const action = actionOf(input)
  const kept = applyAction(form, action, keepPage(form, pageId, input, scope))
  const done = await keepTyping(ctx, draft, changedIn(scope.answers, kept), input)
  if (!done.ok) return done
  const isDisputed = fieldsOn(form, pageId).some((fieldId) => done.value.disputed.includes(fieldId))
  if (action.type !== 'next' || isDisputed) return ok({ next: { kind: 'same' } })
  if (opened.value.supplement !== null) return supplementPageSaved(ctx, id, pageId)
  return pageJudged(ctx, pageId, input, opened.value)
}

async function pageJudged(
  ctx: Ctx,
  pageId: string,
  input: FormInput,
  { definition, form, scope }: OpenDraft,
): Promise<Result<PageSaved, DomainError>> {
  const judged = parsePage(form, pageId, input, scope)
  if (!judged.ok) return judged
  const judgedScope = await procedureScope(ctx, judged.value, scope.facts)
  const refused = await refusedOn(ctx, pageId, { definition, form, scope: judgedScope })
  if (refused !== null) return err({ ...refused, code: 'invalid-input' })
  const after = walk(form, judgedScope).next(pageId)
  return ok({ next: after === undefined ? { kind: 'documents' } : { kind: 'page', pageId: after } })
}

/** Where the page asks for the place that decides who receives it: why that cannot be gone on with. */
async function refusedOn(ctx: Ctx, pageId: string, filing: Filing): Promise<DomainError | null> {
  const field = placeField(filing.definition.routing)
  return fieldsOn(filing.form, pageId).includes(field) ? refusedPlace(ctx, filing) : null
}

/** What was asked for is seen beside what else was asked for, not before the next page of the form. */
async function supplementPageSaved(ctx: Ctx, id: string, pageId: string): Promise<Result<PageSaved, DomainError>> {
  const opened = await openDraft(ctx, id)
  if (!opened.ok) return opened
  const issues = issuesOnPage(opened.value, pageId)
  return issues.length > 0 ? err({ code: 'invalid-input', issues }) : ok({ next: { kind: 'review' } })
}

function fieldsOn(form: FormDefinition, pageId: string): string[] {
  return (form.pages.find(({ id }) => id === pageId)?.fields ?? []).map(({ id }) => id)
}

function changedIn(before: Answers, after: Answers): Answers {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value))
}

/** What still stands between this draft and its submission. */
export function missingIn({
  form,
  scope,
  documents,
  files,
  verdicts,
  signatory,
  supplement,
  placeIssues,
  ...opened
}: OpenDraft): Issue[] {
  const unsigned = signatureIssues(documents, { files, verdicts, signatory })
  const missing =
    supplement === null
      ? [...issuesOf(form, scope), ...placeIssues, ...missingDocuments(documents, files)]
      : supplementIssues(supplement)
  return [...disputeIssues(opened), ...missing, ...infectedFiles(files), ...unsigned]
}

/** Whether this person may attach a file for this requirement of the draft, and what the requirement takes. */
export async function mayAttach(
  ctx: Ctx,
  draftId: string,
  requirementCode: string,
): Promise<Result<AttachmentRule, DomainError>> {
  const opened = await openDraft(ctx, draftId)
  if (!opened.ok) return opened
  const asked = opened.value.documents.find(({ code, origin }) => code === requirementCode && origin === 'upload')
  if (asked === undefined) return err({ code: 'not-found' })
  return ok({ maxFiles: asked.maxFiles, maxBytes: asked.maxMegabytes * 1024 ** 2, accepts: asked.accepts })
}

export async function detachFile(ctx: Ctx, draftId: string, attachmentId: string): Promise<Result<null, DomainError>> {
  const draft = await findDraft(ctx, draftId)
  return draft === null || !isOpen(draft) ? err({ code: 'not-found' }) : removeAttachment(ctx, draftId, attachmentId)
}

export type DraftLine = Pick<Draft, 'id' | 'savedAt' | 'dossierId'> & { procedureName: ProcedureDefinition['name'] }

/** The person's open drafts for their own page. */
export async function myDrafts(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<DraftLine[]> {
  const drafts = await openDrafts(ctx)
  return Promise.all(
    drafts.map(async ({ id, revisionId, savedAt, dossierId }) => {
      const { definition } = await formOf(ctx, revisionId)
      return { id, procedureName: definition.name, savedAt, dossierId }
    }),
  )
}

/** What is wrong on one page of the draft as it is kept. */
export function issuesOnPage({ form, scope, journey, placeIssues, supplement }: OpenDraft, pageId: string): Issue[] {
  const fields = journey.pages.find(({ page }) => page.id === pageId)?.fields ?? []
  const issues = supplement === null ? [...issuesOf(form, scope), ...placeIssues] : supplement.reopened.issues
  return issues.filter(({ path }) => fields.some(({ id }) => path === id || path.startsWith(`${id}.`)))
}
