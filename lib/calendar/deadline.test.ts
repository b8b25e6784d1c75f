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

/** September 2026: the 21st is a Monday; open from 7:30 to 11:30 and from 13:30 to 17:00. */
describe('a pause, in the unit of the term', () => {
  const calendarDays = deadlinePolicy({ unit: 'CALENDAR_DAYS', amount: 10, supplement: 'RESUME' })
  const hours = deadlinePolicy({ unit: 'WORKING_HOURS', amount: 6, supplement: 'RESUME' })
  const sameDay = deadlinePolicy({ unit: 'SAME_DAY', amount: 0, supplement: 'RESUME' })
  const fiveDays = days(5, { supplement: 'RESUME' })

  test.each<[string, DeadlinePolicy, [accepted: string, paused: string, resumed: string, due: string]]>([
    ['no calendar day', calendarDays, ['2026-09-21 09:00', '2026-09-22 10:00', '2026-09-22 18:00', '2026-10-01 17:00']],
    ['one', calendarDays, ['2026-09-21 09:00', '2026-09-22 10:00', '2026-09-23 16:59', '2026-10-02 17:00']],
    [
      'two from closing on, over a weekend',
      calendarDays,
      ['2026-09-21 09:00', '2026-09-22 10:00', '2026-09-23 17:00', '2026-10-05 17:00'],
    ],
    ['an hour and a half', hours, ['2026-09-25 07:30', '2026-09-25 08:30', '2026-09-25 10:00', '2026-09-25 17:00']],
    ['a minute more', hours, ['2026-09-25 07:30', '2026-09-25 08:30', '2026-09-25 10:01', '2026-09-28 07:31']],
    ['until lunch', hours, ['2026-09-25 07:30', '2026-09-25 08:30', '2026-09-25 12:00', '2026-09-28 09:00']],
    ['lunch only', hours, ['2026-09-25 07:30', '2026-09-25 11:30', '2026-09-25 13:30', '2026-09-25 15:30']],
    ['the same day', sameDay, ['2026-09-21 09:00', '2026-09-21 10:00', '2026-09-21 16:00', '2026-09-21 17:00']],
    [
      'a day, before the cutoff',
      sameDay,
      ['2026-09-21 09:00', '2026-09-21 10:00', '2026-09-22 14:59', '2026-09-22 17:00'],
    ],
    [
      'a day, from the cutoff',
      sameDay,
      ['2026-09-21 09:00', '2026-09-21 10:00', '2026-09-22 15:00', '2026-09-23 17:00'],
    ],
    ['no working day', fiveDays, ['2026-09-21 09:00', '2026-09-23 10:00', '2026-09-23 16:59', '2026-09-28 17:00']],
    ['one from closing on', fiveDays, ['2026-09-21 09:00', '2026-09-23 10:00', '2026-09-23 17:00', '2026-09-29 17:00']],
    [
      'one, though it ends after the cutoff',
      fiveDays,
      ['2026-09-21 09:00', '2026-09-23 10:00', '2026-09-24 15:30', '2026-09-29 17:00'],
    ],
    ['a weekend', fiveDays, ['2026-09-21 09:00', '2026-09-25 17:00', '2026-09-28 07:30', '2026-09-28 17:00']],
    [
      'two from a day off on',
      fiveDays,
      ['2026-09-21 09:00', '2026-09-26 10:00', '2026-09-29 08:00', '2026-09-30 17:00'],
    ],
  ])('waiting %s', (_, policy, [accepted, paused, resumed, due]) => {
    const deadline = pause(startClock(policy, at(accepted), calendar), at(paused), 'supplement')
    expect(resume(deadline, at(resumed), calendar).currentDueAt).toEqual(at(due))
  })

  test('is told from the first sentence to the last, and the days are counted anew', () => {
    const started = startClock(fiveDays, at('2026-09-21 09:00'), calendar)
    const paused = pause(started, at('2026-09-23 10:00'), 'supplement')
    const explained = (deadline: typeof paused) => deadline.explanation.map(({ vi }) => vi)
    expect(explained(paused)).toHaveLength(explained(started).length + 1)
    expect(explained(paused).slice(0, -1)).toEqual(explained(started))
    const again = resume(paused, at('2026-09-24 10:00'), calendar)
    expect(explained(again).slice(0, explained(paused).length)).toEqual(explained(paused))
    expect(explained(again).at(-1)).toContain('17:00 thứ Ba 29/09/2026')
    expect(again.pause).toBeNull()
    expect(again.trace.at(-1)).toMatchObject({ date: '2026-09-29' })
  })
  test('a term that begins again says once that it does', () => {
    const started = startClock(days(5, { supplement: 'RESTART' }), at('2026-09-21 09:00'), calendar)
    const paused = pause(started, at('2026-09-23 10:00'), 'supplement')
    const again = resume(paused, at('2026-09-25 10:00'), calendar)
    const explained = again.explanation.map(({ vi }) => vi)
    expect(explained.filter((sentence) => sentence.startsWith('Tiếp nhận'))).toHaveLength(1)
    expect(explained).toHaveLength(paused.explanation.length + started.explanation.length)
  })
  test('a payment that pauses does not begin the term again', () => {
    const policy = days(5, { supplement: 'RESTART', paymentPauses: true })
    const paused = pause(startClock(policy, at('2026-09-21 09:00'), calendar), at('2026-09-22 09:00'), 'payment')
    expect(resume(paused, at('2026-09-24 09:00'), calendar).currentDueAt).toEqual(at('2026-09-30 17:00'))
  })
  test('one at a time: neither a second pause nor going on without one changes anything', () => {
    const started = startClock(fiveDays, at('2026-09-21 09:00'), calendar)
    const paused = pause(started, at('2026-09-23 10:00'), 'supplement')
    expect(pause(paused, at('2026-09-24 10:00'), 'payment')).toBe(paused)
    expect(resume(started, at('2026-09-24 10:00'), calendar)).toBe(started)
  })
  test('a supplement pauses even where a payment does not', () => {
    const started = startClock(days(5, { paymentPauses: false }), at('2026-09-21 09:00'), calendar)
    expect(pause(started, at('2026-09-22 09:00'), 'supplement').pause).toEqual({
      at: at('2026-09-22 09:00'),
      cause: 'supplement',
    })
  })
})

