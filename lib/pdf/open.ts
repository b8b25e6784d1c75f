import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import type { Anomaly } from './anomaly'
import type { Memory, Pdf } from './document'
import { readEncryption } from './encryption'
import { PdfFault } from './fault'
import { isSpace } from './lexer'
import { latin1 } from './object'
import { rebuildRevision } from './rebuild'
import { readRevisions } from './revisions'
import type { Revision } from './revisions'
import { cachedSource } from './source'
import type { ByteSource } from './source'

/** Opens a PDF of any size by reading only its cross-reference chain (ISO 32000-2 section 7.5), or names why it cannot be read. */
export async function openPdf(source: ByteSource): Promise<Result<Pdf, PdfFault>> {
  try {
    return ok(await readPdf(source))
  } catch (error) {
    if (error instanceof PdfFault) return err(error)
    throw error
  }
}

const MAX_OBJECT_READS = 3_000_000
const HEADER_WINDOW = 1024

/** Opens a PDF by its cross-reference chain; nothing but that is read. Throws `PdfFault`. */
async function readPdf(bytes: ByteSource): Promise<Pdf> {
  const source = cachedSource(bytes)
  const anomalies: Anomaly[] = []
  await checkHeader(source, anomalies)
  const revisions = await revisionsOrRebuilt(source, anomalies)
  const last = revisions.at(-1)
  if (last === undefined) throw new PdfFault('xref-missing')
  placeAnomalies(revisions, anomalies)
  await checkTail(source, last, anomalies)
  const memory: Memory = {
    objects: new Map(),
    streams: new Map(),
    held: 0,
    budget: MAX_OBJECT_READS,
    places: undefined,
  }
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
  if (source.size - last.end > tail.length || !tail.every(isSpace)) {
    anomalies.push({ code: 'trailing-bytes', offset: last.end, revision: last.index })
  }
}
