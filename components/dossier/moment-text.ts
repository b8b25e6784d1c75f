import { moment } from '@/lib/calendar'
import type { Locale } from '@/lib/i18n'

/** "17:00 thứ Sáu 02/10/2026", in Vietnamese time. */
export function momentText(at: Date, locale: Locale): string {
  const { time, weekday, date } = moment(at)
  return `${time} ${weekday[locale]} ${date}`
}

/** "14:05 25/09/2026", for lists. */
export function shortMoment(at: Date): string {
  const { time, date } = moment(at)
  return `${time} ${date}`
}
