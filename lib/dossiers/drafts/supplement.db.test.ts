import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachmentsOfDossier } from '@/lib/attachments/server'
import { actsOn, brokenAt } from '@/lib/ledger/server'
import { asking, formOf, licenceJourney, ok } from '@/lib/testing/licence-journey'
import {
  explainItem,
  missingIn,
  openDraft,
  pendingWork,
  planFile,
  submitDraft,
  supplementDossier,
  viewDossier,
} from '../server'

const FRIDAY = new Date('2026-09-25T02:00:00Z')
type Journey = Awaited<ReturnType<typeof licenceJourney>>

describe('a supplement', () => {
  let on: Journey
  beforeAll(async () => {
    on = await licenceJourney(FRIDAY)
  })
  afterAll(() => on.test.close())

  const answersOf = async (id: string) => (await viewDossier(on.as(on.an), id))?.dossier.answers ?? {}
  const missing = async (draftId: string) =>
    missingIn(ok(await openDraft(on.as(on.an), draftId))).map(({ path, code }) => [path, code])
  const standing = async (id: string) =>
    (await attachmentsOfDossier(on.test.db, id))
      .filter(({ requirementCode }) => requirementCode === 'GPLX')
      .map(({ name, supersededAt }) => [name, supersededAt === null ? 'in force' : 'replaced'])

  it('changes what was asked for and nothing else, side by side with what it was', async () => {
    const id = await on.inReview()
    const before = await answersOf(id)
    const request = asking(['field', 'licence.serial', 'missing'], ['document', 'GPLX', 'unreadable'])
    ok(await on.act(on.minh, id, 'requestSupplement', request))
    const buffer = await on.buffer(id)
    const opened = ok(await openDraft(on.as(on.an), buffer))
    expect(opened.journey.pages.map(({ page, fields }) => [page.id, fields.map((field) => field.id)])).toEqual([
      ['giay-phep', ['licence.serial']],
    ])
    expect(opened.documents.map(({ code, isRequired }) => [code, isRequired])).toEqual([['GPLX', false]])
    expect(await missing(buffer)).toEqual([
      ['licence.serial', 'item-unanswered'],
      ['GPLX', 'item-unanswered'],
    ])

    // A page that sends more than was asked for changes no more than was asked for.
    const forged = { 'licence.serial': 'AB123456', 'licence.number': '000000000000', 'licence.class': 'C' }
    expect(ok(await on.save(buffer, 'giay-phep', forged))).toEqual({ next: { kind: 'review' } })
    await expect(on.attach(buffer, 'GKSK', 'not asked for')).rejects.toThrow('not-found')
    await on.attach(buffer, 'GPLX', 'mat-sau-ro-net')
    // Two files have room: somebody has to say which one makes room.
    expect(await missing(buffer)).toEqual([['GPLX', 'too-many-files']])
    const back = (await attachmentsOfDossier(on.test.db, id)).find(({ name }) => name === 'mat-sau.pdf')
    ok(await planFile(on.as(on.an), buffer, formOf({ tep: back?.id ?? '', thay: 'co' })))
    expect(await missing(buffer)).toEqual([])
    expect(await submitDraft(on.as(on.an), buffer)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    ok(await supplementDossier(on.as(on.an), id, buffer))

    expect(await answersOf(id)).toEqual({ ...before, 'licence.serial': 'AB123456' })
    expect(await standing(id)).toEqual([
      ['mat-truoc.pdf', 'in force'],
      ['mat-sau.pdf', 'replaced'],
      ['mat-sau-ro-net.pdf', 'in force'],
    ])
    const view = await viewDossier(on.as(on.minh ?? on.an), id)
    const [round] = view?.rounds ?? []
    expect(round).toMatchObject({ number: 1, requesterName: 'Trần Văn Minh', followed: [] })
    expect(round?.answeredAt).not.toBeNull()
    expect(round?.items.map(({ before: was, after }) => [was, after])).toEqual([
      [before['licence.serial'], 'AB123456'],
      [null, null],
    ])
    expect(round?.items[1]?.added.map(({ name }) => name)).toEqual(['mat-sau-ro-net.pdf'])
    expect(round?.items[1]?.replaced.map(({ name }) => name)).toEqual(['mat-sau.pdf'])
    const acts = await actsOn(on.test.db, 'dossier', id)
    expect(acts.find(({ action }) => action === 'dossier.supplemented')?.data).toMatchObject({
      changed: ['licence.serial', 'GPLX'],
      explained: [],
    })
    expect(await brokenAt(on.test.db, 'dossier', id)).toBeNull()
  })

  it('is one thing that waits for the applicant, also once its answer was begun', async () => {
    const id = await on.inReview()
    ok(await on.act(on.minh, id, 'requestSupplement', asking(['field', 'licence.serial', 'missing'])))
    const buffer = await on.buffer(id)
    const { drafts, waiting } = await pendingWork(on.as(on.an))
    expect(waiting.map((dossier) => dossier.id)).toEqual([id])
    expect(drafts.map((draft) => draft.id)).not.toContain(buffer)
  })

  it('is answered where it is said why something is not mended; the second round is told from the first', async () => {
    const id = await on.inReview()
    const before = await answersOf(id)
    ok(await on.act(on.minh, id, 'requestSupplement', asking(['field', 'licence.number', 'wrong'])))
    const buffer = await on.buffer(id)
    const because = { muc: 'field:licence.number', lyDo: 'Số trên giấy phép đúng là như vậy.' }
    const tooLong = await explainItem(on.as(on.an), buffer, formOf({ ...because, lyDo: 'x'.repeat(4001) }))
    expect(tooLong).toMatchObject({ error: { code: 'invalid-input', issues: [{ path: 'lyDo', code: 'too_big' }] } })
    expect(await missing(buffer)).toEqual([['licence.number', 'item-unanswered']])
    ok(await explainItem(on.as(on.an), buffer, formOf({ ...because, lyDo: 'x'.repeat(4000) })))
    ok(await explainItem(on.as(on.an), buffer, formOf(because)))
    expect(await missing(buffer)).toEqual([])
    ok(await supplementDossier(on.as(on.an), id, buffer))
    expect(await answersOf(id)).toEqual(before)

    expect(await on.act(on.minh, id, 'requestSupplement', asking(['field', 'licence.number', 'wrong']))).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
    await on.later(1)
    ok(await on.act(on.head, id, 'requestSupplement', asking(['document', 'GKSK', 'expired'])))
    const rounds = (await viewDossier(on.as(on.an), id))?.rounds ?? []
    expect(rounds.map(({ number, requesterName, answeredAt }) => [number, requesterName, answeredAt !== null])).toEqual(
      [
        [2, 'Vũ Đình Long', false],
        [1, 'Trần Văn Minh', true],
      ],
    )
    expect(rounds[1]?.items[0]).toMatchObject({ explanation: because.lyDo, before: null, after: null })
    // A buffer of the first round is no answer to the second.
    expect(await on.buffer(id)).not.toBe(buffer)
  })

  it('lets what hangs on a new answer follow it', async () => {
    const id = await on.inReview()
    const before = await answersOf(id)
    expect(before['licence.class']).toBe('B')
    ok(await on.act(on.minh, id, 'requestSupplement', asking(['field', 'licence.class', 'wrong'])))
    const buffer = await on.buffer(id)
    // Another class asks whether the licence has a term, and no longer until when.
    expect(ok(await on.save(buffer, 'giay-phep', { 'licence.class': 'A1' }))).toEqual({ next: { kind: 'review' } })
    expect(await missing(buffer)).toEqual([['licence.isUnlimited', 'choose-one']])
    ok(await on.save(buffer, 'thoi-han', { 'licence.isUnlimited': 'yes' }))
    ok(await supplementDossier(on.as(on.an), id, buffer))
    const followed = ['licence.expiryDate', 'healthCert.number', 'healthCert.facility', 'healthCert.date']
    const unchanged = Object.entries(before).filter(([field]) => !followed.includes(field))
    expect(await answersOf(id)).toEqual({
      ...Object.fromEntries(unchanged),
      ...{ 'licence.class': 'A1', 'licence.isUnlimited': true },
    })
    const [round] = (await viewDossier(on.as(on.an), id))?.rounds ?? []
    expect(round?.followed.map(({ ref }) => ref).sort()).toEqual([...followed, 'licence.isUnlimited'].sort())
  })

  it('asks only for what the procedure has, under its own name', async () => {
    const id = await on.inReview()
    const invented = asking(['field', 'licence.colour', 'missing'])
    expect(await on.act(on.minh, id, 'requestSupplement', invented)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', issues: [{ code: 'not-askable' }] },
    })
    for (const ref of ['reason', 'person.fullName'])
      expect(await on.act(on.minh, id, 'requestSupplement', asking(['field', ref, 'wrong']))).toMatchObject({
        ok: false,
      })
    const renamed = { ...asking(['document', 'GKSK', 'expired']), 'items.0.label.vi': 'Nộp thêm 5 triệu đồng' }
    ok(await on.act(on.minh, id, 'requestSupplement', renamed))
    const [round] = (await viewDossier(on.as(on.an), id))?.rounds ?? []
    expect(round?.items[0]?.item.label.vi).toBe('Giấy khám sức khỏe của người lái xe')
  })

  it('leaves no buffer behind when nothing is asked for any more', async () => {
    const id = await on.inReview()
    ok(await on.act(on.minh, id, 'requestSupplement', asking(['field', 'licence.serial', 'missing'])))
    const buffer = await on.buffer(id)
    expect(await on.act(on.minh, id, 'closeUnanswered')).toMatchObject({ error: { code: 'supplement-term-running' } })
    await on.later(24 * 30)
    ok(await on.act(on.minh, id, 'closeUnanswered'))
    expect(await openDraft(on.as(on.an), buffer)).toMatchObject({ ok: false, error: { code: 'draft-closed' } })
  })

  it('refuses intake on a ground of the procedure alone', async () => {
    const id = await on.submitted()
    const words = { reason: 'Giấy phép do nơi khác cấp.', guidance: 'Nộp tại nơi đã cấp giấy phép.' }
    const refused = await on.act(on.desk, id, 'rejectIntake', { ...words, ground: 'Nghị định do tôi nghĩ ra' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input', issues: [{ path: 'ground' }] } })
    const ground = 'Không thuộc thẩm quyền giải quyết của cơ quan'
    ok(await on.act(on.desk, id, 'rejectIntake', { ...words, ground }))
    const history = (await viewDossier(on.as(on.an), id))?.history
    expect(history?.at(-1)?.reason).toEqual({ ...words, ground })
  })
})
