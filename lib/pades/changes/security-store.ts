import { asArray, asDict, asStream, decodeStream, get, resolve } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, PdfStream, Revision } from '@/lib/pdf'
import type { Change } from './change'
import { sameOctets } from './equal'
import { isUnchanged } from './unchanged'
import { catalogOf, report } from './step'
import type { Step } from './step'

/** The evidence in a store by list, those of VRI entries under the entry's name: streams by their place in the file. */
type Store = ReadonlyMap<string, ReadonlyMap<number, PdfStream>>

const LISTS = ['Certs', 'CRLs', 'OCSPs', 'Cert', 'CRL', 'OCSP'] as const
const MAX_ITEMS = 2000

/**
 * A document security store may only grow (EN 319 142-1 section 5.4.2.1): evidence that was there must stay. Some archives
 * write it anew, with less in it, right before they put a document timestamp over it: see `asRenewal`.
 */
export async function compareStores(step: Step): Promise<void> {
  const { pdf, before, after } = step
  const [old, now] = [await catalogOf(pdf, before), await catalogOf(pdf, after)]
  if (await isUnchanged(step, old?.entries.get('DSS'), now?.entries.get('DSS'))) return
  const is = await readStore(pdf, now, after)
  for (const [list, items] of await readStore(pdf, old, before)) {
    const keptItems = is.get(list)
    if (keptItems !== undefined && !(await losesAny(step, items, keptItems))) continue
    report(step, 'security-store-shrunk', 'other', is.size === 0 ? {} : { key: list })
    return
  }
  report(step, 'security-store', 'archive')
}

/** A store that was not emptied and was then sealed by a document timestamp counts as replaced, not as taken away. */
export function asRenewal(change: Change, all: readonly Change[]): Change {
  if (change.code !== 'security-store-shrunk' || change.key === undefined) return change
  const isSealed = all.some(
    ({ code, revision }) =>
      code === 'document-timestamp' && (revision === change.revision || revision === change.revision + 1),
  )
  return isSealed ? { ...change, code: 'security-store-replaced', level: 'archive' } : change
}

async function readStore(pdf: Pdf, catalog: PdfDict | undefined, at: Revision): Promise<Store> {
  const store = asDict(await get(pdf, catalog, 'DSS', at))
  const lists = new Map(await listsOf(pdf, store, at, ''))
  const entries = asDict(await get(pdf, store, 'VRI', at))?.entries ?? new Map<string, PdfObject>()
  for (const [name, value] of [...entries].slice(0, MAX_ITEMS)) {
    const entry = asDict(await resolve(pdf, value, at))
    if (entry === undefined) continue
    lists.set(name, new Map())
    for (const [key, items] of await listsOf(pdf, entry, at, `${name}/`)) lists.set(key, items)
  }
  return lists
}

async function listsOf(
  pdf: Pdf,
  dict: PdfDict | undefined,
  at: Revision,
  prefix: string,
): Promise<[string, Map<number, PdfStream>][]> {
  const lists: [string, Map<number, PdfStream>][] = []
  for (const key of [...LISTS, 'TS']) {
    const value = await get(pdf, dict, key, at)
    const items = asArray(value) ?? [value]
    const streams = new Map<number, PdfStream>()
    for (const item of items.slice(0, MAX_ITEMS)) {
      const stream = asStream(await resolve(pdf, item, at))
      if (stream !== undefined) streams.set(stream.start, stream)
    }
    if (streams.size > 0) lists.push([`${prefix}${key}`, streams])
  }
  return lists
}

/** Streams may have been written again elsewhere: only those are decoded that do not stand where they stood. */
async function losesAny(
  { pdf, before, after }: Step,
  old: ReadonlyMap<number, PdfStream>,
  now: ReadonlyMap<number, PdfStream>,
): Promise<boolean> {
  const fresh: Uint8Array[] = []
  const missing = [...old].filter(([start]) => !now.has(start))
  if (missing.length === 0) return false
  for (const [start, stream] of now) if (!old.has(start)) fresh.push((await decodeStream(pdf, stream, after)).bytes)
  for (const [, stream] of missing) {
    const { bytes } = await decodeStream(pdf, stream, before)
    if (!fresh.some((octets) => sameOctets(octets, bytes))) return true
  }
  return false
}
