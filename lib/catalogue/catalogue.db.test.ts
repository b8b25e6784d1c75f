import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_PROCEDURES, seedProcedures } from '@/lib/seed/procedures'
import { seedSignposts } from '@/lib/seed/signposts'
import { database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { procedureBySlug, publishRevision, revisionById, searchProcedures, topicCounts } from './server'

const worker = { kind: 'worker', name: 'test' } as const
const SLUG = 'doi-giay-phep-lai-xe'
const now = new Date('2026-11-21T03:00:00Z')

let test: TestDatabase
beforeAll(async () => {
  test = await database({ seeded: false })
  await seedProcedures(test.db)
  await seedSignposts(test.db)
})
afterAll(() => test.close())

const ctx = () => testCtx(test.db, worker, now)
const find = async (q: string) => (await searchProcedures(ctx(), { q })).items.map(({ definition }) => definition.slug)

describe('search', () => {
  it.each([
    'doi bang lai xe',
    'doi bang lai xr',
    'đổi bằg lái xe',
    'ĐỔI BẰNG LÁI XE',
    'bằng lái',
    'giay phep lai xe',
    'gplx',
    'renew driving licence',
    'driving lisence',
    '1.002809',
  ])('finds the driving licence first for %s', async (q) => {
    expect((await find(q))[0]).toBe(SLUG)
  })

  it.each([
    ['khai sinh', 'dang-ky-khai-sinh'],
    ['giay khai sihn', 'dang-ky-khai-sinh'],
    ['lý lịch tư pháp', 'cap-phieu-ly-lich-tu-phap'],
    ['mo ho kinh doanh', 'dang-ky-thanh-lap-ho-kinh-doanh'],
    ['passport', 'cap-ho-chieu-pho-thong'],
    ['the bao hiem y te', 'cap-lai-the-bao-hiem-y-te'],
    ['xin phep xay nha', 'cap-giay-phep-xay-dung-nha-o'],
    ['dang ky tam tru', 'dang-ky-tam-tru'],
  ])('finds for %s %s', async (q, slug) => {
    expect((await find(q))[0]).toBe(slug)
  })

  it('finds something for a whole sentence, too', async () => {
    expect(await find('toi muon lam lai cai bang lai xe may bi mat o que')).toContain(SLUG)
  })

  it.each([
    ['mở quán phở', 'dang-ky-thanh-lap-ho-kinh-doanh'],
    ['blx', SLUG],
    ['làm lại bằng lái xe máy', SLUG],
    ['bhyt', 'cap-lai-the-bao-hiem-y-te'],
  ])('knows the words people use: %s', async (q, slug) => {
    expect((await find(q))[0]).toBe(slug)
  })

  it.each([
    ['sổ đỏ', 'sổ đỏ', []],
    ['sang ten so do', 'sổ đỏ', []],
    ['đăng ký xe máy', 'Đăng ký xe', []],
    ['dang ky xe o to', 'Đăng ký xe', []],
    ['nộp phạt nguội', 'phạt nguội', []],
    ['mở công ty', 'thành lập doanh nghiệp', []],
    ['đóng thuế', 'nộp thuế', []],
    ['cccd', 'thẻ căn cước', ['khoa-mo-khoa-can-cuoc-dien-tu']],
  ])('says of %s that it is done elsewhere, and shows no service that is none', async (q, name, slugs) => {
    const { items, elsewhere, suggestions } = await searchProcedures(ctx(), { q })
    expect(elsewhere[0]?.name.vi).toContain(name)
    expect(items.map(({ definition }) => definition.slug)).toEqual(slugs)
    expect(suggestions).toEqual([])
  })

  it.each(['khai sinh', 'doi bang lai xe', 'ho chieu', 'the bhyt', 'xây nhà', 'hộ khẩu', 'kết hôn', 'tạm trú'])(
    'sends nobody elsewhere for %s, and shows nothing without a word of it',
    async (q) => {
      const { items, elsewhere } = await searchProcedures(ctx(), { q })
      expect(elsewhere).toEqual([])
      expect(items.length).toBeGreaterThan(0)
      expect(items.length).toBeLessThan(7)
    },
  )

  it('finds nothing in nonsense, and suggests nothing that is not near', async () => {
    const { items, suggestions, elsewhere } = await searchProcedures(ctx(), { q: 'qwrtzp xxkcd' })
    expect([items, suggestions, elsewhere]).toEqual([[], [], []])
    const near = await searchProcedures(ctx(), { q: 'bagn lxai' })
    expect(near.items.length + near.suggestions.length).toBeGreaterThan(0)
  })

  it.each(["'", '"; drop table procedures; --', '\\', '%', '&|!():*', '\u0000', '👍', 'a '.repeat(2000)])(
    'survives %.20j',
    async (q) => {
      await expect(searchProcedures(ctx(), { q })).resolves.toBeDefined()
    },
  )

  it('pages through everything once, in order', async () => {
    const slugs: string[] = []
    let after: string | undefined
    do {
      const page = await searchProcedures(ctx(), { after })
      slugs.push(...page.items.map(({ definition }) => definition.slug))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(slugs).toHaveLength(SAMPLE_PROCEDURES.length)
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  it('narrows by topic as the counts promise', async () => {
    for (const { kind, code, count } of await topicCounts(ctx())) {
      const { items, next } = await searchProcedures(ctx(), { [kind]: code })
      expect(next === null ? items.length : count, `${kind} ${code}`).toBe(count)
    }
  })
})

describe('revisions', () => {
  const licence = SAMPLE_PROCEDURES.find(({ slug }) => slug === SLUG)

  const at = async (when: Date) => {
    const revision = await procedureBySlug({ ...ctx(), now: when }, SLUG)
    if (revision === null) throw new Error('the driving licence is not published')
    return revision
  }

  it('hold from their day on, and are found by their words from then on', async () => {
    const before = await at(now)
    const next = { ...licence, effectiveFrom: '2027-01-01', synonyms: { vi: ['Zebra kudu'], en: [] } }
    await publishRevision(ctx(), next)
    const later = new Date('2027-01-01T03:00:00Z')
    expect([await at(now), (await at(later)).number]).toEqual([before, 2])
    expect(await find('zebra kudu')).toEqual([])
    const results = await searchProcedures({ ...ctx(), now: later }, { q: 'zebra kudu' })
    expect(results.items.map(({ definition }) => definition.slug)).toEqual([SLUG])
  })

  it('stay as published', async () => {
    const { revisionId } = await at(now)
    const revision = await revisionById(ctx(), revisionId)
    expect(revision).toEqual({ revisionId, number: 1, definition: licence })
    await expect(test.sql`update procedure_revisions set number = 9`).rejects.toThrow(/append-only/)
  })

  it('are audited, and publishing the same again changes nothing', async () => {
    const [acts] = await test.sql`select count(*)::int as n from audit_log where action = 'procedure.published'`
    await seedProcedures(test.db)
    const [again] = await test.sql`select count(*)::int as n from audit_log where action = 'procedure.published'`
    expect(again).toEqual(acts)
    expect(acts?.['n']).toBeGreaterThanOrEqual(SAMPLE_PROCEDURES.length)
  })

  it('are refused with every problem, and to those who may not publish', async () => {
    const refused = await publishRevision(ctx(), { ...licence, caseField: 'nowhere' })
    expect(refused.ok ? [] : refused.error.issues?.map(({ code }) => code)).toContain('dangling-field')
    const stranger = await publishRevision(testCtx(test.db), licence)
    expect(stranger.ok ? '' : stranger.error.code).toBe('forbidden')
    expect(await revisionById(ctx(), 'not-a-uuid')).toBeNull()
  })
})
