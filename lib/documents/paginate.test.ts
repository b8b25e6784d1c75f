import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptToEnd, paginate } from './paginate'
import type { Strip } from './piece'

const rule = (y: number, width: number) => ({ kind: 'rule' as const, x: 0, y, width, height: 1 })
const strip = (height: number, width: number, more: Partial<Strip> = {}): Strip => ({
  height,
  pieces: [rule(0, width)],
  keep: false,
  ...more,
})
const placed = (strips: Strip[], height = 100) =>
  paginate(strips, height).map((pieces) => pieces.map((piece) => [piece.kind === 'rule' ? piece.width : 0, piece.y]))

test('strips follow each other and go on over the page', () => {
  expect(placed([strip(60, 1), strip(40, 2), strip(10, 3)])).toEqual([
    [
      [1, 0],
      [2, 60],
    ],
    [[3, 0]],
  ])
})
test('what keeps to the next moves on with it', () => {
  expect(placed([strip(50, 1), strip(30, 2, { keep: true }), strip(30, 3)])).toEqual([
    [[1, 0]],
    [
      [2, 0],
      [3, 30],
    ],
  ])
})
test('what keeps together fills a page just so, and what is taller than one begins on the first', () => {
  const group = [strip(60, 2, { keep: true }), strip(40, 3)]
  expect(placed([strip(10, 1), ...group]).map((page) => page.map(([width]) => width))).toEqual([[1], [2, 3]])
  expect(placed([strip(130, 1), strip(10, 2)]).map((page) => page.map(([width]) => width))).toEqual([[1], [2]])
})
test('the head of a table comes again on every page', () => {
  const head = { pieces: [rule(0, 9)], height: 10 }
  const rows = [1, 2, 3].map((width) => strip(45, width, { head }))
  expect(placed([strip(10, 9, { keep: true }), ...rows])).toEqual([
    [
      [9, 0],
      [1, 10],
      [2, 55],
    ],
    [
      [9, 0],
      [3, 10],
    ],
  ])
})
test('everything is painted once, on a page it fits', () => {
  const strips = fc.array(fc.record({ height: fc.integer({ min: 1, max: 90 }), keep: fc.boolean() }))
  fc.assert(
    fc.property(strips, (list) => {
      const pages = placed(list.map(({ height, keep }, index) => strip(height, index, { keep })))
      expect(pages.flat().map(([index]) => index)).toEqual(list.map((_, index) => index))
      for (const [index = 0, y = 0] of pages.flat()) expect(y + (list[index]?.height ?? 0)).toBeLessThanOrEqual(100)
    }),
  )
})

test('a last page is never two lines: the end stays together, as far as it fits on a page', () => {
  const strips = fc.array(fc.record({ height: fc.integer({ min: 5, max: 40 }), keep: fc.boolean() }), { minLength: 1 })
  fc.assert(
    fc.property(strips, (list) => {
      const pages = paginate(keptToEnd(list.map(({ height, keep }, index) => strip(height, index, { keep }))), 700)
      const last = pages.at(-1)?.length ?? 0
      const room = list.slice(list.length - last).reduce((sum, { height }) => sum + height, 0)
      if (pages.length > 1) {
        expect(last).toBeGreaterThanOrEqual(9)
        expect(room).toBeGreaterThanOrEqual(120)
      }
    }),
  )
})

test('one row of a table does not go over the page with the end', () => {
  const head = { pieces: [], height: 10 }
  const rows = Array.from({ length: 30 }, (_, index) => strip(20, index, { head }))
  const end = Array.from({ length: 8 }, (_, index) => strip(20, 100 + index))
  const [, second = []] = paginate(keptToEnd([...rows, ...end]), 640)
  expect(second.map((piece) => (piece.kind === 'rule' ? piece.width : 0))).toEqual(end.map((_, index) => 100 + index))
})

test.each([
  // Beside nine strips there is room of 120 at the end, or more strips are kept until there is.
  [20, 9],
  [10, 12],
  [5, 24],
])('strips of %i: the last %i are kept together', (height, count) => {
  const strips = Array.from({ length: 40 }, (_, index) => strip(height, index))
  const keeps = keptToEnd(strips).map(({ keep }) => keep)
  expect(keeps.lastIndexOf(false, -2)).toBe(40 - count - 1)
  expect(keeps.at(-1)).toBe(false)
})

test.each([1, 2])('nor do %i rows of a table alone when little follows them: two more rows come along', (rows) => {
  const head = { pieces: [], height: 10 }
  const table = Array.from({ length: 20 }, (_, index) => strip(20, index, { head }))
  const after = Array.from({ length: 9 - rows }, (_, index) => strip(20, 100 + index))
  const strips = [...table, ...after]
  const first = keptToEnd(strips).findIndex(({ keep }) => keep)
  // With six strips or more behind the table, they are end enough; else the end begins two rows earlier.
  expect(first).toBe(20)
  const few = [...table, ...Array.from({ length: 5 }, (_, index) => strip(20 + 15 * rows, 100 + index))]
  expect(keptToEnd(few).findIndex(({ keep }) => keep)).toBeLessThanOrEqual(18)
})
