import { lengthOf, ok } from '@/lib/kernel'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import { inWords, typedText } from './text'

/** Free text of several lines, the one place where emoji are welcome. */
export const multiline: Kind = {
  takes: ['minLength', 'maxLength'],
  parts: [],
  blank: 'required',
  parse(raw, { minLength = 0, maxLength = 2000 }) {
    const text = inWords(raw, { lines: true, max: maxLength })
    if (!text.ok) return text
    if (text.value === '') return ok(undefined)
    const length = lengthOf(text.value)
    return length < minLength ? fault('too-short', { length, min: minLength }) : ok(text.value)
  },
  show: (value) => asIs(typedText(value)),
}
