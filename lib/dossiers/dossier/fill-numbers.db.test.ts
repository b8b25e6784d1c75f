import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Officer } from '@/lib/access'
import { identifierHash } from '@/lib/accounts/server'
import { aCitizen, anOfficer, database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { aDossierIn } from './dossier.fixture'
import { fillNumbers, NUMBER_JOBS } from './fill-numbers'
import { desk } from '../server'

const MIGRATION = readFileSync('db/migrations/0180_fill_numbers.sql', 'utf8')
const DOSSIERS = 203

let test: TestDatabase
let officer: Officer
const ids: string[] = []
beforeAll(async () => {
  test = await database()
  officer = await anOfficer(test.db, 'hoa.nguyen')
  const applicantId = (await aCitizen(testCtx(test.db))).userId
  for (let at = 0; at < DOSSIERS; at += 1) ids.push(await aDossierIn(test, { state: 'accepted', applicantId }))
  await test.sql`update dossiers set answers = '{"licence.number": "790123456789"}', facts = '{}', number_hashes = '{}'`
})
afterAll(() => test.close())

const worker = () => testCtx(test.db, { kind: 'worker', name: 'test' })
const countFound = async () => (await desk(testCtx(test.db, officer), { q: '790 123 456 789' })).matches?.total
const waiting = () => test.sql`select job.payload from graphile_worker._private_jobs job
  join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'dossiers.fillNumbers'`

it('fills in the numbers of dossiers older than the search by number, in batches, once', async () => {
  await test.sql.unsafe(MIGRATION)
  expect(await waiting()).toHaveLength(1)
  expect(await countFound()).toBe(0)
  const other = identifierHash(worker(), 'A1234567')
  await test.sql`update dossiers set number_hashes = ${[other]} where id = ${ids[0] ?? ''}`
  await fillNumbers(worker(), {})
  const [next] = await waiting()
  await fillNumbers(worker(), NUMBER_JOBS['dossiers.fillNumbers'].parse(next?.['payload']))
  await fillNumbers(worker(), {})
  expect(await countFound()).toBe(DOSSIERS - 1)
  const [supplemented] = await test.sql`select number_hashes from dossiers where id = ${ids[0] ?? ''}`
  expect(supplemented?.['number_hashes']).toEqual([other])
  const versions = await test.sql`select distinct version from dossiers`
  expect(versions).toHaveLength(1)
})
