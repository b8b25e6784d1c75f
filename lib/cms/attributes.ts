import { attempt, der, derBytes, derChildren, derCursor, expectTag, readOid, TAG } from '@/lib/trust'
import type { Der } from '@/lib/trust'
import { SINGLE_VALUED } from './oids'

/** One Attribute of RFC 5652 5.3: its kind and its values. */
export type CmsAttribute = { readonly oid: string; readonly values: readonly Der[] }

/** Attributes read by kind; what stands against the standard is listed, never dropped in silence. */
export type AttributeList = {
  readonly all: readonly CmsAttribute[]
  /** Kinds that may stand once with one value, and do not. */
  readonly repeated: readonly string[]
  /** Kinds we know, whose value cannot be read. Filled while reading. */
  readonly malformed: string[]
}

function readAttribute(node: Der): CmsAttribute {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const kind = readOid(cursor.next())
  const values = derChildren(cursor.next(TAG.set))
  cursor.end()
  return { oid: kind, values }
}

export function readAttributes(node: Der | undefined): AttributeList {
  const all = node ? derChildren(node).map(readAttribute) : []
  const seenKinds = new Set<string>()
  const repeated = new Set<string>()
  for (const { oid: kind, values } of all) {
    if (SINGLE_VALUED.has(kind) && (seenKinds.has(kind) || values.length !== 1)) repeated.add(kind)
    seenKinds.add(kind)
  }
  return { all, repeated: [...repeated], malformed: [] }
}

/** Every value of the kind through `read`; a value that cannot be read is noted as malformed and left out. */
export function valuesOf<T>(list: AttributeList, kind: string, read: (value: Der) => T): T[] {
  const nodes = list.all.filter((attribute) => attribute.oid === kind).flatMap((attribute) => attribute.values)
  return nodes.flatMap((node) => {
    const value = attempt(() => read(node))
    if (value.ok) return [value.value]
    list.malformed.push(kind)
    return []
  })
}

export function hasAttribute(list: AttributeList, kind: string): boolean {
  return list.all.some((attribute) => attribute.oid === kind)
}

export const valueBytes = (list: AttributeList, kind: string): Uint8Array[] => valuesOf(list, kind, derBytes)

/** DER of an Attribute with these values. */
export function attributeDer(kind: string, ...values: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return der.sequence(der.oid(kind), der.setOf(...values))
}