describe('when a term begins', () => {
  test.each<[string, string, string]>([
    ['before opening', '2026-09-25 06:00', '2026-09-25 07:30'],
    ['at opening', '2026-09-25 07:30', '2026-09-25 07:30'],
    ['at lunch', '2026-09-25 12:15', '2026-09-25 12:15'],
    ['before the cutoff', '2026-09-25 14:59', '2026-09-25 14:59'],
    ['from the cutoff on', '2026-09-25 15:00', '2026-09-28 07:30'],
    ['at closing', '2026-09-25 17:00', '2026-09-28 07:30'],
    ['on a Saturday morning', '2026-09-26 06:00', '2026-09-28 07:30'],
    ['on Independence Day', '2026-09-02 10:00', '2026-09-03 07:30'],
  ])('accepted %s', (_, accepted, started) => {
    expect(startClock(days(1), at(accepted), calendar).startedAt).toEqual(at(started))
  })
  test('says so only where it was moved', () => {
    const explained = (accepted: string) => sentences(days(1), accepted).length
    expect(explained('2026-09-21 06:00')).toBe(explained('2026-09-21 09:00') + 1)
    expect(explained('2026-09-21 07:30')).toBe(explained('2026-09-21 09:00'))
  })
  test('calendar days are passed on after the cutoff, where the policy has it', () => {
    const ten = (intakeShift: boolean) => deadlinePolicy({ unit: 'CALENDAR_DAYS', amount: 10, intakeShift })
    expect(dueOf(ten(true), '2026-09-21 15:00')).toEqual(at('2026-10-02 17:00'))
    expect(dueOf(ten(false), '2026-09-21 15:00')).toEqual(at('2026-10-01 17:00'))
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
