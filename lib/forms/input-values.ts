import type { Answer } from './answers'
import { isParts } from './answers'
import { isIsoDate } from './dates'
import type { Field } from './definition'
import { showNumber } from './kinds/number'
import { phone } from './kinds/phone'
import { typedText, typedPart } from './kinds/text'

const NUMBERS = ['integer', 'decimal', 'money']

/** What stands in the one input of a field: the kept value as people would type it, or their own typing. */
export function inputText(field: Field, value: Answer | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number' && NUMBERS.includes(field.kind)) return showNumber(value, undefined).vi
  return field.kind === 'phone' && value !== undefined ? phone.show(value, field, {}).vi : typedText(value)
}

/** What stands in one of several inputs: day, month and year of a date, the parts of an address. */
export function inputPart(value: Answer | undefined, part: string): string {
  if (typeof value === 'string' && isIsoDate(value)) {
    const [y = '', m = '', d = ''] = value.split('-').map((digits) => String(Number(digits)))
    return { y, m, d }[part] ?? ''
  }
  return isParts(value) ? typedPart(value, part) : ''
}
