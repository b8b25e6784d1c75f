import { describe, expect, it } from 'vitest'
import { anomaliesOf, bodyAt, CATALOG, ending, opened, PAGES, pdfOf, refusal, row, tableOf } from './file.fixture'
import { updatedBy, valueOf, xrefOf } from './file.fixture'
import { loadObject } from './index'

const HEAD = '%PDF-1.7\n'
const PLAIN = pdfOf([CATALOG, PAGES, '7', '(four)'])

describe('incremental updates (7.5.6)', () => {
  it('each revision is read as it was: changed, added, freed, taken again', async () => {
    let file = updatedBy(PLAIN, { 3: '70', 5: '5' })
    const at = file.length
    file += `xref\n3 1\n${row(0, 1, 'f')}trailer\n<</Size 9/Root 1 0 R/Prev ${String(xrefOf(file))}>>\n${ending(at)}`
    file = updatedBy(file, { 3: '(neu)' })
    const pdf = await opened(file)
    const read = await Promise.all(
      pdf.revisions.map((revision) => Promise.all([3, 4, 5].map((num) => valueOf(pdf, num, revision)))),
    )
    expect(read).toEqual([
      [7, 'four', undefined],
      [70, 'four', 5],
      [undefined, 'four', 5],
      ['neu', 'four', 5],
    ])
    expect(pdf.revisions.map(({ index }) => index)).toEqual([0, 1, 2, 3])
    expect(pdf.anomalies).toEqual([])
  })
  it('what an entry finds behind the end of its revision is not read', async () => {
    const later = bodyAt(PLAIN.length, { 3: '8' })
    const moved = PLAIN.replace(
      /(00000 n \n)\d{10}( 00000 n \n\d{10} 00000 n \ntrailer)/,
      `$1${String(PLAIN.length).padStart(10, '0')}$2`,
    )
    const file =
      moved +
      later.text +
      tableOf(later.offsets, moved.length + later.text.length, `/Size 5/Root 1 0 R/Prev ${String(xrefOf(moved))}`)
    const pdf = await opened(file)
    expect(await valueOf(pdf, 3)).toBe(8)
    expect(await loadObject(pdf, 3, pdf.revisions[0] ?? pdf.last)).toBeNull()
    expect(pdf.anomalies).toMatchObject([{ code: 'object-beyond-revision', object: 3, revision: 0 }])
  })
  it('a chain that leads into itself is refused, however long the circle', async () => {
    const first = pdfOf([CATALOG, PAGES], '/Root 1 0 R/Prev 0000000000')
    const second = updatedBy(first, { 3: '7' })
    const third = updatedBy(second, { 3: '8' })
    expect((await opened(third)).revisions).toHaveLength(3)
    for (const target of [first, second, third]) {
      const round = third.replace('/Prev 0000000000', `/Prev ${String(xrefOf(target)).padStart(10, '0')}`)
      expect(await refusal(round)).toBe('xref-cyclic')
    }
  })
  it.each(['/Prev (x)', '/Prev 1.5', '/Prev 99999999', '/Prev 9 0 R'])(
    'a %s that leads nowhere is told, and what there is is read',
    async (prev) => {
      const pdf = await opened(pdfOf([CATALOG, PAGES, '7'], `/Root 1 0 R${prev}`))
      expect(await valueOf(pdf, 3)).toBe(7)
      expect(anomaliesOf(pdf)).toEqual(['structure-rebuilt'])
    },
  )
  it('an update cut off on its way leaves the last whole revision', async () => {
    const whole = updatedBy(PLAIN, { 3: '70' })
    const update = updatedBy(whole, { 3: '700' })
    for (const length of [5, 20, 60, update.length - whole.length - 18]) {
      const pdf = await opened(update.slice(0, whole.length + length))
      expect(anomaliesOf(pdf), String(length)).toEqual(['trailing-bytes'])
      expect(await valueOf(pdf, 3, pdf.revisions[0])).toBe(7)
      expect(await valueOf(pdf, 3, pdf.revisions[1])).toBe(70)
    }
  })
  it('an update that leads to no catalog does not make the document vanish', async () => {
    const pdf = await opened(updatedBy(PLAIN, { 5: '5' }, '/Size 9/Root 8 0 R'))
    expect(pdf.revisions).toHaveLength(1)
    expect(anomaliesOf(pdf)).toContain('catalog-unreachable')
  })
  it('finds the entry that holds among many revisions as among few', async () => {
    let file = PLAIN
    const written = [3, 4, 3, 5, 3, 3, 6, 4, 3, 7, 3, 5, 4, 3, 6, 6, 3, 4, 7, 3]
    for (const [i, num] of written.entries()) file = updatedBy(file, { [num]: String(100 + i) })
    const pdf = await opened(file)
    expect(pdf.revisions).toHaveLength(21)
    for (const [index, revision] of pdf.revisions.entries())
      for (const num of [3, 4, 5, 6, 7, 8]) {
        const last = written.slice(0, index).lastIndexOf(num)
        const before = num === 3 ? 7 : num === 4 ? 'four' : undefined
        expect(await valueOf(pdf, num, revision)).toBe(last < 0 ? before : 100 + last)
      }
  })
})

