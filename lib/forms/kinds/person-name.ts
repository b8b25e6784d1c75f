import { ok } from '@/lib/kernel'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import { readable, typedText } from './text'

const NOT_IN_NAMES = /[^\p{L}\p{M}\s'-]/u

/** A full name, never split; upper case as on forms. */
export const personName: Kind = {
  takes: ['maxLength'],
  parts: [],
  blank: 'required',
  parse(raw, { maxLength = 100 }) {
    const text = readable(typedText(raw).replace(/[’‘ʼ]/g, "'"), { lines: false, max: maxLength })
    if (!text.ok) return text
    if (text.value === '') return ok(undefined)
    const strange = NOT_IN_NAMES.exec(text.value) ?? /^[^\p{L}]+$/u.exec(text.value)
    return strange === null
      ? ok(text.value.toLocaleUpperCase('vi').normalize('NFC'))
      : fault('person-name', { name: strange[0] })
  },
  show: (value) => asIs(typedText(value)),
}
