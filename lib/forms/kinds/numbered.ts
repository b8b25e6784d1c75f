import { ok } from '@/lib/kernel'
import type { IssueCode } from '../issue'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import { compact, typedText } from './text'

/** A kind whose value is one code of a fixed shape, written without blanks, dots and dashes. */
export function numbered(shape: RegExp, code: IssueCode): Kind {
  return {
    takes: [],
    parts: [],
    blank: 'required',
    parse(raw) {
      const written = compact(raw).toUpperCase()
      if (written === '') return ok(undefined)
      return shape.test(written) ? ok(written) : fault(code)
    },
    show: (value) => asIs(typedText(value)),
  }
}
