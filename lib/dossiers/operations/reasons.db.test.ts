import { PDFiumLibrary } from '@hyzyla/pdfium'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierReasons, issuedDocuments } from '@/db/schema/dossiers'
import type { Actor } from '@/lib/access'
import { actsOn } from '@/lib/ledger/server'
import { issuePapers } from '../handlers'
import type { PaperKind } from '../papers/paper-kinds'
import { asking, licenceJourney, ok } from '@/lib/testing/licence-journey'
import { EVENT_FACTS } from './operations'
import { viewDossier, withdrawDossier } from '../server'

type Facts = typeof EVENT_FACTS
type Reasoned = { [T in keyof Facts]: Facts[T]['reasonFor'] extends null ? never : T }[keyof Facts]
type Journey = Awaited<ReturnType<typeof licenceJourney>>
type Case = {
  /** Does the act, giving `reason`, and whatever came before it; answers which dossier it was. */
  act: (on: Journey, reason: string) => Promise<string>
  /** What is kept, where nobody types it. */
  fixedReason?: string
  /** The paper it is printed on, and what has to happen until there is one. */
  paper: { kind: PaperKind; after?: (on: Journey, id: string) => Promise<unknown> } | null
}

const WORKER: Actor = { kind: 'worker', name: 'test' }
const GROUND = 'Không thuộc thẩm quyền giải quyết của cơ quan'
const OTHER = 'Điều này do một việc khác ghi lại.'

async function draftDenial(on: Journey, reason: string): Promise<string> {
  const id = await on.inReview()
  ok(await on.act(on.minh, id, 'draftResult', { outcome: 'denied', ground: GROUND, reason }))
  return id
}

async function awaitingApproval(on: Journey, reason: string): Promise<string> {
  const id = await draftDenial(on, reason)
  ok(await on.act(on.minh, id, 'submitForApproval'))
  return id
}

async function requestWithdrawal(on: Journey, reason: string): Promise<string> {
  const id = await on.inReview()
  ok(await withdrawDossier(on.as(on.an), { id }, { reason }))
  return id
}

async function decideWithdrawal(on: Journey, command: string, reason: string): Promise<string> {
  const id = await requestWithdrawal(on, OTHER)
  ok(await on.act(on.minh, id, command, { reason }))
  return id
}

/** Each act of the table, done once; one that is added to it does not compile before it is done here. */
const CASES: Record<Reasoned, Case> = {
  'dossier.intakeRejected': {
    async act(on, reason) {
      const id = await on.submitted()
      ok(await on.act(on.desk, id, 'rejectIntake', { ground: GROUND, reason, guidance: OTHER }))
      return id
    },
    paper: { kind: 'refusal' },
  },
  'dossier.resultDrafted': {
    act: draftDenial,
    paper: {
      kind: 'result',
      async after(on, id) {
        ok(await on.act(on.minh, id, 'submitForApproval'))
        ok(await on.act(on.leader, id, 'approve'))
      },
    },
  },
  'dossier.sentBack': {
    async act(on, reason) {
      const id = await awaitingApproval(on, OTHER)
      ok(await on.act(on.leader, id, 'sendBack', { reason }))
      return id
    },
    paper: null,
  },
  'dossier.withdrawalRequested': {
    act: requestWithdrawal,
    paper: {
      kind: 'terminationNotice',
      after: async (on, id) => ok(await on.act(on.minh, id, 'agreeWithdrawal', { reason: OTHER })),
    },
  },
  'dossier.withdrawn': {
    act: (on, reason) => decideWithdrawal(on, 'agreeWithdrawal', reason),
    paper: { kind: 'terminationNotice' },
  },
  'dossier.withdrawalRefused': { act: (on, reason) => decideWithdrawal(on, 'refuseWithdrawal', reason), paper: null },
  'dossier.closedUnanswered': {
    async act(on) {
      const id = await on.inReview()
      ok(await on.act(on.minh, id, 'requestSupplement', asking(['document', 'GKSK', 'expired'])))
      await on.later(24 * 30)
      ok(await on.act(on.minh, id, 'closeUnanswered'))
      return id
    },
    fixedReason: 'Người nộp không bổ sung, hoàn thiện hồ sơ trong thời hạn đã thông báo.',
    paper: { kind: 'terminationNotice' },
  },
}

const EVENTS = Object.keys(CASES).filter((event): event is Reasoned => Object.hasOwn(CASES, event))

describe('the reason of', () => {
  let on: Journey
  const library = PDFiumLibrary.init()
  beforeAll(async () => {
    on = await licenceJourney(new Date('2026-09-25T02:00:00Z'))
  })
  afterAll(() => on.test.close())

  const reasonFor = async (who: Actor | undefined, id: string, event: Reasoned) => {
    const view = who === undefined ? null : await viewDossier(on.as(who), id)
    return view?.history.findLast(({ action }) => action === event)?.reason?.reason ?? null
  }

  /** Makes the papers of what was done last, and reads those of a kind. */
  async function readPapers(id: string, kind: PaperKind): Promise<string> {
    const acts = await actsOn(on.test.db, 'dossier', id)
    const last = acts.findLast(({ action }) => issuePapers.on.includes(action))
    if (last === undefined) throw new Error('nothing that calls for a paper was done')
    const { id: eventId, action: type, data } = last
    await issuePapers.run(on.as(WORKER), { eventId, type, data, subject: { kind: 'dossier', id } })
    const rows = await on.test.db.select().from(issuedDocuments).where(eq(issuedDocuments.dossierId, id))
    const [paper] = rows.filter((row) => row.kind === kind)
    const stored = await new Response(await on.as(WORKER).ports.blobs.read(paper?.sha256 ?? '')).arrayBuffer()
    const document = await (await library).loadDocument(new Uint8Array(stored))
    const text = [...document.pages()].map((page) => page.getText()).join(' ')
    document.destroy()
    return text.replace(/\s+/g, ' ')
  }

  it.each(EVENTS)('%s is kept, told to whom it concerns, and printed', async (event) => {
    const { act, fixedReason, paper } = CASES[event]
    const reason = fixedReason ?? `Vì điều ghi cho ${event.slice(8)} trong lần này.`
    const id = await act(on, reason)
    const acts = await actsOn(on.test.db, 'dossier', id)
    const [own] = acts.filter(({ action }) => action === event)
    const rows = await on.test.db.select().from(dossierReasons).where(eq(dossierReasons.dossierId, id))
    expect(rows.filter(({ actId }) => actId === own?.id)).toMatchObject([{ reason }])

    // What the desk refuses never came to a unit, whose people do not see it.
    const officers = event === 'dossier.intakeRejected' ? [on.desk, on.leader] : [on.minh, on.head, on.leader]
    for (const officer of officers) expect(await reasonFor(officer, id, event)).toBe(reason)
    expect(await reasonFor(on.an, id, event)).toBe(EVENT_FACTS[event].reasonFor === 'everybody' ? reason : null)

    if (paper === null) return
    await paper.after?.(on, id)
    expect(await readPapers(id, paper.kind)).toContain(reason.replace(/\.$/, ''))
  })
})
