import { ok } from '@/lib/kernel'
import type { Kind } from '../kind'
import { FORM_WORDS } from '../words'
import { yesNo } from './yes-no'

/** A box to tick; left empty it is no answer, for nobody commits to something by a "no". */
export const commitment: Kind = {
  takes: [],
  parts: [],
  blank: 'must-agree',
  parse(raw, field, scope) {
    const parsed = yesNo.parse(raw, field, scope)
    return parsed.ok && parsed.value === false ? ok(undefined) : parsed
  },
  show: () => FORM_WORDS.agreed,
}
