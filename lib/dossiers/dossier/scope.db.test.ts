import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossiers } from '@/db/schema/dossiers'
import type { Actor } from '@/lib/access'
import { ROLES } from '@/lib/access'
import type { TestDatabase } from '@/lib/testing'
import { database, testCtx } from '@/lib/testing'
import { inbox, queueCounts } from '../queries/queries'
import type { DossierFacts } from './rights'
import { maySee } from './rights'
import { visibleTo } from './scope'
import { searchDossiers } from '../queries/search'

const AGENCIES = ['G01.126.08', 'H26.1', 'Z01A']
const UNITS = [randomUUID(), randomUUID(), null]
const PEOPLE = [randomUUID(), randomUUID(), randomUUID()]
const DOSSIERS = 90
const STATES = ['submitted', 'accepted', 'in_review', 'awaiting_supplement', 'completed', 'not_accepted'] as const

const BEFORE_ACCEPTANCE: readonly string[] = ['submitted', 'not_accepted']

const NOTHING = { code: '-', idHash: 'none', numberHash: null, name: '' }

const grant = fc.record({
  role: fc.constantFrom(...ROLES),
  agencyCode: fc.constantFrom(...AGENCIES),
  unitId: fc.constantFrom(...UNITS),
})
const userId = fc.constantFrom(...PEOPLE)
const person = fc.record({
  kind: fc.constantFrom('citizen' as const, 'business' as const),
  userId,
  name: fc.constant('An'),
  assurance: fc.constant(2 as const),
  verifiedAt: fc.constant(new Date(0)),
})
const officer = fc.record({
  kind: fc.constant('officer' as const),
  userId,
  name: fc.constant('Hoa'),
  grants: fc.array(grant, { maxLength: 4 }),
})
const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 6, arbitrary: officer },
  { weight: 2, arbitrary: person },
  fc.constant({ kind: 'anonymous' as const }),
  fc.constant({ kind: 'worker' as const, name: 'test' }),
)

type Row = DossierFacts & { id: string; state: string; submittedAt: Date }

function rowAt(at: number): Row {
  const pick = <T>(list: readonly T[], by: number) => list[Math.floor(at / by) % list.length]
  const state = pick(STATES, 7) ?? 'submitted'
  const submittedAt = new Date(Date.UTC(2026, 0, 1 + (at % 30)))
  return {
    id: randomUUID(),
    applicantId: pick(PEOPLE, 1) ?? '',
    submitterId: pick(PEOPLE, 2) ?? '',
    agencyCode: pick(AGENCIES, 1) ?? '',
    receivingAgencyCode: pick(AGENCIES, 4) ?? '',
    unitId: pick(UNITS, 3) ?? null,
    assigneeId: pick(PEOPLE, 5) ?? null,
    supplementCount: 0,
    state,
    submittedAt,
    acceptedAt: BEFORE_ACCEPTANCE.includes(state) ? null : submittedAt,
  }
}

