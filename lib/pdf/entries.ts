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

/** A few times what the largest genuine files hold; the tables of so many take some tens of MB. */
const MAX_OBJECTS = 1 << 21
const ALWAYS_ALLOWED = 1 << 18
const BYTES_EACH = 8
/** What reading and sorting one row costs beside reading a byte. */
export const ROW_WORK = 32
/** Numbers have at most ten digits; a row beyond can be referred to by nobody. */
const MAX_NUMBER = 2 ** 31

/** How many entries a file of this size can have honestly: each object takes some bytes, however well it is packed. */
export function mostEntries(size: number): number {
  return Math.min(MAX_OBJECTS, Math.max(ALWAYS_ALLOWED, Math.floor(size / BYTES_EACH)))
}

export type EntryBuilder = {
  add(num: number, kind: number, first: number, second: number): void
  /** The finished table; `repeated` tells how many numbers were listed twice (the first wins). */
  done(): { table: EntryTable; repeated: number }
}

/** Entries in the making, their offsets counted from `origin`; one more than `most` is refused. */
export function entryBuilder(most: number, origin = 0): EntryBuilder {
  let table = emptyTable(64)
  let count = 0
  return {
    add(num, kind, first, second) {
      if (count >= most) throw new PdfFault('too-many-objects')
      if (num >= MAX_NUMBER) throw new PdfFault('xref-malformed', 'object number')
      if (count === table.nums.length) table = widen(table, Math.min(most, count * 2))
      table.nums[count] = num
      table.kinds[count] = kind
      table.firsts[count] = kind === 1 ? origin + first : first
      table.seconds[count] = second
      count++
    },
    done: () => pack(table, count),
  }
}

function emptyTable(rows: number): EntryTable {
  const column = () => new Float64Array(rows)
  return { nums: column(), kinds: new Uint8Array(rows), firsts: column(), seconds: column() }
}

function widen(table: EntryTable, rows: number): EntryTable {
  const wider = emptyTable(rows)
  wider.nums.set(table.nums)
  wider.kinds.set(table.kinds)
  wider.firsts.set(table.firsts)
  wider.seconds.set(table.seconds)
  return wider
}

function pack(table: EntryTable, count: number): { table: EntryTable; repeated: number } {
  const { nums, kinds, firsts, seconds } = table
  if (isAscending(nums, count)) {
    const own = { nums: nums.slice(0, count), kinds: kinds.slice(0, count) }
    return { table: { ...own, firsts: firsts.slice(0, count), seconds: seconds.slice(0, count) }, repeated: 0 }
  }
  const order = firstRows(nums, count)
  const sorted = emptyTable(order.length)
  for (const [to, from] of order.entries()) {
    sorted.nums[to] = nums[from] ?? 0
    sorted.kinds[to] = kinds[from] ?? 0
    sorted.firsts[to] = firsts[from] ?? 0
    sorted.seconds[to] = seconds[from] ?? 0
  }
  return { table: sorted, repeated: count - order.length }
}

function isAscending(nums: Float64Array, count: number): boolean {
  for (let i = 1; i < count; i++) if ((nums[i - 1] ?? 0) >= (nums[i] ?? 0)) return false
  return true
}

/** The row that comes first for each number, by number. A row and its number are sorted as one value: that needs no comparing by us. */
function firstRows(nums: Float64Array, count: number): Uint32Array {
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) keys[i] = (nums[i] ?? 0) * ROWS + i
  keys.sort()
  const rows = new Uint32Array(count)
  let rowCount = 0
  let before = -1
  for (const key of keys) {
    const num = Math.floor(key / ROWS)
    if (num !== before) rows[rowCount++] = key - num * ROWS
    before = num
  }
  return rows.subarray(0, rowCount)
}

/** More than a table has rows, two merged ones included; a number times this many is exact. */
const ROWS = 1 << 22

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
