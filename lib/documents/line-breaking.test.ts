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
  test.each([
    // A syllable is never parted, however it is typed; nor are an en dash or a stroke from what they join.
    ['nghiêng ngả', 8, ['nghiêng', 'ngả']],
    ['nghiêng', 7, ['nghiêng']],
    ['Điều 5–7', 6, ['Điều', '5–7']],
    ['số\u00a005/QĐ', 8, ['số\u00a005/QĐ']],
    ['ngày\u00a005 tháng\u00a002', 9, ['ngày\u00a005', 'tháng\u00a002']],
    // Blanks in a row count for one, and none begins or ends a line.
    ['  một   hai  ', 20, ['một hai']],
    ['một      hai', 5, ['một', 'hai']],
    // An empty line stays one.
    ['một\n\nhai', 9, ['một', '', 'hai']],
    ['', 9, ['']],
    ['một\n', 9, ['một', '']],
    ['aa bb', 5, ['aa bb']],
    ['aa bb', 4, ['aa', 'bb']],
  ])('%j in %i letters', (text, letters, lines) => {
    expect(broken(text, letters)).toEqual(lines)
  })
  test('marks the last line of each paragraph, which is not stretched', () => {
    const lines = breakLines([plain('aa bb cc\ndd ee')], { width: 25, indent: 0, size: 10 }, measure)
    expect(lines.map(({ isLast }) => isLast)).toEqual([false, true, true])
  })
  test('a word cut in pieces fits into the first line too, and none is parted within a letter', () => {
    expect(broken('aaaaaa', 4, 2)).toEqual(['aa', 'aa', 'aa'])
    expect(broken('𝒜𝒜𝒜', 2)).toEqual(['𝒜𝒜', '𝒜'])
  })
  test('a word of several faces is as wide as all of them', () => {
    const spans = [plain('aa'), bold('bb'), plain(' c')]
    const lines = breakLines(spans, { width: 25, indent: 0, size: 10 }, measure)
    expect([textOf(lines), lines.map(({ width }) => width)]).toEqual([
      ['aabb', 'c'],
      [20, 5],
    ])
  })
  test('only the first line of all is indented', () => {
    expect(broken('aa bb\naa bb', 5, 2)).toEqual(['aa', 'bb', 'aa bb'])
  })
  test('a word of several faces is cut between letters, each in its own', () => {
    const lines = breakLines([plain('aaaa'), bold('bbbb')], { width: 15, indent: 0, size: 10 }, measure)
    const faces = lines.map(({ words }) =>
      words.flatMap(({ parts }) => parts.map(({ text, face }) => `${face} ${text}`)),
    )
    expect(faces).toEqual([['regular aaa'], ['regular a', 'bold bb'], ['bold bb']])
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
