import { ok } from '@/lib/kernel'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import { compact, typedText } from './text'

const MOBILE = /^(?:\+84|84|0)((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7})$/
const LANDLINE = /^(?:\+84|84|0)(2\d{9})$/

/** Kept as E.164 (+84912345678), shown as people write it (0912 345 678). */
export const phone: Kind = {
  takes: [],
  parts: [],
  blank: 'required',
  parse(raw) {
    const written = compact(raw).replace(/[()]/g, '')
    if (written === '') return ok(undefined)
    const rest = (MOBILE.exec(written) ?? LANDLINE.exec(written))?.[1]
    return rest === undefined ? fault('phone') : ok(`+84${rest}`)
  },
  show: (value) => asIs(groupDigits(typedText(value))),
}

/** The code of Hà Nội and of Hồ Chí Minh City has two digits after the 0, that of any other province three. */
function groupDigits(number: string): string {
  return number
    .replace(/^\+84(2[48])(\d{4})(\d{4})$/, '0$1 $2 $3')
    .replace(/^\+84(2\d{2})(\d{3})(\d{4})$/, '0$1 $2 $3')
    .replace(/^\+84([35789]\d{2})(\d{3})(\d{3})$/, '0$1 $2 $3')
}
