import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryBuilder, entryOf, mergedEntries } from './entries'

describe('tables of entries', () => {
  const entry = fc.record({ num: fc.nat(20), kind: fc.integer({ min: 0, max: 2 }), first: fc.nat(), second: fc.nat(9) })
  type One = { num: number; kind: number; first: number; second: number }
  const built = (list: readonly One[]) => {
    const builder = entryBuilder(1000)
    for (const { num, kind, first, second } of list) builder.add(num, kind, first, second)
    return builder.done()
  }
  const kindOf = (list: readonly One[], num: number) => list.find((item) => item.num === num)

  it('hold the first entry of each number, whatever the order, and count the rest', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 200 }), (list) => {
        const { table, repeated } = built(list)
        expect(repeated).toBe(list.length - new Set(list.map(({ num }) => num)).size)
        for (let num = 0; num <= 21; num++) {
          const item = kindOf(list, num)
          const where =
            item?.kind === 1
              ? { kind: 'at', offset: item.first, gen: item.second }
              : item?.kind === 2
                ? { kind: 'in', stream: item.first, index: item.second }
                : item && { kind: 'free' }
          expect(entryOf(table, num)).toEqual(where)
        }
      }),
    )
  })
  it.each([true, false])('merged, the first wins; freed, it yields: %s', (freeYields) => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (first, two) => {
        const merged = mergedEntries(built(first).table, built(two).table, freeYields)
        for (let num = 0; num <= 20; num++) {
          const [a, b] = [entryOf(built(first).table, num), entryOf(built(two).table, num)]
          expect(entryOf(merged, num)).toEqual(freeYields && a?.kind === 'free' && b ? b : (a ?? b))
        }
      }),
    )
  })
  it('refuse one more than they may hold, and a number nobody can write', () => {
    const builder = entryBuilder(2)
    builder.add(2 ** 31 - 1, 1, 9, 0)
    expect(() => {
      builder.add(2 ** 31, 1, 9, 0)
    }).toThrow('xref-malformed')
    builder.add(1, 1, 9, 0)
    expect(() => {
      builder.add(2, 1, 9, 0)
    }).toThrow('too-many-objects')
  })
})
