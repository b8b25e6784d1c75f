import { parseCronItems } from 'graphile-worker'
import { expect, expectTypeOf, it } from 'vitest'
import type { Schedule } from '@/lib/ports'
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
