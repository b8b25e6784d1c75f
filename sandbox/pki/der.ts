/** DER writing for what this stand-in issues: each function returns one complete element. */
export type Der = Buffer

function element(tag: number, ...content: Uint8Array[]): Der {
  const body = Buffer.concat(content)
  const size = body.length
  if (size < 128) return Buffer.concat([Buffer.of(tag, size), body])
  const hex = size.toString(16)
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.of(tag, 0x80 | octets.length), octets, body])
}

export const seq = (...items: Uint8Array[]): Der => element(0x30, ...items)
/** A SET OF: the items are put in DER order. */
export const setOf = (...items: Uint8Array[]): Der => element(0x31, ...[...items].sort((a, b) => Buffer.compare(a, b)))
export const octets = (content: Uint8Array): Der => element(0x04, content)
export const bits = (content: Uint8Array, unused = 0): Der => element(0x03, Buffer.of(unused), content)
export const nil = (): Der => element(0x05)
export const bool = (value: boolean): Der => element(0x01, Buffer.of(value ? 0xff : 0))
export const enumerated = (value: number): Der => element(0x0a, Buffer.of(value))
export const utf8 = (text: string): Der => element(0x0c, Buffer.from(text, 'utf8'))
export const printable = (text: string): Der => element(0x13, Buffer.from(text, 'latin1'))
export const bmp = (text: string): Der => element(0x1e, Buffer.from(text, 'utf16le').swap16())
/** Constructed context tag, around whole elements. */
export const explicit = (tag: number, ...items: Uint8Array[]): Der => element(0xa0 | tag, ...items)
/** Primitive context tag, around bare content. */
export const implicit = (tag: number, content: Uint8Array): Der => element(0x80 | tag, content)

export function int(value: number | bigint | Uint8Array): Der {
  if (value instanceof Uint8Array) {
    const first = value.findIndex((octet) => octet !== 0)
    const bare = first < 0 ? Buffer.of(0) : Buffer.from(value.subarray(first))
    return element(0x02, (bare[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bare]) : bare)
  }
  const hex = value.toString(16)
  return int(Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'))
}

function base128(value: number): number[] {
  const groups = [value & 0x7f]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) groups.unshift((rest & 0x7f) | 0x80)
  return groups
}

export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)))
}

const stamp = (at: Date): string => `${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`

export const generalizedTime = (at: Date): Der => element(0x18, Buffer.from(stamp(at), 'latin1'))

/** RFC 5280 4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050. */
export const time = (at: Date): Der =>
  at.getUTCFullYear() < 2050 ? element(0x17, Buffer.from(stamp(at).slice(2), 'latin1')) : generalizedTime(at)
