import type { Kind } from '../kind'
import { parseNumber, showNumber } from './number'

export const decimal: Kind = {
  takes: ['min', 'max', 'scale', 'unit'],
  parts: [],
  blank: 'required',
  parse: (raw, field) => parseNumber(raw, field, { scale: field.scale ?? 2, limit: 1e12 }),
  show: (value, { unit }) => showNumber(value, unit),
}
