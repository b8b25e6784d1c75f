import { ok } from '@/lib/kernel'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import { typedText } from './text'

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** Whether ten digits are a tax code by their check digit and reserved ranges. */
export function isTaxCode(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || digits.startsWith('00') || digits.slice(2, 9) === '0000000') return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0)
  return 10 - (sum % 11) === Number(digits.charAt(9))
}

/** A business by its 10 digits, its branch by "-001"; a person or household by the personal number where allowed. */
export const taxCode: Kind = {
  takes: ['allowPersonalId'],
  parts: [],
  blank: 'required',
  parse(raw, { allowPersonalId = false }) {
    const written = typedText(raw)
      .slice(0, 100)
      .replace(/[\s.]/g, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
    if (written === '') return ok(undefined)
    if (allowPersonalId && /^\d{12}$/.test(written)) return ok(written)
    if (!/^\d{10}(?:-?(?!000)\d{3})?$/.test(written)) return fault('tax-code-shape')
    if (!isTaxCode(written.slice(0, 10))) return fault('tax-code-check')
    return ok(written.replace(/^(\d{10})-?(\d{3})$/, '$1-$2'))
  },
  show: (value) => asIs(typedText(value)),
}
