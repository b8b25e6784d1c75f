import { asArray, asDict, asInteger, asName, asStream, decodeStream, get, latin1, resolve } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'

/** How a font's codes read as text; `width` is the octets of a code, a code without entry is itself where `isLatin`. */
export type FontText = {
  readonly width: 1 | 2
  readonly codes: ReadonlyMap<number, string | undefined>
  readonly isLatin: boolean
}

/** Reads a font dictionary's ToUnicode map, or its encoding (ISO 32000-2 sections 9.10.2 and 9.6.5); undefined when neither tells. */
export async function readFont(pdf: Pdf, value: PdfObject, at: Revision): Promise<FontText | undefined> {
  const font = asDict(await resolve(pdf, value, at))
  if (font === undefined) return undefined
  const kind = asName(await get(pdf, font, 'Subtype', at))
  const width = kind === 'Type0' ? 2 : 1
  const stream = asStream(await get(pdf, font, 'ToUnicode', at))
  if (stream !== undefined) {
    const { bytes } = await decodeStream(pdf, stream, at)
    return { width, codes: unicodeMap(latin1(bytes)), isLatin: false }
  }
  if (kind !== 'Type1' && kind !== 'TrueType' && kind !== 'MMType1') return undefined
  return { width, codes: await differences(pdf, font, at), isLatin: true }
}

const RANGES = /beginbf(char|range)([\s\S]*?)endbf/g
const PAIR = /<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]+)>/g
const SPAN = /<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]+)>\s*(?:<([0-9a-fA-F\s]+)>|\[([^\]]*)\])/g
const MAX_CODES = 65_536

function unicodeMap(text: string): Map<number, string> {
  const codes = new Map<number, string>()
  for (const [, kind, body = ''] of text.matchAll(RANGES)) {
    if (kind === 'char') for (const [, from = '', to = ''] of body.matchAll(PAIR)) codes.set(hex(from), utf16(to))
    else for (const span of body.matchAll(SPAN)) addSpan(codes, span)
  }
  return codes
}

function addSpan(codes: Map<number, string>, [, from = '', to = '', first, list]: RegExpExecArray): void {
  const [low, high] = [hex(from), hex(to)]
  const listed = [...(list ?? '').matchAll(/<([0-9a-fA-F\s]+)>/g)].map(([, hexText = '']) => utf16(hexText))
  for (let code = low; code <= high && codes.size < MAX_CODES; code++) {
    const text = first === undefined ? listed[code - low] : raiseLast(utf16(first), code - low)
    if (text !== undefined) codes.set(code, text)
  }
}

const hex = (text: string) => Number.parseInt(text.replace(/\s/g, ''), 16)

function utf16(text: string): string {
  const digits = text.replace(/\s/g, '')
  return String.fromCharCode(
    ...Array.from({ length: digits.length / 4 }, (_, i) => hex(digits.slice(i * 4, i * 4 + 4))),
  )
}

function raiseLast(text: string, by: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
}

/** The glyph names by which writers put figures and signs; letters are their own names. */
const GLYPHS: ReadonlyMap<string, string> = new Map(
  'space_ zero0 one1 two2 three3 four4 five5 six6 seven7 eight8 nine9 period. comma, hyphen- colon: semicolon; slash/ parenleft( parenright) percent% plus+ equal= underscore_'
    .split(' ')
    .map((name) => [name.slice(0, -1), name === 'space_' ? ' ' : name.slice(-1)]),
)

function glyph(name: string): string | undefined {
  if (/^[A-Za-z]$/.test(name)) return name
  const code = /^(?:uni|u)([0-9A-F]{4,6})$/.exec(name)?.[1]
  return code === undefined ? GLYPHS.get(name) : String.fromCodePoint(Math.min(hex(code), 0x10ffff))
}

async function differences(pdf: Pdf, font: PdfDict, at: Revision): Promise<Map<number, string | undefined>> {
  const encoding = asDict(await get(pdf, font, 'Encoding', at))
  const codes = new Map<number, string | undefined>()
  let next = 0
  for (const item of asArray(await get(pdf, encoding, 'Differences', at)) ?? []) {
    const [code, name] = [asInteger(item), asName(item)]
    if (code !== undefined) next = code
    else if (name !== undefined) codes.set(next++, glyph(name))
  }
  return codes
}

/** The text that some bytes show in a font, undefined when that cannot be known. */
export function decodeText(font: FontText | undefined, bytes: Uint8Array): string | undefined {
  if (font === undefined) return undefined
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += font.width) {
    const character = characterOf(font, codeAt(bytes, i, font.width))
    if (character === undefined) return undefined
    parts.push(character)
  }
  return parts.join('')
}

function codeAt(bytes: Uint8Array, at: number, width: 1 | 2): number {
  const [high = 0, low = 0] = bytes.subarray(at, at + 2)
  return width === 2 ? high * 256 + low : high
}

function characterOf({ codes, isLatin }: FontText, code: number): string | undefined {
  if (codes.has(code)) return codes.get(code)
  return isLatin ? String.fromCharCode(code) : undefined
}
