import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCronItems } from 'graphile-worker'
import { expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import type { ClockJob } from '@/lib/ledger/server'
import { EVENT_JOBS, jobAdder, jobsOf } from '@/lib/ledger/server'
import type { Schedule } from '@/lib/ports'
import { addSigningJob, type SIGNING_JOBS } from '@/lib/signing/handlers'
import { HANDLERS, JOBS, SCHEDULE, type Task } from './jobs'

it('every name stands for one piece of work', () => {
  const names = [...HANDLERS, ...JOBS].map(({ task }) => task)
  expect(new Set(names).size).toBe(names.length)
})

it('what runs by the clock is carried out by somebody, at times the queue understands', () => {
  const carriedOut = new Set(JOBS.map(({ task }) => task))
  expect(SCHEDULE.filter(({ task }) => !carriedOut.has(task))).toEqual([])
  expect(parseCronItems(SCHEDULE.map(({ task, at }) => ({ task, match: at })))).toHaveLength(SCHEDULE.length)
})

it('a schedule of work nobody carries out does not compile', () => {
  expectTypeOf<{ task: 'signing.renew'; at: string }>().toExtend<Schedule<Task>[number]>()
  expectTypeOf<{ task: 'signing.renewed'; at: string }>().not.toExtend<Schedule<Task>[number]>()
  expect(JOBS.some(({ task }) => task === 'signing.renewed')).toBe(false)
})

it('a job that is not carried out, or is told what its schema refuses, does not compile', () => {
  expectTypeOf(addSigningJob).parameter(1).toEqualTypeOf<keyof typeof SIGNING_JOBS>()
  expectTypeOf(addSigningJob<'signing.verifyAgain'>)
    .parameter(2)
    .toEqualTypeOf<{ sha256: string; attempt: number }>()
  expectTypeOf<'signing.learnSampleRoots'>().toExtend<ClockJob<typeof SIGNING_JOBS>>()
  expectTypeOf<'signing.verifyAgain'>().not.toExtend<ClockJob<typeof SIGNING_JOBS>>()
  const table = { 'a.work': z.object({ n: z.int() }), 'a.rest': z.object({}) }
  type Functions = Parameters<typeof jobsOf<typeof table>>[1]
  const work = () => Promise.resolve()
  expectTypeOf<{ 'a.work': typeof work; 'a.rest': typeof work }>().toExtend<Functions>()
  expectTypeOf<{ 'a.work': typeof work }>().not.toExtend<Functions>()
  expect(Object.keys(jobsOf(table, { 'a.work': work, 'a.rest': work }))).toEqual(['a.work', 'a.rest'])
})

/** The tables of jobs that can be queued, wherever in the house they stand. */
const QUEUED = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
  .flatMap((file) => {
    const tables = [...readFileSync(`lib/${file}`, 'utf8').matchAll(/= jobAdder\((.*)\)/g)]
    return tables.map(([, table = '']) => ({ file, table }))
  })

it('what can be queued is carried out', async () => {
  const carriedOut = new Set([...JOBS.map(({ task }) => task), ...Object.keys(EVENT_JOBS)])
  expect(QUEUED.length).toBeGreaterThan(4)
  for (const { file, table } of QUEUED) {
    const exported: unknown = await import(path.resolve('lib', file))
    const schemas = z.record(z.string(), z.unknown()).parse(exported)[table]
    const tasks = Object.keys(
      z.record(z.string(), z.unknown()).parse(schemas, { error: () => `${file}: export ${table}` }),
    )
    expect(
      tasks.filter((task) => !carriedOut.has(task)),
      file,
    ).toEqual([])
  }
})

it('what is queued or carried out with a payload that does not fit is refused', async () => {
  const table = { 'a.work': z.object({ id: z.uuid() }) }
  const db = { execute: () => Promise.reject(new Error('queued')) }
  await expect(jobAdder(table)({ db: db as never }, 'a.work', { id: 'x' })).rejects.toThrow('UUID')
  const payloads: unknown[] = []
  const { 'a.work': run } = jobsOf(table, { 'a.work': (_, payload) => Promise.resolve(void payloads.push(payload)) })
  await expect(run({} as never, { id: 'x' })).rejects.toThrow('UUID')
  expect(payloads).toEqual([])
})
