import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { findEntry } from './document'
import {
  anomaliesOf,
  bodyAt,
  bytesOf,
  CATALOG,
  ending,
  opened,
  PAGES,
  pdfOf,
  refusal,
  row,
  tableOf,
  valueOf,
} from './file.fixture'
import { latin1, loadObject } from './index'

const HEAD = '%PDF-1.7\n'
const PLAIN = pdfOf([CATALOG, PAGES, '7', '(four)'])

/** Numbers as big-endian fields of these widths. */
const packed = (rows: readonly (readonly number[])[], widths: readonly number[]): string =>
  latin1(
    Uint8Array.from(
      rows.flatMap((fields) =>
        fields.flatMap((value, i) =>
          Array.from(
            { length: widths[i] ?? 0 },
            (_, at) => Math.floor(value / 256 ** ((widths[i] ?? 0) - 1 - at)) & 255,
          ),
        ),
      ),
    ),
  )

const streamOf = (dict: string, data: string) => `<<${dict}/Length ${String(data.length)}>>stream\n${data}\nendstream`

/** A revision whose cross-reference is a stream (7.5.8), its own entry left out. */
function xrefStreamAt(from: number, num: number, dict: string, data: string): string {
  return `${bodyAt(from, { [num]: streamOf(`/Type/XRef${dict}`, data) }).text}${ending(from)}`
}

describe('a cross-reference table (ISO 32000-2 7.5.4)', () => {
  it('has subsections that need not follow each other, and free numbers', async () => {
    const { text, offsets } = bodyAt(HEAD.length, { 1: CATALOG, 2: PAGES, 30: '7', 31: '8' })
    const at = (num: number) => row(offsets.get(num) ?? 0)
    const sections = `0 3\n${row(0, 65535, 'f')}${at(1)}${at(2)}30 3\n${at(30)}${at(31)}${row(0, 1, 'f')}`
    const file = `${HEAD}${text}xref\n${sections}trailer\n<</Size 33/Root 1 0 R>>\n${ending(HEAD.length + text.length)}`
    const pdf = await opened(file)
    expect(await Promise.all([30, 31, 32, 33, 3, 0].map((num) => valueOf(pdf, num)))).toEqual([
      7,
      8,
      ...new Array<undefined>(4),
    ])
    expect(findEntry(pdf, 32, pdf.last)?.entry).toEqual({ kind: 'free' })
    expect(findEntry(pdf, 33, pdf.last)).toBeUndefined()
    expect(pdf.anomalies).toEqual([])
  })
  it.each([
    ['one byte at the end of each', PLAIN.replace(/( [nf]) \n/g, '$1\n'), ['xref-entry-width']],
    ['three bytes', PLAIN.replace(/( [nf]) \n/g, '$1 \r\n'), ['xref-entry-width']],
    ['a carriage return and a line feed', PLAIN.replace(/( [nf]) \n/g, '$1\r\n'), []],
    ['counted from one', PLAIN.replace('xref\n0 5', 'xref\n1 5'), ['xref-off-by-one']],
    ['the first subsection on the line of its word', PLAIN.replace('xref\n0 5\n', 'xref 0 5 '), []],
  ])('rows with %s are read', async (_, file, anomalies) => {
    const pdf = await opened(file)
    expect([await valueOf(pdf, 3), await valueOf(pdf, 4)]).toEqual([7, 'four'])
    expect(anomaliesOf(pdf)).toEqual(anomalies)
  })
  it.each([
    ['a letter', (file: string) => file.replace(/^\d{9}(\d) 00000 n/m, '00000000x$1 00000 n')],
    ['another kind', (file: string) => file.replace('00000 n', '00000 m')],
    ['rows that are missing', (file: string) => file.replace('0 5\n', '0 6\n')],
    ['no trailer', (file: string) => file.replace('trailer', 'trailed')],
    ['a trailer that is no dictionary', (file: string) => file.replace(/trailer\n<<.*>>/, 'trailer\n7')],
  ])('%s in it makes it none: the file is looked through instead, and that is told', async (_, broken) => {
    const pdf = await opened(broken(PLAIN))
    expect(anomaliesOf(pdf)).toEqual(['structure-rebuilt'])
    expect(await valueOf(pdf, 3)).toBe(7)
  })
  it('a number listed twice means its first row', async () => {
    const { text, offsets } = bodyAt(HEAD.length, { 1: CATALOG, 2: PAGES, 3: '7', 4: '8' })
    const [three = 0, four = 0] = [offsets.get(3), offsets.get(4)]
    const twice = tableOf(offsets, HEAD.length + text.length, '/Size 5/Root 1 0 R').replace(
      'trailer',
      `3 1\n${row(four)}trailer`,
    )
    const pdf = await opened(HEAD + text + twice)
    expect(findEntry(pdf, 3, pdf.last)?.entry).toEqual({ kind: 'at', offset: three, gen: 0 })
    expect(anomaliesOf(pdf)).toEqual(['xref-repeated-entry'])
  })
  it('an entry that leads to another object, another generation or nothing is told', async () => {
    const wrong = (from: RegExp, to: string) => opened(PLAIN.replace(from, to))
    const elsewhere = await wrong(/3 0 obj/, '9 0 obj')
    expect(await loadObject(elsewhere, 3, elsewhere.last)).toBeNull()
    expect(anomaliesOf(elsewhere)).toEqual(['object-mismatch'])
    const older = await wrong(/3 0 obj/, '3 1 obj')
    expect(await loadObject(older, 3, older.last)).toBe(7)
    expect(anomaliesOf(older)).toEqual(['generation-mismatch'])
    const garbled = await wrong(/3 0 obj/, '3 0 obk')
    expect(await loadObject(garbled, 3, garbled.last)).toBeNull()
    expect(garbled.anomalies).toMatchObject([{ code: 'object-malformed', object: 3, revision: 0 }])
  })
})

