import type { LocalDate } from '@/lib/calendar'

/** The one-stop mechanism's decree by its last day; the one in force has none. */
const ONE_STOP_DECREES = [
  { to: '2025-06-30', words: 'Nghị định số 61/2018/NĐ-CP, Điều 17 và Điều 19' },
  { to: null, words: 'Nghị định số 118/2025/NĐ-CP' },
] as const

/** What a request of this day and its answer rest on. */
export function supplementGround(day: LocalDate): string {
  return ONE_STOP_DECREES.find(({ to }) => to === null || day <= to)?.words ?? ''
}
