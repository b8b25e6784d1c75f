import 'server-only'
import { eq } from 'drizzle-orm'
import { dossiers } from '@/db/schema/dossiers'
import type { Person } from '@/lib/access'
import { requireRecentVerification } from '@/lib/accounts'
import { identifierHash } from '@/lib/accounts/server'
import type { Agency } from '@/lib/agencies'
import { calendarFor, competentAgency } from '@/lib/agencies/server'
import { sealAttachments } from '@/lib/attachments/server'
import { feeAt } from '@/lib/catalogue'
import { submittedAnswers } from '@/lib/forms'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok, submissionCode } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'
import { intakeDue } from '../dossier/clock'
import { contentMark } from './content-mark'
import type { FeeSnapshot } from '../dossier/dossier'
import { closeDraft, findDraft } from './draft-repository'
import type { OpenDraft } from './drafts'
import { missingIn, openDraft } from './drafts'
import { notReceiving, placeField } from './receiving'
import { numbersIn } from '../dossier/search-numbers'
import { searchable } from '../dossier/searchable'
import { recordEvent } from '../dossier/repository'
import { transact } from '../dossier/transact'

/**
 * Makes the dossier out of the draft: once. A double click, a replayed request and two tabs all get the same dossier,
 * because the draft's row is locked, closed in the same transaction, and `draft_id` is unique. `seen` is the mark of what
 * the person has read; anything else is not submitted.
 */
export async function submitDraft(
  ctx: Ctx,
  draftId: string,
  shownMark?: string,
): Promise<Result<{ dossierId: string }, DomainError>> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' && actor.kind !== 'business') return err({ code: 'sign-in-required' })
  const before = await alreadySubmitted(ctx, draftId)
  if (before !== null) return ok({ dossierId: before })
  const verified = requireRecentVerification(actor, ctx.now)
  if (!verified.ok) return verified
  const complete = await completeDraft(ctx, draftId, shownMark)
  if (!complete.ok) return complete
  const { opened, caseCode } = complete.value
  const row = await dossierRow(ctx, actor, opened, caseCode)
  if (!row.ok) return row
  const seenVersion = opened.draft.version
  const askedAt = placeField(opened.definition.routing)
  return transact(ctx, (ctx) => submitOnce(ctx, { ...row.value, askedAt, draftId, seenVersion }))
}

async function completeDraft(
  ctx: Ctx,
  draftId: string,
  shownMark: string | undefined,
): Promise<Result<{ opened: OpenDraft; caseCode: string }, DomainError>> {
  const opened = await openDraft(ctx, draftId)
  if (!opened.ok) return opened
  if (shownMark !== undefined && shownMark !== contentMark(opened.value)) return err({ code: 'draft-changed' })
  const { caseCode, supplement } = opened.value
  // The buffer of a supplement is never a dossier of its own.
  if (supplement !== null) return err({ code: 'not-found' })
  const issues = missingIn(opened.value)
  if (issues.length > 0 || caseCode === undefined) return err({ code: 'not-complete', issues })
  return ok({ opened: opened.value, caseCode })
}

type Row = typeof dossiers.$inferInsert

/** `askedAt`: the question whose answer led to the agency. */
type Submission = { row: Row; agency: Agency; askedAt: string; draftId: string; seenVersion: number }

async function submitOnce(
  ctx: TxCtx,
  { row, agency, askedAt, draftId, seenVersion }: Submission,
): Promise<Result<{ dossierId: string }, DomainError>> {
  const draft = await findDraft(ctx, draftId, true)
  if (draft === null) return err({ code: 'not-found' })
  if (draft.submittedAt !== null) {
    const dossierId = await dossierOfDraft(ctx.db, draftId)
    return dossierId === null ? err({ code: 'draft-closed' }) : ok({ dossierId })
  }
  if (draft.version !== seenVersion) return err({ code: 'changed-meanwhile' })
  const refused = await notReceiving(ctx, agency, askedAt)
  if (refused !== null) return err(refused)
  if (!(await closeDraft(ctx, draftId, 'submittedAt'))) return err({ code: 'draft-closed' })
  await ctx.db.insert(dossiers).values(row)
  const files = await sealAttachments(ctx, draftId, row.id)
  const { submissionCode, revisionId, agencyCode } = row
  const event = {
    type: 'dossier.submitted' as const,
    data: {
      submissionCode,
      revisionId,
      agencyCode,
      files: files.map(({ id, sha256, size }) => ({ id, sha256, size })),
    },
  }
  await recordEvent(ctx, row.id, event, { to: row.state })
  return ok({ dossierId: row.id })
}

async function alreadySubmitted(ctx: Ctx, draftId: string): Promise<string | null> {
  const draft = await findDraft(ctx, draftId)
  return draft?.submittedAt == null ? null : dossierOfDraft(ctx.db, draftId)
}

async function dossierOfDraft(db: Ctx['db'], draftId: string): Promise<string | null> {
  const [row] = await db.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.draftId, draftId)).limit(1)
  return row?.id ?? null
}

async function dossierRow(
  ctx: Ctx,
  actor: Person,
  opened: OpenDraft,
  caseCode: string,
): Promise<Result<{ row: Row; agency: Agency }, DomainError>> {
  const { draft, definition, form, scope } = opened
  const answers = submittedAnswers(form, scope)
  const agency = await competentAgency(ctx, definition.routing, { ...scope.facts, ...answers }, ctx.now)
  if (!agency.ok) return agency
  const calendar = await calendarFor(ctx, agency.value.code, ctx.now)
  const number = scope.facts['organisation.taxCode'] ?? scope.facts['person.personalId']
  const row = {
    id: ctx.newId(),
    draftId: draft.id,
    submissionCode: submissionCode(ctx.random(10)),
    procedureCode: definition.code,
    procedureName: definition.name,
    revisionId: draft.revisionId,
    caseCode,
    submitterId: actor.userId,
    applicantId: actor.userId,
    applicantName: actor.name,
    applicantSearch: searchable(actor.name),
    applicantIdHash: typeof number === 'string' ? identifierHash(ctx, number) : null,
    numberHashes: numbersIn(answers, scope.facts).map((identifier) => identifierHash(ctx, identifier)),
    answers,
    facts: scope.facts,
    fee: feeSnapshotOf(opened, caseCode),
    state: 'submitted',
    agencyCode: agency.value.code,
    receivingAgencyCode: agency.value.code,
    submittedAt: ctx.now,
    intakeDueAt: intakeDue(ctx.now, calendar),
    stateSince: ctx.now,
    heldSince: ctx.now,
  }
  return ok({ row, agency: agency.value })
}

/** The fee of this day and case; what a people's council sets and no source gives is no item, and leaves the sum unknown. */
function feeSnapshotOf({ definition, scope }: OpenDraft, caseCode: string): FeeSnapshot {
  const { lines, total } = feeAt(definition, caseCode, scope)
  const items = lines.flatMap(({ fee, amount }) =>
    amount === null ? [] : [{ code: fee.code, name: fee.name, amount }],
  )
  return { items, total }
}
