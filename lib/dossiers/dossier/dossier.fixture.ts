import { randomUUID } from 'node:crypto'
import { dossierResults, dossiers, supplementRequests } from '@/db/schema/dossiers'
import type { Sql } from 'postgres'
import type { Database } from '@/db/client'
import { unitId } from '@/db/unit-id'
import type { State } from './state'
import { searchable } from './searchable'

export const POLICE = 'G01.126.08'
export const LICENCES = unitId(POLICE, 'GPLX')

/** The database as the application and as its owner reach it. */
type Place = { db: Database; sql: Sql }
type Row = typeof dossiers.$inferInsert
type Wish = Partial<Row> & { state: State; applicantId: string; hasResult?: boolean }

const UNACCEPTED: readonly State[] = ['submitted', 'incomplete', 'not_accepted']
const WITH_RESULT: readonly State[] = ['awaiting_approval', 'completed', 'result_returned']
const ASKED: readonly State[] = ['incomplete', 'awaiting_supplement']
let counter = 0

/** A driving licence's dossier in a state, with what such a state has beside it, put there at once. */
export async function aDossierIn(test: Place, wish: Wish): Promise<string> {
  const [revision] =
    await test.sql`select r.id, r.procedure_code, r.definition #>> '{cases,0,code}' as case_code from procedure_revisions r
    where r.definition ->> 'slug' = 'doi-giay-phep-lai-xe' order by r.published_at desc limit 1`
  const day = wish.submittedAt ?? new Date('2026-03-02T03:00:00Z')
  const row = { ...rowOf(wish, day), ...revisionOf(revision) }
  await test.sql`insert into drafts (id, owner_id, procedure_code, revision_id, created_at, saved_at)
    values (${row.draftId}, ${row.submitterId}, ${row.procedureCode}, ${row.revisionId}, ${day}, ${day})`
  await test.db.insert(dossiers).values(row)
  if (wish.hasResult === true || WITH_RESULT.includes(wish.state)) await addResult(test, row.id, day)
  if (ASKED.includes(wish.state)) await addRequest(test, row.id, day)
  return row.id
}

function revisionOf(row: Record<string, unknown> | undefined) {
  return {
    revisionId: String(row?.['id']),
    procedureCode: String(row?.['procedure_code']),
    caseCode: String(row?.['case_code']),
  }
}

function rowOf({ hasResult: _, ...wish }: Wish, day: Date) {
  const { state, applicantId } = wish
  const nth = String(++counter).padStart(4, '0')
  const wasAccepted = !UNACCEPTED.includes(state)
  const ended = { ground: 'g', reason: 'Không đủ điều kiện.' }
  const name = wish.applicantName ?? 'Nguyễn Văn An'
  return {
    ...{ id: randomUUID(), draftId: randomUUID(), submissionCode: `T00000${nth}` },
    ...{ dossierCode: wasAccepted ? `${POLICE}-260302-${nth}` : null, procedureName: { vi: 'p', en: 'p' } },
    ...{ submitterId: applicantId, applicantName: name, applicantSearch: searchable(name) },
    ...{ answers: {}, facts: {}, fee: { items: [], total: 0 } },
    ...{ agencyCode: POLICE, receivingAgencyCode: POLICE, unitId: wasAccepted ? LICENCES : null },
    ...{ submittedAt: day, intakeDueAt: day, stateSince: day, heldSince: day },
    ...(wasAccepted ? { acceptedAt: day, originalDueAt: day, dueAt: day } : {}),
    ...(state === 'completed' || state === 'result_returned' ? { completedAt: day } : {}),
    ...(state === 'result_returned' ? { returnedAt: day } : {}),
    ...(state === 'not_accepted' || state === 'terminated' ? { closing: ended } : {}),
    ...wish,
  }
}

async function addResult(test: Place, dossierId: string, draftedAt: Date) {
  const fields = { number: '790123456789', class: 'B', expiresOn: '25/09/2036' }
  const result = { dossierId, outcome: 'granted' as const, reason: 'Đủ điều kiện cấp đổi.', fields }
  await test.db.insert(dossierResults).values({ ...result, draftedBy: randomUUID(), draftedAt })
}

async function addRequest(test: Place, dossierId: string, requestedAt: Date) {
  const label = { vi: 'Giấy khám sức khỏe', en: 'Health certificate' }
  const item = {
    target: 'document' as const,
    ref: 'GKSK',
    label,
    reason: 'missing' as const,
    howToMend: 'Nộp bản chụp rõ.',
  }
  const request = { id: randomUUID(), dossierId, items: [item], note: '', requestedBy: randomUUID(), requestedAt }
  await test.db.insert(supplementRequests).values({ ...request, dueAt: new Date(requestedAt.getTime() + 864_000_000) })
}
