import { asArray, asDict, asStream, bytesSource, decodeStream, get, openPdf, PdfFault, resolve } from '@/lib/pdf'
import type { Pdf, PdfObject } from '@/lib/pdf'
import { validatePdf } from '@/lib/pades'
import type { SignatureReport, ValidationReport } from '@/lib/pades'
import { anchorOf, parseCertificate } from '@/lib/trust'
import { engine, hashes, readSubject, NOW } from './machinery'

/** The bytes one signature of the original signs: up to its gap, and behind it. */
type Signed = { readonly head: Buffer; readonly tail: Buffer; readonly end: number }

function signedParts(original: Uint8Array): Signed[] {
  const bytes = Buffer.from(original)
  const ranges = bytes.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)/g)
  return Array.from(ranges, (match) => {
    const [, a = 0, b = 0, c = 0] = match.map(Number)
    return { head: bytes.subarray(0, a), tail: bytes.subarray(b, b + c), end: b + c }
  })
}

function isOriginal(mutated: Buffer, { head, tail, end }: Signed): boolean {
  return mutated.subarray(0, head.length).equals(head) && mutated.subarray(end - tail.length, end).equals(tail)
}

const isBlank = (bytes: Buffer) => bytes.every((byte) => [0, 10, 13, 32].includes(byte))

/** What a report says of bytes that cannot be: intact though other bytes were signed, or whole though more follows. */
function liesAboutBytes(report: SignatureReport, mutated: Buffer, parts: readonly Signed[]): string | undefined {
  if (!report.intact) return undefined
  const end = report.signedUpTo ?? -1
  if (!parts.some((part) => part.end === end && isOriginal(mutated, part))) return 'changed bytes called intact'
  if (report.coverage === 'whole-file' && !isBlank(mutated.subarray(end))) return 'more follows what is called whole'
  return undefined
}

const MOST_PAGES = 50

/** The content streams of all pages, one after the other, as a reader would draw them. */
async function contentOf(pdf: Pdf): Promise<string> {
  const root = asDict(await get(pdf, pdf.last.trailer, 'Root', pdf.last))
  const texts: string[] = []
  await visit(pdf, await get(pdf, root, 'Pages', pdf.last), texts)
  return texts.join('\f')
}

async function visit(pdf: Pdf, node: PdfObject, texts: string[]): Promise<void> {
  const dict = asDict(node)
  if (texts.length > MOST_PAGES || dict === undefined) return
  const kids = asArray(await get(pdf, dict, 'Kids', pdf.last))
  if (kids === undefined) await draw(pdf, await get(pdf, dict, 'Contents', pdf.last), texts)
  else for (const kid of kids.slice(0, MOST_PAGES)) await visit(pdf, await resolve(pdf, kid, pdf.last), texts)
}

async function draw(pdf: Pdf, contents: PdfObject, texts: string[]): Promise<void> {
  for (const item of asArray(contents) ?? [contents]) {
    const stream = asStream(await resolve(pdf, item, pdf.last))
    const decoded = stream && (await decodeStream(pdf, stream, pdf.last))
    if (decoded !== undefined) texts.push(Buffer.from(decoded.bytes).toString('latin1'))
  }
}

async function shownBy(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const pdf = await openPdf(bytesSource(bytes))
    return pdf.ok ? await contentOf(pdf.value) : undefined
  } catch (error) {
    if (error instanceof PdfFault) return undefined
    throw error
  }
}

function anchor() {
  const parsed = parseCertificate(readSubject('root.der'))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return anchorOf(parsed.value, 'public')
}

const anchors = [anchor()]
const evidence = { certificates: [readSubject('authority.der')], ocsps: [], crls: [] }

/** Whether some signature is said to stand for the file as it is now. */
function stands({ signatures }: ValidationReport): boolean {
  return signatures.some(
    (signature) => signature.intact && signature.coverage !== 'partial' && signature.laterChanges !== 'forbidden',
  )
}

/** Judges what the validator says of a mutated file against the bytes of the original. */
export function judgePdf(original: Uint8Array): (mutated: Uint8Array) => Promise<string | undefined> {
  const parts = signedParts(original)
  const content = shownBy(original)
  return async (mutated) => {
    const result = await validatePdf({ source: bytesSource(mutated), at: NOW, anchors, evidence, engine, hashes })
    if (!result.ok) return undefined
    const bytes = Buffer.from(mutated)
    const lie = result.value.signatures
      .map((signature) => liesAboutBytes(signature, bytes, parts))
      .find((lie) => lie !== undefined)
    if (lie !== undefined || !stands(result.value)) return lie
    return (await shownBy(mutated)) === (await content) ? undefined : 'another page, and no forbidden change'
  }
}
