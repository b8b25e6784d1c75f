import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type { Actor, Officer } from '@/lib/access'
import { identifierHash } from '@/lib/accounts/server'
import { QUEUES } from '@/lib/dossiers'
import { desk, lookUp } from '@/lib/dossiers/server'
import type { Ctx } from '@/lib/ports'
import { anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { fillDossiers } from './fill-dossiers'
import type { BenchRow } from './row'
import { ratioOf, round } from './row'

const SMALL = 10_000
/** BENCH_DOSSIERS asks for fewer where time is short. */
const LARGE = Number(process.env['BENCH_DOSSIERS'] ?? 1_000_000)
/** What a million may cost against ten thousand. */
const AIM = 1.5
const ROUNDS = 200
const WARM_UP = 20
const LARGE_WORDS = `${String(LARGE)} dossiers`
const NOW = new Date('2026-11-20T03:00:00Z')
/** Officers of the busiest agency beside the two of the demo. */
const COLLEAGUES = 38
const PERSONAL_ID = '001090000001'

type Question = { name: string; ask: (at: number) => Promise<unknown> }

/**
 * p95 of the officer's desk and of look-ups with ten thousand and with a million dossiers, the second against the first.
 * Both are asked in turn, so that what else the machine does weighs on both.
 */
export async function run(): Promise<BenchRow[]> {
  const [small, large] = await Promise.all([database(), database()])
  try {
    await fill(small, SMALL)
    const seconds = await fill(large, LARGE)
    const pairs = await Promise.all([questions(small), questions(large)])
    const rows: BenchRow[] = []
    for (const [at, question] of pairs[0].entries()) {
      const other = pairs[1][at]
      if (other) rows.push(await compareSizes(question, other))
    }
    return [
      ...rows,
      { name: `filling ${LARGE_WORDS}`, value: round(seconds), unit: 's', limit: 180, ratio: ratioOf(seconds, 180) },
    ]
  } finally {
    await Promise.all([small.close(), large.close()])
  }
}

async function compareSizes(small: Question, large: Question): Promise<BenchRow> {
  const times: { few: number[]; many: number[] } = { few: [], many: [] }
  for (let at = -WARM_UP; at < ROUNDS; at += 1) {
    const few = await timeQuestion(small, at + WARM_UP)
    const many = await timeQuestion(large, at + WARM_UP)
    if (at < 0) continue
    times.few.push(few)
    times.many.push(many)
  }
  const limit = round(p95(times.few) * AIM)
  const value = round(p95(times.many))
  return { name: `${small.name}, p95 at ${LARGE_WORDS}`, value, unit: 'ms', limit, ratio: ratioOf(value, limit) }
}

async function timeQuestion({ ask }: Question, at: number): Promise<number> {
  const started = performance.now()
  await ask(at)
  return performance.now() - started
}

const p95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN

async function fill(test: TestDatabase, count: number): Promise<number> {
  const sql = postgres(test.url, { max: 1, onnotice: () => undefined })
  try {
    const minh = await anOfficer(test.db, 'minh.tran')
    const lan = await anOfficer(test.db, 'lan.do')
    const officers = [minh.userId, lan.userId, ...Array.from({ length: COLLEAGUES }, () => randomUUID())]
    const unitId = minh.grants[0]?.unitId ?? ''
    const { seconds } = await fillDossiers({ sql, count, now: NOW, officers, unitId })
    const hash = identifierHash(testCtx(test.db), PERSONAL_ID)
    await sql`update dossiers set applicant_id_hash = ${hash} where id in
      (select id from dossiers where agency_code = 'G01.126.08' order by submitted_at desc limit 3)`
    await sql`vacuum analyze dossiers`
    return seconds
  } finally {
    await sql.end()
  }
}

async function questions(test: TestDatabase): Promise<Question[]> {
  const as = (actor: Actor): Ctx => testCtx(test.db, actor, NOW)
  const [hoa, minh, leader] = await Promise.all(
    ['hoa.nguyen', 'minh.tran', 'dung.pham'].map((who) => anOfficer(test.db, who)),
  )
  if (hoa === undefined || minh === undefined || leader === undefined) throw new Error('the demo officers are missing')
  const codes = await test.sql`select submission_code, dossier_code from dossiers where agency_code = 'G01.126.08'
    and dossier_code is not null order by md5(id::text) limit 200`
  const code = (at: number, kind: 'submission_code' | 'dossier_code') => String(codes[at % codes.length]?.[kind])
  const queue = (who: Officer, name: string, slug: string) => ({
    name: `queue ${name}`,
    ask: () => desk(as(who), { queue: slug }),
  })
  const owner = (key: string) => (key === 'mine' ? minh : key === 'awaitingApproval' ? leader : hoa)
  const search = (name: string, q: (at: number) => string) => ({
    name: `search by ${name}`,
    ask: (at: number) => desk(as(hoa), { q: q(at) }),
  })
  return [
    ...Object.entries(QUEUES).map(([name, { slug }]) => queue(owner(name), name, slug)),
    search('code', (at) => code(at, 'dossier_code')),
    search('personal id', () => PERSONAL_ID),
    search('full name', () => 'Nguyễn Văn An'),
    search('surname', () => 'nguyen'),
    { name: 'look-up', ask: (at) => lookUp(as({ kind: 'anonymous' }), code(at, 'submission_code')) },
    { name: 'look-up of nothing', ask: (at) => lookUp(as({ kind: 'anonymous' }), `ZZZZZZ${String(1000 + at)}`) },
  ]
}
