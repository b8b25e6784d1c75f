import { asArray, asDict, asInteger, asName, asNumber, asStream, asString, bytesSource, decodeStream } from '@/lib/pdf'
import { get, latin1, openPdf, readContent, resolve } from '@/lib/pdf'
import type { Operation, Pdf, PdfDict, PdfObject } from '@/lib/pdf'
import { renderDocument } from './index'
import type { DocumentData, DocumentKind } from './index'
import { officialFonts } from './server'

const now = new Date('2026-10-12T09:00:00Z')

type Shown = { text: string; face: string; size: number; x: number; y: number; tag: string; mark: number | undefined }
export type Page = { dict: PdfDict; shown: Shown[]; operations: readonly Operation[] }
export type Paper = { pdf: Pdf; catalog: PdfDict; pages: Page[]; bytes: Uint8Array }

/** A written document read back: its pages with every text, where it stands and under which tag. */
export async function paperOf<K extends DocumentKind>(kind: K, data: DocumentData[K], isDraft = false): Promise<Paper> {
  const { bytes } = await renderDocument(kind, data, { fonts: await officialFonts(), now, isDraft })
  const opened = await openPdf(bytesSource(bytes))
  if (!opened.ok) throw opened.error
  const pdf = opened.value
  const catalog = dict(await get(pdf, pdf.last.trailer, 'Root', pdf.last))
  const kids = asArray(await get(pdf, dict(await get(pdf, catalog, 'Pages', pdf.last)), 'Kids', pdf.last)) ?? []
  const pages: Page[] = []
  for (const kid of kids) pages.push(await pageOf(pdf, dict(await resolve(pdf, kid, pdf.last))))
  return { pdf, catalog, pages, bytes }
}

export function dict(value: PdfObject): PdfDict {
  const dictionary = asDict(value)
  if (dictionary === undefined) throw new Error('no dictionary')
  return dictionary
}

export async function bytesOf(pdf: Pdf, value: PdfObject): Promise<Uint8Array> {
  const stream = asStream(value)
  if (stream === undefined) throw new Error('no stream')
  return (await decodeStream(pdf, stream, pdf.last)).bytes
}

/** Letters of the codes of a font, by its ToUnicode map. */
async function lettersOf(pdf: Pdf, font: PdfDict): Promise<(code: string) => string> {
  const map = latin1(await bytesOf(pdf, await get(pdf, font, 'ToUnicode', pdf.last)))
  const letters = new Map<string, string>()
  for (const [, code = '', units = ''] of map.matchAll(/<([0-9A-F]{4})>\s*<([0-9A-F]+)>/gi))
    letters.set(code.toLowerCase(), Buffer.from(units, 'hex').swap16().toString('utf16le'))
  return (code) => letters.get(code) ?? '\ufffd'
}

async function pageOf(pdf: Pdf, page: PdfDict): Promise<Page> {
  const contents = await get(pdf, page, 'Contents', pdf.last)
  const parts = asArray(contents) ?? [contents]
  const streams: string[] = []
  for (const part of parts) streams.push(latin1(await bytesOf(pdf, await resolve(pdf, part, pdf.last))))
  const operations = readContent(Uint8Array.from(streams.join('\n'), (char) => char.charCodeAt(0)))
  if (operations === undefined) throw new Error('content nobody can read')
  const fonts = dict(await get(pdf, dict(await get(pdf, page, 'Resources', pdf.last)), 'Font', pdf.last))
  const letters = new Map<string, (code: string) => string>()
  for (const face of fonts.entries.keys())
    letters.set(face, await lettersOf(pdf, dict(await get(pdf, fonts, face, pdf.last))))
  return { dict: page, operations, shown: shownBy(operations, letters) }
}

function shownBy(operations: readonly Operation[], letters: ReadonlyMap<string, (code: string) => string>): Shown[] {
  const shown: Shown[] = []
  let [face, size, x, y, tag] = ['', 0, 0, 0, '']
  let mark: number | undefined
  for (const { operator, operands } of operations) {
    const numbers = operands.map((operand) => asNumber(operand) ?? 0)
    if (operator === 'Tf') [face, size] = [asName(operands[0]) ?? '', numbers[1] ?? 0]
    if (operator === 'Tm') [x, y] = [numbers[4] ?? 0, numbers[5] ?? 0]
    if (operator === 'BDC' || operator === 'BMC') {
      tag = asName(operands[0]) ?? ''
      mark = asInteger(asDict(operands[1])?.entries.get('MCID'))
    }
    if (operator !== 'Tj' && operator !== 'TJ') continue
    const strings = (asArray(operands[0]) ?? operands).flatMap((item) => asString(item)?.bytes ?? [])
    const codes = strings.flatMap((bytes) => Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? [])
    shown.push({ text: codes.map(letters.get(face) ?? (() => '\ufffd')).join(''), face, size, x, y, tag, mark })
  }
  return shown
}

export const linesOf = (page: Page | undefined) => {
  const lines = new Map<string, Shown[]>()
  for (const item of page?.shown ?? []) {
    const key = `${String(item.x)} ${String(item.y)}`
    lines.set(key, [...(lines.get(key) ?? []), item])
  }
  return [...lines.values()].map((parts) => ({ ...parts[0], text: parts.map(({ text }) => text).join('') }))
}
