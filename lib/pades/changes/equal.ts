import { asArray, asDict, asName, asRef, asStream, asString } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, PdfStream } from '@/lib/pdf'

/** Whether two objects are written alike: references by number, strings by bytes, streams by dictionary and raw bytes. */
export async function sameObject(pdf: Pdf, a: PdfObject, b: PdfObject): Promise<boolean> {
  if (a === b) return true
  const [left, right] = [asStream(a), asStream(b)]
  if (left === undefined || right === undefined) return sameValue(a, b)
  return differingKeys(left.dict, right.dict).every((key) => key === 'Length') && sameBytes(pdf, left, right)
}

const NOTHING = new Uint8Array()
const CHUNK = 1 << 20

export function sameValue(a: PdfObject, b: PdfObject): boolean {
  if (!isCompound(a) || !isCompound(b)) return a === b
  return a.type === b.type && COMPARE[a.type](a, b)
}

type Compound = Exclude<PdfObject, null | boolean | number>

function isCompound(value: PdfObject): value is Compound {
  return value !== null && typeof value === 'object'
}

function sameItems(a: readonly PdfObject[], b: readonly PdfObject[]): boolean {
  return a.length === b.length && a.every((item, i) => sameValue(item, b[i] ?? null))
}

const COMPARE: Record<Compound['type'], (a: Compound, b: Compound) => boolean> = {
  name: (a, b) => asName(a) === asName(b),
  ref: (a, b) => asRef(a)?.num === asRef(b)?.num && asRef(a)?.gen === asRef(b)?.gen,
  string: (a, b) => sameOctets(asString(a)?.bytes ?? NOTHING, asString(b)?.bytes ?? NOTHING),
  array: (a, b) => sameItems(asArray(a) ?? [], asArray(b) ?? []),
  dict: (a, b) => differingKeys(asDict(a), asDict(b)).length === 0,
  stream: (a, b) => asStream(a)?.start === asStream(b)?.start && asStream(a)?.length === asStream(b)?.length,
}

export function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** The keys whose values are not written alike. */
export function differingKeys(a: PdfDict | undefined, b: PdfDict | undefined): string[] {
  const value = (dict: PdfDict | undefined, key: string) => dict?.entries.get(key) ?? null
  const keys = new Set([...(a?.entries.keys() ?? []), ...(b?.entries.keys() ?? [])])
  return [...keys].filter((key) => !sameValue(value(a, key), value(b, key)))
}

async function sameBytes(pdf: Pdf, a: PdfStream, b: PdfStream): Promise<boolean> {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += CHUNK) {
    const length = Math.min(CHUNK, a.length - at)
    const [left, right] = [await pdf.source.read(a.start + at, length), await pdf.source.read(b.start + at, length)]
    if (!sameOctets(left, right)) return false
  }
  return true
}
