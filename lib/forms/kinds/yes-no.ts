import { ok } from '@/lib/kernel'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { FORM_WORDS } from '../words'
import { typedText } from './text'

const MEANING: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'true', 'on'].map((word) => [word, true] as const),
  ...['no', 'false'].map((word) => [word, false] as const),
])

export const yesNo: Kind = {
  takes: [],
  parts: [],
  blank: 'choose-one',
  parse(raw) {
    const value = typedText(raw)
    if (value === '') return ok(undefined)
    const meant = MEANING.get(value)
    return meant === undefined ? fault('unknown-option') : ok(meant)
  },
  show: (value) => (value === true ? FORM_WORDS.yes : FORM_WORDS.no),
}
