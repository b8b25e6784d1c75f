import type { Kind } from '../kind'
import { parseNumber, showNumber } from './number'

export const integer: Kind = {
  takes: ['min', 'max', 'unit'],
  parts: [],
  blank: 'required',
  parse: (raw, field) => parseNumber(raw, field, { scale: 0, limit: Number.MAX_SAFE_INTEGER }),
  show: (value, { unit }) => showNumber(value, unit),
}