describe('a cross-reference stream (7.5.8)', () => {
  const { text, offsets } = bodyAt(HEAD.length, {
    1: CATALOG,
    2: PAGES,
    6: streamOf('/Type/ObjStm/N 3/First 15', '7 0 8 2 9 8    5 (tam) <</V 9>>'),
  })
  const at = (num: number) => offsets.get(num) ?? 0
  const start = HEAD.length + text.length
  const fileOf = (dict: string, data: string) => HEAD + text + xrefStreamAt(start, 5, dict, data)
  const rows = [
    [1, at(1), 0],
    [1, at(2), 0],
    [1, at(6), 0],
    [2, 6, 0],
    [2, 6, 1],
    [2, 6, 2],
  ]

  it.each([
    ['as it is', [1, 4, 2], ''],
    ['in wide fields', [2, 8, 3], ''],
    ['compressed', [1, 3, 1], '/Filter/FlateDecode'],
  ] as const)('%s leads to objects and into object streams', async (_, widths, filter) => {
    const plain = packed(rows, widths)
    const data = filter === '' ? plain : latin1(deflateSync(bytesOf(plain)))
    const pdf = await opened(fileOf(`/W[${widths.join(' ')}]/Index[1 2 6 4]/Size 10/Root 1 0 R${filter}`, data))
    expect(await Promise.all([7, 8, 9].map((num) => valueOf(pdf, num)))).toEqual([5, 'tam', 9])
    expect(pdf.last.kind).toBe('stream')
    expect(pdf.anomalies).toEqual([])
  })
  it('without a field for the kind all are objects; without one for the generation it is 0', async () => {
    const pdf = await opened(
      fileOf(
        '/W[0 4 0]/Index[1 2]/Size 3/Root 1 0 R',
        packed(
          [
            [0, at(1)],
            [0, at(2)],
          ],
          [0, 4],
        ),
      ),
    )
    expect(findEntry(pdf, 2, pdf.last)?.entry).toEqual({ kind: 'at', offset: at(2), gen: 0 })
  })
  it('without Index it lists from 0 to Size; another kind than 0, 1, 2 is nothing (7.5.8.3)', async () => {
    const all = [
      [0, 0, 255],
      [1, at(1), 0],
      [1, at(2), 0],
      [3, 8, 8],
      [0, 0, 0],
    ]
    const pdf = await opened(fileOf('/W[1 4 1]/Size 5/Root 1 0 R', packed(all, [1, 4, 1])))
    expect([3, 4].map((num) => findEntry(pdf, num, pdf.last)?.entry.kind)).toEqual(['free', 'free'])
    expect(pdf.anomalies).toEqual([])
  })
  it('rows that are missing are told', async () => {
    const pdf = await opened(fileOf('/W[1 4 2]/Index[1 2 6 9]/Size 15/Root 1 0 R', packed(rows, [1, 4, 2])))
    expect(await valueOf(pdf, 7)).toBe(5)
    expect(anomaliesOf(pdf)).toEqual(['xref-size'])
  })
  it.each([
    '/W[1 4]',
    '/W[1 9 1]',
    '/W[0 0 0]',
    '/W[1 -1 1]',
    '/W 7',
    '/W[1 4 2]/Index[1 -2]',
    '/W[1 4 2]/Filter/None',
  ])('%s is no way to list objects', async (dict) => {
    const file = fileOf(`${dict}/Size 10/Root 1 0 R`, packed(rows, [1, 4, 2]))
    const outcome = await refusal(file)
    if (outcome === undefined) expect(anomaliesOf(await opened(file))).toContain('structure-rebuilt')
    else expect(outcome).toBe('filter-unknown')
  })
  it('an object is found though its place in the stream is told wrong; one that is not there is none', async () => {
    const swapped = [...rows.slice(0, 3), [2, 6, 2], [2, 6, 0], [2, 6, 1]]
    const pdf = await opened(fileOf('/W[1 4 2]/Index[1 2 6 4]/Size 10/Root 1 0 R', packed(swapped, [1, 4, 2])))
    expect(await Promise.all([7, 8, 9].map((num) => valueOf(pdf, num)))).toEqual([5, 'tam', 9])
    const absent = [...rows, [2, 6, 0], [2, 1, 0], [2, 77, 0]]
    const other = await opened(fileOf('/W[1 4 2]/Index[1 2 6 7]/Size 13/Root 1 0 R', packed(absent, [1, 4, 2])))
    for (const num of [10, 11, 12]) expect(await loadObject(other, num, other.last)).toBeNull()
    expect(anomaliesOf(other)).toEqual(['object-mismatch', 'object-mismatch', 'object-mismatch'])
  })
  it.each([
    ['/N 99/First 15', 'object-malformed'],
    ['/N 3/First 999', 'object-malformed'],
    ['/N 3', 'object-malformed'],
    ['/First 15', 'object-malformed'],
    ['/N 4/First 15', 'object-malformed'],
  ])('an object stream with %s holds nothing', async (shape, anomaly) => {
    const broken = text.replace('/N 3/First 15', shape.padEnd('/N 3/First 15'.length))
    const shift = broken.length - text.length
    const file =
      HEAD +
      broken +
      xrefStreamAt(start + shift, 5, '/W[1 4 2]/Index[1 2 6 4]/Size 10/Root 1 0 R', packed(rows, [1, 4, 2]))
    const pdf = await opened(file)
    expect(await loadObject(pdf, 7, pdf.last)).toBeNull()
    expect(anomaliesOf(pdf)).toEqual([anomaly])
  })
})

