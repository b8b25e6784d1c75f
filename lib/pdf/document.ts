import type { Anomaly } from './anomaly'
import type { Decryptor } from './decryptor'
import { entryOf } from './entries'
import type { Entry } from './entries'
import type { PdfObject } from './object'
import type { Revision } from './revisions'
import type { ByteSource } from './source'

/** Where a reader stands: the file's revisions oldest first, what was odd about it, and what it has read so far. */
export type Pdf = {
  readonly source: ByteSource
  readonly revisions: readonly Revision[]
  readonly last: Revision
  readonly anomalies: Anomaly[]
  readonly decryptor: Decryptor | undefined
  readonly memory: Memory
}

/** `budget` counts objects still allowed to be read, so that a hostile file ends. */
export type Memory = {
  objects: Map<string, PdfObject>
  streams: Map<string, ObjectStream>
  heldBytes: number
  budget: number
  /** Number * 4096 + revision of every entry, ascending, where there are many revisions to look through. */
  places: Float64Array | undefined
  /** Kinds of oddities in each revision and their places, as they were recorded. */
  noted: Set<string>
}
export type ObjectStream = {
  readonly nums: Float64Array
  readonly offsets: Float64Array
  readonly bytes: Uint8Array
}

const FEW = 16
const REVISIONS = 4096

/** The last revision up to `index` that wrote an entry for this number, -1 if none did. */
function indexOf({ revisions, memory }: Pdf, num: number, index: number): number {
  memory.places ??= placesOf(revisions)
  const { places } = memory
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) <= num * REVISIONS + index) low = middle + 1
    else high = middle
  }
  const place = places[low - 1] ?? -1
  return Math.floor(place / REVISIONS) === num ? place % REVISIONS : -1
}

function placesOf(revisions: readonly Revision[]): Float64Array {
  const places = new Float64Array(revisions.reduce((sum, { entries }) => sum + entries.nums.length, 0))
  let at = 0
  for (const { entries, index } of revisions) for (const num of entries.nums) places[at++] = num * REVISIONS + index
  return places.sort()
}

/** An entry and the revision that wrote it. */
export type Located = { readonly entry: Entry; readonly revision: Revision }

/**
 * The place in the file that an entry leads to, as its revision sees it: two that lead to one place need not read the same,
 * for what lies beyond the end of a revision is no part of it.
 */
export function placeOf(located: Located | undefined): string {
  return located?.entry.kind === 'at' ? `${String(located.entry.offset)}@${String(located.revision.index)}` : '?'
}

/** The entry that holds for an object as of a revision. */
export function findEntry(pdf: Pdf, num: number, at: Revision): Located | undefined {
  const first = pdf.revisions.length > FEW ? indexOf(pdf, num, at.index) : at.index
  for (let i = first; i >= 0; i--) {
    const revision = pdf.revisions[i]
    const entry = revision && entryOf(revision.entries, num)
    if (revision !== undefined && entry !== undefined) return { entry, revision }
  }
  return undefined
}

const MOST_NOTES = 1000

/** Records an oddity once; beyond a thousand only the first of each kind in each revision, which is what can decide. */
export function note({ anomalies, memory: { noted } }: Pdf, anomaly: Anomaly): void {
  const kind = `${anomaly.code} ${String(anomaly.revision)}`
  const place = `${kind} ${String(anomaly.object)} ${String(anomaly.offset)}`
  if (noted.has(place) || (noted.has(kind) && anomalies.length >= MOST_NOTES)) return
  noted.add(kind).add(place)
  anomalies.push(anomaly)
}
