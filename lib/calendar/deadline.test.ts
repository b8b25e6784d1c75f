import { describe, expect, test } from 'vitest'
import { publishedDays, YEARS } from '@/lib/seed/calendar/years'
import {
  classify,
  classifyCompleted,
  countsAsOnTime,
  deadlinePolicy,
  instant,
  makeCalendar,
  parseTime,
  pause,
  projected,
  resume,
  startClock,
} from './index'
import type { DeadlinePolicy } from './index'
import vectors from './vectors.json'

const calendar = makeCalendar(
  publishedDays(),
  YEARS.map((year) => year.year),
)
/** `2026-09-25 14:05` by the Vietnamese clock. */
const at = (text: string): Date => instant(text.slice(0, 10), parseTime(text.slice(11)))
const days = (amount: number, policy: Partial<DeadlinePolicy> = {}) =>
  deadlinePolicy({ unit: 'WORKING_DAYS', amount, ...policy })
const dueOf = (policy: DeadlinePolicy, accepted: string) => startClock(policy, at(accepted), calendar).currentDueAt
const sentences = (policy: DeadlinePolicy, accepted: string) =>
  startClock(policy, at(accepted), calendar).explanation.map((text) => text.vi)

const EDGES: [string, DeadlinePolicy, string, string][] = [
  ['on a day off', days(1), '2026-09-26 09:00', '2026-09-29 17:00'],
  ['after closing', days(1, { intakeShift: false }), '2026-09-25 18:00', '2026-09-29 17:00'],
  ['after 15:00, passed on next day', days(1), '2026-09-25 15:00', '2026-09-29 17:00'],
  ['after 15:00, no passing on', days(1, { intakeShift: false }), '2026-09-25 16:59', '2026-09-28 17:00'],
  [
    'calendar days ending on a holiday',
    deadlinePolicy({ unit: 'CALENDAR_DAYS', amount: 10 }),
    '2026-08-21 09:00',
    '2026-09-03 17:00',
  ],
  [
    'same day before the cutoff',
    deadlinePolicy({ unit: 'SAME_DAY', amount: 0 }),
    '2026-09-25 14:59',
    '2026-09-25 17:00',
  ],
  ['same day from the cutoff', deadlinePolicy({ unit: 'SAME_DAY', amount: 0 }), '2026-09-25 15:00', '2026-09-28 17:00'],
  ['same day on Culture Day', deadlinePolicy({ unit: 'SAME_DAY', amount: 0 }), '2026-11-24 09:00', '2026-11-25 17:00'],
  [
    'six working hours over night',
    deadlinePolicy({ unit: 'WORKING_HOURS', amount: 6 }),
    '2026-09-25 14:00',
    '2026-09-28 10:30',
  ],
  [
    'working hours are not shifted at 15:00',
    deadlinePolicy({ unit: 'WORKING_HOURS', amount: 1 }),
    '2026-09-25 15:30',
    '2026-09-25 16:30',
  ],
]

describe('when a term ends', () => {
  test.each(vectors.workingDays.map(([from, n, to]) => ({ from: String(from), n: Number(n), to: String(to) })))(
    'accepted $from, $n working days: due $to at 17:00',
    ({ from, n, to }) => {
      expect(dueOf(days(n), `${from} 09:00`)).toEqual(at(`${to} 17:00`))
    },
  )
  test.each(EDGES)('%s', (_, policy, accepted, due) => {
    expect(dueOf(policy, accepted)).toEqual(at(due))
  })
})

describe('the explanation', () => {
  test('says when it was accepted, what was skipped and when it is due', () => {
    expect(sentences(days(5), '2026-09-25 14:05')).toEqual([
      'Tiếp nhận 14:05 thứ Sáu 25/09/2026.',
      'Thời hạn 5 ngày làm việc; không tính ngày tiếp nhận.',
      'Bỏ qua thứ Bảy, Chủ nhật.',
      'Hạn trả kết quả: 17:00 thứ Sáu 02/10/2026.',
    ])
  })
  test('names holidays, worked weekends and a provisional year', () => {
    expect(sentences(days(2), '2026-08-28 09:00')).toContain(
      'Nghỉ lễ: Nghỉ hoán đổi, làm bù ngày 22/08/2026 (31/08/2026); Quốc khánh (01/09/2026, 02/09/2026).',
    )
    expect(sentences(days(3), '2026-08-21 09:00')).toContain(
      'Làm bù, vẫn tính là ngày làm việc: Làm bù cho ngày 31/08/2026 (22/08/2026).',
    )
    expect(sentences(days(3), '2027-02-03 09:00')).toContain(
      'Lịch nghỉ năm 2027 là dự kiến; ngày hẹn được thông báo lại nếu lịch thay đổi.',
    )
  })
  test('says why the start was moved', () => {
    expect(sentences(days(1), '2026-09-25 15:20')[1]).toBe(
      'Tiếp nhận từ 15:00 trở đi nên chuyển xử lý và tính từ 07:30 thứ Hai 28/09/2026.',
    )
  })
  test('the trace names every day up to the due date', () => {
    const { trace } = startClock(days(2), at('2026-08-21 09:00'), calendar)
    expect(trace.map((day) => day.kind)).toEqual(['start', 'swapped', 'weekend', 'working'])
  })
})

