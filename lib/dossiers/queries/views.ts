import 'server-only'
import { eq, or } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { dossiers } from '@/db/schema/dossiers'
import type { ContactPhone } from '@/lib/accounts'
import { displayNames } from '@/lib/accounts/server'
import type { Agency, Unit } from '@/lib/agencies'
import { agencyByCode, calendarFor, oneStopUnit, unitOf } from '@/lib/agencies/server'
import type { Attachment } from '@/lib/attachments'
import { attachmentsOfDossier } from '@/lib/attachments/server'
import type { Classification } from '@/lib/calendar'
import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Places, Scope, SummarySection } from '@/lib/forms'
import { answersSchema, summaryOf, warningsOf } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'
import type { DomainError, Issue } from '@/lib/kernel'
import { legible, normaliseSubmissionCode } from '@/lib/kernel'
import { actsOn } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import type { Summary } from '@/lib/signing'
import { verdictsOn } from '@/lib/signing/server'
import type { Askable } from '../operations/askable'
import { askableItems } from '../operations/askable'
import { sortCommands } from '../operations/beside'
import { definitionOf } from '../dossier/definition-of'
import { isEventType } from '../dossier/events'
import { isClosedTo, shownTo } from '../dossier/company-session'
import { contactFor } from './contact'
import { isCountedOverdue, passedTerm, standingIn } from '../dossier/counted'
import type { ActReason, Dossier, DossierResult, SupplementRequest } from '../dossier/dossier'
import { factsOf } from '../dossier/dossier'
import { isResultOpenTo } from './file-access'
import type { IssuedDocument } from '../papers/issued-documents'
import { issuedFor } from '../papers/issued-documents'
import type { State } from '../dossier/state'
import { stateOf } from '../dossier/state'
import type { Command } from '../operations/operations'
import { commandsIn, EVENT_FACTS, OPERATIONS } from '../operations/operations'
import { numbersIn, procedureScope } from '../dossier/procedure'
import { clockStepsOf, find, openSupplement, reasonsOf, resultOf, supplementsOf } from '../dossier/repository'
import type { ResultRow } from '../results/result-fields'
import { resultRows } from '../results/result-fields'
import { resultScope } from '../results/result-scope'
import type { SupplementRound } from '../dossier/rounds'
import { isApprovedBySigning } from '../dossier/approved-by-signing'
import { signatureWarnings } from '../drafts/signature-issues'
import type { HistoryEntry } from './history'
import { historyFor, roundsOf } from './history'
import { stageOf } from '../dossier/words'
import { recordReading } from '../dossier/acts'

/** Everything a page about one dossier shows; what the viewer may do is computed from the same tables the server obeys. */
export type DossierView = {
  dossier: Dossier
  definition: ProcedureDefinition
  agency: Agency | null
  unit: Unit | null
  assigneeName: string | null
  /** Whom a person with a question calls: who works on it, else the desk. */
  contact: ContactPhone | null
  standing: Classification | null
  /** How statistics count it, which is not always how it stands to its term. */
  isCountedOverdue: boolean
  /** Which promise to the applicant was let pass. */
  passedTerm: 'intake' | 'result' | null
  clockSteps: Awaited<ReturnType<typeof clockStepsOf>>
  answers: SummarySection[]
  warnings: Issue[]
  files: Attachment[]
  /** Whether its contents are not for this session, because a person's identity stood behind them: answers, files, papers. */
  isClosed: boolean
  /** The signatures on each judged file in one word, by the file's SHA-256. */
  verdicts: ReadonlyMap<string, Summary>
  /** What a supplement could ask for. */
  askable: Askable[]
  /** Requests for a supplement, the last first. */
  rounds: SupplementRound[]
  result: DossierResult | null
  /** What the result states, question by question. */
  resultRows: ResultRow[]
  /** With the name of the leader who signed, where one did. */
  documents: (IssuedDocument & { signerName: string | null })[]
  /** Whether approving its result is signing it. */
  isApprovedBySigning: boolean
  history: HistoryEntry[]
  /** What the viewer may do now and can succeed in. */
  commands: Command[]
  /** What they may do but would fail in now, and why. */
  hindered: { command: Command; error: DomainError }[]
}

