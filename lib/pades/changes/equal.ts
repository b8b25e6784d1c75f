import type { Pdf, PdfDict, PdfObject, PdfStream } from '@/lib/pdf'

/** Whether two objects are written alike: references by number, strings by bytes, streams by dictionary and raw bytes. */
export async function sameObject(pdf: Pdf, a: PdfObject, b: PdfObject): Promise<boolean> {
  if (a === b) return true
  if (isStream(a) && isStream(b)) return sameDict(a.dict, b.dict, LENGTH) && sameBytes(pdf, a, b)
  return sameValue(a, b)
}

const LENGTH: ReadonlySet<string> = new Set(['Length'])
const NONE: ReadonlySet<string> = new Set()
const CHUNK = 1 << 20

function isStream(value: PdfObject): value is PdfStream {
  return value !== null && typeof value === 'object' && value.type === 'stream'
}

export function sameValue(a: PdfObject, b: PdfObject): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  switch (a.type) {
    case 'name':
      return b.type === 'name' && a.name === b.name
    case 'ref':
      return b.type === 'ref' && a.num === b.num && a.gen === b.gen
    case 'string':
      return b.type === 'string' && sameOctets(a.bytes, b.bytes)
    case 'array':
      return (
        b.type === 'array' &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => sameValue(item, b.items[i] ?? null))
      )
    case 'dict':
      return b.type === 'dict' && sameDict(a, b, NONE)
    case 'stream':
      return b.type === 'stream' && a.start === b.start && a.length === b.length
  }
}

function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

export function sameDict(a: PdfDict, b: PdfDict, except: ReadonlySet<string>): boolean {
  return differingKeys(a, b).every((key) => except.has(key))
}

/** The keys whose values are not written alike. */
export function differingKeys(a: PdfDict | undefined, b: PdfDict | undefined): string[] {
  const keys = new Set([...(a?.entries.keys() ?? []), ...(b?.entries.keys() ?? [])])
  return [...keys].filter((key) => !sameValue(a?.entries.get(key) ?? null, b?.entries.get(key) ?? null))
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
