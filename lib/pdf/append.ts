import type { Pdf } from './document'
import { findEntry } from './document'
import { array, asArray, asInteger, bytesString, dictOf, name } from './object'
import type { PdfDict, PdfObject, PdfRef } from './object'
import { ascii, serialize } from './serialize'

/** A stream yet to be written: its data is stored as given, `Length` is added. */
export type NewStream = { readonly dict: PdfDict; readonly data: Uint8Array }

/** Objects of a revision in the making; `allocate` gives numbers that no revision used. */
export type Draft = {
  readonly pdf: Pdf
  readonly objects: Map<number, PdfObject | NewStream>
  /** Trailer entries to set, beside those that every revision carries on. */
  readonly trailer: Map<string, PdfObject>
  allocate(): PdfRef
}

/** A revision ready to stand behind its base: the bytes, and the absolute offset of each object in it. */
export type Appendix = { readonly bytes: Uint8Array; readonly offsets: ReadonlyMap<number, number> }

/** Begins a revision over a file; numbers start behind the greatest one any revision used. */
export function newDraft(pdf: Pdf): Draft {
  let next = Math.max(
    1,
    ...pdf.revisions.map(({ entries, trailer }) => {
      const used = (entries.nums.at(-1) ?? 0) + 1
      return Math.max(used, asInteger(trailer.entries.get('Size')) ?? 0)
    }),
  )
  return { pdf, objects: new Map(), trailer: new Map(), allocate: () => ({ type: 'ref', num: next++, gen: 0 }) }
}

/**
 * The draft as an incremental update (ISO 32000-2 section 7.5.6): cross-reference table or stream like the revision
 * before, nothing of the base repeated. `unique` (16 bytes) becomes the changing half of the file identifier.
 */
export async function appendRevision(draft: Draft, unique: Uint8Array): Promise<Appendix> {
  const { pdf } = draft
  const last = await pdf.source.read(pdf.source.size - 1, 1)
  const parts: Uint8Array[] = last[0] === 10 || last[0] === 13 ? [] : [ascii('\n')]
  let at = pdf.source.size + parts.length
  const offsets = new Map<number, number>()
  const put = (bytes: Uint8Array) => {
    parts.push(bytes)
    at += bytes.length
  }
  for (const [num, value] of [...draft.objects].sort(([a], [b]) => a - b)) {
    offsets.set(num, at)
    for (const bytes of objectBytes(num, generation(pdf, num), value)) put(bytes)
  }
  put(pdf.last.kind === 'stream' ? xrefStream(draft, offsets, at, unique) : xrefTable(draft, offsets, at, unique))
  return { bytes: join(parts), offsets }
}

function generation(pdf: Pdf, num: number): number {
  const entry = findEntry(pdf, num, pdf.last)?.entry
  return entry?.kind === 'at' ? entry.gen : 0
}

function isNewStream(value: PdfObject | NewStream): value is NewStream {
  return value !== null && typeof value === 'object' && 'data' in value
}

function objectBytes(num: number, gen: number, value: PdfObject | NewStream): Uint8Array[] {
  const head = `${String(num)} ${String(gen)} obj\n`
  if (!isNewStream(value)) return [ascii(`${head}${serialize(value)}\nendobj\n`)]
  const dict = dictOf([...value.dict.entries, ['Length', value.data.length]])
  return [ascii(`${head}${serialize(dict)}\nstream\n`), value.data, ascii('\nendstream\nendobj\n')]
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Runs of consecutive numbers, as cross-reference sections list them. */
function runs(nums: readonly number[]): number[][] {
  const sorted = [...nums].sort((a, b) => a - b)
  const runs: number[][] = []
  for (const num of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === num - 1) run.push(num)
    else runs.push([num])
  }
  return runs
}

/** An offset as the file counts. */
function written({ source: { origin = 0 } }: Pdf, offset: number): number {
  return offset - origin
}

const CARRIED = ['Root', 'Info', 'Encrypt']

function trailerOf(draft: Draft, unique: Uint8Array, size: number): [string, PdfObject][] {
  const { pdf, trailer } = draft
  const old = pdf.last.trailer.entries
  const firstId = asArray(old.get('ID'))?.[0]
  const id: PdfObject = array([firstId ?? bytesString(unique, true), bytesString(unique, true)])
  const carried = CARRIED.flatMap((key): [string, PdfObject][] => {
    const value = trailer.get(key) ?? old.get(key)
    return value === undefined ? [] : [[key, value]]
  })
  const before = asInteger(old.get('Size')) ?? 0
  return [['Size', Math.max(size, before)], ...carried, ['ID', id], ['Prev', written(pdf, pdf.last.xref)]]
}

function xrefTable(draft: Draft, offsets: ReadonlyMap<number, number>, at: number, unique: Uint8Array): Uint8Array {
  const sections = runs([...offsets.keys()]).map((run) => {
    const rows = run.map((num) => {
      const gen = String(generation(draft.pdf, num)).padStart(5, '0')
      return `${String(written(draft.pdf, offsets.get(num) ?? 0)).padStart(10, '0')} ${gen} n \n`
    })
    return `${String(run[0])} ${String(run.length)}\n${rows.join('')}`
  })
  const trailer = dictOf(trailerOf(draft, unique, Math.max(...offsets.keys()) + 1))
  return ascii(
    `xref\n${sections.join('')}trailer\n${serialize(trailer)}\nstartxref\n${String(written(draft.pdf, at))}\n%%EOF\n`,
  )
}

function xrefStream(draft: Draft, offsets: ReadonlyMap<number, number>, at: number, unique: Uint8Array): Uint8Array {
  const own = draft.allocate().num
  const all = new Map([...offsets, [own, at]])
  const list = runs([...all.keys()])
  const data = new Uint8Array(all.size * 8)
  for (const [row, num] of list.flat().entries()) {
    const view = new DataView(data.buffer, row * 8, 8)
    const offset = written(draft.pdf, all.get(num) ?? 0)
    view.setUint8(0, 1)
    view.setUint8(1, Math.floor(offset / 2 ** 32))
    view.setUint32(2, offset % 2 ** 32)
    view.setUint16(6, num === own ? 0 : generation(draft.pdf, num))
  }
  const index = list.flatMap((run) => [run[0] ?? 0, run.length])
  const shape: [string, PdfObject][] = [
    ['Type', name('XRef')],
    ['W', array([1, 5, 2])],
    ['Index', array(index)],
  ]
  const dict = dictOf([...shape, ...trailerOf(draft, unique, own + 1)])
  return join([...objectBytes(own, 0, { dict, data }), ascii(`startxref\n${String(written(draft.pdf, at))}\n%%EOF\n`)])
}
