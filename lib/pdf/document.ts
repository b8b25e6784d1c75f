import type { Anomaly } from './anomaly'
import { readEncryption } from './encryption'
import type { Decryptor } from './encryption'
import { entryOf } from './entries'
import type { Entry } from './entries'
import { PdfFault } from './fault'
import { latin1 } from './object'
import type { PdfObject } from './object'
import { rebuildRevision } from './rebuild'
import { readRevisions } from './revisions'
import type { Revision } from './revisions'
import { cachedSource } from './source'
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

const MAX_OBJECT_READS = 4_000_000
const HEADER_WINDOW = 1024

/** Opens a PDF by its cross-reference chain; nothing but that is read. Throws `PdfFault`. */
export async function readPdf(bytes: ByteSource): Promise<Pdf> {
  const source = cachedSource(bytes)
  const anomalies: Anomaly[] = []
  await checkHeader(source, anomalies)
  const revisions = await revisionsOrRebuilt(source, anomalies)
  const last = revisions.at(-1)
  if (last === undefined) throw new PdfFault('xref-missing')
  placeAnomalies(revisions, anomalies)
  await checkTail(source, last, anomalies)
  const memory: Memory = { objects: new Map(), streams: new Map(), held: 0, budget: MAX_OBJECT_READS }
  const plain: Pdf = { source, revisions, last, anomalies, decryptor: undefined, memory }
  const decryptor = await readEncryption(plain)
  return { ...plain, decryptor, memory: { ...memory, objects: new Map(), streams: new Map(), held: 0 } }
}

async function checkHeader(source: ByteSource, anomalies: Anomaly[]): Promise<void> {
  const at = latin1(await source.read(0, HEADER_WINDOW)).indexOf('%PDF-')
  if (at < 0) throw new PdfFault('not-a-pdf')
  if (at > 0) anomalies.push({ code: 'header-offset', offset: at })
}

const BROKEN: ReadonlySet<string> = new Set(['xref-missing', 'xref-malformed', 'object-malformed', 'stream-malformed'])

async function revisionsOrRebuilt(source: ByteSource, anomalies: Anomaly[]): Promise<Revision[]> {
  try {
    return await readRevisions(source, (code, offset) => anomalies.push({ code, offset }))
  } catch (error) {
    if (!(error instanceof PdfFault) || !BROKEN.has(error.code)) throw error
    const revision = await rebuildRevision(source)
    anomalies.push({ code: 'structure-rebuilt', offset: error.offset ?? 0 })
    return [revision]
  }
}

/** What was odd about a cross-reference section belongs to the revision that it closes. */
function placeAnomalies(revisions: readonly Revision[], anomalies: Anomaly[]): void {
  for (const [i, anomaly] of anomalies.entries()) {
    const revision = revisions.find((one) => anomaly.offset <= one.end)
    if (revision !== undefined) anomalies[i] = { ...anomaly, revision: revision.index }
  }
}

/** Anything but blanks behind the last `%%EOF` belongs to no revision. */
async function checkTail(source: ByteSource, last: Revision, anomalies: Anomaly[]): Promise<void> {
  const tail = await source.read(last.end, Math.min(source.size - last.end, 1 << 16))
  if (
    source.size - last.end > tail.length ||
    tail.some((byte) => byte !== 10 && byte !== 13 && byte !== 32 && byte !== 0)
  ) {
    anomalies.push({ code: 'trailing-bytes', offset: last.end, revision: last.index })
  }
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
