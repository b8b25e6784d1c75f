import { ok } from '@/lib/kernel'
import { answerTo } from '../answers'
import type { IsoDate, PartialDate, Scope } from '../answers'
import type { DateBound } from '../dates'
import { boundDay, daysOf, formatDate, isIsoDate, isoDate, spanOf } from '../dates'
import type { Field } from '../definition'
import type { Fault, Parsed } from '../issue'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import { typedText, typedPart } from './text'

export type TypedDate = { d: string; m: string; y: string }

/** Day, month and year as typed: from three inputs, or from one as 27/3/2026 or 2026-03-27. */
export function datePartsOf(raw: unknown): TypedDate {
  if (typeof raw !== 'string') {
    return { d: typedPart(raw, 'd').trim(), m: typedPart(raw, 'm').trim(), y: typedPart(raw, 'y').trim() }
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw.trim())
  const parts = iso === null ? raw.trim().split(/[/.-]/).reverse() : iso.slice(1)
  const [y = '', m = '', d = ''] = parts
  return { d, m, y }
}

export function isBlankDate({ d, m, y }: TypedDate): boolean {
  return d === '' && m === '' && y === ''
}

/** Nobody who files today, and no paper of theirs, is older. */
const EARLIEST: IsoDate = '1900-01-01'

/** Refuses days outside the field's bounds; a partial date is inside when it may be. */
export function outsideBounds(value: PartialDate, field: Field, scope: Scope): Parsed | undefined {
  const { first, last } = spanOf(value)
  const { today } = scope
  const notBefore = [
    boundaryDay(field.notBefore, today),
    daysOf(answerTo(field.notBeforeField ?? '', scope))?.first,
    EARLIEST,
  ]
  const tooEarly = notBefore.find((day) => day !== undefined && last < day)
  if (tooEarly !== undefined) return fault('too-early', { date: formatDate(tooEarly) })
  const notAfter = boundaryDay(field.notAfter, today)
  return notAfter !== undefined && first > notAfter ? fault('too-late', { date: formatDate(notAfter) }) : undefined
}

function boundaryDay(written: DateBound | undefined, today: IsoDate): IsoDate | undefined {
  return written === undefined ? undefined : boundDay(written, today)
}

export function noSuchDate({ d, m, y }: TypedDate): { ok: false; error: Fault } {
  return fault('no-such-date', {
    date: [d, m, y]
      .filter((part) => part !== '')
      .join('/')
      .slice(0, 20),
  })
}

export const date: Kind = {
  takes: ['notBefore', 'notAfter', 'notBeforeField'],
  parts: ['d', 'm', 'y'],
  blank: 'date-incomplete',
  parse(raw, field, scope) {
    const parts = datePartsOf(raw)
    if (isBlankDate(parts)) return ok(undefined)
    if (![parts.d, parts.m, parts.y].every((part) => /^\d{1,4}$/.test(part))) return fault('date-incomplete')
    const day = parts.y.length === 4 ? isoDate(Number(parts.y), Number(parts.m), Number(parts.d)) : undefined
    if (day === undefined) return noSuchDate(parts)
    const whole = { y: Number(parts.y), m: Number(parts.m), d: Number(parts.d) }
    return outsideBounds(whole, field, scope) ?? ok(day)
  },
  show(value) {
    const written = typedText(value)
    return asIs(isIsoDate(written) ? formatDate(written) : written)
  },
}
