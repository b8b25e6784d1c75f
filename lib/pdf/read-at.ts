import { PdfFault } from './fault'
import { cursorOf, NEED_MORE } from './lexer'
import type { Cursor } from './lexer'
import { parseIndirect } from './parser'
import type { IndirectObject } from './parser'
import { spend } from './source'
import type { ByteSource } from './source'

const MAX_OBJECT = 1 << 24
/** Values that every object may have, and what each one more costs beside reading a byte. */
const [FREE_VALUES, VALUE_WORK] = [1000, 96]

/** Parses, and counts the work of objects with very many values: the same bytes may be read under many numbers. */
export function parseCounted<T>(source: ByteSource, c: Cursor, parse: (c: Cursor) => T): T {
  try {
    return parse(c)
  } finally {
    spend(source, Math.max(0, c.values - FREE_VALUES) * VALUE_WORK)
  }
}

/** Reads with `parse` at an offset, widening the window until the object is whole (at most 16 MiB). */
export async function readAt<T>(source: ByteSource, offset: number, parse: (c: Cursor) => T, first = 1024): Promise<T> {
  for (let length = first; ; length *= 4) {
    const bytes = await source.read(offset, length)
    const final = offset + bytes.length >= source.size
    try {
      return parseCounted(source, cursorOf(bytes, offset, final), parse)
    } catch (error) {
      if (error !== NEED_MORE) throw error
      spend(source, length)
      if (length >= MAX_OBJECT) throw new PdfFault('object-too-large', undefined, offset)
    }
  }
}

/** The indirect object whose header stands at this offset; undefined when none can be read there. */
export async function objectAt(source: ByteSource, offset: number): Promise<IndirectObject | undefined> {
  try {
    return await readIndirect(source, offset)
  } catch (error) {
    if (error instanceof PdfFault && error.code !== 'too-complex') return undefined
    throw error
  }
}

/** The indirect object whose header stands at this offset. */
export function readIndirect(source: ByteSource, offset: number): Promise<IndirectObject> {
  return readAt(source, offset, parseIndirect)
}
