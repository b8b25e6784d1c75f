import { describe, expect, it } from 'vitest'
import { paragraph, rule, space, table } from './block'
import type { Block, Column } from './block'
import { plain } from './face'
import { lay } from './layout'
import { paginate } from './paginate'
import type { Node, Piece, Strip } from './piece'

/** Every letter as wide as half its size. */
const measure = (text: string, _: unknown, size: number): number => Array.from(text).length * size * 0.5
const WIDTH = 207

function laid(blocks: readonly Block[], width = WIDTH): { strips: Strip[]; root: Node } {
  const root: Node = { role: 'Document', kids: [] }
  return { strips: lay(blocks, { width, parent: root, measure }), root }
}
type Text = Extract<Piece, { kind: 'text' }>
const textsOf = (pieces: readonly Piece[]): Text[] => pieces.flatMap((piece) => (piece.kind === 'text' ? [piece] : []))
const wordsIn = ({ parts }: Text): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .trim()
const saidBy = (pieces: readonly Piece[]): string[] => textsOf(pieces).map(wordsIn)

const COLUMNS: readonly Column[] = [
  { title: 'TT', share: 1, align: 'centre' },
  { title: 'Tên', share: 3 },
]
const cells = (...rows: string[][]) => rows.map((row) => row.map((text) => [plain(text)]))
const long = (lines: number) => Array.from({ length: lines }, (_, i) => `d${String(i)}`).join('\n')