/** A dossier with all that its page needs, for whoever may see it; an officer's reading is itself recorded. */
export async function viewDossier(ctx: Ctx, id: string): Promise<DossierView | null> {
  const dossier = await find(ctx, id)
  if (dossier === null) return null
  const definition = await definitionOf(ctx, dossier)
  const facts = answersSchema.parse(dossier.facts)
  const shown = shownTo(ctx.actor, dossier)
  const scope = { ...(await procedureScope(ctx, shown.answers, shown.facts)), facts: shown.facts }
  const { acts, reasons, files, documents, verdicts, supplements, ...parts } = await partsOf(ctx, dossier)
  const signers = documents.map(({ signedBy }) => signedBy)
  const askers = supplements.map(({ requestedBy }) => requestedBy)
  const names = await namesOf(ctx, [...acts.map(({ actorId }) => actorId), dossier.assigneeId, ...signers, ...askers])
  if (ctx.actor.kind === 'officer') await recordView(ctx, id)
  return {
    dossier: { ...dossier, ...shown },
    definition,
    ...parts,
    resultRows: await rowsOfResult(ctx, definition, dossier, parts),
    clockSteps: parts.clockSteps.map((step) => withoutNote(definition, step)),
    assigneeName: nameIn(names, dossier.assigneeId),
    contact: await contactFor(ctx, dossier),
    ...(await standingOf(ctx, dossier)),
    answers: parts.isClosed ? [] : summarise(definition, scope, ctx.locale),
    warnings: warningsIn(definition, scope, { files, verdicts, signatory: numbersIn(facts) }),
    files,
    verdicts: new Map([...verdicts].map(([sha256, { summary }]) => [sha256, summary])),
    documents: documents.map(({ signedBy, ...paper }) => ({ ...paper, signerName: nameIn(names, signedBy) })),
    isApprovedBySigning: isApprovedBySigning(ctx, dossier),
    askable: askableItems(definition, dossier.caseCode, scope),
    rounds: await roundsOf(ctx, { ...shown, supplements, names, files, form: definition.form }),
    history: historyFor(ctx, acts, { reasons, names }),
    ...(await sortCommands(ctx, dossier, { ...parts, supplements }, commandsOf(ctx, dossier))),
  }
}

function warningsIn(
  { form, documents }: ProcedureDefinition,
  scope: Scope,
  evidence: Parameters<typeof signatureWarnings>[1],
): Issue[] {
  const doubts = form === undefined ? [] : warningsOf(form, scope)
  return [...doubts, ...signatureWarnings(documents, evidence)]
}

/** Where a sample's time limit is from is no ground in law, though dossiers accepted before kept it as one. */
function withoutNote<S extends { legalGround: string }>({ cases }: ProcedureDefinition, step: S): S {
  const isNote = cases.some(({ timeLimits }) =>
    timeLimits.some(({ source, ground }) => source === step.legalGround && ground !== source),
  )
  return isNote ? { ...step, legalGround: '' } : step
}

