import 'server-only'
import type { Attachment } from '@/lib/attachments'
import type { AttachmentRule } from '@/lib/attachments/server'
import { attachmentsOfHolder, removeAttachment } from '@/lib/attachments/server'
import type { ProcedureDefinition, RequiredDocument } from '@/lib/catalogue'
import { requiredDocuments } from '@/lib/catalogue'
import type { Answers, FormDefinition, FormInput } from '@/lib/forms'
import { actionOf, applyAction, issuesOf, keepPage, parsePage, walk } from '@/lib/forms'
import type { DomainError, Issue, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { RightSubject, VerificationReport } from '@/lib/signing'
import { verdictsOn } from '@/lib/signing/server'
import { infectedFiles, missingDocuments } from './draft-issues'
import type { Draft } from './draft-repository'
import { findDraft, openDrafts } from './draft-repository'
import { formOf, placeIssuesOf, questionsOf } from './questions'
import type { DraftQuestions } from './questions'
import { disputeIssues, keepTyping } from './keep-typing'
import type { Saved } from './keep-typing'
import { paths } from '../dossier/paths'
import { procedureScope, signatoryOf } from '../dossier/procedure'
import { placeField, refusedPlace } from './receiving'
import type { Filing } from './receiving'
import { signatureIssues } from './signature-issues'
import { supplementIssues } from './supplement-answers'
import type { OpenSupplement } from './supplement-draft'
import { factsFor, openedSupplement } from './supplement-draft'

/** A draft with everything its pages need: definition, journey, documents asked for and files there are. */
export type OpenDraft = Omit<DraftQuestions, 'supplement'> & {
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

type OpenBuffer = OpenDraft & { supplement: OpenSupplement }

/** What the pages of questions need: for a first filing without its files and where its answers lead. */
export type OpenQuestions = DraftQuestions | OpenBuffer

const isOpen = (draft: Draft) => draft.submittedAt === null && draft.discardedAt === null

/** The draft opened; a closed one says so, a foreign one is not found. */
export function openDraft(ctx: Ctx, id: string): Promise<Result<OpenDraft, DomainError>> {
  return openedBy(ctx, id, (draft) => withPages(ctx, draft))
}

/** The draft opened for its pages of questions, for which a first filing needs less. */
export function openQuestions(ctx: Ctx, id: string): Promise<Result<OpenQuestions, DomainError>> {
  return openedBy<OpenQuestions>(ctx, id, (draft) =>
    isBuffer(draft) ? openedBuffer(ctx, draft) : questionsOf(ctx, draft),
  )
}

async function openedBy<T>(
  ctx: Ctx,
  id: string,
  open: (draft: Draft) => Promise<T | null>,
): Promise<Result<T, DomainError>> {
  const draft = await findDraft(ctx, id)
  if (draft === null) return err({ code: 'not-found' })
  const opened = isOpen(draft) ? await open(draft) : null
  return opened === null ? err({ code: 'draft-closed' }) : ok(opened)
}

/** Where a draft goes on: on its next page, then with the documents; a supplement with what was asked for. */
export function placeToGoOn(opened: Pick<OpenDraft, 'draft' | 'journey' | 'supplement'>): string {
  const { draft, journey, supplement } = opened
  if (supplement !== null) return paths.draftReview(draft.id)
  const page = journey.goOnAt
  return page === undefined ? paths.draftDocuments(draft.id) : paths.draftPage(draft.id, page)
}

async function withPages(ctx: Ctx, draft: Draft): Promise<OpenDraft | null> {
  if (isBuffer(draft)) return openedBuffer(ctx, draft)
  const [judged, questions] = await Promise.all([judgedFiles(ctx, draft), questionsOf(ctx, draft)])
  const { definition, scope, caseCode } = questions
  const documents = caseCode === undefined ? [] : requiredDocuments(definition, caseCode, scope)
  return { ...questions, ...judged, documents, placeIssues: await placeIssuesOf(ctx, questions) }
}

async function openedBuffer(ctx: Ctx, draft: Draft & { dossierId: string }): Promise<OpenBuffer | null> {
  const [judged, { definition, form }] = await Promise.all([judgedFiles(ctx, draft), formOf(ctx, draft.revisionId)])
  const opened = await openedSupplement(ctx, draft, { definition, form, files: judged.files })
  if (opened === null) return null
  const { dossier, documents } = opened.supplement
  return { draft, definition, ...judged, ...opened, documents, caseCode: dossier.caseCode, placeIssues: [] }
}

async function judgedFiles(ctx: Ctx, { id }: Draft): Promise<Pick<OpenDraft, 'files' | 'verdicts' | 'signatory'>> {
  const [files, signatory] = await Promise.all([attachmentsOfHolder(ctx.db, id), signatoryOf(ctx)])
  const digests = files.map(({ sha256 }) => sha256)
  return { files, verdicts: await verdictsOn(ctx.db, digests), signatory }
}

const isBuffer = (draft: Draft): draft is Draft & { dossierId: string } => draft.dossierId !== null

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
  const opened = await openQuestions(ctx, id)
  if (!opened.ok) return opened
  const { draft, form, scope } = opened.value
  const action = actionOf(input)
  const nextAnswers = applyAction(form, action, keepPage(form, pageId, input, scope))
  const done = await keepTyping(ctx, draft, changedIn(scope.answers, nextAnswers), input)
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
  { definition, form, scope }: OpenQuestions,
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
  const opened = await openQuestions(ctx, id)
  if (!opened.ok) return opened
  const issues = await issuesOnPage(ctx, opened.value, pageId)
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
  const requirement = opened.value.documents.find(({ code, origin }) => code === requirementCode && origin === 'upload')
  if (requirement === undefined) return err({ code: 'not-found' })
  return ok({
    maxFiles: requirement.maxFiles,
    maxBytes: requirement.maxMegabytes * 1024 ** 2,
    accepts: requirement.accepts,
  })
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
export async function issuesOnPage(ctx: Ctx, opened: OpenQuestions, pageId: string): Promise<Issue[]> {
  const { form, scope, journey, supplement } = opened
  const fields = journey.pages.find(({ page }) => page.id === pageId)?.fields ?? []
  const issues =
    supplement === null
      ? [...issuesOf(form, scope), ...(await placeIssuesOf(ctx, { ...opened, supplement }))]
      : supplement.reopened.issues
  return issues.filter(({ path }) => fields.some(({ id }) => path === id || path.startsWith(`${id}.`)))
}