describe('a table', () => {
  it('has a row of headings, then a row for each entry, cell by cell (ISO 32000-1 14.8.4.3.4)', () => {
    const { root } = laid([table(COLUMNS, cells(['1', 'Đơn'], ['2', 'Ảnh']))])
    const [tree] = root.kids
    expect(tree?.role).toBe('Table')
    expect(tree?.kids.map(({ role, kids }) => [role, ...kids.map((kid) => kid.role)])).toEqual([
      ['TR', 'TH', 'TH'],
      ['TR', 'TD', 'TD'],
      ['TR', 'TD', 'TD'],
    ])
    expect(tree?.kids[0]?.kids.map(({ scope }) => scope)).toEqual(['Column', 'Column'])
    expect(tree?.kids[1]?.kids.map(({ scope }) => scope)).toEqual([undefined, undefined])
  })
  it('shares its width among its columns; no line leaves its cell', () => {
    const words = 'một hai ba bốn năm sáu bảy tám chín mười '.repeat(3)
    const { strips } = laid([table(COLUMNS, cells(['123', words]))])
    for (const text of strips.flatMap(({ pieces }) => textsOf(pieces))) {
      const width = text.parts.reduce((sum, part) => sum + measure(part.text.trimEnd(), '', text.size), 0)
      const [from, to] = text.x < WIDTH / 4 ? [0, WIDTH / 4] : [WIDTH / 4, WIDTH]
      expect(text.x).toBeGreaterThanOrEqual(from + 3.5)
      expect(text.x + width).toBeLessThanOrEqual(to - 3.5 + 1e-9)
    }
  })
  it('is as high in a row as its highest cell, and all of them begin on one line', () => {
    const [, first, second] = laid([table(COLUMNS, cells(['1', long(3)], ['2', 'x']))]).strips
    expect((first?.height ?? 0) - (second?.height ?? 0)).toBeCloseTo(2 * 11.5 * 1.18 - 6)
    const lines = textsOf(first?.pieces ?? [])
    expect(lines.find((item) => wordsIn(item) === '1')?.y).toBe(lines.find((item) => wordsIn(item) === 'd0')?.y)
  })
  it('leaves a cell empty that is not given', () => {
    const { strips, root } = laid([table(COLUMNS, cells(['1']))])
    expect(saidBy(strips[1]?.pieces ?? [])).toEqual(['1', ''])
    expect(root.kids[0]?.kids[1]?.kids).toHaveLength(2)
  })
  it('is ruled all round and between, each row of whatever length', () => {
    for (const strip of laid([table(COLUMNS, cells(['1', 'a'], ['2', long(12)]))]).strips) {
      const rules = strip.pieces.flatMap((piece) => (piece.kind === 'rule' ? [piece] : []))
      const upright = rules.filter(({ width }) => width < 1)
      expect(upright.map(({ x }) => Math.round(x + 0.3))).toEqual([0, 52, 207])
      for (const { y, height } of upright) expect([y, y + height]).toEqual([0, upright[0]?.height])
      expect(rules.filter(({ width }) => width > 1).map(({ width }) => width)).toEqual([WIDTH, WIDTH])
    }
  })
  it.each([
    [12, [12]],
    [13, [12, 1]],
    [24, [12, 12]],
    [30, [12, 12, 6]],
  ])('goes on over the page only in a row longer than twelve lines: %i in %j', (lines, slices) => {
    const strips = laid([table(COLUMNS, cells(['1', long(lines)]))]).strips.slice(1)
    expect(strips.map(({ pieces }) => saidBy(pieces).filter((text) => text.startsWith('d')).length)).toEqual(slices)
    const across = strips.map(({ pieces }) => pieces.filter((piece) => piece.kind === 'rule' && piece.width > 1).length)
    // Ruled above where it begins and below where it ends, open where it goes on.
    expect(across).toEqual(slices.length === 1 ? [2] : [1, ...slices.slice(2).map(() => 0), 1])
    // However it is cut, it is one cell to those who have it read out.
    const nodes = new Set(
      strips
        .flatMap(({ pieces }) => textsOf(pieces))
        .flatMap(({ node, parts }) => (parts[0]?.text.startsWith('d') === true ? [node] : [])),
    )
    expect(nodes.size).toBe(1)
  })
  it('shows its head on each page, and reads it out once', () => {
    const rows = cells(...Array.from({ length: 20 }, (_, i) => [String(i + 1), `mục ${String(i + 1)}`]))
    const { strips } = laid([table(COLUMNS, rows)])
    const pages = paginate(strips, 150)
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(saidBy(page).slice(0, 2)).toEqual(['TT', 'Tên'])
      expect(
        textsOf(page)
          .slice(0, 2)
          .every(({ node }) => (node === null) === index > 0),
      ).toBe(true)
      for (const { y } of textsOf(page)) expect(y).toBeLessThanOrEqual(150)
    }
    expect(pages.flatMap(saidBy).filter((text) => text.startsWith('mục'))).toHaveLength(20)
  })
  it('is not begun at the foot of a page with its head alone', () => {
    const { strips } = laid([space(100), table(COLUMNS, cells(['1', 'a'], ['2', 'b']))])
    const [head, row] = [strips[1]?.height ?? 0, strips[2]?.height ?? 0]
    const pages = paginate(
      [{ ...(strips[0] ?? { height: 0, pieces: [] }), keep: false }, ...strips.slice(1)],
      100 + head + row - 1,
    )
    expect(saidBy(pages[0] ?? [])).toEqual([])
    expect(saidBy(pages[1] ?? []).slice(0, 3)).toEqual(['TT', 'Tên', '1'])
  })
})

