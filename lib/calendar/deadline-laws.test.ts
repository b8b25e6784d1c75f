import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishedDays, YEARS } from '@/lib/seed/calendar/years'
import {
  addDays,
  classify,
  DEADLINE_UNITS,
  instant,
  isWorkingDay,
  localDate,
  makeCalendar,
  pause,
  resume,
  startClock,
  workingMinutesBetween,
} from './index'

const calendar = makeCalendar(
  publishedDays(),
  YEARS.map((year) => year.year),
)
const moments = fc
  .tuple(fc.integer({ min: 19_723, max: 21_900 }), fc.nat(1439))
  .map(([day, minute]) => instant(addDays('1970-01-01', day), minute))
const policies = fc.record({
  unit: fc.constantFrom(...DEADLINE_UNITS),
  amount: fc.integer({ min: 1, max: 30 }),
  sameDayCutoff: fc.constant('15:00'),
  intakeShift: fc.boolean(),
  supplement: fc.constant('RESUME' as const),
  paymentPauses: fc.constant(true),
  endOfDay: fc.constant('17:00'),
})
const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000)

test('a due date is a working day, never before the start', () => {
  fc.assert(
    fc.property(policies, moments, (policy, accepted) => {
      const { currentDueAt, startedAt } = startClock(policy, accepted, calendar)
      expect(isWorkingDay(calendar, localDate(currentDueAt))).toBe(true)
      expect(currentDueAt.getTime()).toBeGreaterThanOrEqual(startedAt.getTime())
      expect(startedAt.getTime()).toBeGreaterThanOrEqual(accepted.getTime())
    }),
  )
})
test('accepted later is never due earlier, and a longer term never ends earlier', () => {
  fc.assert(
    fc.property(policies, moments, fc.nat(20_000), (policy, accepted, minutes) => {
      const due = startClock(policy, accepted, calendar).currentDueAt.getTime()
      expect(startClock(policy, later(accepted, minutes), calendar).currentDueAt.getTime()).toBeGreaterThanOrEqual(due)
      const longer = { ...policy, amount: policy.amount + 1 }
      expect(startClock(longer, accepted, calendar).currentDueAt.getTime()).toBeGreaterThanOrEqual(due)
    }),
  )
})
test('a pause of no length, or outside office hours, changes nothing', () => {
  fc.assert(
    fc.property(policies, moments, fc.tuple(fc.nat(30_000), fc.nat(3000)), (policy, accepted, [until, length]) => {
      const from = later(accepted, until)
      const to = later(from, length)
      const deadline = startClock(policy, accepted, calendar)
      fc.pre(policy.unit !== 'CALENDAR_DAYS' && workingMinutesBetween(calendar, from, to) === 0)
      expect(resume(pause(deadline, from, 'supplement'), to, calendar).currentDueAt).toEqual(deadline.currentDueAt)
    }),
  )
  fc.assert(
    fc.property(policies, moments, fc.nat(30_000), (policy, accepted, until) => {
      const from = later(accepted, until)
      const deadline = startClock(policy, accepted, calendar)
      expect(resume(pause(deadline, from, 'payment'), from, calendar).currentDueAt).toEqual(deadline.currentDueAt)
    }),
  )
})
test('waiting longer never brings the due date nearer, and what was not overdue is not made so', () => {
  fc.assert(
    fc.property(
      policies,
      moments,
      fc.tuple(fc.nat(30_000), fc.nat(9000), fc.nat(9000)),
      (policy, accepted, [until, a, b]) => {
        const from = later(accepted, until)
        const deadline = startClock(policy, accepted, calendar)
        const paused = pause(deadline, from, 'supplement')
        const sooner = resume(paused, later(from, a), calendar)
        const longer = resume(paused, later(from, a + b), calendar)
        expect(longer.currentDueAt.getTime()).toBeGreaterThanOrEqual(sooner.currentDueAt.getTime())
        if (from >= deadline.currentDueAt) return
        expect(classify(sooner, later(from, a), calendar).standing).not.toBe('OVERDUE')
      },
    ),
  )
})
