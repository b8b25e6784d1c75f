import { toHex } from '../der/bytes'
import type { Der } from '../der/scan'
import { derBody, derBytes, derChildren, derCursor, expectTag, TAG } from '../der/scan'
import { readOid } from '../der/read'
import { isStringTag, readString } from '../der/string'
import { attempt, refuse } from '../der/refusal'

/** One attribute of a name; `value` is its text, or `#hex` of the DER when it is not a string. */
export type Attribute = { readonly oid: string; readonly value: string; readonly der: Uint8Array }

/** A distinguished name: its bytes, its relative names from the root downward, a reading, and a key for comparison. */
export type Name = {
  readonly der: Uint8Array
  readonly rdns: readonly (readonly Attribute[])[]
  /** RFC 4514-like, most specific part first. */
  readonly text: string
  /** One comparison key for each relative name (RFC 5280 7.1); equal keys mean equal names. */
  readonly keys: readonly string[]
}

const SHORT: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.17': 'postalCode',
  '2.5.4.20': 'telephoneNumber',
  '2.5.4.42': 'GN',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
}
const MAX_RDNS = 256
const IGNORED = /[\u00ad\u034f\u1806\u180b-\u180d\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffc]/gu
// eslint's rule on control characters is about accidents; RFC 4518 2.2 maps exactly these away.
const CONTROLS = /\p{Cc}/gu
const SPACES = /[\t\n\v\f\r\u0085\p{Zs}\p{Zl}\p{Zp}]+/gu

/** RFC 4518 preparation of a caseIgnoreMatch value: mapped, normalised, folded, inner spaces collapsed, outer dropped. */
export function preparedText(value: string): string {
  const spaced = value.replaceAll(SPACES, ' ').replaceAll(IGNORED, '').replaceAll(CONTROLS, '')
  return spaced.normalize('NFKC').toLowerCase().replaceAll(SPACES, ' ').trim()
}

function escapeValue(value: string): string {
  return value.replaceAll(/[\\,+"<>;=]/g, (mark) => `\\${mark}`).replace(/^[ #]/, (mark) => `\\${mark}`)
}

/** An attribute with its reading in a name's text and its comparison key. */
type Part = Attribute & { readonly shown: string; readonly key: string }

/** Text of a value, or `#hex` of its DER when it is no string or breaks the rules of its kind: compared, never guessed. */
function attributeText(node: Der): { readonly value: string; readonly shown: string; readonly comparable: string } {
  const text = isStringTag(node.tag) ? attempt(() => readString(node)) : undefined
  if (text?.ok) return { value: text.value, shown: escapeValue(text.value), comparable: preparedText(text.value) }
  const raw = `#${toHex(derBytes(node))}`
  // A control character cannot survive preparation, so bytes never equal a text that spells them.
  return { value: raw, shown: raw, comparable: `\u0002${raw}` }
}

function attribute(node: Der): Part {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const oid = readOid(cursor.next())
  const valueNode = cursor.next()
  cursor.end()
  const { value, shown, comparable } = attributeText(valueNode)
  return { oid, value, shown, der: derBytes(valueNode), key: `${oid}=${comparable}` }
}

function relativeName(node: Der): Part[] {
  const attributes = derChildren(expectTag(node, TAG.set)).map(attribute)
  if (attributes.length === 0) refuse('name', 'empty relative distinguished name', String(node.start))
  return attributes
}

function nameOf(der: Uint8Array, nodes: readonly Der[]): Name {
  if (nodes.length > MAX_RDNS) refuse('name', 'name of too many parts')
  const rdns = nodes.map(relativeName)
  const text = rdns
    .map((rdn) => rdn.map(({ oid, shown }) => `${SHORT[oid] ?? oid}=${shown}`).join('+'))
    .reverse()
    .join(', ')
  // A NUL cannot survive preparation, so parts joined by it cannot run into each other.
  const keys = rdns.map((rdn) =>
    rdn
      .map(({ key }) => key)
      .sort()
      .join('\0'),
  )
  return { der, rdns, text, keys }
}

/** Name ::= RDNSequence (RFC 5280 4.1.2.4). */
export function readName(node: Der): Name {
  return nameOf(derBytes(node), derChildren(expectTag(node, TAG.sequence)))
}

/** The name made of `parent` and one more relative name (the contents of `nameRelativeToCRLIssuer`). */
export function appendRelativeName(parent: Name, relative: Der): Name {
  const rdn = derChildren({ ...relative, tag: TAG.set }).map(attribute)
  const key = rdn
    .map((part) => part.key)
    .sort()
    .join('\0')
  return { der: derBody(relative), rdns: [...parent.rdns, rdn], text: parent.text, keys: [...parent.keys, key] }
}

/** Equality of names by RFC 5280 7.1: case, width and spacing of the text do not count, nor the string kind. */
export function namesEqual(a: Name, b: Name): boolean {
  return a.keys.length === b.keys.length && a.keys.every((key, index) => key === b.keys[index])
}

/** Whether `name` lies in the subtree of `base`: its first relative names are those of `base`. */
export function isNameWithin(name: Name, base: Name): boolean {
  return base.keys.length <= name.keys.length && base.keys.every((key, index) => key === name.keys[index])
}

export function isEmptyName(name: Name): boolean {
  return name.rdns.length === 0
}

const SPOKEN = ['2.5.4.3', '2.5.4.10'] as const

/** What people call the bearer of a name: its common name, else its organisation, else all of it. */
export function plainName(name: Name): string {
  return SPOKEN.flatMap((oid) => attributeValues(name, oid).slice(0, 1))[0] ?? name.text
}

/** Values of one attribute kind, in the order of the name. */
export function attributeValues(name: Name, oid: string): string[] {
  return name.rdns.flatMap((rdn) => rdn.filter((part) => part.oid === oid).map((part) => part.value))
}
