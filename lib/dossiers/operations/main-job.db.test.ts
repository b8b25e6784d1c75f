import { mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Officer, Person } from '@/lib/access'
import { attachmentsOfDossier, receiveFile } from '@/lib/attachments/server'
import type { Field } from '@/lib/forms'
import { fieldsOf } from '@/lib/forms'
import { brokenAt } from '@/lib/ledger/server'
import type { TestDatabase } from '@/lib/testing'
import { aCitizen, anOfficer, database, testCtx } from '@/lib/testing'
import { issuePapers } from '../handlers'
import {
  formOf,
  lookUp,
  missingIn,
  myDrafts,
  officerAct,
  openDraft,
  savePage,
  startDraft,
  startSupplement,
  submitDraft,
  supplementDossier,
  viewDossier,
} from '../server'

const SLUG = 'doi-giay-phep-lai-xe'
const FRIDAY = new Date('2026-09-25T07:05:00Z')
/** The seed's sample answers are of a later day than this test. */
const EARLIER: Record<string, string> = { 'healthCert.date': '01/09/2026' }

describe('the main job: a driving licence from draft to returned result', () => {
  let test: TestDatabase
  let an: Person
  let desk: Officer
  let minh: Officer
  let leader: Officer
  let folder: string
  let now = FRIDAY

  const as = (actor: Actor) => ({ ...testCtx(test.db, actor, now), now })
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000)
  }

  beforeAll(async () => {
    test = await database()
    an = await aCitizen(as({ kind: 'anonymous' }))
    ;[desk, minh, leader] = await Promise.all([
      anOfficer(test.db, 'hoa.nguyen'),
      anOfficer(test.db, 'minh.tran'),
      anOfficer(test.db, 'dung.pham'),
    ])
    folder = await mkdtemp(path.join(os.tmpdir(), 'main-job-'))
  })
  afterAll(() => test.close())

  const typeSample = (field: Field): [string, string][] => {
    const sample = EARLIER[field.id] ?? field.sample
    if (typeof sample === 'object' && sample !== null && !Array.isArray(sample))
      return Object.entries(sample).map(([part, value]) => [`${field.id}.${part}`, String(value)])
    return typeof sample === 'string' || typeof sample === 'number' || typeof sample === 'boolean'
      ? [[field.id, String(sample)]]
      : []
  }

  async function fill(draftId: string) {
    const ctx = as(an)
    for (;;) {
      const opened = await openDraft(ctx, draftId)
      if (!opened.ok) throw new Error(opened.error.code)
      const pageId = opened.value.journey.firstUnanswered
      if (pageId === undefined) return opened.value
      const page = opened.value.journey.pages.find((state) => state.page.id === pageId)
      const form = new FormData()
      for (const field of page?.page.fields ?? []) for (const [name, value] of typeSample(field)) form.set(name, value)
      const saved = await savePage(ctx, draftId, pageId, form)
      if (!saved.ok) throw new Error(`${pageId}: ${JSON.stringify(saved.error)}`)
    }
  }

  async function attach(holderId: string, requirementCode: string, pages = 1) {
    const document = await PDFDocument.create()
    for (let n = 0; n < pages; n++) document.addPage([300, 400]).drawText(requirementCode)
    const file = path.join(folder, `${holderId}-${requirementCode}`)
    await writeFile(file, await document.save())
    const stored = await receiveFile(as(an), {
      path: file,
      givenName: `${requirementCode}.pdf`,
      holderId,
      requirementCode,
      rule: { maxFiles: 9, maxBytes: 1e9, accepts: ['image', 'pdf'] },
      uploadId: `${holderId}-${requirementCode}-${String(pages)}`,
    })
    if (!stored.ok) throw new Error(stored.error.code)
  }

  async function act(
    who: Officer,
    id: string,
    command: string,
    entries: Record<string, string> = {},
    seenVersion?: number,
  ) {
    const form = new FormData()
    for (const [name, value] of Object.entries(entries)) form.set(name, value)
    if (seenVersion !== undefined) form.set('seenVersion', String(seenVersion))
    return officerAct(as(who), id, command, form)
  }

  /** What the worker does with the events, without its process. */
  async function runPapers() {
    const jobs =
      await test.sql`select payload from graphile_worker._private_jobs where task_id = (select id from graphile_worker._private_tasks where identifier = 'dispatch')`
    for (const { payload } of jobs) {
      const event: unknown = payload
      if (!isHappening(event) || !issuePapers.on.includes(event.type)) continue
      for (let twice = 0; twice < 2; twice++) await issuePapers.run(as({ kind: 'worker', name: 'test' }), event)
    }
  }

  async function submit(): Promise<string> {
    const started = await startDraft(as(an), SLUG)
    if (!started.ok) throw new Error(started.error.code)
    const opened = await fill(started.value)
    for (const document of opened.documents)
      if (document.origin === 'upload' && document.isRequired) await attach(started.value, document.code)
    const both = await Promise.all([submitDraft(as(an), started.value), submitDraft(as(an), started.value)])
    const ids = both.map((outcome) => (outcome.ok ? outcome.value.dossierId : JSON.stringify(outcome.error)))
    expect(new Set(ids).size).toBe(1)
    return ids[0] ?? ''
  }

  it('starts one draft however often it is started, and nobody else finds it', async () => {
    const [first, second] = [await startDraft(as(an), SLUG), await startDraft(as(an), SLUG)]
    expect(first).toEqual(second)
    expect(await myDrafts(as(an))).toHaveLength(1)
    const binh = await aCitizen(as({ kind: 'anonymous' }), 'binh')
    expect(await openDraft(as(binh), first.ok ? first.value : '')).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  it('takes the case chosen beforehand as the answer, and never changes one that was given', async () => {
    const binh = await aCitizen(as({ kind: 'anonymous' }), 'binh')
    const reasonAfter = async (chosen?: string) => {
      const started = await startDraft(as(binh), SLUG, chosen)
      const opened = await openDraft(as(binh), started.ok ? started.value : '')
      return opened.ok ? opened.value.draft.answers['reason'] : opened.error
    }
    expect(await reasonAfter()).toBeUndefined()
    expect(await reasonAfter('no-such-case')).toBeUndefined()
    expect(await reasonAfter('DAMAGED')).toBe('DAMAGED')
    expect(await reasonAfter('INFO_CHANGED')).toBe('DAMAGED')
  })

  it('cannot be submitted while anything required is missing', async () => {
    const [draft] = await myDrafts(as(an))
    const id = draft?.id ?? ''
    expect(await submitDraft(as(an), id)).toMatchObject({ ok: false, error: { code: 'not-complete' } })
    const opened = await fill(id)
    const missing = missingIn(opened)
    expect(missing.length).toBeGreaterThan(0)
    expect(missing.every(({ code }) => code === 'document-missing')).toBe(true)
    const { form } = await formOf(as(an), opened.draft.revisionId)
    expect(fieldsOf(form).some(({ fact }) => fact === 'person.fullName')).toBe(true)
  })

  it('goes all the way: submitted, accepted, supplemented once, approved, returned', async () => {
    const id = await submit()
    const view = await viewDossier(as(an), id)
    expect(view?.dossier).toMatchObject({
      state: 'submitted',
      agencyCode: 'G01.126.08',
      applicantName: 'Nguyễn Văn An',
      fee: { total: 135_000 },
    })

    // Before acceptance it is of no unit, and nobody of a single unit sees it.
    expect(await act(minh, id, 'accept')).toMatchObject({ ok: false, error: { code: 'not-found' } })
    const accepted = await act(desk, id, 'accept', {}, 1)
    expect(accepted).toMatchObject({ ok: true, value: { state: 'accepted', dossierCode: 'G01.126.08-260925-0001' } })
    expect(accepted.ok && accepted.value.dueAt?.toISOString()).toBe('2026-10-02T10:00:00.000Z')
    // Whoever comes too late is told what was done meanwhile, by whom and when.
    const late = await act(desk, id, 'accept', {}, 1)
    expect(late).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } })
    expect(late.ok ? [] : late.error.issues?.map(({ words }) => words.vi)).toEqual([
      expect.stringMatching(/^Đã tiếp nhận: .+, lúc \d\d:\d\d:\d\d 25\/09\/2026$/),
    ])

    later(1)
    expect(await act(minh, id, 'take')).toMatchObject({
      ok: true,
      value: { state: 'in_review', assigneeId: minh.userId },
    })
    later(1)
    const health = view?.definition.documents.find(({ origin }) => origin === 'upload')
    const outcome = await act(minh, id, 'requestSupplement', {
      'items.0.on': '1',
      'items.0.target': 'document',
      'items.0.ref': health?.code ?? '',
      'items.0.reason': 'unreadable',
      'items.0.howToMend': 'Chụp lại rõ nét, đủ bốn góc.',
      'items.1.target': 'field',
      note: '',
    })
    expect(outcome).toMatchObject({ ok: true, value: { state: 'awaiting_supplement' } })
    expect(await act(minh, id, 'requestSupplement')).toMatchObject({ ok: false })

    later(24 * 4)
    const buffer = await startSupplement(as(an), id)
    if (!buffer.ok) throw new Error(buffer.error.code)
    expect(await supplementDossier(as(an), id, buffer.value)).toMatchObject({
      ok: false,
      error: { code: 'not-complete' },
    })
    await attach(buffer.value, health?.code ?? '', 2)
    const mended = await supplementDossier(as(an), id, buffer.value)
    expect(mended).toMatchObject({ ok: true, value: { state: 'in_review', supplementCount: 1 } })
    const files = await attachmentsOfDossier(test.db, id)
    expect(
      files
        .filter(({ requirementCode }) => requirementCode === health?.code)
        .map(({ supersededAt }) => supersededAt !== null),
    ).toEqual([true, false])

    later(1)
    expect(await act(minh, id, 'submitForApproval')).toMatchObject({ ok: false, error: { code: 'result-missing' } })
    expect(
      await act(minh, id, 'draftResult', { outcome: 'denied', reason: 'Không đủ điều kiện theo quy định.' }),
    ).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    const drafted = await act(minh, id, 'draftResult', {
      outcome: 'granted',
      reason: 'Đủ điều kiện đổi giấy phép lái xe.',
      number: '790123456789',
      class: 'B',
      'expiresOn.d': '25',
      'expiresOn.m': '9',
      'expiresOn.y': '2036',
    })
    expect(drafted).toMatchObject({ ok: true })
    expect(await act(minh, id, 'submitForApproval')).toMatchObject({ ok: true, value: { state: 'awaiting_approval' } })
    expect(await act(minh, id, 'approve')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await act(leader, id, 'sendBack', { reason: 'Ghi lại ngày hết hạn.' })).toMatchObject({
      ok: true,
      value: { state: 'in_review' },
    })
    expect(await act(minh, id, 'submitForApproval')).toMatchObject({ ok: true })
    const race = await Promise.all([act(leader, id, 'approve', {}), act(leader, id, 'approve', {})])
    expect(race.filter(({ ok }) => ok)).toHaveLength(1)
    await runPapers()
    const waiting = await viewDossier(as(an), id)
    expect(waiting?.documents.map(({ kind }) => kind)).not.toContain('result')
    expect(waiting).toMatchObject({ result: null, resultRows: [] })
    expect(await act(desk, id, 'returnResult')).toMatchObject({ ok: true, value: { state: 'result_returned' } })

    const done = await viewDossier(as(an), id)
    expect(done?.documents.map(({ kind }) => kind).sort()).toEqual([
      'acknowledgement',
      'receipt',
      'result',
      'supplementRequest',
    ])
    expect(done?.result).toMatchObject({ outcome: 'granted' })
    expect(done?.clockSteps.map(({ kind }) => kind)).toEqual(['started', 'paused', 'restarted', 'stopped'])
    expect(done?.commands).toEqual([])
    expect(await brokenAt(test.db, 'dossier', id)).toBeNull()
  })

  it('tells anyone with a code how far it is, and nothing else', async () => {
    expect(await lookUp(as({ kind: 'anonymous' }), 'g01.126.08-260925-0001')).toEqual({
      code: 'G01.126.08-260925-0001',
      state: 'result_returned',
      reached: 5,
    })
    expect(await lookUp(as({ kind: 'anonymous' }), 'G01.126.08-260925-0002')).toBeNull()
    for (const hostile of ['\u0000', '\ud800', '👍'.repeat(100_000), "' or true --"])
      expect(await lookUp(as({ kind: 'anonymous' }), hostile)).toBeNull()
    expect(await lookUp(as({ kind: 'anonymous' }), 'g01.126.08-260925-0001\u0000\u202e')).not.toBeNull()
  })
})

function isHappening(
  value: unknown,
): value is { eventId: string; type: string; subject: { kind: string; id: string }; data: Record<string, unknown> } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'eventId' in value &&
    'type' in value &&
    'subject' in value &&
    'data' in value
  )
}
