import { element } from './write'
import { attempt, refuse } from './refusal'
import type { Refusal } from './refusal'
import type { Result } from '@/lib/kernel'

export type BerLimits = { readonly depth: number; readonly elements: number }

const DEFAULT_LIMITS: BerLimits = { depth: 64, elements: 200_000 }
const STRING_TAGS = new Set([0x03, 0x04, 0x0c, 0x12, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1a, 0x1c, 0x1e])

type Walk = { readonly source: Uint8Array; readonly limits: BerLimits; elements: number }
type Header = { readonly tag: number; readonly body: number; readonly length: number | undefined }
type Read = { readonly der: Uint8Array; readonly end: number }

function longLength(source: Uint8Array, at: number, count: number): number {
  if (count > 8 || at + count > source.length) refuse('ber-length', 'length cut short or too long', String(at))
  let length = 0
  for (const octet of source.subarray(at, at + count)) length = length * 256 + octet
  return length
}

function header(source: Uint8Array, at: number, limit: number): Header {
  if (at + 2 > limit) refuse('ber-truncated', 'element cut short', String(at))
  const tag = source[at] ?? 0
  if ((tag & 0x1f) === 0x1f) refuse('ber-tag', 'multi-octet tag', String(at))
  const first = source[at + 1] ?? 0
  if (first < 0x80) return { tag, body: at + 2, length: first }
  const count = first & 0x7f
  if (count === 0) return { tag, body: at + 2, length: undefined }
  return { tag, body: at + 2 + count, length: longLength(source, at + 2, count) }
}

function atEndOfContents(source: Uint8Array, at: number): boolean {
  return source[at] === 0 && source[at + 1] === 0
}

function readParts(walk: Walk, head: Header, limit: number, depth: number): { parts: Uint8Array[]; end: number } {
  const parts: Uint8Array[] = []
  const stop = head.length === undefined ? limit : head.body + head.length
  let at = head.body
  while (head.length === undefined ? !atEndOfContents(walk.source, at) : at < stop) {
    const part = normalise(walk, at, stop, depth + 1)
    parts.push(part.der)
    at = part.end
  }
  if (head.length !== undefined) return { parts, end: at }
  if (at + 2 > limit) refuse('ber-truncated', 'end-of-contents missing', String(at))
  return { parts, end: at + 2 }
}

function bodyOf(der: Uint8Array): Uint8Array {
  const first = der[1] ?? 0
  return der.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f))
}

/** The segments of a constructed string become one primitive string (X.690 8.7.3, 10.2). */
function joinSegments(tag: number, segments: readonly Uint8Array[], at: number): Uint8Array {
  const primitive = tag & ~0x20
  if (segments.some((segment) => segment[0] !== primitive)) {
    refuse('ber-string', 'a constructed string of other kinds of parts', String(at))
  }
  if (primitive !== 0x03) return element(primitive, ...segments.map(bodyOf))
  const bodies = segments.map(bodyOf)
  const unused = bodies[bodies.length - 1]?.subarray(0, 1) ?? Uint8Array.of(0)
  if (bodies.slice(0, -1).some((body) => body[0] !== 0)) refuse('ber-string', 'padding inside a bit string', String(at))
  return element(primitive, unused, ...bodies.map((body) => body.subarray(1)))
}

function construct(tag: number, parts: readonly Uint8Array[], at: number): Uint8Array {
  if (STRING_TAGS.has(tag & ~0x20) && (tag & 0xc0) === 0) return joinSegments(tag, parts, at)
  return element(tag, ...parts)
}

function normalise(walk: Walk, at: number, limit: number, depth: number): Read {
  if (depth > walk.limits.depth) refuse('ber-depth', 'nested too deeply', String(at))
  if (++walk.elements > walk.limits.elements) refuse('ber-too-many', 'too many elements', String(at))
  const head = header(walk.source, at, limit)
  if (head.length !== undefined && head.length > limit - head.body) {
    refuse('ber-truncated', 'contents cut short', String(at))
  }
  if ((head.tag & 0x20) === 0) {
    if (head.length === undefined) return refuse('ber-length', 'a primitive of indefinite length', String(at))
    const end = head.body + head.length
    return { der: element(head.tag, walk.source.subarray(head.body, end)), end }
  }
  const inside = readParts(walk, head, limit, depth)
  return { der: construct(head.tag, inside.parts, at), end: inside.end }
}

export type Normalised = { readonly der: Uint8Array; readonly end: number }

/**
 * Rewrites the first BER element of `source` with definite minimal lengths and primitive universal strings; `end` is
 * where the element stopped. Values and the order of sets stay as they are, so embedded certificates and signed
 * attributes that were DER keep their bytes. Context-tagged constructed strings keep their shape, since only the
 * schema knows that they are strings.
 */
export function berToDer(source: Uint8Array, limits: BerLimits = DEFAULT_LIMITS): Result<Normalised, Refusal> {
  return attempt(() => {
    const { der, end } = normalise({ source, limits, elements: 0 }, 0, source.length, 0)
    return { der, end }
  })
}
