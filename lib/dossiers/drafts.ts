import 'server-only'
import type { Attachment } from '@/lib/attachments'
import type { AttachmentRule } from '@/lib/attachments/server'
import { attachmentsOfHolder, removeAttachment } from '@/lib/attachments/server'
import type { ProcedureDefinition, RequiredDocument } from '@/lib/catalogue'
import { caseOf, requiredDocuments } from '@/lib/catalogue'
import { procedureBySlug, revisionById } from '@/lib/catalogue/server'
import type { Answers, Facts, FormDefinition, FormInput, Journey, Places, Scope } from '@/lib/forms'
import { actionOf, applyAction, issuesOf, keepPage, parsePage, walk } from '@/lib/forms'
import type { DomainError, Issue, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { RightSubject, VerificationReport } from '@/lib/signing'
import { verdictsOn } from '@/lib/signing/server'
import type { Draft } from './draft-repository'
import { closeDraft, findDraft, insertDraft, mergeAnswers, openDrafts } from './draft-repository'
import { paths } from './paths'
import { factsOfActor, procedureScope, signatoryOf } from './procedure'
import { signatureIssues } from './signature-issues'

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
}

const isOpen = (draft: Draft) => draft.submittedAt === null && draft.discardedAt === null

/**
 * Starts a draft of the service, or goes on with the one the person already has. A case chosen beforehand is the answer to
 * the question for it, unless that has one: following a link changes nothing the person has said.
 */
export async function startDraft(ctx: Ctx, slug: string, caseCode?: string): Promise<Result<string, DomainError>> {
  if (ctx.actor.kind !== 'citizen' && ctx.actor.kind !== 'business') return err({ code: 'sign-in-required' })
  const procedure = await procedureBySlug(ctx, slug)
  if (procedure === null) return err({ code: 'not-found' })
  const { revisionId, definition } = procedure
  if (!definition.online || definition.form === undefined) return err({ code: 'not-online' })
  const procedureCode = definition.code
  const before = (await openDrafts(ctx)).find((draft) => draft.procedureCode === procedureCode && !draft.dossierId)
  if (before) {
    if (caseCode !== undefined) await chooseCase(ctx, before, caseCode)
    return ok(before.id)
  }
  const id = ctx.newId()
  const answers = caseAnswer(definition, caseCode)
  const times = { createdAt: ctx.now, savedAt: ctx.now }
  await insertDraft(ctx.db, { id, ownerId: ctx.actor.userId, procedureCode, revisionId, answers, ...times })
  return ok(id)
}

/** Answers the question for the case in a draft where it has no answer yet. */
async function chooseCase(ctx: Ctx, draft: Draft, caseCode: string): Promise<void> {
  const { definition } = await formOf(ctx, draft.revisionId)
  const chosen = Object.entries(caseAnswer(definition, caseCode)).filter(
    ([field]) => draft.answers[field] === undefined,
  )
  if (chosen.length > 0) await mergeAnswers(ctx, draft.id, Object.fromEntries(chosen))
}

/** The question that decides the case, answered with the chosen one; nothing for a case there is not. */
function caseAnswer({ cases, caseField }: ProcedureDefinition, caseCode: string | undefined): Answers {
  const chosen = cases.find(({ code }) => code === caseCode)
  return chosen === undefined || caseField === undefined ? {} : { [caseField]: chosen.code }
}

/** The draft opened; a closed one says so, a foreign one is not found. */
export async function openDraft(ctx: Ctx, id: string): Promise<Result<OpenDraft, DomainError>> {
  const draft = await findDraft(ctx.db, ctx, id)
  if (draft === null) return err({ code: 'not-found' })
  if (!isOpen(draft)) return err({ code: 'draft-closed' })
  return ok(await withPages(ctx, draft))
}

/** Where a draft goes on: on its next page, then with the documents. */
export function placeToGoOn({ draft, journey }: OpenDraft): string {
  const page = journey.goOnAt
  return page === undefined ? paths.draftDocuments(draft.id) : paths.draftPage(draft.id, page)
}

async function withPages(ctx: Ctx, draft: Draft): Promise<OpenDraft> {
  const { definition, form } = await formOf(ctx, draft.revisionId)
  const [facts, files] = await Promise.all([factsOfActor(ctx), attachmentsOfHolder(ctx.db, draft.id)])
  const scope = { ...(await procedureScope(ctx, draft.answers, facts)), facts }
  const caseCode = caseOf(definition, scope)
  const documents = caseCode === undefined ? [] : requiredDocuments(definition, caseCode, scope)
  const verdicts = await verdictsOn(
    ctx.db,
    files.map(({ sha256 }) => sha256),
  )
  const signatory = await signatoryOf(ctx)
  return { draft, definition, form, scope, journey: walk(form, scope), caseCode, documents, files, verdicts, signatory }
}

