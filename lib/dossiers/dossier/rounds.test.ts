import { describe, expect, it } from 'vitest'
import type { Attachment } from '@/lib/attachments'
import { deadlinePolicy, makeCalendar, startClock } from '@/lib/calendar'
import type { AfterSupplement } from '@/lib/calendar'
import { DOCUMENT_SCHEMAS } from '@/lib/documents'
import type { FormDefinition } from '@/lib/forms'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import type { SupplementAnswers, SupplementRequest } from './dossier'
import { supplementRequestOf } from '../papers/paper-data'
import { aPaperSource, DAY, ID } from '../papers/paper-source.fixture'
import { supplementGround } from './supplement-ground'
import { roundOf } from './rounds'

const later = (hours: number) => new Date(DAY.getTime() + hours * 3_600_000)
const [MINH, HEAD] = ['minh', 'head']

function requestBy(by: string, at: Date, more: Partial<SupplementRequest> = {}): SupplementRequest {
  const label = { vi: 'Số sê-ri', en: 'Serial' }
  const item = { target: 'field' as const, ref: 'serial', label, reason: 'wrong' as const, howToMend: 'Xem mặt sau.' }
  const open = { dueAt: later(240), answeredAt: null, closedAt: null, answers: null }
  return { ...{ id: by, dossierId: ID, items: [item], note: '', requestedBy: by, requestedAt: at }, ...open, ...more }
}

describe('the slip of each round', () => {
  // The last first, as they are read.
  const supplements = [requestBy(HEAD, later(48)), requestBy(MINH, DAY, { note: 'Thiếu trang 2.' })]

  function slip(by: string, after?: AfterSupplement) {
    const [definition] = SAMPLE_PROCEDURES
    if (definition === undefined) throw new Error('no procedures')
    const nameOf = (userId: string | null) => (userId === MINH ? 'Trần Văn Minh' : 'Vũ Đình Long')
    const phoneOf = (userId: string | null) =>
      userId === MINH
        ? { phone: '+842400000102', answers: 'officer' as const }
        : { phone: '+842400000001', answers: 'desk' as const }
    const source = aPaperSource(definition, { supplements, nameOf, phoneOf })
    const policy = deadlinePolicy({ unit: 'WORKING_DAYS', amount: 5, ...(after && { supplement: after }) })
    const deadline = after === undefined ? null : startClock(policy, DAY, makeCalendar([], []))
    const data = supplementRequestOf({ ...source, dossier: { ...source.dossier, deadline } }, '7', by)
    return DOCUMENT_SCHEMAS.supplementRequest.parse(data)
  }

  it('knows which it is and who asked, whichever was made last', () => {
    expect(slip(MINH)).toMatchObject({
      round: 1,
      contact: { name: 'Trần Văn Minh', phone: '024 0000 0102' },
      signer: { name: 'Trần Văn Minh' },
    })
    expect(slip(HEAD)).toMatchObject({
      round: 2,
      contact: { name: 'Vũ Đình Long qua bộ phận Một cửa', phone: '024 0000 0001' },
      signer: { name: 'Vũ Đình Long' },
    })
  })

  it('gives the officer’s reason, or one that is true of any', () => {
    expect(slip(MINH).reason).toBe('Thiếu trang 2.')
    expect(slip(HEAD).reason).toBe('Hồ sơ chưa đầy đủ hoặc chưa chính xác theo quy định.')
  })

  it('says of the term what the procedure’s policy does, and nothing before acceptance', () => {
    expect([slip(MINH), slip(MINH, 'RESTART'), slip(MINH, 'RESUME')].map(({ clock }) => clock)).toEqual([
      'notStarted',
      'restarts',
      'resumes',
    ])
  })

  it('rests on the decree of its day', () => {
    expect(slip(MINH).basis).toBe('Nghị định số 118/2025/NĐ-CP')
    expect(supplementGround('2025-06-30')).toBe('Nghị định số 61/2018/NĐ-CP, Điều 17 và Điều 19')
    expect(supplementGround('2025-07-01')).toBe('Nghị định số 118/2025/NĐ-CP')
  })
})

