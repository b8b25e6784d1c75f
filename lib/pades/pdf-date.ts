const PATTERN = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/

/** A date string of ISO 32000-2 section 7.9.4; null when it is none. A missing zone counts as UTC. */
export function parsePdfDate(text: string): Date | null {
  const match = PATTERN.exec(text)
  if (match === null) return null
  const part = (index: number, fallback: number) => (match[index] === undefined ? fallback : Number(match[index]))
  const utc = Date.UTC(part(1, 0), part(2, 1) - 1, part(3, 1), part(4, 0), part(5, 0), part(6, 0))
  const offset = (part(9, 0) * 60 + part(10, 0)) * 60_000 * (match[8] === '-' ? -1 : 1)
  const date = new Date(utc - offset)
  return Number.isNaN(date.getTime()) ? null : date
}

/** The date string of a moment at an offset from UTC in minutes (Vietnam: 420). */
export function pdfDate(date: Date, offsetMinutes: number): string {
  const local = new Date(date.getTime() + offsetMinutes * 60_000).toISOString()
  const digits = local.slice(0, 19).replace(/[-T:]/g, '')
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return `D:${digits}${offsetMinutes < 0 ? '-' : '+'}${two(hours)}'${two(minutes)}'`
}
