import type { Der } from '../der/scan'
import { contextTag, derBody, derBytes, derChildren, derCursor, derInner } from '../der/scan'
import { oidBody, readOid } from '../der/read'
import { ia5Body } from '../der/string'
import { readName } from './name'
import type { Name } from './name'
import { refuse } from '../der/refusal'

/** GeneralName (RFC 5280 4.2.1.6). */
export type GeneralName =
  | { readonly kind: 'dns'; readonly value: string }
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'uri'; readonly value: string }
  | { readonly kind: 'ip'; readonly bytes: Uint8Array }
  | { readonly kind: 'directory'; readonly name: Name }
  | { readonly kind: 'other'; readonly oid: string; readonly der: Uint8Array }
  | { readonly kind: 'registeredId'; readonly oid: string }
  | { readonly kind: 'x400'; readonly der: Uint8Array }
  | { readonly kind: 'ediParty'; readonly der: Uint8Array }

const READERS: ReadonlyMap<number, (node: Der) => GeneralName> = new Map<number, (node: Der) => GeneralName>([
  [contextTag(0), otherName],
  [contextTag(1, false), (node) => ({ kind: 'email', value: ia5Body(node) })],
  [contextTag(2, false), (node) => ({ kind: 'dns', value: ia5Body(node) })],
  [contextTag(3), (node) => ({ kind: 'x400', der: derBytes(node) })],
  [contextTag(4), (node) => ({ kind: 'directory', name: readName(derInner(node)) })],
  [contextTag(5), (node) => ({ kind: 'ediParty', der: derBytes(node) })],
  [contextTag(6, false), (node) => ({ kind: 'uri', value: ia5Body(node) })],
  [contextTag(7, false), (node) => ({ kind: 'ip', bytes: derBody(node) })],
  [contextTag(8, false), (node) => ({ kind: 'registeredId', oid: oidBody(derBody(node), String(node.start)) })],
])

function otherName(node: Der): GeneralName {
  const cursor = derCursor(node)
  const oid = readOid(cursor.next())
  const value = derInner(cursor.next(contextTag(0)))
  cursor.end()
  return { kind: 'other', oid, der: derBytes(value) }
}

export function readGeneralName(node: Der): GeneralName {
  const reader = READERS.get(node.tag)
  return reader
    ? reader(node)
    : refuse('general-name', `tag 0x${node.tag.toString(16)} is no kind of name`, String(node.start))
}

/** GeneralNames, at least one; the caller has checked the tag. */
export function readGeneralNames(node: Der): GeneralName[] {
  const names = derChildren(node).map(readGeneralName)
  if (names.length === 0) refuse('general-name', 'empty list of names', String(node.start))
  return names
}
