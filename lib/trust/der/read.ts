import { bytesToBigInt } from './bytes'
import type { Der } from './scan'
import { derBody, expectTag, TAG } from './scan'
import { refuse } from './refusal'

const MAX_OID_OCTETS = 128

function readArcs(body: Uint8Array, at: string): bigint[] {
  const arcs: bigint[] = []
  let arc = 0n
  let fresh = true
  for (const octet of body) {
    if (fresh && octet === 0x80) refuse('der-oid', 'object identifier arc is not minimal', at)
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    fresh = (octet & 0x80) === 0
    if (fresh) {
      arcs.push(arc)
      arc = 0n
    }
  }
  if (!fresh) refuse('der-oid', 'object identifier cut short', at)
  return arcs
}

/** Contents of an OBJECT IDENTIFIER (X.690 8.19) as dotted text, also for implicitly tagged ones. */
export function oidBody(body: Uint8Array, at = ''): string {
  if (body.length === 0 || body.length > MAX_OID_OCTETS) refuse('der-oid', 'object identifier has no sane length', at)
  const [first = 0n, ...rest] = readArcs(body, at)
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n
  return [root, first - root * 40n, ...rest].join('.')
}

export function readOid(node: Der): string {
  return oidBody(derBody(expectTag(node, TAG.oid)), String(node.start))
}

function isPadded([first, second = 0]: Uint8Array): boolean {
  return (first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)
}

/** Contents of an INTEGER (X.690 8.3): non-empty and minimal, checked whatever the tag. */
export function integerBody(node: Der): Uint8Array {
  const body = derBody(node)
  if (body.length === 0) refuse('der-integer', 'empty integer', String(node.start))
  if (body.length > 1 && isPadded(body)) refuse('der-integer', 'integer is not minimal', String(node.start))
  return body
}

export function readInteger(node: Der): bigint {
  return integerValue(expectTag(node, TAG.integer))
}

/** Like `readInteger` for an implicitly tagged integer. */
export function integerValue(node: Der): bigint {
  const body = integerBody(node)
  const magnitude = bytesToBigInt(body)
  return (body[0] ?? 0) >= 0x80 ? magnitude - (1n << BigInt(body.length * 8)) : magnitude
}

/** A non-negative integer that fits a JavaScript number; larger or negative ones are refused. */
export function smallIntegerValue(node: Der): number {
  const value = integerValue(node)
  if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    refuse('der-integer', 'integer out of range', String(node.start))
  }
  return Number(value)
}

export function readSmallInteger(node: Der): number {
  return smallIntegerValue(expectTag(node, TAG.integer))
}

/** Contents of a BOOLEAN, 0x00 or 0xFF and nothing else (X.690 11.1), whatever the tag. */
export function booleanValue(node: Der): boolean {
  const body = derBody(node)
  const octet = body[0]
  if (body.length !== 1 || (octet !== 0 && octet !== 0xff))
    refuse('der-boolean', 'not a DER boolean', String(node.start))
  return octet === 0xff
}

export function readBoolean(node: Der): boolean {
  return booleanValue(expectTag(node, TAG.boolean))
}

export function readOctets(node: Der): Uint8Array {
  return derBody(expectTag(node, TAG.octetString))
}

export type BitString = { readonly unused: number; readonly bytes: Uint8Array }

/** Contents of a BIT STRING (X.690 8.6, 11.2): padding bits must be zero; whatever the tag. */
export function bitStringValue(node: Der): BitString {
  const body = derBody(node)
  const unused = body[0] ?? 8
  const bytes = body.subarray(1)
  const last = bytes[bytes.length - 1]
  const wrong = unused > 7 || (last === undefined ? unused !== 0 : (last & ((1 << unused) - 1)) !== 0)
  if (wrong) refuse('der-bit-string', 'bit string with wrong padding', String(node.start))
  return { unused, bytes }
}

export function readBitString(node: Der): BitString {
  return bitStringValue(expectTag(node, TAG.bitString))
}

/** A BIT STRING that holds octets, such as a signature or key: no padding bits allowed. */
export function readBitOctets(node: Der): Uint8Array {
  const { unused, bytes } = readBitString(node)
  if (unused !== 0) refuse('der-bit-string', 'octets with padding bits', String(node.start))
  return bytes
}

/** Numbers of the bits that are set in a named bit list, at most 64 bits long. */
export function namedBits(value: BitString): ReadonlySet<number> {
  const set = new Set<number>()
  if (value.bytes.length > 8) refuse('der-bit-string', 'named bit list too long')
  value.bytes.forEach((octet, index) => {
    for (let bit = 0; bit < 8; bit++) if ((octet & (0x80 >> bit)) !== 0) set.add(index * 8 + bit)
  })
  return set
}
