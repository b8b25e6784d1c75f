import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '@/db/client'
import type { Actor, Officer } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { actsOn, brokenAt } from '@/lib/ledger/server'
import { aCitizen, anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import type { Dossier } from '../dossier/dossier'
import { aDossierIn, LICENCES } from '../dossier/dossier.fixture'
import { find } from '../dossier/repository'
import type { State } from '../dossier/state'
import { explainItem, officerAct, startSupplement, supplementDossier, withdrawDossier } from '../server'
import { asking, formOf, ok } from '@/lib/testing/licence-journey'
import type { Command } from './operations'
import { LIFECYCLE } from './operations'

const WITHIN_TERM = new Date('2026-03-10T03:00:00Z')
const AFTER_TERM = new Date('2026-04-10T03:00:00Z')
const REASON = 'Nội dung đủ rõ để người đọc hiểu.'
const GROUND = 'Không thuộc thẩm quyền giải quyết của cơ quan'

/** One connection for everything: an operation that asked the pool inside its transaction would wait for itself for ever. */
describe('every row of the life-cycle, over a single connection:', () => {
  let test: TestDatabase
  let connection: ReturnType<typeof connect>
  let an: Actor & { userId: string }
  let people: Record<'desk' | 'minh' | 'lan' | 'head' | 'leader', Officer>

  beforeAll(async () => {
    test = await database()
    connection = connect(test.applicationUrl, { max: 1, name: 'test of one' })
    an = await aCitizen(testCtx(test.db, { kind: 'anonymous' }))
    const [desk, minh, lan, head, leader] = await Promise.all([
      anOfficer(test.db, 'hoa.nguyen'),
      anOfficer(test.db, 'minh.tran'),
      anOfficer(test.db, 'lan.do'),
      anOfficer(test.db, 'long.vu'),
      anOfficer(test.db, 'dung.pham'),
    ])
    people = { desk, minh, lan, head, leader }
  })
  afterAll(async () => {
    await connection.close()
    await test.close()
  })

  const as = (actor: Actor, now = WITHIN_TERM) => testCtx(connection.db, actor, now)
  const officer =
    (who: keyof typeof people, command: Command, entries: Record<string, string> = {}, now = WITHIN_TERM) =>
    (id: string) =>
      officerAct(as(people[who], now), id, command, formOf(entries))

  /** How each command is carried out from a state, by whoever has the right to. */
  const performing: Record<Command, (from: State) => (id: string) => Promise<Result<Dossier, DomainError>>> = {
    accept: () => officer('desk', 'accept', { unitId: LICENCES }),
    rejectIntake: () => officer('desk', 'rejectIntake', { ground: GROUND, reason: REASON, guidance: REASON }),
    take: () => officer('minh', 'take'),
    assign: () => officer('head', 'assign', { to: `${people.lan.userId}~${LICENCES}` }),
    requestSupplement: (from) =>
      officer(from === 'submitted' ? 'desk' : 'minh', 'requestSupplement', asking(['document', 'GKSK', 'expired'])),
    supplement: () => async (id) => {
      const draftId = ok(await startSupplement(as(an), id))
      ok(await explainItem(as(an), draftId, formOf({ muc: 'document:GKSK', lyDo: REASON })))
      return supplementDossier(as(an), id, draftId)
    },
    closeUnanswered: (from) => officer(from === 'incomplete' ? 'desk' : 'minh', 'closeUnanswered', {}, AFTER_TERM),
    draftResult: () => officer('minh', 'draftResult', { outcome: 'denied', ground: GROUND, reason: REASON }),
    submitForApproval: () => officer('minh', 'submitForApproval'),
    approve: () => officer('leader', 'approve'),
    sendBack: () => officer('leader', 'sendBack', { reason: REASON }),
    returnResult: () => officer('desk', 'returnResult'),
    withdraw: () => (id) => withdrawDossier(as(an), { id }, { reason: REASON }),
    agreeWithdrawal: () => officer('minh', 'agreeWithdrawal', { reason: REASON }),
    refuseWithdrawal: () => officer('minh', 'refuseWithdrawal', { reason: REASON }),
  }

  it.each(LIFECYCLE)('%s, %s, %s', { timeout: 20_000 }, async (from, command, to) => {
    const isHeld = from !== 'submitted' && from !== 'incomplete' && from !== 'accepted'
    const fields = { state: from, applicantId: an.userId, hasResult: command === 'submitForApproval' }
    const id = await aDossierIn(test, { ...fields, assigneeId: isHeld ? people.minh.userId : null })
    const before = await find(as({ kind: 'worker', name: 'test' }), id)

    ok(await performing[command](from)(id))

    const after = await find(as({ kind: 'worker', name: 'test' }), id)
    expect([after?.state, after?.version]).toEqual([to, (before?.version ?? 0) + 1])
    const acts = await actsOn(connection.db, 'dossier', id)
    expect(acts.map(({ data }) => data)).toMatchObject([{ from, to }])
    expect(await brokenAt(connection.db, 'dossier', id)).toBeNull()
  })

  it('sixteen who take one dossier at once neither lock up nor take it twice', async () => {
    const few = connect(test.applicationUrl, { max: 4, name: 'test of four' })
    const id = await aDossierIn(test, { state: 'accepted', applicantId: an.userId })
    const who = [people.minh, people.lan]
    const tries = Array.from({ length: 16 }, (_, n) => who[n % 2] ?? people.minh)
    const done = await Promise.all(
      tries.map((actor) => officerAct(testCtx(few.db, actor, WITHIN_TERM), id, 'take', new FormData())),
    )
    expect(done.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(await actsOn(few.db, 'dossier', id)).toHaveLength(1)
    await few.close()
  })
})
