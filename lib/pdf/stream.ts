import { PdfFault } from './fault'
import { applyFilter } from './filters'
import type { Bounds, Decoded } from './filters'
import { array, asArray, asDict, asName, asStream, dictOf } from './object'
import type { PdfDict, PdfObject } from './object'

export type FilterStep = { readonly filter: string; readonly parms: PdfDict }

/** The filters of a stream dictionary whose values are direct (or made so by `directly`), in the order of decoding. */
export function filtersOf(dict: PdfDict): FilterStep[] {
  const filter = dict.entries.get('Filter')
  const parms = dict.entries.get('DecodeParms')
  const names = asArray(filter) ?? (filter === undefined || filter === null ? [] : [filter])
  const all = asArray(parms) ?? [parms]
  if (names.length > 8) throw new PdfFault('stream-malformed', 'too many filters')
  return names.map((value, i) => {
    const filterName = asName(value)
    if (filterName === undefined) throw new PdfFault('filter-unknown', 'not a name')
    return { filter: filterName, parms: asDict(all[i]) ?? dictOf([]) }
  })
}

type Resolve = (value: PdfObject) => Promise<PdfObject>

/** The value with the references in it followed, as deep as the parameters of filters go. */
export async function directly(value: PdfObject, resolve: Resolve, depth = 2): Promise<PdfObject> {
  const target = await resolve(value)
  if (depth === 0 || asStream(target) !== undefined) return target
  const list = asArray(target)
  if (list !== undefined) return array(await inTurn(list, (item) => directly(item, resolve, depth - 1)))
  const dict = asDict(target)
  if (dict === undefined) return target
  const values = await inTurn([...dict.entries.values()], (item) => directly(item, resolve, depth - 1))
  return dictOf([...dict.entries.keys()].map((key, i) => [key, values[i] ?? null]))
}

/** One after the other, so that what there is to read is counted as it is read. */
async function inTurn(items: readonly PdfObject[], make: Resolve): Promise<PdfObject[]> {
  const all: PdfObject[] = []
  for (const item of items) all.push(await make(item))
  return all
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
