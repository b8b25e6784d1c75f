import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DOCUMENTS_FORMS, REVIEW_FORMS } from '@/components/draft/draft-forms'
import { attachmentsOfHolder } from '@/lib/attachments/server'
import { paths } from '@/lib/dossiers'
import { contentMark, discardDraft, myDrafts, openDraft } from '@/lib/dossiers/server'
import { aCitizen, anonymous } from '@/lib/testing'
import { asking, formOf, licenceJourney, ok } from '@/lib/testing/licence-journey'
import { sendDocumentsForm } from './documents-forms'
import { sendReviewForm, typedForm } from './review-forms'

const FRIDAY = new Date('2026-09-25T02:00:00Z')
const NOT_FOUND = { ok: false, error: { code: 'not-found' } }
const CLOSED = { ok: false, error: { code: 'draft-closed' } }
const NO_DRAFT = '01890000-0000-7000-8000-000000000000'

type Entries = Record<string, string>

let on: Awaited<ReturnType<typeof licenceJourney>>
beforeAll(async () => {
  on = await licenceJourney(FRIDAY)
})
// Who begins a procedure goes on with the draft there is.
afterEach(async () => {
  for (const { id } of await myDrafts(me())) await discardDraft(me(), id)
})
afterAll(() => on.test.close())

const me = () => on.as(on.an)
const binh = async () => on.as(await aCitizen(on.as(anonymous), 'binh'))
const documents = (draftId: string, entries: Entries, ctx = me()) => sendDocumentsForm(ctx, draftId, formOf(entries))
const review = (draftId: string, entries: Entries, ctx = me()) => sendReviewForm(ctx, draftId, formOf(entries))
const filesOf = async (draftId: string) => (await attachmentsOfHolder(on.test.db, draftId)).map(({ id }) => id)
const markOf = async (draftId: string) => contentMark(ok(await openDraft(me(), draftId)))

describe('the form of the documents that', () => {
  it('removes a file removes that one, once', async () => {
    const draftId = await on.ready()
    const [file = '', ...others] = await filesOf(draftId)
    expect(await documents(draftId, { viec: 'xoa-tep', tep: file })).toMatchObject({ ok: true })
    expect(await filesOf(draftId)).toEqual(others)
    expect(await documents(draftId, { viec: 'xoa-tep', tep: file })).toMatchObject({ ok: false })
    expect(await documents(draftId, { viec: 'xoa-tep', tep: 'x' })).toMatchObject(NOT_FOUND)
    expect(await filesOf(draftId)).toEqual(others)
  })

  it('says what becomes of an earlier file is taken for a supplement', async () => {
    const id = await on.inReview()
    ok(await on.act(on.minh, id, 'requestSupplement', asking(['document', 'GPLX', 'unreadable'])))
    const buffer = await on.buffer(id)
    const [earlier] = ok(await openDraft(me(), buffer)).supplement?.earlier ?? []
    const plan = { viec: 'thay-tep', tep: earlier?.id ?? '', thay: 'co' }
    expect(await documents(buffer, plan)).toMatchObject({ ok: true })
    expect(await documents(buffer, { ...plan, thay: '?' })).toMatchObject({ error: { code: 'invalid-input' } })
    expect(await documents(buffer, { ...plan, tep: NO_DRAFT })).toMatchObject(NOT_FOUND)
  })
})

