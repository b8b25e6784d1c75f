import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Person } from '@/lib/access'
import { aCitizen, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import {
  contentMark,
  openDraft,
  rememberToSubmit,
  saveTyping,
  startDraft,
  submitAfterStepUp,
  submitDraft,
} from '../server'

const NOW = new Date('2026-11-20T03:00:00Z')

let test: TestDatabase
let an: Person
let draftId: string

const as = (actor: Person, at = NOW) => ({ ...testCtx(test.db, actor, at), now: at })

beforeAll(async () => {
  test = await database()
  an = await aCitizen({ ...testCtx(test.db, { kind: 'anonymous' }, NOW), now: NOW })
  const started = await startDraft(as(an), 'doi-giay-phep-lai-xe')
  draftId = started.ok ? started.value : ''
})
afterAll(() => test.close())

async function readMark(): Promise<string> {
  const opened = await openDraft(as(an), draftId)
  return opened.ok ? contentMark(opened.value) : ''
}

it('carries out what was asked for once, and only for the browser that asked', async () => {
  const token = await rememberToSubmit(as(an), draftId, await readMark())
  // The draft is not complete: that it is judged at all shows that the wish was believed.
  expect(await submitAfterStepUp(as(an), draftId, token)).toMatchObject({ error: { code: 'not-complete' } })
  expect(await submitAfterStepUp(as(an), draftId, token)).toMatchObject({ error: { code: 'not-found' } })
  await rememberToSubmit(as(an), draftId, await readMark())
  expect(await submitAfterStepUp(as(an), draftId, token)).toMatchObject({ error: { code: 'not-found' } })
})

it('carries out nothing for somebody else or a quarter of an hour later', async () => {
  const token = await rememberToSubmit(as(an), draftId, await readMark())
  const binh = await aCitizen({ ...testCtx(test.db, { kind: 'anonymous' }, NOW), now: NOW }, 'binh')
  expect(await submitAfterStepUp(as(binh), draftId, token)).toMatchObject({ error: { code: 'not-found' } })
  const later = new Date(NOW.getTime() + 15 * 60_000)
  expect(await submitAfterStepUp(as({ ...an, verifiedAt: later }, later), draftId, token)).toMatchObject({
    error: { code: 'not-found' },
  })
})

it('hands in nothing but what was read', async () => {
  const mark = await readMark()
  const typed = new FormData()
  typed.set('reason', 'DAMAGED')
  await saveTyping(as(an), draftId, 'truong-hop', typed)
  expect(await submitDraft(as(an), draftId, mark)).toMatchObject({ error: { code: 'draft-changed' } })
  const token = await rememberToSubmit(as(an), draftId, mark)
  expect(await submitAfterStepUp(as(an), draftId, token)).toMatchObject({ error: { code: 'draft-changed' } })
})

it('puts beside an answer what a page typed that did not show it', async () => {
  const formWith = (value: string) => {
    const form = new FormData()
    form.set('reason', value)
    form.set('_seen', 'reason=of an empty page')
    return form
  }
  expect(await saveTyping(as(an), draftId, 'truong-hop', formWith('EXPIRED'))).toMatchObject({
    value: { disputed: ['reason'], elsewhere: ['reason'] },
  })
  const opened = await openDraft(as(an), draftId)
  expect(opened).toMatchObject({
    value: { draft: { answers: { reason: 'DAMAGED' }, disputed: { reason: 'EXPIRED' } } },
  })
})
