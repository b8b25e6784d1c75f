import { ok } from '@/lib/kernel'
import type { Field } from '../definition'
import type { Parsed } from '../issue'
import { fault } from '../issue'
import type { Text } from '@/lib/i18n'
import { typedText } from './text'

const GROUPED = /^-?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$/
const PLAIN = /^-?\d+(?:[.,]\d+)?$/

/** A number as Vietnamese write it ("1.250,5") or as machines do ("1250.5"); undefined when it is neither. */
function numberIn(written: string): { value: number; digits: number } | undefined {
  const grouped = GROUPED.test(written)
  if (!grouped && !PLAIN.test(written)) return undefined
  const plain = grouped ? written.replace(/[. ]/g, '').replace(',', '.') : written.replace(',', '.')
  return { value: Number(plain) + 0, digits: plain.split('.')[1]?.length ?? 0 }
}

/** The number typed, inside the field's bounds and with at most `scale` digits after the comma. */
export function parseNumber(raw: unknown, field: Field, { scale, limit }: { scale: number; limit: number }): Parsed {
  const written = typedText(raw).replace(/\s+/g, ' ').trim()
  if (written === '') return ok(undefined)
  const parsed = written.length > 40 ? undefined : numberIn(written)
  if (parsed === undefined) return fault('not-a-number')
  if (parsed.digits > scale) return scale === 0 ? fault('not-whole') : fault('too-precise', { scale })
  const { min = 0, max = limit } = field
  return withinBounds(parsed.value, min, max)
}

function withinBounds(value: number, min: number, max: number): Parsed {
  if (value < min) return fault('too-small', { min: formatNumber(min, 'vi') })
  return value > max ? fault('too-large', { max: formatNumber(max, 'vi') }) : ok(value)
}

function formatNumber(value: number, locale: 'vi' | 'en'): string {
  const [whole = '', rest] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',')
  return rest === undefined ? grouped : `${grouped}${locale === 'vi' ? ',' : '.'}${rest}`
}

/** Four digits without a unit stay together: a year is no quantity. */
const isBare = (number: number, unit: Text | undefined) => unit === undefined && Math.abs(number) < 10_000

/** "1.250,5 m²" in Vietnamese, "1,250.5 m²" in English. */
export function showNumber(value: unknown, unit: Text | undefined): Text {
  const number = typeof value === 'number' ? value : Number.NaN
  const inLocale = (locale: 'vi' | 'en') => {
    const written = isBare(number, unit)
      ? formatNumber(number, locale).replace(/(?<=^-?\d)[.,](?=\d{3})/, '')
      : formatNumber(number, locale)
    return [written, unit?.[locale] ?? []].flat().join(' ')
  }
  return { vi: inLocale('vi'), en: inLocale('en') }
}