describe('the form of the review that', () => {
  it('hands in does so once and leads to the dossier', async () => {
    const draftId = await on.ready()
    const form = { viec: 'nop', noiDung: await markOf(draftId) }
    const sent = ok(await review(draftId, form))
    expect(sent).toMatchObject({ wish: null, next: expect.stringMatching(/^\/ho-so\/[\w-]+\?da=nop$/) as string })
    expect(await review(draftId, form)).toEqual({ ok: true, value: sent })
  })

  it('hands in hands in nothing but what was read', async () => {
    const draftId = await on.ready()
    expect(await review(draftId, { viec: 'nop' })).toMatchObject({ error: { code: 'invalid-input' } })
    expect(await review(draftId, { viec: 'nop', noiDung: '' })).toMatchObject({ error: { code: 'draft-changed' } })
    for (const tep of await filesOf(draftId)) await documents(draftId, { viec: 'xoa-tep', tep })
    const incomplete = await review(draftId, { viec: 'nop', noiDung: await markOf(draftId) })
    expect(incomplete).toMatchObject({ error: { code: 'not-complete' } })
  })

  it('hands in asks first who it is, and remembers what was asked for', async () => {
    const draftId = await on.ready()
    const unconfirmed = on.as({ ...on.an, verifiedAt: new Date(0) })
    const sent = ok(await review(draftId, { viec: 'nop', noiDung: await markOf(draftId) }, unconfirmed))
    expect(sent.next).toContain(encodeURIComponent(paths.submitAfterStepUp(draftId)))
    expect(sent.wish).toMatch(/^[\w-]{40,}$/)
  })

  it('explains and sends a supplement leads back to the review, then to the dossier', async () => {
    const id = await on.inReview()
    ok(await on.act(on.minh, id, 'requestSupplement', asking(['field', 'licence.number', 'wrong'])))
    const buffer = await on.buffer(id)
    const why = { viec: 'giai-thich', muc: 'field:licence.number', lyDo: 'Số trên giấy phép đúng là như vậy.' }
    const send = { viec: 'bo-sung', hoSo: id }
    expect(await review(buffer, send)).toMatchObject({ error: { code: 'not-complete' } })
    expect(await review(buffer, { ...why, lyDo: 'x'.repeat(4001) })).toMatchObject({ error: { code: 'invalid-input' } })
    expect(await review(buffer, { ...why, muc: 'field:licence.class' })).toMatchObject(NOT_FOUND)
    expect(await review(buffer, why)).toEqual({ ok: true, value: { next: paths.draftReview(buffer), wish: null } })
    expect(await review(buffer, { ...send, hoSo: 'x' })).toMatchObject({ error: { code: 'invalid-input' } })
    expect(await review(buffer, { ...send, hoSo: NO_DRAFT })).toMatchObject(NOT_FOUND)
    expect(ok(await review(buffer, send)).next).toBe(`${paths.dossier(id)}?da=bo-sung`)
    expect(await review(buffer, send)).toMatchObject(CLOSED)
    expect(await review(buffer, why)).toMatchObject(CLOSED)
  })
})

const everyForm = [
  ...DOCUMENTS_FORMS.map((viec) => ({ viec, send: documents })),
  ...REVIEW_FORMS.map((viec) => ({ viec, send: review })),
]

describe.each(everyForm)('$viec', ({ viec, send }) => {
  const entries = async (draftId: string) => ({
    ...{ viec, tep: (await filesOf(draftId))[0] ?? NO_DRAFT, thay: 'co', muc: 'document:GPLX', lyDo: 'Vì vậy.' },
    ...{ noiDung: 'mark', hoSo: NO_DRAFT },
  })

  it('is not found by somebody else, by nobody, or for a draft there is not', async () => {
    const draftId = await on.ready()
    const [form, files] = [await entries(draftId), await filesOf(draftId)]
    expect(await send(draftId, form, await binh())).toMatchObject(NOT_FOUND)
    expect(await send(draftId, form, on.as(anonymous))).toMatchObject({ ok: false })
    for (const id of [NO_DRAFT, 'giay-to']) expect(await send(id, form)).toMatchObject(NOT_FOUND)
    expect(await filesOf(draftId)).toEqual(files)
  })

  it('changes nothing of a draft that was handed in', async () => {
    const draftId = await on.ready()
    const form = await entries(draftId)
    const files = await filesOf(draftId)
    ok(await review(draftId, { viec: 'nop', noiDung: await markOf(draftId) }))
    const sent = await send(draftId, form)
    // Handing in a second time leads to what it led to the first time.
    expect(sent.ok).toBe(viec === 'nop')
    expect(await filesOf(draftId)).toEqual(files)
  })
})

it.each([{}, { viec: 'xoa' }, { viec: 'toString' }, { viec: '' }])('a form called %o is none', async (entries) => {
  const draftId = await on.filled()
  expect(await documents(draftId, entries)).toMatchObject(NOT_FOUND)
  expect(await review(draftId, entries)).toMatchObject(NOT_FOUND)
})

it('only what was typed is kept for whoever must sign in first', () => {
  const explanation = formOf({ viec: 'giai-thich', lyDo: 'Vì vậy.' })
  expect(typedForm(explanation)).toBe(explanation)
  expect([typedForm(formOf({ viec: 'nop', noiDung: 'm' })), typedForm(formOf({}))]).toEqual([null, null])
})