/** What is kept about a dossier beside its own row; what is not for this viewer is not read. */
async function partsOf(ctx: Ctx, dossier: Dossier) {
  const { id } = dossier
  const [isClosed, isResultOpen] = [isClosedTo(ctx.actor, dossier), isResultOpenTo(ctx, dossier)]
  const [agency, unit, clockSteps, files, supplements, result, documents, acts] = await Promise.all([
    agencyByCode(ctx, dossier.agencyCode, ctx.now),
    dossier.unitId === null ? oneStopUnit(ctx, dossier.agencyCode) : unitOf(ctx, dossier.agencyCode, dossier.unitId),
    clockStepsOf(ctx.db, id),
    isClosed ? [] : attachmentsOfDossier(ctx.db, id),
    supplementsOf(ctx.db, id),
    isResultOpen ? resultOf(ctx.db, id) : null,
    isClosed ? [] : issuedFor(ctx, id, { withResult: isResultOpen }),
    actsOn(ctx.db, 'dossier', id),
  ])
  const digests = files.map(({ sha256 }) => sha256)
  const hasReasons = acts.some(({ action }) => isEventType(action) && EVENT_FACTS[action].reasonFor !== null)
  const [verdicts, reasons] = await Promise.all([
    verdictsOn(ctx.db, digests),
    hasReasons ? reasonsOf(ctx.db, id) : new Map<string, ActReason>(),
  ])
  const shown = isClosed ? supplements.map((request) => ({ ...request, answers: null })) : supplements
  return { agency, unit, clockSteps, files, supplements: shown, isClosed, verdicts, result, documents, acts, reasons }
}

const summarise = ({ form }: ProcedureDefinition, scope: Scope & { places: Places }, locale: Locale) =>
  form === undefined ? [] : summaryOf(form, scope, locale)

async function rowsOfResult(
  ctx: Ctx,
  definition: ProcedureDefinition,
  dossier: Dossier,
  { result }: { result: DossierResult | null },
): Promise<ResultRow[]> {
  return result === null ? [] : resultRows(definition, await resultScope(ctx, dossier, result), ctx.locale)
}

function namesOf(ctx: Ctx, userIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  return displayNames(
    ctx,
    userIds.filter((userId) => userId !== null),
  )
}

function nameIn(names: ReadonlyMap<string, string>, userId: string | null): string | null {
  return userId === null ? null : (names.get(userId) ?? null)
}

/** What the viewer has the right to do now: the life-cycle's commands here. */
function commandsOf(ctx: Ctx, dossier: Dossier): Command[] {
  return commandsIn(dossier.state).filter((command) => OPERATIONS[command].right(ctx.actor, factsOf(dossier)))
}

async function standingOf(ctx: Ctx, dossier: Dossier) {
  const calendar = await calendarFor(ctx, dossier.agencyCode, ctx.now)
  const standing = standingIn(dossier, ctx.now, calendar)
  return {
    standing,
    passedTerm: passedTerm(dossier, standing, ctx.now),
    isCountedOverdue: isCountedOverdue(dossier, ctx.now, calendar),
  }
}

async function recordView(ctx: Ctx, id: string): Promise<void> {
  if (ctx.actor.kind !== 'officer') return
  const { userId } = ctx.actor
  await inTransaction(ctx, (ctx) => recordReading(ctx, userId, { type: 'dossier.read', data: { dossierId: id } }))
}

/** For handlers: the dossier and its open supplement request. */
export async function dossierWithSupplement(
  ctx: Ctx,
  id: string,
): Promise<{ dossier: Dossier; supplement: SupplementRequest | null } | null> {
  const dossier = await find(ctx, id)
  return dossier === null ? null : { dossier, supplement: await openSupplement(ctx.db, id) }
}

export type LookUp = {
  code: string
  state: State
  /** The last stage reached, from 1. */
  reached: number
}

/** What anyone with the code may know: how far it is, and nothing else (TT 01/2018/TT-VPCP article 16.2d). */
export async function lookUp(ctx: Pick<Ctx, 'db'>, typed: string): Promise<LookUp | null> {
  const code = legible(typed).trim().toUpperCase().slice(0, 60)
  const [row] = await ctx.db
    .select({ submissionCode: dossiers.submissionCode, dossierCode: dossiers.dossierCode, state: dossiers.state })
    .from(dossiers)
    .where(or(eq(dossiers.dossierCode, code), eq(dossiers.submissionCode, normaliseSubmissionCode(code))))
    .limit(1)
  if (row === undefined) return null
  const state = stateOf(row.state)
  // A dossier has its code from acceptance on.
  return { code: row.dossierCode ?? row.submissionCode, state, reached: stageOf(state, row.dossierCode !== null) }
}
