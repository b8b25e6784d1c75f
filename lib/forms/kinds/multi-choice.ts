import { ok } from '@/lib/kernel'
import { isStrings } from '../answers'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { isOption, optionLabel } from './choice'
import { typedText } from './text'

function valuesOf(raw: unknown): string[] {
  const list = Array.isArray(raw) ? raw.map(typedText) : [typedText(raw)]
  return [...new Set(list.filter((value) => value !== ''))]
}

export const multiChoice: Kind = {
  takes: ['options', 'optionsFrom', 'min', 'max'],
  parts: [],
  isMultiple: true,
  blank: 'choose-some',
  parse(raw, field, { places }) {
    const values = valuesOf(raw)
    if (values.length === 0) return ok(undefined)
    if (!values.every((value) => isOption(value, field, places))) return fault('unknown-option')
    const { min = 0, max = 100 } = field
    if (values.length < min) return fault('too-few', { min })
    return values.length > max ? fault('too-many', { max }) : ok(values)
  },
  show(value, field, { places }) {
    const labels = (isStrings(value) ? value : []).map((item) => optionLabel(item, field, places))
    return { vi: labels.map(({ vi }) => vi).join('; '), en: labels.map(({ en }) => en).join('; ') }
  },
}
