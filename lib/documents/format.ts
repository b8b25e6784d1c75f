import { formatDate, formatTime, localDate, minuteOfDay } from '@/lib/calendar'

/** Decree 30/2020: days below 10 and the months 1 and 2 are written with a zero before them. */
export function longDate(at: Date): string {
  const [year = '', month = '', day = ''] = localDate(at).split('-')
  return `ngày ${day} tháng ${Number(month) > 2 ? String(Number(month)) : month} năm ${year}`
}

export function shortDate(at: Date): string {
  return formatDate(localDate(at))
}

/** `14 giờ 05 phút, ngày 25/09/2026`. */
export function timeAndDate(at: Date): string {
  const [hour = '', minute = ''] = formatTime(minuteOfDay(at)).split(':')
  return `${hour} giờ ${minute} phút, ngày ${shortDate(at)}`
}

/** Numbers of documents below 10 get a zero before them (Decree 30/2020). */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** `1.234.567`. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** An amount to pay; null where the provincial people's council sets it. */
export function vnd(amount: number | null): string {
  if (amount === null) return 'Theo nghị quyết của Hội đồng nhân dân cấp tỉnh'
  return amount === 0 ? 'Không thu' : `${grouped(amount)} đồng`
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} byte`
  const kib = bytes / 1024
  // 1023,95 KB would be written 1024,0.
  const [value, unit] = kib < 1023.95 ? [kib, 'KB'] : [kib / 1024, 'MB']
  return `${value.toFixed(1).replace('.', ',')} ${unit}`
}
