import { refuse } from './refusal'

/** One DER element inside `source`, never copied: identifier octet, and the offsets of header, contents and end. */
export type Der = {
  readonly source: Uint8Array
  readonly tag: number
  readonly start: number
  readonly body: number
  readonly end: number
}

/** Universal tags with the constructed bit where DER sets it. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  numericString: 0x12,
  printableString: 0x13,
  t61String: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
} as const

/** Identifier octet of a context-specific tag: `[n]` primitive, or constructed. */
export function contextTag(number: number, constructed = true): number {
  return (constructed ? 0xa0 : 0x80) | number
}

const MAX_CHILDREN = 65_536

function lengthOctets(source: Uint8Array, at: number, count: number): number {
  if (count === 0) refuse('der-indefinite-length', 'indefinite length is not DER', String(at))
  if (count > 4) refuse('der-length', 'length of more than four octets', String(at))
  let length = 0
  for (let i = 0; i < count; i++) length = length * 256 + (source[at + i] ?? 0)
  if (length < 128 || (source[at] ?? 0) === 0) refuse('der-length', 'length is not minimal', String(at))
  return length
}

/**
 * Reads the header of the element at `at` (X.690 8.1, 10.1): one-octet tags, definite minimal lengths,
 * contents within `limit`. Throws `Refused` otherwise.
 */
export function derAt(source: Uint8Array, at: number, limit: number): Der {
  if (at + 2 > limit) refuse('der-truncated', 'element cut short', String(at))
  const tag = source[at] ?? 0
  if ((tag & 0x1f) === 0x1f) refuse('der-tag', 'multi-octet tag', String(at))
  const first = source[at + 1] ?? 0
  let body = at + 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (body + count > limit) refuse('der-truncated', 'length cut short', String(at))
    length = lengthOctets(source, body, count)
    body += count
  }
  if (length > limit - body) refuse('der-truncated', 'contents cut short', String(at))
  return { source, tag, start: at, body, end: body + length }
}

/** The one element that fills `bytes` exactly. */
export function readDer(bytes: Uint8Array, expected?: number): Der {
  const node = derAt(bytes, 0, bytes.length)
  if (node.end !== bytes.length) refuse('der-trailing', 'bytes follow the element', String(node.end))
  return expected === undefined ? node : expectTag(node, expected)
}

export function expectTag(node: Der, tag: number): Der {
  if (node.tag !== tag) {
    refuse('der-unexpected-tag', `found tag 0x${node.tag.toString(16)}, not 0x${tag.toString(16)}`, String(node.start))
  }
  return node
}

/** The contents octets, a view. */
export function derBody(node: Der): Uint8Array {
  return node.source.subarray(node.body, node.end)
}

/** Header and contents, a view. */
export function derBytes(node: Der): Uint8Array {
  return node.source.subarray(node.start, node.end)
}

export function isConstructed(node: Der): boolean {
  return (node.tag & 0x20) !== 0
}

/** The direct elements of a constructed element, at most 65,536. */
export function derChildren(node: Der): Der[] {
  if (!isConstructed(node)) refuse('der-primitive', 'a primitive element has no parts', String(node.start))
  const children: Der[] = []
  for (let at = node.body; at < node.end; ) {
    if (children.length >= MAX_CHILDREN) refuse('der-too-many', 'too many elements', String(at))
    const child = derAt(node.source, at, node.end)
    children.push(child)
    at = child.end
  }
  return children
}

/** Walks the elements of a constructed element in order, as the ASN.1 module lists them. */
export type DerCursor = {
  readonly more: () => boolean
  /** The next element; refused when there is none or, with `tag`, another one. */
  readonly next: (tag?: number) => Der
  /** The next element if it has this tag. */
  readonly maybe: (tag: number) => Der | undefined
  /** Refuses anything left over. */
  readonly end: () => void
}

export function derCursor(node: Der): DerCursor {
  if (!isConstructed(node)) refuse('der-primitive', 'a primitive element has no parts', String(node.start))
  let at = node.body
  const next = (tag?: number): Der => {
    const child = derAt(node.source, at, node.end)
    if (tag !== undefined) expectTag(child, tag)
    at = child.end
    return child
  }
  return {
    more: () => at < node.end,
    next,
    maybe: (tag) => (at < node.end && node.source[at] === tag ? next(tag) : undefined),
    end: () => {
      if (at < node.end) refuse('der-unexpected-element', 'an element too many', String(at))
    },
  }
}

/** The single element wrapped by an explicit tag. */
export function derInner(node: Der, tag?: number): Der {
  const cursor = derCursor(node)
  const inner = cursor.next(tag)
  cursor.end()
  return inner
}
