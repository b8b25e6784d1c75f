import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { competentAgency } from '@/lib/agencies/server'
import { DEMO_OFFICERS } from '@/lib/seed/people'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import { aCitizen, anonymous, testCtx } from '@/lib/testing'
import { licenceJourney, typedFor } from '@/lib/testing/licence-journey'
import { receivingPlaces } from './receiving'
import { openDraft, startDraft, submitDraft } from '../server'

const POLICE = 'G01.126.08'
/** Where the demo's applicants live and the demo's company has its seat. */
const PLACES: Record<'citizen' | 'business', object[]> = {
  citizen: [
    { provinceCode: '01', wardCode: '00004', detail: '-' },
    { provinceCode: '01', wardCode: '00070', detail: '-' },
  ],
  business: [{ provinceCode: '79', wardCode: '26740', detail: '-' }],
}

const NAMED: unknown = expect.stringContaining('“Phòng Cảnh sát giao thông – Công an thành phố Hà Nội”')

describe('an agency where nobody works', () => {
  let on: Awaited<ReturnType<typeof licenceJourney>>
  beforeAll(async () => {
    on = await licenceJourney(new Date('2026-11-24T03:00:00Z'))
  })
  afterAll(() => on.test.close())

  /** Nobody of these posts is left at the traffic police while `work` runs. */
  async function without<T>(roles: string, work: () => Promise<T>): Promise<T> {
    const gone = await on.test.sql`update role_grants set effective_to = '2026-01-01'
      where agency_code = ${POLICE} and role = any(string_to_array(${roles}, ' ')) returning id`
    try {
      return await work()
    } finally {
      for (const { id } of gone) await on.test.sql`update role_grants set effective_to = null where id = ${String(id)}`
    }
  }

  const refusal = {
    code: 'nobody-receives',
    path: 'person.currentAddress',
    words: { vi: NAMED },
  }

  it.each(SAMPLE_PROCEDURES.filter(({ online }) => online).map((procedure) => [procedure.slug, procedure] as const))(
    'is none of those the demo leads to: %s',
    async (_, { routing, audience }) => {
      const answers = audience.flatMap((kind) => PLACES[kind])
      for (const place of answers) {
        const address = routing.by === 'agency' ? {} : { [routing.address]: place }
        const agency = await competentAgency(testCtx(on.test.db), routing, address)
        const code = agency.ok ? agency.value.code : ''
        const roles = DEMO_OFFICERS.filter(({ grant }) => grant.agencyCode === code).map(({ grant }) => grant.role)
        expect([...new Set(roles)]).toEqual(expect.arrayContaining(['oneStopOfficer', 'caseOfficer', 'agencyLeader']))
      }
    },
  )

  it('is told by name where its place is chosen, and what was typed stays', async () => {
    const draftId = await on.filled()
    await without('oneStopOfficer', async () => {
      const opened = await openDraft(on.as(on.an), draftId)
      if (!opened.ok) throw new Error(opened.error.code)
      const page = opened.value.journey.pages.find(({ fields }) => fields.some(({ id }) => id === refusal.path))
      const typed = {
        ...Object.fromEntries((page?.fields ?? []).flatMap(typedFor)),
        [`${refusal.path}.detail`]: 'Số 7 phố khác',
      }
      const saved = await on.save(draftId, page?.page.id ?? '', typed)
      expect(saved).toMatchObject({ error: { code: 'invalid-input', issues: [refusal] } })
      const reopened = await openDraft(on.as(on.an), draftId)
      expect(reopened).toMatchObject({ value: { draft: { answers: { [refusal.path]: { detail: 'Số 7 phố khác' } } } } })
    })
  })

  it.each(['oneStopOfficer', 'caseOfficer unitHead'])('takes nothing without %s', async (role) => {
    const draftId = await on.ready()
    await without(role, async () => {
      expect(await submitDraft(on.as(on.an), draftId)).toMatchObject({
        error: { code: 'not-complete', issues: [refusal] },
      })
      expect(await on.test.sql`select 1 from dossiers where draft_id = ${draftId}`).toHaveLength(0)
    })
    expect(await submitDraft(on.as(on.an), draftId)).toMatchObject({ ok: true })
  })

  it('takes nothing from whom it left while they were submitting', async () => {
    const draftId = await on.ready()
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    const blocker = on.test.sql.begin(async (tx) => {
      await tx`select 1 from drafts where id = ${draftId} for update`
      await released
    })
    const sent = submitDraft(on.as(on.an), draftId)
    await expect.poll(() => on.test.sql`select 1 from pg_locks where not granted`).not.toHaveLength(0)
    const refused = await without('oneStopOfficer', async () => {
      release()
      await blocker
      return sent
    })
    expect(refused).toMatchObject({ error: { code: 'nobody-receives', issues: [refusal] } })
    expect(await openDraft(on.as(on.an), draftId)).toMatchObject({ ok: true })
  })

  it('is marked in the choice of the place', async () => {
    const opened = await openDraft(on.as(on.an), await on.filled())
    if (!opened.ok) throw new Error(opened.error.code)
    const { form } = opened.value
    const [page] = form.pages.filter(({ fields }) => fields.some(({ id }) => id === refusal.path))
    if (page === undefined) throw new Error('no page asks for the place')
    const ctx = on.as(on.an)
    expect(await receivingPlaces(ctx, opened.value, page)).toMatchObject({ provinces: ['01'], wards: null })
    const byWard = { by: 'ward', function: 'communeCommittee', address: refusal.path } as const
    const { wards } = (await receivingPlaces(ctx, { definition: { routing: byWard }, supplement: null }, page)) ?? {}
    expect([...(wards ?? [])].sort()).toEqual(['00004', '00070', '26740'])
    await without('oneStopOfficer', async () => {
      expect(await receivingPlaces(ctx, opened.value, page)).toMatchObject({ provinces: [] })
    })
  })

  it('is told before anything is typed where a proven address leads there', async () => {
    const binh = await aCitizen(on.as(anonymous), 'binh')
    await without('oneStopOfficer', async () => {
      const started = await startDraft(on.as(binh), 'doi-giay-phep-lai-xe')
      expect(started).toMatchObject({ error: { code: 'nobody-receives' } })
    })
    expect(await startDraft(on.as(binh), 'doi-giay-phep-lai-xe')).toMatchObject({ ok: true })
  })
})