export async function formOf(
  ctx: Ctx,
  revisionId: string,
): Promise<{ definition: ProcedureDefinition; form: FormDefinition }> {
  const revision = await revisionById(ctx, revisionId)
  if (revision?.definition.form === undefined) throw new Error(`revision ${revisionId} has no form`)
  return { definition: revision.definition, form: revision.definition.form }
}

export type Saved = { savedAt: Date }

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
  const draft = await findDraft(ctx.db, ctx, id)
  if (draft === null) return err({ code: 'not-found' })
  if (!isOpen(draft)) return err({ code: 'draft-closed' })
  const { form } = await formOf(ctx, draft.revisionId)
  const scope = await procedureScope(ctx, draft.answers, await factsOfActor(ctx))
  return saved(await mergeAnswers(ctx, id, changedIn(draft.answers, keepPage(form, pageId, input, scope))))
}

function saved(savedAt: Date | null): Result<Saved, DomainError> {
  return savedAt === null ? err({ code: 'draft-closed' }) : ok({ savedAt })
}

export type PageSaved = { next: { kind: 'same' } | { kind: 'page'; pageId: string } | { kind: 'documents' } }

/** Keeps a page as typed; then, unless the button only adds or removes a row, judges it and says where to go on. */
export async function savePage(
  ctx: Ctx,
  id: string,
  pageId: string,
  input: FormInput,
): Promise<Result<PageSaved, DomainError>> {
  const opened = await openDraft(ctx, id)
  if (!opened.ok) return opened
  const { form, scope } = opened.value
  const action = actionOf(input)
  const kept = applyAction(form, action, keepPage(form, pageId, input, scope))
  const done = saved(await mergeAnswers(ctx, id, changedIn(scope.answers, kept)))
  if (!done.ok) return done
  if (action.type !== 'next') return ok({ next: { kind: 'same' } })
  const judged = parsePage(form, pageId, input, scope)
  if (!judged.ok) return judged
  const after = walk(form, await procedureScope(ctx, judged.value, scope.facts)).next(pageId)
  return ok({ next: after === undefined ? { kind: 'documents' } : { kind: 'page', pageId: after } })
}

function changedIn(before: Answers, after: Answers): Answers {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value))
}

/** What still stands between this draft and its submission. */
export function missingIn({ form, scope, documents, files, verdicts, signatory }: OpenDraft): Issue[] {
  const infected = files.filter((file) => file.scan === 'infected').map((file) => infectedIssue(file))
  const unsigned = signatureIssues(documents, { files, verdicts, signatory })
  return [...issuesOf(form, scope), ...missingDocuments(documents, files), ...infected, ...unsigned]
}

function missingDocuments(documents: RequiredDocument[], files: Attachment[]): Issue[] {
  return documents
    .filter((document) => document.isRequired && document.origin === 'upload')
    .filter((document) => !files.some((file) => file.requirementCode === document.code && file.scan !== 'infected'))
    .map((document) => ({
      path: document.code,
      code: 'document-missing',
      words: {
        vi: `Thiếu “${document.name.vi}”. Hãy chụp ảnh hoặc chọn tệp PDF để tải lên.`,
        en: `“${document.name.en}” is missing. Take a photo or choose a PDF to upload.`,
      },
    }))
}

function infectedIssue(file: Attachment): Issue {
  return {
    path: file.requirementCode,
    code: 'file-infected',
    words: {
      vi: `Tệp “${file.name}” có mã độc và đã bị cách ly. Hãy xóa tệp này và tải lên bản sạch.`,
      en: `The file “${file.name}” contains malware and is quarantined. Remove it and upload a clean copy.`,
    },
  }
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
  const draft = await findDraft(ctx.db, ctx, draftId)
  return draft === null || !isOpen(draft) ? err({ code: 'not-found' }) : removeAttachment(ctx, draftId, attachmentId)
}

export async function discardDraft(ctx: Ctx, id: string): Promise<Result<null, DomainError>> {
  return (await closeDraft(ctx.db, ctx, id, 'discardedAt')) ? ok(null) : err({ code: 'not-found' })
}

export type DraftLine = {
  id: string
  procedureName: { vi: string; en: string }
  savedAt: Date
  dossierId: string | null
}

/** The person's open drafts for their own page. */
export async function myDrafts(ctx: Ctx): Promise<DraftLine[]> {
  const drafts = await openDrafts(ctx)
  return Promise.all(
    drafts.map(async ({ id, revisionId, savedAt, dossierId }) => {
      const { definition } = await formOf(ctx, revisionId)
      return { id, procedureName: definition.name, savedAt, dossierId }
    }),
  )
}

/** What is wrong on one page of the draft as it is kept. */
export function issuesOnPage({ form, scope, journey }: OpenDraft, pageId: string): Issue[] {
  const fields = journey.pages.find(({ page }) => page.id === pageId)?.fields ?? []
  return issuesOf(form, scope).filter(({ path }) => fields.some(({ id }) => path === id || path.startsWith(`${id}.`)))
}
