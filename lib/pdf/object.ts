/** The objects of ISO 32000-2 section 7.3. Numbers, booleans and null are themselves. */
export type PdfName = { readonly type: 'name'; readonly name: string }
/** `start` and `end` are the absolute offsets of the token, delimiters included; -1 when it was not read from the file itself. */
export type PdfString = {
  readonly type: 'string'
  readonly bytes: Uint8Array
  readonly hex: boolean
  readonly start: number
  readonly end: number
}
export type PdfRef = { readonly type: 'ref'; readonly num: number; readonly gen: number }
export type PdfArray = { readonly type: 'array'; readonly items: readonly PdfObject[] }
/** `duplicates` names keys written more than once: readers disagree which value holds. */
export type PdfDict = {
  readonly type: 'dict'
  readonly entries: ReadonlyMap<string, PdfObject>
  readonly duplicates: readonly string[]
}
/** Raw (undecoded) data lies at `start`, `length` bytes of the file. */
export type PdfStream = {
  readonly type: 'stream'
  readonly dict: PdfDict
  readonly start: number
  readonly length: number
  readonly owner: { readonly num: number; readonly gen: number }
}
export type PdfObject = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream

const EMPTY: PdfDict = { type: 'dict', entries: new Map(), duplicates: [] }

type Typed = Exclude<PdfObject, null | boolean | number>

function typedOrUndefined<T extends Typed['type']>(
  value: PdfObject | undefined,
  type: T,
): Extract<Typed, { type: T }> | undefined {
  if (value === undefined || value === null || typeof value !== 'object') return undefined
  return isType(value, type) ? value : undefined
}

function isType<T extends Typed['type']>(value: Typed, type: T): value is Extract<Typed, { type: T }> {
  return value.type === type
}

export function asName(value: PdfObject | undefined): string | undefined {
  return typedOrUndefined(value, 'name')?.name
}
export function asString(value: PdfObject | undefined): PdfString | undefined {
  return typedOrUndefined(value, 'string')
}
export function asRef(value: PdfObject | undefined): PdfRef | undefined {
  return typedOrUndefined(value, 'ref')
}
export function asArray(value: PdfObject | undefined): readonly PdfObject[] | undefined {
  return typedOrUndefined(value, 'array')?.items
}
export function asStream(value: PdfObject | undefined): PdfStream | undefined {
  return typedOrUndefined(value, 'stream')
}
export function asNumber(value: PdfObject | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}
export function asInteger(value: PdfObject | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

/** The dictionary itself, or the dictionary of a stream. */
export function asDict(value: PdfObject | undefined): PdfDict | undefined {
  return typedOrUndefined(value, 'dict') ?? typedOrUndefined(value, 'stream')?.dict
}

export function dictOf(entries: Iterable<readonly [string, PdfObject]>): PdfDict {
  return { ...EMPTY, entries: new Map(entries) }
}
export function name(value: string): PdfName {
  return { type: 'name', name: value }
}
export function ref(num: number, gen = 0): PdfRef {
  return { type: 'ref', num, gen }
}
export function array(items: readonly PdfObject[]): PdfArray {
  return { type: 'array', items }
}
/** A literal string from bytes. */
export function bytesString(bytes: Uint8Array, hex = false): PdfString {
  return { type: 'string', bytes, hex, start: -1, end: -1 }
}

/** A text string (ISO 32000-2 section 7.9.2): ASCII as it is, anything else as UTF-16BE with its mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e\n\r\t]*$/.test(text)) return bytesString(new TextEncoder().encode(text))
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes.set([0xfe, 0xff])
  for (let i = 0; i < text.length; i++) {
    bytes[2 + i * 2] = text.charCodeAt(i) >> 8
    bytes[3 + i * 2] = text.charCodeAt(i) & 0xff
  }
  return bytesString(bytes, true)
}

/** The text of a text string: UTF-16BE or UTF-8 by its mark, otherwise Latin-1 (of PDFDocEncoding only the common part). */
export function textOf(value: PdfString): string {
  const [a, b, c] = value.bytes
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(value.bytes)
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(value.bytes)
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder().decode(value.bytes)
  return latin1(value.bytes)
}

/** Spreading would walk the bytes one by one. */
function fromCodes(bytes: Uint8Array): string {
  return String(Reflect.apply(String.fromCharCode, undefined, bytes))
}

export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += fromCodes(bytes.subarray(i, i + 8192))
  return text
}
