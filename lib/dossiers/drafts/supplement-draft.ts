import 'server-only'
import { displayNames } from '@/lib/accounts/server'
import type { Attachment } from '@/lib/attachments'
import { attachmentsOfDossier } from '@/lib/attachments/server'
import type { ProcedureDefinition, RequiredDocument } from '@/lib/catalogue'
import { requiredDocuments } from '@/lib/catalogue'
import type { Answers, Facts, FormDefinition, Journey, Places, Scope } from '@/lib/forms'
import { answersSchema, openPart, reopen, walk } from '@/lib/forms'
import type { Ctx } from '@/lib/ports'
import type { Dossier, SupplementRequest } from '../dossier/dossier'
import type { Draft } from './draft-repository'
import { factsOfActor, procedureScope } from '../dossier/procedure'
import { find, openSupplement } from '../dossier/repository'
import type { SupplementRound } from '../dossier/rounds'
import { roundOf } from '../dossier/rounds'
import type { Supplementing } from './supplement-answers'
import { answersTo } from './supplement-answers'

/** The buffer of a supplement beside the request it answers. */
export type OpenSupplement = Supplementing & {
  dossier: Dossier
  request: SupplementRequest
  documents: RequiredDocument[]
}

type Opened = {
  supplement: OpenSupplement
  /** The form with what is open on pages of their own. */
  form: FormDefinition
  scope: Scope & { facts: Facts; places: Places }
  journey: Journey
}

/** Reads a buffer against what was handed in; null when nothing is asked for any more. */
export async function openedSupplement(
  ctx: Ctx,
  { dossierId, answers: typed, replies }: Draft & { dossierId: string },
  { definition, form, files }: { definition: ProcedureDefinition; form: FormDefinition; files: Attachment[] },
): Promise<Opened | null> {
  const [dossier, request] = await Promise.all([find(ctx, dossierId), openSupplement(ctx.db, dossierId)])
  if (dossier === null || request === null) return null
  const before = answersSchema.parse(dossier.answers)
  // Judged by what was verified when it was handed in, so that nothing changes by itself.
  const facts = answersSchema.parse(dossier.facts)
  const places = await procedureScope(ctx, { ...before, ...withPrefix(typed) }, facts)
  const scope = { ...places, answers: before }
  const requestedIds = new Set(request.items.filter(({ target }) => target === 'field').map(({ ref }) => ref))
  const reopened = reopen(form, scope, { requestedIds, typed })
  const now = { ...scope, answers: reopened.answers }
  const documents = openDocuments(definition, dossier.caseCode, { was: scope, now, request })
  const earlier = (await attachmentsOfDossier(ctx.db, dossierId)).filter(({ supersededAt }) => supersededAt === null)
  const supplement = { dossier, request, before, reopened, documents, files, earlier, replies }
  const part = openPart(form, scope, reopened.open)
  return { supplement, form: part, scope: now, journey: openPages(walk(part, now), reopened.open) }
}

/** What is verified of whoever fills in the draft; for a supplement, what was when the dossier was handed in. */
export async function factsFor(ctx: Ctx, draft: Draft): Promise<Facts> {
  if (draft.dossierId === null) return factsOfActor(ctx)
  const dossier = await find(ctx, draft.dossierId)
  return dossier === null ? {} : answersSchema.parse(dossier.facts)
}

/** Places are looked for in answers of any name: the old ones and the new ones stand side by side. */
const withPrefix = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [`new:${id}`, answer]))

/** Documents asked for, and those that a new answer calls for. */
function openDocuments(
  definition: ProcedureDefinition,
  caseCode: string,
  { was, now, request }: { was: Scope; now: Scope; request: SupplementRequest },
): RequiredDocument[] {
  const requestedCodes = request.items.filter(({ target }) => target === 'document').map(({ ref }) => ref)
  const before = requiredDocuments(definition, caseCode, was).map(({ code }) => code)
  const called = requiredDocuments(definition, caseCode, now).filter(
    ({ code, origin }) => origin === 'upload' && !before.includes(code) && !requestedCodes.includes(code),
  )
  const named = definition.documents.filter(({ code }) => requestedCodes.includes(code))
  return [...named.map((document) => ({ ...document, isRequired: false, note: undefined })), ...called]
}

/** Only pages with an open question, each to be visited in any order. */
function openPages({ pages }: Journey, open: ReadonlySet<string>): Journey {
  const remaining = pages
    .map((page) => ({ ...page, fields: page.fields.filter(({ id }) => open.has(id)) }))
    .filter(({ fields }) => fields.length > 0)
  return {
    pages: remaining,
    firstUnanswered: undefined,
    goOnAt: undefined,
    complete: true,
    canVisit: (pageId) => remaining.some(({ page }) => page.id === pageId),
    next: () => undefined,
  }
}

/** The request with what would be sent now beside each item. */
export async function roundInBuffer(
  ctx: Ctx,
  { supplement, form, scope }: { supplement: OpenSupplement; form: FormDefinition; scope: Opened['scope'] },
): Promise<SupplementRound> {
  const { request, dossier, files, earlier, before } = supplement
  const names = await displayNames(ctx, [request.requestedBy])
  const requestHead = {
    request,
    number: dossier.supplementCount,
    requesterName: names.get(request.requestedBy) ?? null,
  }
  const material = { form, answers: before, places: scope.places, files: [...earlier, ...files] }
  return roundOf({ ...requestHead, answers: answersTo(supplement) }, { ...material, locale: ctx.locale, now: ctx.now })
}
