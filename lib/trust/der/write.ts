import { compareBytes, concatBytes, fromHex } from './bytes'
import { contextTag, TAG } from './scan'

type Bytes = Uint8Array<ArrayBuffer>

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return [0x80 | octets.length, ...octets]
}

/** One element from its identifier octet and the pieces of its contents. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return concatBytes([Uint8Array.from([tag, ...lengthOctets(length)]), ...parts])
}

export function sequence(...parts: readonly Uint8Array[]): Bytes {
  return element(TAG.sequence, ...parts)
}

/** SET OF in DER order (X.690 11.6): the encodings ascending. */
export function setOf(...parts: readonly Uint8Array[]): Bytes {
  return element(TAG.set, ...[...parts].sort(compareBytes))
}

/** The contents of a DER SET OF under another tag, such as the `[0]` of signed attributes. */
export function taggedSetOf(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  return element(tag, ...[...parts].sort(compareBytes))
}

/** Explicit context tag `[number]` around whole elements. */
export function explicit(number: number, ...parts: readonly Uint8Array[]): Bytes {
  return element(contextTag(number), ...parts)
}

/** Implicit primitive context tag `[number]` over bare contents octets. */
export function implicit(number: number, body: Uint8Array): Bytes {
  return element(contextTag(number, false), body)
}

/** Re-tags a whole element: `[number] IMPLICIT`, keeping its constructed bit. */
export function retag(tag: number, whole: Uint8Array): Bytes {
  const copy = new Uint8Array(whole)
  copy[0] = tag
  return copy
}

function bigIntBody(value: bigint): Bytes {
  let octets = 1
  while (BigInt.asIntN(octets * 8, value) !== value) octets++
  const hex = BigInt.asUintN(octets * 8, value).toString(16)
  return fromHex(hex.padStart(octets * 2, '0')) ?? new Uint8Array(0)
}

/** INTEGER from a whole number, minimal two's complement. */
export function integer(value: bigint | number): Bytes {
  return element(TAG.integer, bigIntBody(BigInt(value)))
}

export function enumerated(value: number): Bytes {
  return element(TAG.enumerated, bigIntBody(BigInt(value)))
}

/** INTEGER from contents octets already in two's complement, such as a serial number. */
export function integerOctets(body: Uint8Array): Bytes {
  return element(TAG.integer, body)
}

function arcOctets(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80)
  return octets
}

const WRITTEN = new Map<string, Bytes>()

/** OBJECT IDENTIFIER from dotted text; throws on text that is none, which only our own tables could cause. */
export function oid(dotted: string): Bytes {
  const encoded = WRITTEN.get(dotted) ?? writtenOid(dotted)
  if (WRITTEN.size < 256) WRITTEN.set(dotted, encoded)
  return encoded
}

function writtenOid(dotted: string): Bytes {
  if (!/^[0-2](\.\d+)+$/.test(dotted)) throw new Error(`not an object identifier: ${dotted}`)
  const [root = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt)
  return element(TAG.oid, Uint8Array.from([root * 40n + second, ...rest].flatMap(arcOctets)))
}

export function octetString(body: Uint8Array): Bytes {
  return element(TAG.octetString, body)
}

export function bitString(body: Uint8Array, unused = 0): Bytes {
  return element(TAG.bitString, Uint8Array.from([unused]), body)
}

/** Named bit list with trailing zero bits removed (X.690 11.2.2). */
export function namedBitString(bits: readonly number[]): Bytes {
  if (bits.length === 0) return bitString(new Uint8Array(0))
  const highest = Math.max(...bits)
  const body = new Uint8Array((highest >> 3) + 1)
  for (const bit of bits) body[bit >> 3] = (body[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  return bitString(body, 7 - (highest & 7))
}

export function nullValue(): Bytes {
  return element(TAG.null)
}

export function boolean(value: boolean): Bytes {
  return element(TAG.boolean, Uint8Array.from([value ? 0xff : 0]))
}

function text(tag: number, value: string): Bytes {
  return element(tag, new TextEncoder().encode(value))
}

export function utf8String(value: string): Bytes {
  return text(TAG.utf8String, value)
}

/** The caller keeps to the PrintableString alphabet. */
export function printableString(value: string): Bytes {
  return text(TAG.printableString, value)
}

/** The caller keeps to ASCII. */
export function ia5String(value: string): Bytes {
  return text(TAG.ia5String, value)
}

/** BMPString: two octets a UTF-16 unit, as PKCS#12 friendly names use it. */
export function bmpString(value: string): Bytes {
  const body = new Uint8Array(value.length * 2)
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i)
    body[i * 2] = unit >> 8
    body[i * 2 + 1] = unit & 0xff
  }
  return element(TAG.bmpString, body)
}

function digits(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:T]/g, '')
}

export function utcTime(at: Date): Bytes {
  return text(TAG.utcTime, digits(at).slice(2))
}

export function generalizedTime(at: Date): Bytes {
  return text(TAG.generalizedTime, digits(at))
}

/** UTCTime through 2049 and GeneralizedTime from 2050 (RFC 5280 4.1.2.5). */
export function time(at: Date): Bytes {
  const year = at.getUTCFullYear()
  return year >= 1950 && year < 2050 ? utcTime(at) : generalizedTime(at)
}