describe('a paragraph', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'abcd').join(' ')
  const strips = (count: number, more = {}) =>
    laid([paragraph([plain(words(count))], { size: 10, after: 0, ...more })], 100).strips

  it('leaves neither its first nor its last line alone on a page', () => {
    // Four words a line.
    expect(strips(16).map(({ keep }) => keep)).toEqual([true, false, true, false])
    expect(strips(4).map(({ keep }) => keep)).toEqual([false])
    expect(strips(8).map(({ keep }) => keep)).toEqual([true, false])
    for (let height = 25; height < 61; height++) {
      const pages = paginate(strips(20), height)
      for (const page of [pages[0], pages.at(-1)]) expect(page?.length).toBeGreaterThan(1)
    }
  })
  it('that is a heading goes with what follows it', () => {
    expect(strips(8, { keep: true }).map(({ keep }) => keep)).toEqual([true, true])
    const heading = paragraph([plain('Điều 1')], { size: 10, after: 0, keep: true })
    const { strips: all } = laid(
      [paragraph([plain(words(4))], { size: 10, after: 0 }), heading, paragraph([plain('x')], { size: 10, after: 0 })],
      100,
    )
    expect(paginate(all, 30).map(saidBy)).toEqual([['abcd abcd abcd abcd'], ['Điều 1', 'x']])
  })
  it('stretches its lines to the margin, but not the last', () => {
    const pieces = strips(6).flatMap((strip) => textsOf(strip.pieces))
    const edge = ({ x, parts, size }: Text) =>
      x + parts.reduce((sum, { text, gap }) => sum + measure(text, '', size) + gap, 0)
    expect(pieces.map((piece) => Math.round(edge(piece)))).toEqual([100 + 5, 45])
  })
  it.each([
    ['left', 0],
    ['centre', 40],
    ['right', 80],
  ] as const)('stands at the %s', (align, x) => {
    expect(textsOf(strips(1, { align })[0]?.pieces ?? [])[0]?.x).toBe(x)
  })
  it('is indented in its first line only, which holds less', () => {
    const [first, second] = strips(6, { indent: 30, align: 'left' }).map(({ pieces }) => textsOf(pieces)[0])
    expect([first?.x, second?.x]).toEqual([30, 0])
    expect(first && wordsIn(first)).toBe('abcd abcd abcd')
  })
  it('has its room above the first line and below the last', () => {
    expect(strips(8, { before: 3, after: 7, leading: 1 }).map(({ height }) => height)).toEqual([13, 17])
  })
})

describe('beside each other', () => {
  const column = (text: string, more = {}) => ({
    share: 1,
    blocks: [paragraph([plain(text)], { size: 10, after: 0, align: 'left' })],
    ...more,
  })

  it('columns are one strip, each in its own width, their feet level', () => {
    const foot = [paragraph([plain('tên')], { size: 10, after: 0, align: 'left' })]
    const { strips } = laid(
      [{ kind: 'columns', columns: [column('một\nhai\nba', { foot }), column('bốn', { foot })] }],
      200,
    )
    expect(strips).toHaveLength(1)
    const texts = textsOf(strips[0]?.pieces ?? [])
    expect(texts.map((text) => [wordsIn(text), text.x])).toEqual([
      ['một', 0],
      ['hai', 0],
      ['ba', 0],
      ['tên', 0],
      ['bốn', 100],
      ['tên', 100],
    ])
    expect(texts[3]?.y).toBe(texts[5]?.y)
    expect(texts[0]?.y).toBe(texts[4]?.y)
  })
  it('a rule stands in the middle', () => {
    const [strip] = laid([rule(40, 2, 6)], 100).strips
    expect(strip).toMatchObject({ height: 8.75, keep: true, pieces: [{ x: 30, y: 2, width: 40 }] })
  })
  it('a place is where it is said from the middle, and stays with what follows', () => {
    const places = [{ name: 'person' as const, x: -20, y: 1, width: 40, height: 10 }]
    const [strip] = laid([{ kind: 'place', height: 12, places }], 100).strips
    expect(strip).toMatchObject({ height: 12, keep: true, pieces: [{ kind: 'place', name: 'person', x: 30, y: 1 }] })
  })
  it('a square code has words for those who do not see it, and its address beside it', () => {
    const code = { url: 'https://a.vn/x', caption: [plain('Mã: 7')], alt: 'Mã QR', size: 60, captionSize: 10 }
    const { strips, root } = laid([{ kind: 'lookUp', ...code }], 200)
    expect(root.kids.map(({ role, alt }) => [role, alt])).toEqual([
      ['Figure', 'Mã QR'],
      ['P', undefined],
    ])
    const squares = strips[0]?.pieces.find((piece) => piece.kind === 'squares')
    const reach = squares?.kind === 'squares' ? Math.max(...squares.squares.map(({ x, width }) => x + width)) : 0
    expect(reach).toBeCloseTo(60)
    expect(textsOf(strips[0]?.pieces ?? [])[0]?.x).toBeGreaterThan(60)
    expect(strips[0]?.height).toBe(68)
  })
})
