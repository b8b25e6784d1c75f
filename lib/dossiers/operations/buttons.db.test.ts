import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Officer } from '@/lib/access'
import { DEMO_OFFICERS } from '@/lib/seed/people'
import { aCitizen, anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { supplementCandidates } from './desk-choices'
import { aDossierIn, LICENCES, POLICE } from '../dossier/dossier.fixture'
import type { State } from '../dossier/state'
import type { Command } from './operations'
import { COMMANDS, OPERATIONS } from './operations'
import { officerAct, viewDossier } from '../server'
import type { DossierView } from '../server'

/** Each kind of post at the agency, and two people of elsewhere. */
const PEOPLE = DEMO_OFFICERS.filter(
  ({ username, grant }) => grant.agencyCode === POLICE || ['tung.bui', 'son.dang'].includes(username),
)
const ACTS = COMMANDS.filter((command) => OPERATIONS[command].by === 'officer')
const WITHIN_TERM = new Date('2026-03-10T03:00:00Z')
const AFTER_TERM = new Date('2026-04-10T03:00:00Z')
const REASON = 'Nội dung đủ rõ để người đọc hiểu.'

type Scene = {
  state: State
  isHeld?: boolean
  hasResult?: boolean
  supplementCount?: number
  now?: Date
}

const SCENES: readonly Scene[] = [
  { state: 'submitted' },
  { state: 'submitted', supplementCount: 1 },
  { state: 'incomplete', supplementCount: 1 },
  { state: 'incomplete', supplementCount: 1, now: AFTER_TERM },
  { state: 'accepted' },
  { state: 'in_review', isHeld: true },
  { state: 'in_review', isHeld: true, hasResult: true },
  { state: 'in_review', isHeld: true, supplementCount: 1 },
  { state: 'awaiting_supplement', isHeld: true, supplementCount: 1 },
  { state: 'awaiting_supplement', isHeld: true, supplementCount: 1, now: AFTER_TERM },
  { state: 'awaiting_approval', isHeld: true },
  { state: 'withdrawal_requested' },
  { state: 'withdrawal_requested', isHeld: true },
  { state: 'completed', isHeld: true },
  { state: 'result_returned', isHeld: true },
  { state: 'terminated', isHeld: true },
  { state: 'not_accepted' },
]

const sceneName = ({ state, isHeld, hasResult, supplementCount = 0, now }: Scene) =>
  [state, isHeld && 'held', hasResult && 'drafted', supplementCount > 0 && 'supplemented before', now && 'term over']
    .filter(Boolean)
    .join(', ')

describe('the acts offered to an officer', () => {
  let test: TestDatabase
  let applicantId: string
  let people: Officer[]
  const idOf = (username: string) => DEMO_OFFICERS.find((officer) => officer.username === username)?.id ?? ''

  beforeAll(async () => {
    test = await database()
    applicantId = (await aCitizen(testCtx(test.db))).userId
    people = await Promise.all(PEOPLE.map(({ username }) => anOfficer(test.db, username)))
  })
  afterAll(() => test.close())

  const make = ({ state, isHeld, hasResult = false, supplementCount = 0 }: Scene) =>
    aDossierIn(test, {
      ...{ state, applicantId, hasResult, supplementCount },
      ...(isHeld && { assigneeId: idOf('minh.tran') }),
    })

  /** A form with everything right in it. */
  function fillForm(command: Command, { definition, askable, answers, files }: DossierView): FormData {
    const ground = definition.refusalGrounds[0]?.words.vi ?? ''
    const [item] = supplementCandidates({ locale: 'vi' }, { askable, answers, files })
    const entries: Partial<Record<Command, Record<string, string>>> = {
      rejectIntake: { ground, reason: REASON, guidance: REASON },
      assign: { to: `${idOf('lan.do')}~${LICENCES}` },
      requestSupplement: {
        ...{ 'items.0.on': 'on', 'items.0.target': item?.target ?? '', 'items.0.ref': item?.ref ?? '' },
        ...{ 'items.0.reason': 'missing', 'items.0.howToMend': REASON, note: '' },
      },
      draftResult: { outcome: 'denied', ground, reason: REASON },
      sendBack: { reason: REASON },
      agreeWithdrawal: { reason: REASON },
      refuseWithdrawal: { reason: REASON },
    }
    const form = new FormData()
    for (const [name, value] of Object.entries(entries[command] ?? {})) form.set(name, value)
    return form
  }

  it.each(SCENES.map((scene) => [sceneName(scene), scene] as const))(
    'are those the server accepts: %s',
    async (_, scene) => {
      let id = await make(scene)
      const worker = testCtx(test.db, { kind: 'worker', name: 'test' }, scene.now ?? WITHIN_TERM)
      const whole = await viewDossier(worker, id)
      if (whole === null) throw new Error('the worker sees every dossier')
      for (const who of people) {
        const ctx = testCtx(test.db, who, scene.now ?? WITHIN_TERM)
        const shown = (await viewDossier(ctx, id))?.commands ?? []
        const accepted: Command[] = []
        for (const command of ACTS) {
          const done = await officerAct(ctx, id, command, fillForm(command, whole))
          if (!done.ok) continue
          accepted.push(command)
          id = await make(scene)
        }
        expect([who.name, accepted.sort()]).toEqual([who.name, [...shown].sort()])
      }
    },
  )
})
