import { PdfFault } from './fault'
import { applyFilter } from './filters'
import type { Bounds, Decoded } from './filters'
import { asArray, asDict, asName, dictOf } from './object'
import type { PdfDict, PdfObject } from './object'

export type FilterStep = { readonly filter: string; readonly parms: PdfDict }

/** The filters of a stream dictionary whose values are direct (or made so by `look`), in the order of decoding. */
export function filtersOf(
  dict: PdfDict,
  look: (value: PdfObject | undefined) => PdfObject | undefined = (v) => v,
): FilterStep[] {
  const filter = look(dict.entries.get('Filter'))
  const parms = look(dict.entries.get('DecodeParms'))
  const names = asArray(filter) ?? (filter === undefined || filter === null ? [] : [filter])
  const all = asArray(parms) ?? [parms]
  if (names.length > 8) throw new PdfFault('stream-malformed', 'too many filters')
  return names.map((value, i) => {
    const filterName = asName(look(value))
    if (filterName === undefined) throw new PdfFault('filter-unknown', 'not a name')
    return { filter: filterName, parms: asDict(look(all[i])) ?? dictOf([]) }
  })
}

/** Runs the filters one after the other within the bounds of each; what goes in and what comes out is charged. */
export function decodeData(raw: Uint8Array, filters: readonly FilterStep[], bounds: Bounds): Decoded {
  bounds.charge(raw.length)
  let decoded: Decoded = { bytes: raw, complete: true }
  for (const { filter, parms } of filters) {
    const next = applyFilter(filter, decoded.bytes, parms, bounds)
    bounds.charge(next.bytes.length)
    decoded = { bytes: next.bytes, complete: decoded.complete && next.complete }
  }
  return decoded
}
