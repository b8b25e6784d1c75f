import type { Der } from './scan'
import { derBody, TAG } from './scan'
import { refuse } from './refusal'

const UTC_TIME = /^(\d{2})(\d{10})Z$/
const GENERALIZED_TIME = /^(\d{4})(\d{10})(\.\d{0,8}[1-9])?Z$/
const MONTH_TO_SECOND = /^(..)(..)(..)(..)(..)$/
const MAX_OCTETS = 32

/** `year` and MMDDHHMMSS as a moment; a date that the calendar does not have comes back different and is refused. */
function instant(year: number, digits: string, at: string): Date {
  const text = `${String(year).padStart(4, '0')}${digits.replace(MONTH_TO_SECOND, '-$1-$2T$3:$4:$5.000Z')}`
  const date = new Date(text)
  if (Number.isNaN(date.getTime()) || date.toISOString() !== text) {
    refuse('der-time', 'no such moment in the calendar', at)
  }
  return date
}

function generalizedTime(text: string, fraction: boolean, at: string): Date {
  const [, year = '', digits = '', decimals] = GENERALIZED_TIME.exec(text) ?? []
  if (year === '') refuse('der-time', 'not a GeneralizedTime YYYYMMDDHHMMSSZ', at)
  const whole = instant(Number(year), digits, at)
  if (decimals === undefined) return whole
  if (!fraction) refuse('der-time', 'fraction of a second not allowed here', at)
  return new Date(whole.getTime() + Math.floor(Number(`0${decimals}`) * 1000))
}

function utcTime(text: string, at: string): Date {
  const [, year = '', digits = ''] = UTC_TIME.exec(text) ?? []
  if (year === '') refuse('der-time', 'not a UTCTime YYMMDDHHMMSSZ', at)
  return instant(Number(year) < 50 ? 2000 + Number(year) : 1900 + Number(year), digits, at)
}

/**
 * UTCTime or GeneralizedTime in the only forms RFC 5280 4.1.2.5 allows: seconds present, `Z`, no offset.
 * A fraction of a second is read only with `fraction` (RFC 3161 genTime), truncated to milliseconds.
 */
export function readTime(node: Der, fraction = false): Date {
  const at = String(node.start)
  const body = derBody(node)
  if (body.length > MAX_OCTETS) refuse('der-time', 'time too long', at)
  const text = String.fromCharCode(...body)
  if (node.tag === TAG.utcTime) return utcTime(text, at)
  if (node.tag === TAG.generalizedTime) return generalizedTime(text, fraction, at)
  return refuse('der-time', 'neither UTCTime nor GeneralizedTime', at)
}

/** RFC 5280 4.1.2.5, 5.1.2.4 want UTCTime through 2049 and GeneralizedTime from then on. */
export function isOddTime(node: Der, date: Date): boolean {
  return (node.tag === TAG.generalizedTime) !== date.getUTCFullYear() >= 2050
}
