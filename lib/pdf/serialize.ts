import { isRegular } from './lexer'
import { latin1 } from './object'
import type { PdfDict, PdfObject, PdfString } from './object'

/** PDF syntax, all of it ASCII, as bytes. */
export function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** An object as PDF syntax (ISO 32000-2 section 7.3); streams are written by `appendRevision`. */
export function serialize(value: PdfObject): string {
  if (typeof value === 'number') return numberText(value)
  if (value === null || typeof value === 'boolean') return String(value)
  return serializeTyped(value)
}

function serializeTyped(value: Exclude<PdfObject, null | boolean | number>): string {
  if (value.type === 'name') return nameText(value.name)
  if (value.type === 'string') return stringText(value)
  if (value.type === 'ref') return `${String(value.num)} ${String(value.gen)} R`
  if (value.type === 'array') return `[${value.items.map(serialize).join(' ')}]`
  if (value.type === 'dict') return serializeDict(value)
  throw new Error('a stream cannot stand inside another object')
}

function serializeDict({ entries }: PdfDict): string {
  return `<<${[...entries].map(([key, value]) => `${nameText(key)} ${serialize(value)}`).join(' ')}>>`
}

/** Every digit that makes the number: a page written again with a shorter one would be a changed page. PDF has no exponents. */
function numberText(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(100).replace(/0+$/, '')
}

function nameText(text: string): string {
  const chars = Array.from(text, (char) => {
    const code = char.charCodeAt(0)
    const plain = isRegular(code) && code > 32 && code < 127 && code !== 35
    return plain ? char : `#${code.toString(16).padStart(2, '0')}`
  })
  return `/${chars.join('')}`
}

function stringText({ bytes, hex }: PdfString): string {
  const printable = !hex && bytes.every((byte) => byte >= 32 && byte < 127)
  if (printable) return `(${latin1(bytes).replace(/[\\()]/g, '\\$&')})`
  return `<${hexText(bytes)}>`
}

const DIGITS = ascii('0123456789abcdef')

/** Bytes as lower-case hexadecimal digits. */
export function hexText(bytes: Uint8Array): string {
  const digits = new Uint8Array(bytes.length * 2)
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    digits[i * 2] = DIGITS[byte >> 4] ?? 0
    digits[i * 2 + 1] = DIGITS[byte & 15] ?? 0
  }
  return new TextDecoder().decode(digits)
}