describe('the two ends of a file (7.5.2, 7.5.5)', () => {
  it.each([
    ['blanks behind its end', `${PLAIN}\r\n \n`, []],
    ['anything else behind its end', `${PLAIN}\n1`, ['trailing-bytes']],
    ['no line end behind it', PLAIN.trimEnd(), []],
    ['no mark of its end', PLAIN.replace('%%EOF\n', ''), ['revision-end-missing', 'trailing-bytes']],
    [
      'an xref some bytes off',
      PLAIN.replace(/startxref\n(\d+)/, (_, at) => `startxref\n${String(Number(at) + 5)}`),
      ['startxref-mismatch', 'startxref-mismatch'],
    ],
  ])('with %s', async (_, file, anomalies) => {
    const pdf = await opened(file)
    expect(await valueOf(pdf, 3)).toBe(7)
    expect(anomaliesOf(pdf)).toEqual(anomalies)
  })
  it.each([
    ['no header', PLAIN.slice(5), 'not-a-pdf'],
    ['a header too far in', ' '.repeat(1024) + PLAIN, 'not-a-pdf'],
    ['nothing but a header', HEAD, 'xref-missing'],
    ['nothing', '', 'not-a-pdf'],
  ])('with %s it is refused', async (_, file, code) => {
    expect(await refusal(file)).toBe(code)
  })
  it('a linearized file is one revision, whose first page is listed first (Annex F)', async () => {
    const first = bodyAt(HEAD.length, { 2: PAGES, 3: '7' })
    const item = HEAD.length + first.text.length
    const length = tableOf(first.offsets, 0, `/Size 5/Root 1 0 R/Prev ${'0'.repeat(10)}`).length - 1
    const rest = bodyAt(item + length, { 1: CATALOG, 4: '(four)' })
    const two = item + length + rest.text.length
    const front = tableOf(first.offsets, 0, `/Size 5/Root 1 0 R/Prev ${String(two).padStart(10, '0')}`)
    const body = HEAD + first.text + front.slice(0, length) + rest.text
    const file = body + tableOf(rest.offsets, item, '/Size 5').replace(/\d+(?=\n%%EOF)/, String(item))
    const pdf = await opened(file)
    expect(pdf.revisions).toHaveLength(1)
    expect(await Promise.all([3, 4].map((num) => valueOf(pdf, num)))).toEqual([7, 'four'])
    expect(pdf.last.end).toBe(file.trimEnd().length)
  })
})

describe('the number of entries (7.5.5)', () => {
  const whole = bodyAt(PLAIN.length, { 5: '5' })
  const updateOf = (size: string, offsets = whole.offsets) =>
    PLAIN +
    whole.text +
    tableOf(offsets, PLAIN.length + whole.text.length, `${size}/Root 1 0 R/Prev ${String(xrefOf(PLAIN))}`)

  it.each([
    ['/Size 6', []],
    ['/Size 99', []],
    // "One greater than the highest number", yet not "greater than this value": each reader has half of the clause.
    ['/Size 5', ['xref-size']],
    ['/Size 4', ['object-beyond-size']],
    ['/Size 0', ['object-beyond-size']],
    ['', []],
    ['/Size(6)', []],
  ])(
    'an update with %s is read as most readers do, and told where others would miss objects: %j',
    async (size, anomalies) => {
      const pdf = await opened(updateOf(size))
      expect(await Promise.all([3, 4, 5].map((num) => valueOf(pdf, num)))).toEqual([7, 'four', 5])
      expect(pdf.anomalies).toMatchObject(anomalies.map((code) => ({ code, revision: 1 })))
    },
  )
  it('counts what every revision up to there wrote, but no number that is free', async () => {
    const few = updatedBy(updatedBy(PLAIN, { 8: '8' }), { 3: '3' }, '/Size 4/Root 1 0 R')
    expect((await opened(few)).anomalies).toMatchObject([{ code: 'object-beyond-size', revision: 2 }])
    const free = updateOf('/Size 6').replace('xref\n5 1', `xref\n9 1\n${row(0, 1, 'f')}5 1`)
    expect(anomaliesOf(await opened(free))).toEqual([])
  })
})

describe('a file with something before its header (7.5.2)', () => {
  const JUNK = '\xef\xbb\xbfHTTP/1.1 200 OK\r\n\r\n'
  const updated = updatedBy(PLAIN, { 3: '70' })
  /** The same file with every offset counted from its first byte. */
  const fromFirstByte =
    JUNK +
    updated.replaceAll(/(\d{10})(?= 00000 n)|(?<=startxref\n|\/Prev )\d+/g, (digits) =>
      String(Number(digits) + JUNK.length).padStart(digits.length === 10 ? 10 : 0, '0'),
    )

  it.each([
    ['counts its offsets from the header, as it should', JUNK + updated],
    ['counts them from its first byte', fromFirstByte],
    ['has three bytes of a mark before it', `\xef\xbb\xbf${updated}`],
    ['has as much before it as is looked through', `${' '.repeat(1019)}${updated}`],
  ])('is read where it %s', async (_, file) => {
    const pdf = await opened(file)
    const [first, second] = pdf.revisions
    if (first === undefined || second === undefined) throw new Error('no revisions')
    expect([await valueOf(pdf, 3, first), await valueOf(pdf, 3, second)]).toEqual([7, 70])
    expect([first.end, second.end]).toEqual([file.length - (updated.length - PLAIN.length) - 1, file.length - 1])
    expect(anomaliesOf(pdf)).toEqual(['header-offset'])
  })
})
