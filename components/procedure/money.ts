import type { Fee, ProcedureDefinition } from '@/lib/catalogue'
import { CATALOGUE_WORDS, timeLimitAt } from '@/lib/catalogue'
import { formatDate, type IsoDate } from '@/lib/forms'
import { type Locale, say } from '@/lib/i18n'

import { PROCEDURE_WORDS as W, UNIT_WORDS } from './words'

export type FeeRow = Fee['rows'][number]
type Window = { from?: IsoDate | undefined; to?: IsoDate | undefined }

export function isInForce({ from, to }: Window, today: IsoDate): boolean {
  return (from === undefined || from <= today) && (to === undefined || today <= to)
}

/** From when to when something holds, in words; empty when it always does. */
export function windowWords({ from, to }: Window, locale: Locale): string {
  const days = { from: from ? formatDate(from) : '', to: to ? formatDate(to) : '' }
  if (from && to) return say(W.between, locale, days)
  if (from) return say(W.since, locale, days)
  return to ? say(W.until, locale, days) : ''
}

const DIGITS: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en'),
}

/** What a dossier costs, as it stood when it was handed in. */
export function feeTotal(total: number | null, locale: Locale): string {
  if (total === null) return say(CATALOGUE_WORDS.byCouncil, locale)
  return total === 0 ? say(CATALOGUE_WORDS.free, locale) : dong(total, locale)
}

export function dong(amount: number, locale: Locale): string {
  return say(W.dong, locale, { amount: DIGITS[locale].format(amount) })
}

/** What one row of a fee says it costs. */
export function amountWords(row: FeeRow, locale: Locale): string {
  if (row.amount === null) return say(CATALOGUE_WORDS.byCouncil, locale)
  const amount = row.amount === 0 ? say(CATALOGUE_WORDS.free, locale) : dong(row.amount, locale)
  const unitAmount = row.per ? say(W.perUnit, locale, { amount, unit: say(row.per, locale) }) : amount
  const most = row.isAtMost ? say(CATALOGUE_WORDS.atMost, locale, { amount: unitAmount }) : unitAmount
  if (!row.plus) return most
  const { amount: more, above, unit = W.aCopy } = row.plus
  return `${most}, ${say(W.plus, locale, { amount: dong(more, locale), unit: say(unit, locale), first: above + 1 })}`
}

/** What a case costs today, in a few words. */
export function costWords(fees: Fee[], today: IsoDate, locale: Locale): string {
  const rows = fees.flatMap((fee) => fee.rows.filter((row) => isInForce(row, today)))
  const amounts = [...new Set(rows.map((row) => amountWords(row, locale)))]
  return amounts.length === 0 ? say(CATALOGUE_WORDS.free, locale) : amounts.join(' · ')
}

/** What it may cost today over all its cases, as short as a list needs it. */
export function costRange(fees: Fee[], today: IsoDate, locale: Locale): string {
  const rows = fees.flatMap((fee) => fee.rows.filter((row) => isInForce(row, today)))
  const amounts = rows.flatMap((row) => (row.amount === null ? [] : [row.amount]))
  if (amounts.length < rows.length) return say(amounts.includes(0) ? W.freeOrByCouncil : W.byCouncil, locale)
  const most = Math.max(...amounts, 0)
  if (most === 0) return say(CATALOGUE_WORDS.free, locale)
  return forSomeLess(rows, most, locale) ?? spanWords(rows, amounts, locale)
}

/** One usual amount, and conditions under which people pay less. */
function forSomeLess(rows: FeeRow[], most: number, locale: Locale): string | undefined {
  const usual = rows.filter(({ when }) => when === undefined)
  const isUsual = usual.length < rows.length && usual.length === 1 && usual[0]?.amount === most
  return isUsual ? say(W.reduced, locale, { amount: dong(most, locale) }) : undefined
}

function spanWords(rows: FeeRow[], amounts: number[], locale: Locale): string {
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  if (rows.some((row) => row.plus !== undefined)) {
    const paid = Math.min(...amounts.filter((amount) => amount > 0))
    return say(W.fromAmount, locale, { amount: dong(paid, locale) })
  }
  if (least === 0 || rows.some((row) => row.isAtMost))
    return say(CATALOGUE_WORDS.atMost, locale, { amount: dong(most, locale) })
  if (least === most) return dong(most, locale)
  return say(W.upTo, locale, { from: DIGITS[locale].format(least), to: dong(most, locale) })
}

/** How long a case may take today, in a few words. */
export function timeWords(definition: ProcedureDefinition, caseCode: string, today: IsoDate, locale: Locale): string {
  const limit = timeLimitAt(definition, caseCode, today)
  return limit ? say(UNIT_WORDS[limit.policy.unit], locale, { amount: limit.policy.amount }) : say(W.none, locale)
}
