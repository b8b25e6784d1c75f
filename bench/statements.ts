import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database } from '@/db/client'
import { inTransaction } from '@/db/client'
import * as schema from '@/db/schema'
import type { Actor } from '@/lib/access'
import { openSession } from '@/lib/accounts/sessions-repository'
import { visitorWith } from '@/lib/accounts/visitor-queries'
import { calendarFor, handlingUnit, unitsOf } from '@/lib/agencies/server'
import { startClock } from '@/lib/calendar'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { procedureBySlug, publishRevision } from '@/lib/catalogue/server'
import { DOSSIER_EVENTS } from '@/lib/dossiers'
import { saveTyping, startDraft, viewDossier } from '@/lib/dossiers/server'
import type { Field } from '@/lib/forms'
import { eventRecorder } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { drivingLicence } from '@/lib/seed/procedures/driving-licence'
import { aCitizen, anOfficer, anonymous, database, testCtx } from '@/lib/testing'
import { ratioOf } from './row'
import type { BenchRow } from './row'

const NOW = new Date('2026-11-20T03:00:00Z')
const CONDITIONS = 100
const FILES = 100
const AGENCY = 'G01.126.08'
const LIMITS = { autosave: 10, page: 15 }

type Counting = { db: Database; count: (work: () => Promise<unknown>) => Promise<number> }

/** How many statements reach the server, begin and commit among them: once with nothing remembered, and as it goes on. */
export async function run(): Promise<BenchRow[]> {
  const test = await database()
  const client = countStatements(test.applicationUrl)
  try {
    const saves = await autosaves(client)
    const pages = await officerPages(client)
    return [
      row(`autosave, ${String(CONDITIONS)} chained conditions`, saves.warm, LIMITS.autosave),
      row(`autosave, ${String(CONDITIONS)} chained conditions, first in a process`, saves.cold, LIMITS.autosave),
      row(`officer's dossier page, ${String(FILES)} files`, pages.inReview, LIMITS.page),
      row(`officer's dossier page, ${String(FILES)} files, result signed`, pages.signed, LIMITS.page),
    ]
  } finally {
    await client.close()
    await test.close()
  }
}

const row = (name: string, value: number, limit: number): BenchRow => ({
  ...{ name, value, unit: 'statements', limit, ratio: ratioOf(value, limit) },
})

/** With the application's login, over one connection that notes every statement it sends. */
function countStatements(url: string): Counting & { close: () => Promise<void> } {
  let sent = 0
  const client = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    debug: () => {
      sent += 1
    },
  })
  return {
    db: drizzle(client, { schema }),
    count: async (work) => {
      const before = sent
      await work()
      return sent - before
    },
    close: () => client.end(),
  }
}

const recordEvent = eventRecorder('dossier', DOSSIER_EVENTS)

const as = ({ db }: Counting, actor: Actor): Ctx => testCtx(db, actor, NOW)

async function signedIn(client: Counting, actor: Actor & { userId: string }): Promise<() => Promise<Ctx>> {
  const ctx = as(client, actor)
  const session = { userId: actor.userId, device: 'bench', verifiedAt: NOW }
  const token = await inTransaction(ctx, (ctx) => openSession(ctx, session, null))
  return async () => ({ ...ctx, actor: (await visitorWith(ctx, token)).actor })
}

async function autosaves(client: Counting): Promise<{ cold: number; warm: number }> {
  const definition = chainOfQuestions()
  const published = await publishRevision(as(client, { kind: 'worker', name: 'bench' }), definition)
  if (!published.ok) throw new Error(JSON.stringify(published.error))
  const an = await aCitizen(as(client, anonymous))
  const started = await startDraft(as(client, an), definition.slug)
  if (!started.ok) throw new Error(started.error.code)
  const request = await signedIn(client, an)
  const save = (at: number) => async () => {
    const form = new FormData()
    form.set('_asked', `f${String(at)}`)
    form.set(`f${String(at)}`, 'A')
    const saved = await saveTyping(await request(), started.value, 'trang', form)
    if (!saved.ok) throw new Error(saved.error.code)
  }
  const cold = await client.count(save(0))
  for (let at = 1; at < CONDITIONS - 1; at += 1) await save(at)()
  return { cold, warm: await client.count(save(CONDITIONS - 1)) }
}

/** The driving licence with one page of questions, each asked only where the one before it was answered "A". */
function chainOfQuestions(): ProcedureDefinition {
  const { caseField: _case, contactField: _contact, deliveryField: _delivery, ...base } = drivingLicence
  const label = { vi: 'Mục', en: 'Item' }
  const fields = Array.from({ length: CONDITIONS }, (_unused, at): Field => {
    const condition = { field: `f${String(at - 1)}`, eq: 'A' }
    return { id: `f${String(at)}`, kind: 'text', label, required: false, ...(at > 0 && { showWhen: condition }) }
  })
  const [first] = base.cases
  if (first === undefined) throw new Error('the driving licence has no case')
  return {
    ...base,
    code: '1.999001',
    slug: 'mot-tram-dieu-kien',
    routing: { by: 'agency', agencyCode: AGENCY },
    cases: [{ ...first, documents: [], fees: [] }],
    documents: [],
    result: { name: base.result.name, delivery: base.result.delivery },
    form: { pages: [{ id: 'trang', title: label, fields }] },
  }
}