describe('a hybrid file (7.5.8.4)', () => {
  it('lists in a stream what its table hides; the table wins elsewhere', async () => {
    const { text, offsets } = bodyAt(HEAD.length, { 1: CATALOG, 2: PAGES, 3: '7', 4: '8' })
    const at = (num: number) => offsets.get(num) ?? 0
    const hidden = HEAD.length + text.length
    const list = packed(
      [
        [1, at(4), 0],
        [1, at(4), 0],
      ],
      [1, 4, 1],
    )
    const stream = bodyAt(hidden, { 5: streamOf('/Type/XRef/W[1 4 1]/Index[3 2]/Size 6', list) }).text
    const xref = hidden + stream.length
    const file = (where: number) =>
      `${HEAD}${text}${stream}xref\n0 5\n${row(0, 65535, 'f')}${row(at(1))}${row(at(2))}${row(at(3))}${row(0, 0, 'f')}trailer\n<</Size 6/Root 1 0 R/XRefStm ${String(where)}>>\n${ending(xref)}`
    const pdf = await opened(file(hidden))
    expect(pdf.last).toMatchObject({ hybrid: true, kind: 'table' })
    expect(await Promise.all([3, 4].map((num) => valueOf(pdf, num)))).toEqual([7, 8])
    expect(anomaliesOf(pdf)).toEqual([])
    // A stream that stands behind the table could lead round in a circle.
    expect(anomaliesOf(await opened(file(xref)))).toEqual(['structure-rebuilt'])
  })
})
