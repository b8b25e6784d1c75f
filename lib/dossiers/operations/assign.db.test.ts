import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitId } from '@/db/unit-id'
import type { Actor, Officer } from '@/lib/access'
import { aCitizen, anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { aDossierIn, LICENCES, POLICE } from '../dossier/dossier.fixture'
import type { State } from '../dossier/state'
import { officerAct, viewDossier } from '../server'

const VEHICLES = unitId(POLICE, 'DKX')
const WARD = 'H26.101'
const NOW = new Date('2026-03-10T03:00:00Z')

describe('giving a dossier to somebody', () => {
  let test: TestDatabase
  let applicantId: string
  let desk: Officer
  let minh: Officer
  let lan: Officer
  let head: Officer
  let stranger: Officer

  const as = (actor: Actor, now = NOW) => testCtx(test.db, actor, now)
  const holderOf = async (id: string): Promise<unknown[]> => {
    const [row] = await test.sql<{ holder: unknown; unit: unknown; state: unknown }[]>`
      select assignee_id as holder, unit_id as unit, state from dossiers where id = ${id}`
    return [row?.holder, row?.unit, row?.state]
  }
  const form = (entries: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(entries)) data.set(name, value)
    return data
  }
  const assign = (who: Officer, id: string, to: string) => officerAct(as(who), id, 'assign', form({ to }))

  beforeAll(async () => {
    test = await database()
    applicantId = (await aCitizen(as({ kind: 'anonymous' }))).userId
    ;[desk, minh, lan, head, stranger] = await Promise.all([
      anOfficer(test.db, 'hoa.nguyen'),
      anOfficer(test.db, 'minh.tran'),
      anOfficer(test.db, 'lan.do'),
      anOfficer(test.db, 'long.vu'),
      anOfficer(test.db, 'tung.bui'),
    ])
  })
  afterAll(() => test.close())

  it('refuses every pair that is not on the list, and leaves the dossier with whoever holds it', async () => {
    const id = await aDossierIn(test, { state: 'in_review', applicantId, assigneeId: minh.userId })
    const forged = [
      `${stranger.userId}~${LICENCES}`,
      `${lan.userId}~${VEHICLES}`,
      `${lan.userId}~${unitId(WARD, 'KT')}`,
      `${applicantId}~${LICENCES}`,
      `${desk.userId}~${LICENCES}`,
      `${randomUUID()}~${randomUUID()}`,
    ]
    for (const to of forged)
      expect(await assign(head, id, to)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input', issues: [{ path: 'to', code: 'notAssignable' }] },
      })
    expect(await assign(head, id, `${minh.userId}~${LICENCES}`)).toMatchObject({
      ok: false,
      error: { issues: [{ code: 'holdsItAlready' }] },
    })
    expect(await holderOf(id)).toEqual([minh.userId, LICENCES, 'in_review'])
    expect(await assign(head, id, `${lan.userId}~${LICENCES}`)).toMatchObject({ ok: true })
    expect(await holderOf(id)).toEqual([lan.userId, LICENCES, 'in_review'])
  })

  it.each<State>(['accepted', 'in_review', 'awaiting_supplement', 'awaiting_approval', 'withdrawal_requested'])(
    'changes hands while it is %s, and whoever gets it sees it',
    async (state) => {
      const assignment = state === 'accepted' ? {} : { assigneeId: minh.userId }
      const id = await aDossierIn(test, { state, applicantId, ...assignment })
      expect(await assign(head, id, `${lan.userId}~${LICENCES}`)).toMatchObject({ ok: true })
      expect(await holderOf(id)).toEqual([lan.userId, LICENCES, state === 'accepted' ? 'in_review' : state])
      expect((await viewDossier(as(lan), id))?.assigneeName).toBe('Đỗ Thị Lan')
    },
  )

  it('accepts into a unit of the agency where somebody works, and into no other', async () => {
    const id = await aDossierIn(test, { state: 'submitted', applicantId })
    for (const unit of [VEHICLES, unitId(WARD, 'KT'), unitId(POLICE, 'MC'), randomUUID()])
      expect(await officerAct(as(desk), id, 'accept', form({ unitId: unit }))).toMatchObject({
        ok: false,
        error: { issues: [{ path: 'unitId', code: 'nobodyThere' }] },
      })
    expect(await officerAct(as(desk), id, 'accept', form({ unitId: '' }))).toMatchObject({ ok: true })
    expect(await holderOf(id)).toEqual([null, LICENCES, 'accepted'])
  })

  it('asks for the unit where the procedure names none and there is a choice', async () => {
    const clerk = await anOfficer(test.db, 'mai.hoang')
    const place = { agencyCode: WARD, receivingAgencyCode: WARD }
    const id = await aDossierIn(test, { state: 'submitted', applicantId, ...place })
    expect(await officerAct(as(clerk), id, 'accept', form({}))).toMatchObject({
      ok: false,
      error: { issues: [{ path: 'unitId', code: 'choose' }] },
    })
    const social = unitId(WARD, 'VHXH')
    expect(await officerAct(as(clerk), id, 'accept', form({ unitId: social }))).toMatchObject({ ok: true })
    expect(await officerAct(as(stranger), id, 'take', form({}))).toMatchObject({ ok: true })
    expect(await holderOf(id)).toEqual([stranger.userId, social, 'in_review'])
  })

  describe('in the database', () => {
    const setHolder = (id: string, assigneeId: string, unit: string, at: Date) =>
      test.sql`update dossiers set assignee_id = ${assigneeId}, unit_id = ${unit}, held_since = ${at} where id = ${id}`

    it('is of a pair that belongs together on that day, whoever writes it', async () => {
      const id = await aDossierIn(test, { state: 'in_review', applicantId, assigneeId: minh.userId })
      await expect(setHolder(id, stranger.userId, LICENCES, NOW)).rejects.toThrow('has no post')
      await expect(setHolder(id, desk.userId, LICENCES, NOW)).rejects.toThrow('has no post')
      await expect(setHolder(id, lan.userId, VEHICLES, NOW)).rejects.toThrow('has no post')
      await expect(setHolder(id, lan.userId, unitId(WARD, 'KT'), NOW)).rejects.toThrow('is none of agency')
      await expect(setHolder(id, lan.userId, LICENCES, new Date('2024-01-01T00:00:00Z'))).rejects.toThrow('has no post')
      await setHolder(id, lan.userId, LICENCES, NOW)
      await expect(aDossierIn(test, { state: 'in_review', applicantId, assigneeId: stranger.userId })).rejects.toThrow(
        'Failed query',
      )
    })

    it('keeps what was given before a post ended, and lets everything else of it change', async () => {
      const id = await aDossierIn(test, { state: 'in_review', applicantId, assigneeId: lan.userId })
      await test.sql`update role_grants set effective_to = '2026-03-10T04:00:00Z' where user_id = ${lan.userId}`
      const later = new Date('2026-03-11T03:00:00Z')
      await test.sql`update dossiers set state = 'awaiting_approval', state_since = ${later} where id = ${id}`
      await expect(setHolder(id, minh.userId, LICENCES, later)).resolves.toBeDefined()
      await expect(setHolder(id, lan.userId, LICENCES, later)).rejects.toThrow('has no post')
      await test.sql`update role_grants set effective_to = null where user_id = ${lan.userId}`
    })

    it('knows the units of an agency nobody has described', async () => {
      for (const code of ['MC', 'CM', 'VT', 'LD']) {
        const [row] =
          await test.sql`select unit_id_of('H01.7', ${code}) as id, is_unit_of(${unitId('H01.7', code)}, 'H01.7') as is`
        expect([row?.['id'], row?.['is']]).toEqual([unitId('H01.7', code), true])
      }
    })
  })
})
