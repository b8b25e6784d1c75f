import { createHash, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleGrants, users } from '@/db/schema/accounts'
import { dossiers } from '@/db/schema/dossiers'
import type { Officer } from '@/lib/access'
import { ok } from '@/lib/kernel'
import { actsOn } from '@/lib/ledger/server'
import type { SealingAgency } from '@/lib/testing/leader-signing'
import { AGENCY, CERTIFICATE, sealingAgency } from '@/lib/testing/leader-signing'
import { batchBytes, itemOf, makeBatch, officerAct, resultsToSign, signInBatch, viewBatch } from '../server'

const MANNER = { by: 'pkcs12', device: 'test' } as const

describe('results signed in one act', () => {
  let agency: SealingAgency
  let second: Officer

  beforeAll(async () => {
    agency = await sealingAgency()
    second = await secondLeader()
  }, 90_000)
  afterAll(() => agency.close())

  /** Another leader of the same agency, whose certificate bears their name and whose number nobody recorded. */
  async function secondLeader(): Promise<Officer> {
    const { db } = agency.test
    const [userId, since] = [randomUUID(), new Date('2025-07-01')]
    await db.insert(users).values({ id: userId, kind: 'officer', name: 'Trần Thị Bình', createdAt: since })
    const grant = { role: 'agencyLeader' as const, agencyCode: AGENCY, unitId: null }
    await db.insert(roleGrants).values({ id: randomUUID(), userId, ...grant, effectiveFrom: since })
    return { kind: 'officer', userId, name: 'Trần Thị Bình', grants: [grant] }
  }

  async function batchOf(ids: string[], as = agency.leader): Promise<string> {
    const batch = await makeBatch(agency.as(as), ids)
    if (!batch.ok) throw new Error(batch.error.code)
    return batch.value
  }
  const prepareDossiers = (count: number) => Promise.all(Array.from({ length: count }, () => agency.awaitingApproval()))

  /** What a browser sends for one place of a batch. */
  async function signPlace(
    batchId: string,
    place: number,
    as = agency.leader,
    who: readonly [string, string] = CERTIFICATE.leader,
  ) {
    const bytes = await batchBytes(agency.as(as), batchId, String(place))
    if (!bytes.ok) throw new Error(bytes.error.code)
    return agency.signatureOf(bytes.value, createHash('sha256').update(bytes.value).digest('hex'), who)
  }

  async function send(batchId: string, place: number, what: Awaited<ReturnType<typeof signPlace>>, as = agency.leader) {
    const item = await itemOf(agency.as(as), batchId, String(place))
    if (item === null) throw new Error('no such place')
    return signInBatch(agency.as(as), item, ok(what), MANNER)
  }
  const standing = async (batchId: string, as = agency.leader) =>
    (await viewBatch(agency.as(as), batchId))?.lines.map(({ state, refusal }) => [state, refusal?.code ?? null])

  const times = async (id: string, action: string) =>
    (await actsOn(agency.test.db, 'dossier', id)).filter((act) => act.action === action).length

  it('are chosen from what waits for this leader, one to twenty, and of nobody else', async () => {
    const [id = ''] = await prepareDossiers(1)
    const list = await resultsToSign(agency.as(agency.leader))
    expect(list?.rows.map((row) => row.id)).toContain(id)
    const clerk: Officer = { ...agency.leader, grants: [{ role: 'caseOfficer', agencyCode: AGENCY, unitId: null }] }
    expect(await resultsToSign(agency.as(clerk))).toBeNull()
    const elsewhere: Officer = {
      ...agency.leader,
      grants: [{ role: 'agencyLeader', agencyCode: 'H26.101', unitId: null }],
    }
    expect(await resultsToSign(agency.as(elsewhere))).toBeNull()
    expect(await makeBatch(agency.as(elsewhere), [id])).toMatchObject({ error: { code: 'not-found' } })
    for (const ids of [[], ['x'], Array.from({ length: 21 }, () => randomUUID())])
      expect(await makeBatch(agency.as(agency.leader), ids)).toMatchObject({ error: { code: 'choose-results' } })
    const batch = await batchOf([id, id])
    expect(await standing(batch)).toEqual([['waiting', null]])
    expect(await viewBatch(agency.as(second), batch)).toBeNull()
    expect(await itemOf(agency.as(second), batch, '1')).toBeNull()
  })

  it('are each signed by themselves; what fails fails alone and says why', async () => {
    const ids = await prepareDossiers(4)
    const [first = '', changed = '', taken = '', last = ''] = ids
    const batch = await batchOf(ids)
    const mine = [
      await signPlace(batch, 1),
      await signPlace(batch, 2),
      await signPlace(batch, 3),
      await signPlace(batch, 4),
    ] as const
    const form = new FormData()
    form.set('reason', 'Ghi rõ ngày cấp.')
    expect(await officerAct(agency.as(agency.leader), changed, 'sendBack', form)).toMatchObject({ ok: true })
    const theirs = await batchOf([taken], second)
    const other = await signPlace(theirs, 1, second, CERTIFICATE.another)
    expect(await send(theirs, 1, other, second)).toMatchObject({ ok: true })

    expect(await send(batch, 1, mine[0])).toMatchObject({ ok: true })
    expect(await send(batch, 2, mine[1])).toMatchObject({ error: { code: 'result-changed' } })
    expect(await send(batch, 3, mine[2])).toMatchObject({
      error: { code: 'result-already-signed', detail: { signer: 'Trần Thị Bình' } },
    })
    expect(await send(batch, 4, { ...mine[3], appendix: mine[0].appendix })).toMatchObject({
      error: { code: 'signature-refused' },
    })
    expect(await standing(batch)).toEqual([
      ['signed', null],
      ['gone', 'result-changed'],
      ['signed', null],
      ['waiting', 'signature-refused'],
    ])
    expect(await send(batch, 4, mine[3])).toMatchObject({ ok: true })
    expect((await standing(batch))?.[3]).toEqual(['signed', null])
    for (const id of [first, taken, last]) expect(await times(id, 'dossier.approved')).toBe(1)
    expect(await times(changed, 'dossier.resultSigned')).toBe(0)
  })

  it('are signed once, however often and however much at once the same is sent', async () => {
    const ids = await prepareDossiers(1)
    const batch = await batchOf(ids)
    const what = await signPlace(batch, 1)
    const answers = await Promise.all([send(batch, 1, what), send(batch, 1, what), send(batch, 1, what)])
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true])
    expect(await send(batch, 1, what)).toMatchObject({ ok: true })
    expect(await times(ids[0] ?? '', 'dossier.resultSigned')).toBe(1)
    expect(await times(ids[0] ?? '', 'dossier.approved')).toBe(1)
  })

  it('of two leaders at once, one signs and the other is told who did', async () => {
    const ids = await prepareDossiers(1)
    const [ours, theirs] = [await batchOf(ids), await batchOf(ids, second)]
    const [mine, other] = [await signPlace(ours, 1), await signPlace(theirs, 1, second, CERTIFICATE.another)]
    const answers = await Promise.all([send(ours, 1, mine), send(theirs, 1, other, second)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'result-already-signed' } })
    expect(await times(ids[0] ?? '', 'dossier.resultSigned')).toBe(1)
  })

  it('carry the day they are shown on: another day they are made anew', async () => {
    const ids = await prepareDossiers(1)
    const batch = await batchOf(ids)
    const what = await signPlace(batch, 1)
    const tomorrow = agency.as(agency.leader, new Date(Date.now() + 86_400_000))
    const item = await itemOf(tomorrow, batch, '1')
    if (item === null) throw new Error('no item')
    expect(await signInBatch(tomorrow, item, ok(what), MANNER)).toMatchObject({ error: { code: 'result-changed' } })
    const again = await makeBatch(tomorrow, ids)
    expect(again.ok && (await viewBatch(tomorrow, again.value))?.lines[0]?.signing?.sha256).not.toBe(what.baseSha256)
  })

  it('cannot be frozen without a result, which is told beside the others', async () => {
    const ids = await prepareDossiers(2)
    await agency.test.sql`delete from dossier_results where dossier_id = ${ids[1] ?? ''}`
    const batch = await batchOf(ids)
    expect(await standing(batch)).toEqual([
      ['waiting', null],
      ['gone', 'result-missing'],
    ])
  })

  it('are not touched where their agency loses its seal between looking and signing', async () => {
    const ids = await prepareDossiers(1)
    const batch = await batchOf(ids)
    const what = await signPlace(batch, 1)
    const ctx = agency.as(agency.leader)
    const sealless = { ...ctx, ports: { ...ctx.ports, seals: { has: () => false, of: () => Promise.resolve(null) } } }
    const item = await itemOf(ctx, batch, '1')
    if (item === null) throw new Error('no item')
    expect(await signInBatch(sealless, item, ok(what), MANNER)).toMatchObject({ error: { code: 'no-seal-here' } })
    const [row] = await agency.test.db
      .select()
      .from(dossiers)
      .where(eq(dossiers.id, ids[0] ?? ''))
    expect(row?.state).toBe('awaiting_approval')
  })
})
