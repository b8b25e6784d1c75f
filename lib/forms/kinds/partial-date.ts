import { ok } from '@/lib/kernel'
import type { PartialDate } from '../answers'
import { isPartialDate } from '../answers'
import { formatPartialDate, isoDate } from '../dates'
import type { Parsed } from '../issue'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import type { TypedDate } from './date'
import { datePartsOf, isBlankDate, noSuchDate, outsideBounds } from './date'

function valueOf({ d, m, y }: TypedDate): PartialDate {
  const month = m === '' ? {} : { m: Number(m) }
  return { y: Number(y), ...month, ...(d === '' ? {} : { d: Number(d) }) }
}

function shapeFault(parts: TypedDate): Parsed | undefined {
  if (!/^\d{4}$/.test(parts.y)) return fault('year-missing', {}, 'y')
  if (parts.d !== '' && parts.m === '') return fault('month-missing', {}, 'm')
  return [parts.d, parts.m].every((part) => /^\d{0,2}$/.test(part)) ? undefined : noSuchDate(parts)
}

/** A date of which perhaps only the year (or year and month) is known. */
export const partialDate: Kind = {
  takes: ['notBefore', 'notAfter', 'notBeforeField'],
  parts: ['d', 'm', 'y'],
  blank: 'year-missing',
  parse(raw, field, scope) {
    const parts = datePartsOf(raw)
    if (isBlankDate(parts)) return ok(undefined)
    const wrong = shapeFault(parts)
    if (wrong !== undefined) return wrong
    const value = valueOf(parts)
    if (isoDate(value.y, value.m ?? 1, value.d ?? 1) === undefined) return noSuchDate(parts)
    return outsideBounds(value, field, scope) ?? ok(value)
  },
  show: (value) => asIs(isPartialDate(value) ? formatPartialDate(value) : ''),
}
