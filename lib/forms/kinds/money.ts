import type { Kind } from '../kind'
import { parseNumber, showNumber } from './number'
import { typedText } from './text'

/** Whole đồng; "135.000 đ", "135 000" and "135000" are the same. */
export const money: Kind = {
  takes: ['min', 'max'],
  parts: [],
  blank: 'required',
  parse: (raw, field) =>
    parseNumber(typedText(raw).replace(/\s*(?:đ|₫|đồng|vnd|vnđ)\s*$/iu, ''), field, { scale: 0, limit: 1e15 }),
  show: (value) => showNumber(value, { vi: 'đồng', en: 'VND' }),
}