describe('what SQL shows and what the policy allows', () => {
  let test: TestDatabase
  const rows = Array.from({ length: DOSSIERS }, (_, at) => rowAt(at))

  beforeAll(async () => {
    test = await database({ seeded: false })
    // People and units of this test are made up: who sees a dossier does not depend on how it came to lie there.
    await test.sql`alter table dossiers disable trigger dossiers_holder_works_there_at_first`
    for (const [at, row] of rows.entries()) await insert(row, at)
  })
  afterAll(() => test.close())

  async function insert(row: Row, at: number) {
    const draftId = randomUUID()
    const wasAccepted = row.acceptedAt !== null
    const day = row.submittedAt
    await test.sql`insert into drafts (id, owner_id, procedure_code, revision_id, created_at, saved_at)
      values (${draftId}, ${row.submitterId}, 'p', ${randomUUID()}, ${day}, ${day})`
    await test.db.insert(dossiers).values({
      ...row,
      draftId,
      submissionCode: `S${String(at).padStart(9, '0')}`,
      dossierCode: wasAccepted ? `G01-260101-${String(at).padStart(4, '0')}` : null,
      ...{ procedureCode: 'p', procedureName: { vi: 'p', en: 'p' }, revisionId: randomUUID(), caseCode: 'c' },
      ...{
        applicantName: 'An',
        applicantSearch: 'nguyen van an',
        answers: {},
        facts: {},
        fee: { items: [], total: 0 },
      },
      ...{ intakeDueAt: day, stateSince: day, heldSince: day },
      ...(wasAccepted && { dueAt: day }),
      ...(row.state === 'completed' && { completedAt: day }),
      ...(row.state === 'not_accepted' && { closing: { ground: 'g', reason: 'r' } }),
    })
  }

  const allowedRows = (who: Actor) => rows.filter((row) => maySee(who, row))
  const newest = (some: Row[]) =>
    [...some]
      .sort((a, b) => b.submittedAt.getTime() - a.submittedAt.getTime() || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id)

  it('are the same dossiers for whoever asks', async () => {
    let rowCount = 0
    const property = fc.asyncProperty(actor, async (who) => {
      const shown = await test.db.select({ id: dossiers.id }).from(dossiers).where(visibleTo(who))
      rowCount += shown.length
      expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(allowedRows(who).map(({ id }) => id)))
    })
    await fc.assert(property, { numRuns: 400 })
    expect(rowCount).toBeGreaterThan(0)
  })

  it('are nothing not yet accepted for whoever works in one unit only', async () => {
    const grants = [{ role: 'caseOfficer' as const, agencyCode: AGENCIES[0] ?? '', unitId: UNITS[0] ?? null }]
    const who: Actor = { kind: 'officer', userId: randomUUID(), name: 'Minh', grants }
    const shown = await test.db.select().from(dossiers).where(visibleTo(who))
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter(({ acceptedAt, unitId }) => acceptedAt === null && unitId === null)).toEqual([])
    expect(shown.some(({ unitId }) => unitId === null)).toBe(true)
  })

  it('are the same, each once, in the pages of a queue, in its count and in a search', async () => {
    const property = fc.asyncProperty(actor, async (who) => {
      const ctx = testCtx(test.db, who)
      const expected = newest(allowedRows(who))
      const first = await inbox(ctx, { queue: 'all', nearBefore: ctx.now })
      const second =
        first.next === null ? [] : (await inbox(ctx, { queue: 'all', nearBefore: ctx.now, cursor: first.next })).rows
      expect([...first.rows, ...second].map(({ id }) => id)).toEqual(expected.slice(0, 40))
      const counts = await queueCounts(ctx, { nearBefore: ctx.now }, ['new', 'overdue'])
      expect(counts).toEqual({
        new: allowedRows(who).filter(({ state }) => state === 'submitted').length,
        overdue: allowedRows(who).filter(({ state }) => ['submitted', 'accepted', 'in_review'].includes(state)).length,
      })
      const page = await searchDossiers(ctx, { ...NOTHING, name: 'nguyen va' })
      expect(page.rows.map(({ id }) => id)).toEqual(expected.slice(0, 20))
      expect(page.total).toBe(expected.length)
      const rest =
        page.next === null ? [] : (await searchDossiers(ctx, { ...NOTHING, name: 'nguyen va' }, page.next)).rows
      expect(rest.map(({ id }) => id)).toEqual(expected.slice(20, 40))
    })
    await fc.assert(property, { numRuns: 150 })
  })

  it('finds by submission number only what the person may see', async () => {
    const property = fc.asyncProperty(actor, fc.nat(DOSSIERS - 1), async (who, at) => {
      const code = `S${String(at).padStart(9, '0')}`
      const page = await searchDossiers(testCtx(test.db, who), { ...NOTHING, code })
      const row = rows[at]
      expect(page.rows.map(({ id }) => id)).toEqual(row && maySee(who, row) ? [row.id] : [])
    })
    await fc.assert(property, { numRuns: 150 })
  })

  it.each([
    ['nguyen', true],
    ['van nguyen', true],
    ['nguyen van an', true],
    ['nguyen v', true],
    ['guyen', false],
    ['nguyen vo', false],
    ["nguyen' | 'van", false],
    ["n'\\ & ! : * ( )", false],
    ['a  b', false],
  ])('finds by the words of a name: %s', async (name, isFound) => {
    const grants = [{ role: 'oneStopOfficer' as const, agencyCode: AGENCIES[0] ?? '', unitId: null }]
    const hoa = { kind: 'officer' as const, userId: PEOPLE[0] ?? '', name: 'Hoa', grants }
    const ctx = testCtx(test.db, hoa)
    const page = await searchDossiers(ctx, { ...NOTHING, name })
    expect(page.rows.length > 0).toBe(isFound)
  })
})
