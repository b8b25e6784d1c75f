import { PdfFault } from './fault'

/** Where an object lies: nowhere, at an offset of the file, or in an object stream. */
export type Entry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number; readonly gen: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }

/** The entries of one cross-reference section, packed and sorted by object number. */
export type EntryTable = {
  readonly nums: Float64Array
  readonly kinds: Uint8Array
  readonly firsts: Float64Array
  readonly seconds: Float64Array
}

/** Annex C of ISO 32000-1 names this as the limit of indirect objects. */
const MAX_OBJECTS = 8_388_607
const ALWAYS_ALLOWED = 1 << 18
const BYTES_EACH = 8

/** How many entries a file of this size can have honestly: each object takes some bytes, however well it is packed. */
export function mostEntries(size: number): number {
  return Math.min(MAX_OBJECTS, Math.max(ALWAYS_ALLOWED, Math.floor(size / BYTES_EACH)))
}

export type EntryBuilder = {
  add(num: number, kind: number, first: number, second: number): void
  /** The finished table; `repeated` tells how many numbers were listed twice (the first wins). */
  done(): { table: EntryTable; repeated: number }
}

/** Entries in the making; one more than `most` is refused. */
export function entryBuilder(most: number): EntryBuilder {
  let rows = new Float64Array(64)
  let length = 0
  return {
    add(num, kind, first, second) {
      if (length >= most * 4) throw new PdfFault('too-many-objects')
      if (length === rows.length) {
        const wider = new Float64Array(length * 2)
        wider.set(rows)
        rows = wider
      }
      rows.set([num, kind, first, second], length)
      length += 4
    },
    done: () => packed(rows.subarray(0, length)),
  }
}

function packed(rows: Float64Array): { table: EntryTable; repeated: number } {
  const count = rows.length / 4
  const num = (row: number) => rows[row * 4] ?? 0
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  let sorted = true
  for (let i = 1; i < count && sorted; i++) sorted = num(i - 1) < num(i)
  if (!sorted) order.sort((a, b) => num(a) - num(b) || a - b)
  const kept = sorted ? order : order.filter((row, i) => i === 0 || num(order[i - 1] ?? 0) !== num(row))
  const column = (at: number) => Float64Array.from(kept, (row) => rows[row * 4 + at] ?? 0)
  return {
    table: { nums: column(0), kinds: Uint8Array.from(column(1)), firsts: column(2), seconds: column(3) },
    repeated: count - kept.length,
  }
}

/** The entry of an object number, undefined when the section does not list it. */
export function entryOf(table: EntryTable, num: number): Entry | undefined {
  const at = indexOf(table.nums, num)
  return at < 0 ? undefined : entryAt(table, at)
}

export function entryAt(table: EntryTable, at: number): Entry {
  const first = table.firsts[at] ?? 0
  const second = table.seconds[at] ?? 0
  const kind = table.kinds[at]
  if (kind === 1) return { kind: 'at', offset: first, gen: second }
  return kind === 2 ? { kind: 'in', stream: first, index: second } : { kind: 'free' }
}

function indexOf(nums: Float64Array, num: number): number {
  let low = 0
  let high = nums.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = nums[middle] ?? 0
    if (value === num) return middle
    if (value < num) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Both tables in one; where both list a number the first wins, unless it calls the object free and the second does not. */
export function mergedEntries(first: EntryTable, second: EntryTable, freeYields: boolean): EntryTable {
  const builder = entryBuilder(first.nums.length + second.nums.length)
  const put = (table: EntryTable, i: number) => {
    builder.add(table.nums[i] ?? 0, table.kinds[i] ?? 0, table.firsts[i] ?? 0, table.seconds[i] ?? 0)
  }
  for (let i = 0; i < first.nums.length; i++) {
    const other = freeYields && first.kinds[i] === 0 ? indexOf(second.nums, first.nums[i] ?? 0) : -1
    if (other < 0) put(first, i)
  }
  for (let i = 0; i < second.nums.length; i++) put(second, i)
  return builder.done().table
}