describe('a round as people read it', () => {
  const form: FormDefinition = {
    pages: [
      {
        ...{ id: 'p', title: { vi: 'Giấy phép', en: 'Licence' } },
        fields: [
          { id: 'serial', kind: 'text', label: { vi: 'Số sê-ri', en: 'Serial' } },
          { id: 'place', kind: 'text', label: { vi: 'Nơi cấp', en: 'Place' } },
        ],
      },
    ],
  }
  const readRound = (
    request: SupplementRequest,
    answers: SupplementAnswers | null,
    now = later(1),
    files: Attachment[] = [],
  ) =>
    roundOf(
      { request, number: 2, requesterName: 'Vũ Đình Long', answers },
      {
        form,
        answers: { serial: 'AB1', place: 'Huế' },
        places: { provinces: [], wards: {} },
        files,
        locale: 'vi',
        now,
      },
    )

  it('waits until its term, and says when that has passed only while it waits', () => {
    expect(readRound(requestBy(HEAD, DAY), null)).toMatchObject({ number: 2, isTermPassed: false })
    expect(readRound(requestBy(HEAD, DAY), null, later(241)).isTermPassed).toBe(true)
    expect(readRound(requestBy(HEAD, DAY, { answeredAt: later(1) }), null, later(241)).isTermPassed).toBe(false)
    expect(readRound(requestBy(HEAD, DAY, { closedAt: later(1) }), null, later(241)).isTermPassed).toBe(false)
  })

  it('shows the old answer beside the new one, and what followed of itself', () => {
    const item = { target: 'field' as const, ref: 'serial', explanation: null, added: [], replaced: [] }
    const answers = { items: [item], before: { serial: 'AB0', place: 'Vinh' }, after: { serial: 'AB1', place: 'Huế' } }
    const round = readRound(requestBy(HEAD, DAY, { answeredAt: later(1) }), answers)
    expect(round.items[0]).toMatchObject({ before: 'AB0', after: 'AB1', explanation: null })
    expect(round.followed).toEqual([{ ref: 'place', label: 'Nơi cấp', before: 'Vinh', after: 'Huế' }])
  })

  it('shows the answer as it is while nobody has answered, and none of a later round afterwards', () => {
    expect(readRound(requestBy(HEAD, DAY), null).items[0]).toMatchObject({ before: 'AB1', after: null })
    const why = { target: 'field' as const, ref: 'serial', explanation: 'Đúng rồi.', added: [], replaced: [] }
    const round = readRound(requestBy(HEAD, DAY, { answeredAt: later(1) }), { items: [why], before: {}, after: {} })
    expect(round.items[0]).toMatchObject({ before: null, after: null, explanation: 'Đúng rồi.' })
  })

  it('stands over at the very moment its term ends, not before', () => {
    const due = requestBy(HEAD, DAY, { dueAt: later(10) })
    expect(readRound(due, null, later(10)).isTermPassed).toBe(false)
    expect(readRound(due, null, new Date(later(10).getTime() + 1)).isTermPassed).toBe(true)
  })

  it('a question answered or emptied shows both sides', () => {
    const item = { target: 'field' as const, ref: 'serial', explanation: null, added: [], replaced: [] }
    const of = (before: Record<string, string>, after: Record<string, string>) =>
      readRound(requestBy(HEAD, DAY, { answeredAt: later(1) }), { items: [item], before, after }).items[0]
    const [emptied, answered] = [of({ serial: 'AB0' }, {}), of({}, { serial: 'AB1' })]
    expect(emptied?.before).toBe('AB0')
    expect(emptied?.after).not.toContain('AB')
    expect(answered?.before).not.toContain('AB')
    expect(answered?.after).toBe('AB1')
  })

  it('gives each item its own answer and its own files, a document no text', () => {
    const label = { vi: 'Giấy', en: 'Paper' }
    const itemFor = (target: 'field' | 'document', ref: string) =>
      ({ target, ref, label, reason: 'wrong', howToMend: 'Nộp lại.' }) as const
    const reply = (
      target: 'field' | 'document',
      ref: string,
      explanation: string,
      added: string[],
      replaced: string[],
    ) => ({ target, ref, explanation, added, replaced })
    const file = (id: string): Attachment => ({
      ...{ id, holderId: ID, dossierId: ID, requirementCode: 'serial', name: `${id}.pdf`, sha256: 'x', size: 1 },
      ...{ mediaType: 'application/pdf', pages: 1, scan: 'clean', storedAt: DAY, sealedAt: DAY, supersededAt: null },
    })
    const request = requestBy(HEAD, DAY, {
      items: [
        itemFor('field', 'serial'),
        itemFor('document', 'serial'),
        itemFor('document', 'other'),
        itemFor('field', 'place'),
      ],
      answeredAt: later(1),
    })
    const answers = {
      items: [
        reply('document', 'other', 'của giấy kia', ['c'], []),
        reply('document', 'serial', 'của giấy', ['a'], ['b']),
        reply('field', 'serial', 'của câu', [], []),
      ],
      before: {},
      after: {},
    }
    const round = readRound(request, answers, later(1), ['a', 'b', 'c', 'd'].map(file))
    expect(round.items.map(({ explanation }) => explanation)).toEqual(['của câu', 'của giấy', 'của giấy kia', null])
    const ids = (files: readonly { id: string }[]) => files.map(({ id }) => id)
    expect(round.items.map(({ added }) => ids(added))).toEqual([[], ['a'], ['c'], []])
    expect(round.items.map(({ replaced }) => ids(replaced))).toEqual([[], ['b'], [], []])
    expect(round.items[1]).toMatchObject({ before: null, after: null })
  })

  it('a document still to be answered has no text of a question with its code', () => {
    const item = { target: 'document' as const, ref: 'serial', label: { vi: 'Giấy', en: 'Paper' } }
    const open = requestBy(HEAD, DAY, { items: [{ ...item, reason: 'missing', howToMend: 'Nộp.' }] })
    expect(readRound(open, null).items[0]).toMatchObject({
      before: null,
      after: null,
      added: [],
      replaced: [],
      explanation: null,
    })
  })

  it('what the form no longer asks is told by its id', () => {
    const answers = { items: [], before: { gone: 'x' }, after: {} }
    expect(readRound(requestBy(HEAD, DAY, { answeredAt: later(1) }), answers).followed).toEqual([
      { ref: 'gone', label: 'gone', before: '', after: '' },
    ])
  })
})
