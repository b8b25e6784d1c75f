import { ok } from '@/lib/kernel'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { FORM_WORDS } from '../words'
import { typed } from './text'

const MEANING: Readonly<Record<string, boolean>> = { yes: true, true: true, on: true, no: false, false: false }

export const yesNo: Kind = {
  takes: [],
  parts: [],
  blank: 'choose-one',
  parse(raw) {
    const value = typed(raw)
    if (value === '') return ok(undefined)
    const meant = MEANING[value]
    return meant === undefined ? fault('unknown-option') : ok(meant)
  },
  show: (value) => (value === true ? FORM_WORDS.yes : FORM_WORDS.no),
}
