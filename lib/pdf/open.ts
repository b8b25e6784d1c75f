import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import type { Anomaly } from './anomaly'
import type { Memory, Pdf } from './document'
import { readEncryption } from './encryption'
import { PdfFault } from './fault'
import { isSpace } from './lexer'
import { get } from './load'
import { asDict, latin1 } from './object'
import { rebuildRevision } from './rebuild'
import { leadsToSection, readRevisions, startxrefsOf } from './revisions'
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

/** Opens a PDF by its cross-reference chain; nothing but that and its catalog is read. Throws `PdfFault`. */
async function readPdf(bytes: ByteSource): Promise<Pdf> {
  const anomalies: Anomaly[] = []
  const source = await fromHeader(cachedSource(bytes), anomalies)
  const pdf = await withCatalog(await openRevisions(source, await revisionsOrRebuilt(source, anomalies), anomalies))
  await checkTail(pdf)
  return pdf
}

async function openRevisions(source: ByteSource, revisions: readonly Revision[], anomalies: Anomaly[]): Promise<Pdf> {
  const last = revisions.at(-1)
  if (last === undefined) throw new PdfFault('xref-missing')
  placeAnomalies(revisions, anomalies)
  const memory: Memory = {
    objects: new Map(),
    streams: new Map(),
    heldBytes: 0,
    budget: MAX_OBJECT_READS,
    places: undefined,
    noted: new Set(),
  }
  const plain: Pdf = { source, revisions, last, anomalies, decryptor: undefined, memory }
  const decryptor = await readEncryption(plain)
  return { ...plain, decryptor, memory: { ...memory, objects: new Map(), streams: new Map(), heldBytes: 0 } }
}

/** How many earlier chains are tried where the last one leads nowhere. */
const MOST_CHAINS = 16

/**
 * The file as it is, or, where its last revision leads to no catalog or no pages, as of the newest earlier revision that
 * does: an update that cuts off what was before must not make it vanish. That it was so is recorded.
 */
async function withCatalog(pdf: Pdf): Promise<Pdf> {
  if (await hasPages(pdf)) return pdf
  const chains = (await startxrefsOf(pdf.source, MOST_CHAINS + 1)).filter((xref) => xref !== pdf.last.xref)
  for (const xref of chains.slice(0, MOST_CHAINS)) {
    const earlier = await chainFrom(pdf.source, xref)
    if (earlier === undefined || !(await hasPages(earlier))) continue
    const lost: Anomaly = { code: 'catalog-unreachable', offset: earlier.last.end, revision: earlier.last.index }
    return { ...earlier, anomalies: [...earlier.anomalies, lost] }
  }
  return pdf
}

async function hasPages(pdf: Pdf): Promise<boolean> {
  const root = asDict(await get(pdf, pdf.last.trailer, 'Root', pdf.last))
  return asDict(await get(pdf, root, 'Pages', pdf.last)) !== undefined
}

async function chainFrom(source: ByteSource, xref: number): Promise<Pdf | undefined> {
  const anomalies: Anomaly[] = []
  try {
    return await openRevisions(
      source,
      await readRevisions(source, (code, offset) => anomalies.push({ code, offset }), xref),
      anomalies,
    )
  } catch (error) {
    if (error instanceof PdfFault && error.code !== 'too-complex') return undefined
    throw error
  }
}

/**
 * The source, its offsets counted from the header (ISO 32000-2 section 7.5.2): what stands before that was put there later. Some
 * writers count from the first byte all the same, and then that holds.
 */
async function fromHeader(source: ByteSource, anomalies: Anomaly[]): Promise<ByteSource> {
  const at = latin1(await source.read(0, HEADER_WINDOW)).indexOf('%PDF-')
  if (at < 0) throw new PdfFault('not-a-pdf')
  if (at === 0) return source
  anomalies.push({ code: 'header-offset', offset: at })
  const counted = { ...source, origin: at }
  return (await leadsToSection(counted)) ? counted : source
}

const BROKEN: ReadonlySet<string> = new Set([
  ...['xref-missing', 'xref-malformed', 'xref-cyclic', 'object-malformed', 'stream-malformed'],
])

async function revisionsOrRebuilt(source: ByteSource, anomalies: Anomaly[]): Promise<readonly Revision[]> {
  try {
    return await readRevisions(source, (code, offset) => anomalies.push({ code, offset }))
  } catch (error) {
    if (!(error instanceof PdfFault) || !BROKEN.has(error.code)) throw error
    anomalies.length = 0
    return recover(source, anomalies, error)
  }
}

/** The newest whole chain of revisions before the broken end of a file, or else its objects as they lie about. */
async function recover(source: ByteSource, anomalies: Anomaly[], error: PdfFault): Promise<readonly Revision[]> {
  const chain = error.code === 'xref-cyclic' ? undefined : await wholeChain(source)
  if (chain !== undefined) {
    anomalies.push(...chain.anomalies, { code: 'structure-rebuilt', offset: chain.last.end })
    return chain.revisions
  }
  const revision = await rebuilt(source, error)
  anomalies.push({ code: 'structure-rebuilt', offset: error.offset ?? 0 })
  return [revision]
}

async function wholeChain(source: ByteSource): Promise<Pdf | undefined> {
  const marks = source.size > MOST_RECOVERED ? [] : await startxrefsOf(source, MOST_CHAINS)
  for (const xref of marks) {
    const chain = await chainFrom(source, xref)
    if (chain !== undefined && (await hasPages(chain))) return chain
  }
  return undefined
}

/** Revisions that point at each other in a circle are a reason of their own, unless a signature would be lost with them. */
async function rebuilt(source: ByteSource, error: PdfFault): Promise<Revision> {
  try {
    return await rebuildRevision(source, error.code === 'xref-cyclic')
  } catch (fault) {
    const isUnsigned = fault instanceof PdfFault && fault.code === 'xref-missing'
    throw error.code === 'xref-cyclic' && isUnsigned ? error : fault
  }
}

const MOST_RECOVERED = 1 << 26

/** What was odd about a cross-reference section belongs to the revision that it closes. */
function placeAnomalies(revisions: readonly Revision[], anomalies: Anomaly[]): void {
  for (const [i, anomaly] of anomalies.entries()) {
    const revision = revisions.find((candidate) => anomaly.offset <= candidate.end)
    if (revision !== undefined) anomalies[i] = { ...anomaly, revision: revision.index }
  }
}

/** Anything but blanks behind the last `%%EOF` belongs to no revision. */
async function checkTail({ source, last, anomalies }: Pdf): Promise<void> {
  const tail = await source.read(last.end, Math.min(source.size - last.end, 1 << 16))
  if (source.size - last.end > tail.length || !tail.every(isSpace)) {
    anomalies.push({ code: 'trailing-bytes', offset: last.end, revision: last.index })
  }
}
