import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bold, plain } from './face'
import { breakLines } from './line-breaking'

/** Every letter as wide as half its size. */
const measure = (text: string, _: unknown, size: number): number => Array.from(text).length * size * 0.5
const textOf = (lines: ReturnType<typeof breakLines>) =>
  lines.map((line) => line.words.map((word) => word.parts.map((part) => part.text).join('')).join(' '))
const broken = (text: string, letters: number, indent = 0) =>
  textOf(breakLines([plain(text)], { width: letters * 5, indent: indent * 5, size: 10 }, measure))

describe('breaking lines', () => {
  test('happens at blanks, the first line giving way to the indent', () => {
    expect(broken('Cộng hòa xã hội chủ nghĩa', 8)).toEqual(['Cộng hòa', 'xã hội', 'chủ', 'nghĩa'])
    expect(broken('Cộng hòa xã', 8, 2)).toEqual(['Cộng', 'hòa xã'])
  })
  test('an address breaks after its marks, a long word anywhere', () => {
    expect(broken('https://a.vn/tra-cuu?ma=1', 13)).toEqual(['https://a.vn/', 'tra-cuu?ma=1'])
    expect(broken('aaaaaaaa', 3)).toEqual(['aaa', 'aaa', 'aa'])
  })
  test('a line feed always breaks, a no-break space never', () => {
    expect(broken('một\nhai\u00a0ba bốn', 8)).toEqual(['một', 'hai\u00a0ba', 'bốn'])
  })
  test('two faces without a blank between them stay one word', () => {
    const lines = breakLines([plain('mã '), bold('H26'), plain('.')], { width: 100, indent: 0, size: 10 }, measure)
    expect(textOf(lines)).toEqual(['mã H26.'])
  })
  test('loses nothing and never overflows', () => {
    const text = fc.array(fc.string({ maxLength: 30 }), { maxLength: 20 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 60 }), (source, letters) => {
        const lines = breakLines([plain(source)], { width: letters * 5, indent: 0, size: 10 }, measure)
        const squeezed = (value: string) => value.replace(/[ \n]/g, '')
        expect(squeezed(textOf(lines).join(''))).toBe(squeezed(source))
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(letters * 5)
      }),
    )
  })
})