async function officerPages(client: Counting): Promise<{ inReview: number; signed: number }> {
  const minh = await anOfficer(client.db, 'minh.tran')
  const id = await heavyDossier(client, minh.userId, minh.grants[0]?.unitId ?? null)
  const request = await signedIn(client, minh)
  const open = async () => {
    const ctx = await request()
    const view = await viewDossier(ctx, id)
    if (view?.files.length !== FILES) throw new Error('the files are not there')
    await Promise.all([
      unitsOf(ctx, view.dossier.agencyCode),
      handlingUnit(ctx, view.definition.routing, view.dossier.agencyCode),
    ])
    return view
  }
  await open()
  const inReview = await client.count(open)
  await signedResult(client, id)
  const [paper] = (await open()).documents
  if (paper?.signerName === null || paper === undefined) throw new Error('the signed result is not there')
  return { inReview, signed: await client.count(open) }
}

/** A result a leader signed and the agency issued. */
async function signedResult({ db }: Counting, dossierId: string): Promise<void> {
  const leader = (await anOfficer(db, 'dung.pham')).userId
  const [sha256, number] = ['b'.repeat(64), '1/GPLX']
  await db.insert(schema.resultSignings).values({
    ...{ id: crypto.randomUUID(), dossierId, dossierVersion: 1, issueDay: '2026-11-20', preparedBy: leader },
    ...{ preparedAt: NOW, number, places: {}, pages: 1, sha256: 'c'.repeat(64), size: 1 },
    ...{ signedSha256: sha256, signedSize: 2, signedAt: NOW, signedBy: leader },
  })
  await db.insert(schema.issuedDocuments).values({
    ...{
      id: crypto.randomUUID(),
      dossierId,
      kind: 'result',
      occasion: '1',
      number,
      sha256,
      size: 1,
      pages: 1,
      issuedAt: NOW,
    },
  })
}

/** A dossier in review with a hundred files and fifty acts. */
async function heavyDossier(client: Counting, assigneeId: string, unitId: string | null): Promise<string> {
  const ctx = as(client, { kind: 'worker', name: 'bench' })
  const procedure = await procedureBySlug(ctx, drivingLicence.slug)
  if (procedure === null) throw new Error('the driving licence is not published')
  const [limit] = procedure.definition.cases[0]?.timeLimits ?? []
  if (limit === undefined) throw new Error('no time limit')
  const deadline = startClock(limit.policy, NOW, await calendarFor(ctx, AGENCY, NOW))
  const [id, draftId, ownerId] = [ctx.newId(), ctx.newId(), ctx.newId()]
  const { code, name } = procedure.definition
  const { revisionId } = procedure
  await client.db.insert(schema.drafts).values({
    ...{ id: draftId, ownerId, procedureCode: code, revisionId },
    ...{ createdAt: NOW, savedAt: NOW, submittedAt: NOW },
  })
  await client.db.insert(schema.dossiers).values({
    ...{ id, draftId, submissionCode: 'BENCH00001', dossierCode: `${AGENCY}-261120-0001` },
    ...{ procedureCode: code, procedureName: name, revisionId, caseCode: procedure.definition.cases[0]?.code ?? '' },
    ...{ submitterId: ownerId, applicantId: ownerId, applicantName: 'An', applicantSearch: 'an' },
    ...{ answers: {}, facts: {}, fee: { items: [], total: 0 }, state: 'in_review' },
    ...{ agencyCode: AGENCY, receivingAgencyCode: AGENCY, unitId, assigneeId },
    ...{ submittedAt: NOW, intakeDueAt: NOW, acceptedAt: NOW, stateSince: NOW, heldSince: NOW },
    ...{ originalDueAt: deadline.originalDueAt, dueAt: deadline.currentDueAt, deadline },
  })
  await manyFiles(client, { holderId: draftId, dossierId: id, ownerId })
  await manyActs(client, id, { assigneeId, unitId: unitId ?? id, previousAssigneeId: null })
  return id
}

type Assigned = { assigneeId: string; unitId: string; previousAssigneeId: null }

async function manyActs(client: Counting, id: string, data: Assigned): Promise<void> {
  for (let at = 0; at < 50; at += 1) {
    await inTransaction(as(client, anonymous), (ctx) => recordEvent(ctx, id, { type: 'dossier.assigned', data }))
  }
}

async function manyFiles(
  client: Counting,
  of: { holderId: string; dossierId: string; ownerId: string },
): Promise<void> {
  const ctx = as(client, anonymous)
  const file = { ...of, requirementCode: 'GK', name: 'a.pdf', mediaType: 'application/pdf', size: 200_000, pages: 1 }
  const stored = { sha256: 'a'.repeat(64), scan: 'clean' as const, storedAt: NOW, sealedAt: NOW }
  const rows = Array.from({ length: FILES }, () => ({ ...file, ...stored, id: ctx.newId() }))
  await client.db.insert(schema.attachments).values(rows)
}
