import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access'
import { asking, licenceJourney, ok } from '@/lib/testing/licence-journey'
import { myDrafts, openDraft, pendingWork, readableFile, readablePaper, saveTyping, startDraft } from '../server'
import { startSupplement, viewDossier } from '../server'

const FRIDAY = new Date('2026-09-25T02:00:00Z')
const SLUG = 'doi-giay-phep-lai-xe'
/** What the electronic identity of who filed it proves. */
const PRIVATE = /001090000001|Đội Cấn/
type Journey = Awaited<ReturnType<typeof licenceJourney>>

describe('a session by a company’s certificate, on the account its director uses too', () => {
  let on: Journey
  beforeAll(async () => {
    on = await licenceJourney(FRIDAY)
  })
  afterAll(() => on.test.close())

  /** The same account, opened with the company's file: by whom nobody knows. */
  const holder = () => {
    const actor: Actor = { ...on.an, kind: 'business', signedInBy: 'certificate' }
    return on.as(actor)
  }
  /** All of a page but its procedure, which has examples of its own. */
  const visibleText = (view: object | null) => JSON.stringify({ ...view, definition: null })
  const issue = async (dossierId: string) => {
    const [row] = await on.test.sql`
      insert into issued_documents (id, dossier_id, kind, occasion, number, sha256, size, issued_at)
      values (gen_random_uuid(), ${dossierId}, 'receipt', 'receipt', '1', ${'a'.repeat(64)}, 1, now())
      on conflict (dossier_id, kind, occasion) do update set number = '1' returning id`
    return String(row?.['id'])
  }

  it('knows of a dossier its director filed, and reads neither who that is nor files, papers and supplements', async () => {
    const id = await on.inReview()
    const paper = await issue(id)
    ok(await on.act(on.minh, id, 'requestSupplement', asking(['field', 'licence.serial', 'missing'])))
    const buffer = await on.buffer(id)
    const own = await viewDossier(on.as(on.an), id)
    const [file] = own?.files ?? []
    expect(visibleText(own)).toMatch(PRIVATE)
    expect(own).toMatchObject({ isClosed: false, commands: expect.arrayContaining(['supplement']) as string[] })
    expect(await readableFile(on.as(on.an), file?.id ?? '')).not.toBeNull()
    expect(await readablePaper(on.as(on.an), paper)).not.toBeNull()

    const view = await viewDossier(holder(), id)
    expect(view).toMatchObject({ isClosed: true, answers: [], files: [], documents: [], resultRows: [] })
    expect(view?.commands).not.toContain('supplement')
    expect(PRIVATE.exec(visibleText(view))).toBeNull()
    expect(await readableFile(holder(), file?.id ?? '')).toBeNull()
    expect(await readablePaper(holder(), paper)).toBeNull()
    expect(await startSupplement(holder(), id)).toMatchObject({ error: { code: 'filed-by-a-person' } })
    expect(await openDraft(holder(), buffer)).toMatchObject({ error: { code: 'not-found' } })
    expect((await pendingWork(holder())).waiting.map((dossier) => dossier.id)).toContain(id)
  })

  it('reads all of a dossier no person’s identity stands behind, and answers for it', async () => {
    const id = await on.inReview()
    const paper = await issue(id)
    await on.test.sql`update dossiers set facts = '{"organisation.taxCode": "0312687878"}' where id = ${id}`
    ok(await on.act(on.minh, id, 'requestSupplement', asking(['field', 'licence.serial', 'missing'])))
    const view = await viewDossier(holder(), id)
    const [file] = view?.files ?? []
    expect(view).toMatchObject({ isClosed: false, documents: [{ id: paper }] })
    expect(await readableFile(holder(), file?.id ?? '')).not.toBeNull()
    expect(await readablePaper(holder(), paper)).not.toBeNull()
    const buffer = ok(await startSupplement(holder(), id))
    expect(await openDraft(holder(), buffer)).toMatchObject({ ok: true })
    expect(await openDraft(on.as(on.an), buffer)).toMatchObject({ ok: true })
  })

  it('goes on with its own drafts, not with those of its director', async () => {
    const theirs = ok(await startDraft(on.as(on.an), SLUG, 'EXPIRED'))
    ok(await saveTyping(on.as(on.an), theirs, 'giay-phep', { 'licence.serial': 'AB123456', _asked: 'licence.serial' }))
    const file = await on.attach(theirs, 'GPLX', 'the-can-cuoc')
    expect(await openDraft(holder(), theirs)).toMatchObject({ error: { code: 'not-found' } })
    expect(await readableFile(holder(), file)).toBeNull()
    const ours = ok(await startDraft(holder(), SLUG))
    expect(ours).not.toBe(theirs)
    expect(ok(await startDraft(holder(), SLUG))).toBe(ours)
    expect(ok(await startDraft(on.as(on.an), SLUG))).toBe(theirs)
    const [listed, all] = [await myDrafts(holder()), await myDrafts(on.as(on.an))]
    expect(listed.map(({ id }) => id)).not.toContain(theirs)
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining([ours, theirs]))
  })
})
