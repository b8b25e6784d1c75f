import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  anomaliesOf,
  bodyAt,
  bytesOf,
  CATALOG,
  opened,
  PAGES,
  pdfOf,
  refusal,
  updatedBy,
  valueOf,
} from './file.fixture'
import { latin1 } from './index'

const HEAD = '%PDF-1.7\n'
/** The objects of a file, with nothing that says where they are. */
const lost = (objects: Readonly<Record<number, string>>, trailer = 'trailer\n<</Root 1 0 R>>\n') =>
  HEAD + bodyAt(0, { 1: CATALOG, 2: PAGES, ...objects }).text + trailer
const packing = (objects: Readonly<Record<number, string>>, filter = '') => {
  const list = Object.entries(objects)
  let at = 0
  const head = list.map(([num, body]) => {
    const pair = `${num} ${String(at)} `
    at += body.length + 1
    return pair
  })
  const plain = head.join('') + list.map(([, body]) => `${body} `).join('')
  const data = filter === '' ? plain : latin1(deflateSync(bytesOf(plain)))
  const shape = `/Type/ObjStm/N ${String(list.length)}/First ${String(head.join('').length)}${filter}`
  return `<<${shape}/Length ${String(data.length)}>>stream\n${data}\nendstream`
}

describe('a file without a way to its objects', () => {
  it('is read as of its last definition of each, and that it was so is told', async () => {
    const pdf = await opened(lost({ 3: '7', 4: '(four)' }).replace('trailer', '3 0 obj 8 endobj\ntrailer'))
    expect([await valueOf(pdf, 3), await valueOf(pdf, 4), await valueOf(pdf, 9)]).toEqual([8, 'four', undefined])
    expect(anomaliesOf(pdf)).toEqual(['structure-rebuilt'])
    expect(pdf.revisions).toHaveLength(1)
  })
  it.each(['', '/Filter/FlateDecode'])('finds what object streams hold (7.5.7), packed by "%s"', async (filter) => {
    const pdf = await opened(lost({ 5: packing({ 3: '7', 4: '(four)' }, filter) }))
    expect([await valueOf(pdf, 3), await valueOf(pdf, 4)]).toEqual([7, 'four'])
  })
  it.each([
    ['in two object streams', [`5 0 obj${packing({ 3: '7' })}endobj`, `6 0 obj${packing({ 3: '8' })}endobj`]],
    ['by itself, then in an object stream', ['3 0 obj 7 endobj', `6 0 obj${packing({ 3: '8' })}endobj`]],
    ['in an object stream, then by itself', [`5 0 obj${packing({ 3: '7' })}endobj`, '3 0 obj 8 endobj']],
  ])('the last definition holds of an object written %s', async (_, objects) => {
    const file = lost({}, [...objects, 'trailer<</Root 1 0 R>>'].join('\n'))
    expect(await valueOf(await opened(file), 3)).toBe(8)
  })
  it('an object stream that cannot be read hides only what it holds', async () => {
    const broken = packing({ 4: '5' }, '/Filter/FlateDecode').replace(/stream\n..../s, 'stream\n\0\0\0\0')
    const pdf = await opened(lost({ 3: '7', 5: broken, 6: packing({ 7: '9' }) }))
    expect(await Promise.all([3, 4, 7].map((num) => valueOf(pdf, num)))).toEqual([7, undefined, 9])
  })
  it.each([
    ['a trailer', 'trailer\n<</Root 1 0 R>>'],
    ['a trailer that has one behind the last', 'trailer <</Root 1 0 R>>\ntrailer\n<</Size 4>>'],
    ['its catalog alone', ''],
    ['a cross-reference stream', '8 0 obj<</Type/XRef/Root 1 0 R/Length 1>>stream\nx\nendstream endobj'],
    ['a trailer that is none, and its catalog', 'trailer\n((('],
    ['a name that is spelled otherwise', '9 0 obj<</Type/#43atalog/Pages 2 0 R/V 4>>endobj'],
  ])('finds its beginning by %s', async (_, end) => {
    const pdf = await opened(lost({ 3: '7' }, end))
    expect(await valueOf(pdf, 3)).toBe(7)
    expect(pdf.last.trailer.entries.get('Root')).toMatchObject({ type: 'ref', num: end.includes('#43') ? 9 : 1 })
  })
  it('marks are found wherever the chunks it is read in end', async () => {
    for (const padding of [(1 << 20) - 60, (1 << 20) - 25, (1 << 20) - 12]) {
      const pdf = await opened(lost({ 3: `(${' '.repeat(padding - 80)})`, 4: '44', 5: '55', 6: '66' }))
      expect(await Promise.all([4, 5, 6].map((num) => valueOf(pdf, num)))).toEqual([44, 55, 66])
    }
  })
  it.each([
    ['no catalog', `${HEAD}1 0 obj 7 endobj`, 'xref-missing'],
    ['encrypted', lost({}, 'trailer<</Root 1 0 R/Encrypt 9 0 R>>'), 'xref-missing'],
  ])('is refused when it is %s', async (_, file, code) => {
    expect(await refusal(file)).toBe(code)
  })
  it('keeps what is left of a signature though the document is lost', async () => {
    const pdf = await opened(`${HEAD}5 0 obj<</Type/Sig/ByteRange[0 1 2 3]/V 6>>endobj`)
    expect(await valueOf(pdf, 5)).toBe(6)
    expect(anomaliesOf(pdf)).toEqual(['structure-rebuilt'])
  })
})

describe('a file whose last update is broken', () => {
  const whole = updatedBy(pdfOf([CATALOG, PAGES, `7${' '.repeat(200)}`]), { 3: '70' })

  it.each([
    ['leads nowhere', 'startxref\n9999999\n%%EOF\n'],
    ['leads to an object', 'startxref\n9\n%%EOF\n'],
    ['is no number', 'startxref\nx\n%%EOF\n'],
  ])('whose end %s is read as of the newest revision that is whole', async (_, end) => {
    const pdf = await opened(`${whole}3 0 obj 700 endobj\n${' '.repeat(200)}${end}`)
    expect(pdf.revisions).toHaveLength(2)
    expect(await Promise.all(pdf.revisions.map((revision) => valueOf(pdf, 3, revision)))).toEqual([7, 70])
    expect(anomaliesOf(pdf)).toContain('structure-rebuilt')
  })
})