describe('pausing', () => {
  const accepted = startClock(days(5, { supplement: 'RESUME' }), at('2026-09-21 09:00'), calendar)
  const waiting = pause(accepted, at('2026-09-23 10:00'), 'supplement')

  test('going on moves the due date by the days waited', () => {
    expect(resume(waiting, at('2026-09-25 16:00'), calendar).currentDueAt).toEqual(at('2026-09-30 17:00'))
    expect(resume(waiting, at('2026-09-25 16:00'), calendar).originalDueAt).toEqual(at('2026-09-28 17:00'))
  })
  test('what remained on the last day is not gone when the answer comes after closing', () => {
    const last = pause(accepted, at('2026-09-28 16:00'), 'supplement')
    expect(resume(last, at('2026-09-29 20:00'), calendar).currentDueAt).toEqual(at('2026-09-30 17:00'))
  })
  test('starting again gives the full term from completion', () => {
    const policy = days(5, { supplement: 'RESTART' })
    const paused = pause(startClock(policy, at('2026-09-21 09:00'), calendar), at('2026-09-23 10:00'), 'supplement')
    const again = resume(paused, at('2026-09-25 10:00'), calendar)
    expect(again.currentDueAt).toEqual(at('2026-10-02 17:00'))
    expect(again.acceptedAt).toEqual(at('2026-09-21 09:00'))
    expect(again.explanation.map((text) => text.vi)).toContain(
      'Hồ sơ được bổ sung đầy đủ lúc 10:00 thứ Sáu 25/09/2026: thời hạn tính lại từ đầu.',
    )
  })
  test('a payment pauses only where the policy says so, and goes on where it stopped', () => {
    const strict = startClock(days(5, { paymentPauses: false }), at('2026-09-21 09:00'), calendar)
    expect(pause(strict, at('2026-09-22 09:00'), 'payment')).toBe(strict)
    const lenient = pause(startClock(days(5), at('2026-09-21 09:00'), calendar), at('2026-09-22 09:00'), 'payment')
    expect(resume(lenient, at('2026-09-24 09:00'), calendar).currentDueAt).toEqual(at('2026-09-30 17:00'))
  })
  test('a pause does not heal a deadline already missed', () => {
    const late = pause(accepted, at('2026-09-30 09:00'), 'supplement')
    const again = resume(late, at('2026-10-02 09:00'), calendar)
    expect(classify(again, at('2026-10-02 09:00'), calendar)).toMatchObject({ standing: 'OVERDUE', daysLeft: -2 })
  })
  test('an open pause is shown as if it ended now', () => {
    expect(projected(waiting, at('2026-09-24 10:00'), calendar).currentDueAt).toEqual(at('2026-09-29 17:00'))
    expect(classify(waiting, at('2026-09-24 10:00'), calendar).daysLeft).toBe(3)
  })
})

describe('classification', () => {
  const deadline = startClock(days(5), at('2026-09-21 09:00'), calendar)

  test.each([
    ['2026-09-23 12:00', 'WITHIN', 3],
    ['2026-09-24 09:00', 'NEAR_DUE', 2],
    ['2026-09-28 23:59', 'NEAR_DUE', 0],
    ['2026-09-29 00:00', 'OVERDUE', -1],
  ])('open at %s: %s', (now, standing, daysLeft) => {
    expect(classify(deadline, at(now), calendar)).toMatchObject({ standing, daysLeft })
  })
  test('the threshold of "near" is the caller’s', () => {
    expect(classify(deadline, at('2026-09-24 09:00'), calendar, 1).standing).toBe('WITHIN')
  })
  test.each([
    ['2026-09-27 10:00', 'EARLY'],
    ['2026-09-28 18:00', 'ON_TIME'],
    ['2026-09-29 07:30', 'LATE'],
  ])('completed at %s: %s', (done, standing) => {
    expect(classifyCompleted(deadline, at(done), calendar).standing).toBe(standing)
  })
  test('a term in hours ends with the minute', () => {
    const hours = startClock(deadlinePolicy({ unit: 'WORKING_HOURS', amount: 6 }), at('2026-09-25 07:30'), calendar)
    expect(classify(hours, at('2026-09-25 15:30'), calendar).standing).toBe('NEAR_DUE')
    expect(classify(hours, at('2026-09-25 15:31'), calendar).standing).toBe('OVERDUE')
  })
  test('more than one supplement request counts as overdue for Decision 766', () => {
    const ends = {
      completedAt: null,
      returnedAt: at('2026-09-22 09:00'),
      stoppedAt: null,
      periodEnd: at('2026-12-14 00:00'),
    }
    expect(countsAsOnTime({ deadline, supplementRequests: 1, ends }, calendar)).toBe(true)
    expect(countsAsOnTime({ deadline, supplementRequests: 2, ends }, calendar)).toBe(false)
    expect(countsAsOnTime({ deadline, supplementRequests: 0, ends: { ...ends, returnedAt: null } }, calendar)).toBe(
      false,
    )
  })
})
