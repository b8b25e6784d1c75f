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
  streams: Map<number, ObjectStream>
  held: number
  budget: number
}
export type ObjectStream = {
  readonly nums: readonly number[]
  readonly offsets: readonly number[]
  readonly bytes: Uint8Array
}

/** The entry that holds for an object as of a revision, and the revision that wrote it. */
export function findEntry(pdf: Pdf, num: number, at: Revision): { entry: Entry; revision: Revision } | undefined {
  for (let i = at.index; i >= 0; i--) {
    const revision = pdf.revisions[i]
    const entry = revision && entryOf(revision.entries, num)
    if (revision !== undefined && entry !== undefined) return { entry, revision }
  }
  return undefined
}

/** Records an oddity once. */
export function note(pdf: Pdf, anomaly: Anomaly): void {
  const known = pdf.anomalies.some(
    (a) => a.code === anomaly.code && a.object === anomaly.object && a.offset === anomaly.offset,
  )
  if (!known && pdf.anomalies.length < 1000) pdf.anomalies.push(anomaly)
}
