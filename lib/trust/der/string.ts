import type { Der } from './scan'
import { derBody, TAG } from './scan'
import { refuse } from './refusal'

const PRINTABLE = /^[A-Za-z0-9 '()+,\-./:=?]*$/
const MAX_STRING_OCTETS = 1 << 20

function latin1(body: Uint8Array): string {
  let text = ''
  for (const octet of body) text += String.fromCharCode(octet)
  return text
}

function ascii(body: Uint8Array, at: string): string {
  if (body.some((octet) => octet > 0x7f)) refuse('der-string', 'octet above 127 in an ASCII string', at)
  return latin1(body)
}

function utf8(body: Uint8Array, at: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    return refuse('der-string', 'not UTF-8', at)
  }
}

function bmp(body: Uint8Array, at: string): string {
  if (body.length % 2 !== 0) refuse('der-string', 'BMPString of odd length', at)
  let text = ''
  for (let i = 0; i < body.length; i += 2) text += String.fromCharCode(((body[i] ?? 0) << 8) | (body[i + 1] ?? 0))
  if (/\p{Cs}/u.test(text)) refuse('der-string', 'half a surrogate pair', at)
  return text
}

function universal(body: Uint8Array, at: string): string {
  if (body.length % 4 !== 0) refuse('der-string', 'UniversalString of uneven length', at)
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  let text = ''
  for (let i = 0; i < body.length; i += 4) {
    const point = view.getUint32(i)
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) refuse('der-string', 'no such code point', at)
    text += String.fromCodePoint(point)
  }
  return text
}

/** PrintableString; `*`, `@`, `&` and `_` are outside X.680 but common in issued certificates, and unambiguous. */
function printable(body: Uint8Array, at: string): string {
  const text = ascii(body, at)
  if (!PRINTABLE.test(text.replaceAll(/[*@&_]/g, ''))) refuse('der-string', 'character not printable', at)
  return text
}

const READERS: ReadonlyMap<number, (body: Uint8Array, at: string) => string> = new Map([
  [TAG.utf8String, utf8],
  [TAG.printableString, printable],
  [TAG.ia5String, ascii],
  [TAG.visibleString, ascii],
  [TAG.numericString, ascii],
  [TAG.t61String, latin1],
  [TAG.bmpString, bmp],
  [TAG.universalString, universal],
])

export function isStringTag(tag: number): boolean {
  return READERS.has(tag)
}

/** Text of any ASN.1 string kind used in certificates; T61String is read as Latin-1, as issuers write it. */
export function readString(node: Der): string {
  const reader = READERS.get(node.tag)
  const at = String(node.start)
  if (!reader) return refuse('der-string', `tag 0x${node.tag.toString(16)} is not a string`, at)
  if (node.end - node.body > MAX_STRING_OCTETS) refuse('der-string', 'string too long', at)
  return reader(derBody(node), at)
}

/** Contents of an implicitly tagged IA5String. */
export function ia5Body(node: Der): string {
  if (node.end - node.body > MAX_STRING_OCTETS) refuse('der-string', 'string too long', String(node.start))
  return ascii(derBody(node), String(node.start))
}
