import { asDict, asName, asNumber, asString, bytesSource, get, latin1, loadObject, openPdf } from './index'
import type { Pdf, PdfFaultCode, PdfObject, Revision } from './index'
import { cursorOf } from './lexer'
import { parseObject } from './parser'

/** A byte for each character. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** The one object that a text is. */
export const parsed = (text: string, base = 0): PdfObject => parseObject(cursorOf(bytesOf(text), base))

/** Objects one after the other from an offset, and where each begins. */
export function bodyAt(from: number, objects: Readonly<Record<number, string>>): { text: string; offsets: Placed } {
  let text = ''
  const offsets = new Map<number, number>()
  for (const [num, body] of Object.entries(objects)) {
    offsets.set(Number(num), from + text.length)
    text += `${num} 0 obj\n${body}\nendobj\n`
  }
  return { text, offsets }
}
type Placed = Map<number, number>

export const row = (offset: number, gen = 0, kind = 'n'): string =>
  `${String(offset).padStart(10, '0')} ${String(gen).padStart(5, '0')} ${kind} \n`

/** What closes a revision whose cross-reference section begins at this offset. */
export const ending = (xref: number): string => `startxref\n${String(xref)}\n%%EOF\n`

/** A table (ISO 32000-2 7.5.4) of one subsection a number, with its trailer, and what closes the revision. */
export function tableOf(offsets: Placed, at: number, trailer: string): string {
  const sections = [...offsets].map(([num, offset]) => `${String(num)} 1\n${row(offset)}`).join('')
  return `xref\n${sections}trailer\n<<${trailer}>>\n${ending(at)}`
}

/** A file of one revision from object bodies (number = position + 1), with a correct table. */
export function pdfOf(bodies: readonly string[], trailer = '/Root 1 0 R'): string {
  const head = '%PDF-1.7\n'
  const { text, offsets } = bodyAt(head.length, Object.fromEntries(bodies.map((body, i) => [i + 1, body])))
  const xref = head.length + text.length
  const size = String(bodies.length + 1)
  const rows = [...offsets.values()].map((at) => row(at)).join('')
  return `${head}${text}xref\n0 ${size}\n${row(0, 65535, 'f')}${rows}trailer\n<</Size ${size} ${trailer}>>\n${ending(xref)}`
}

/** The offset that the last `startxref` of a file names. */
export const xrefOf = (file: string): number => Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1])

/** The file with an update behind it (7.5.6): objects written again, and a table of them. */
export function updatedBy(file: string, objects: Readonly<Record<number, string>>, trailer = '/Size 9/Root 1 0 R') {
  const { text, offsets } = bodyAt(file.length, objects)
  return file + text + tableOf(offsets, file.length + text.length, `${trailer}/Prev ${String(xrefOf(file))}`)
}

export async function opened(file: string | Uint8Array): Promise<Pdf> {
  const result = await openPdf(bytesSource(typeof file === 'string' ? bytesOf(file) : file))
  if (!result.ok) throw result.error
  return result.value
}

export async function refusal(file: string | Uint8Array): Promise<PdfFaultCode | undefined> {
  const result = await openPdf(bytesSource(typeof file === 'string' ? bytesOf(file) : file))
  return result.ok ? undefined : result.error.code
}

export const anomaliesOf = (pdf: Pdf): string[] => pdf.anomalies.map(({ code }) => code)

/** What stands under a number, in a word: a number, the text of a string, a name, the `V` of a dictionary. */
export async function valueOf(pdf: Pdf, num: number, at: Revision = pdf.last): Promise<number | string | undefined> {
  const value = await loadObject(pdf, num, at)
  const inner = asDict(value) === undefined ? value : await get(pdf, asDict(value), 'V', at)
  const string = asString(inner)
  return asNumber(inner) ?? asName(inner) ?? (string === undefined ? undefined : latin1(string.bytes))
}

/** A catalog that leads to pages: what a whole file has at least. */
export const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'
export const PAGES = '<</Type/Pages/Kids[]/Count 0>>'
