import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anomaliesOf, bodyAt, bytesOf, CATALOG, ending, opened, PAGES, pdfOf, updatedBy, valueOf } from './file.fixture'
import {
  appendRevision,
  array,
  asArray,
  asInteger,
  asStream,
  asString,
  bytesString,
  decodeStream,
  dictOf,
} from './index'
import { hexText, joinedSource, bytesSource, latin1, loadObject, name, newDraft, openPdf, ref } from './index'
import type { Draft, PdfObject } from './index'

const UNIQUE = Uint8Array.from({ length: 16 }, (_, i) => i)
const TABLED = pdfOf([CATALOG, PAGES, '7'], '/Root 1 0 R/Info 3 0 R/ID[<aa><bb>]/Custom 5')

/** A file whose cross-reference is a stream. */
const STREAMED = (() => {
  const head = '%PDF-1.7\n'
  const { text, offsets } = bodyAt(head.length, { 1: CATALOG, 2: PAGES, 3: '7' })
  const at = head.length + text.length
  const rows = [...offsets.values(), at].map((offset) => `01${offset.toString(16).padStart(8, '0')}00`).join('')
  const dict = `<</Type/XRef/W[1 4 1]/Index[1 4]/Size 5/Root 1 0 R/Filter/ASCIIHexDecode/Length ${String(rows.length)}>>`
  return `${head}${text}4 0 obj\n${dict}stream\n${rows}\nendstream\nendobj\n${ending(at)}`
})()

async function appended(base: string, write: (draft: Draft) => void) {
  const draft = newDraft(await opened(base))
  write(draft)
  const { bytes, offsets } = await appendRevision(draft, UNIQUE)
  const whole = new Uint8Array([...bytesOf(base), ...bytes])
  return { pdf: await opened(whole), whole, bytes, offsets }
}

it.each([TABLED, STREAMED])(
  'behind a file with something before its header counts as that does (7.5.2)',
  async (base) => {
    const junk = 'x'.repeat(300)
    const { whole, pdf } = await appended(junk + base, (draft) => draft.objects.set(3, 70))
    const bare = await opened(whole.subarray(junk.length))
    expect([await valueOf(pdf, 3), await valueOf(bare, 3)]).toEqual([70, 70])
    expect([anomaliesOf(pdf), anomaliesOf(bare)]).toEqual([['header-offset'], []])
  },
)

describe.each([
  ['a table', TABLED, 'table'],
  ['a stream', STREAMED, 'stream'],
] as const)('a revision behind %s (ISO 32000-2 7.5.6)', (_, base, kind) => {
  it('leaves every byte before it, and is read as it was written', async () => {
    const value = fc.oneof(
      fc.integer(),
      fc.string().map((text) => bytesString(bytesOf(text.replace(/[^\0-\xff]/g, '')))),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 6 }), fc.uint8Array(), async (values, data) => {
        const written = new Map<number, (typeof values)[number]>([[3, 70]])
        let stream = ref(0)
        const { pdf, whole, offsets } = await appended(base, (draft) => {
          stream = draft.allocate()
          for (const item of values) written.set(draft.allocate().num, item)
          for (const [num, item] of written) draft.objects.set(num, item)
          draft.objects.set(stream.num, { dict: dictOf([['Kind', name('Data')]]), data })
        })
        expect(latin1(whole.subarray(0, base.length))).toBe(base)
        for (const [num, item] of written) {
          const read: PdfObject = await loadObject(pdf, num, pdf.last)
          const bytes = asString(item)?.bytes
          if (bytes === undefined) expect(read).toBe(item)
          else expect(asString(read)?.bytes).toEqual(bytes)
          expect(latin1(whole.subarray(offsets.get(num))).startsWith(`${String(num)} 0 obj\n`)).toBe(true)
        }
        const stored = asStream(await loadObject(pdf, stream.num, pdf.last))
        expect(stored && (await decodeStream(pdf, stored, pdf.last)).bytes).toEqual(data)
        expect(pdf.last).toMatchObject({ kind, index: 1 })
        expect(pdf.anomalies).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
  it('goes on: one revision after the other', async () => {
    const first = await appended(base, (draft) => draft.objects.set(3, 70))
    const second = await appended(latin1(first.whole), (draft) => draft.objects.set(3, 700))
    const { pdf } = second
    expect(await Promise.all(pdf.revisions.map((revision) => valueOf(pdf, 3, revision)))).toEqual([7, 70, 700])
    expect(pdf.anomalies).toEqual([])
  })
  it('takes numbers that no revision has used', async () => {
    const later = updatedBy(base, { 20: '1' }, '/Size 30/Root 1 0 R')
    const draft = newDraft(await opened(later))
    expect([draft.allocate(), draft.allocate()]).toEqual([ref(30), ref(31)])
    const greater = newDraft(await opened(updatedBy(base, { 40: '1' }, '/Size 9/Root 1 0 R')))
    expect(greater.allocate()).toEqual(ref(41))
  })
  it('begins on a line of its own', async () => {
    const bare = await appended(base.trimEnd(), (draft) => draft.objects.set(3, 70))
    expect(bare.bytes[0]).toBe(10)
    expect(await valueOf(bare.pdf, 3)).toBe(70)
    for (const end of ['\n', '\r']) {
      const ended = await appended(base.trimEnd() + end, (draft) => draft.objects.set(3, 70))
      expect(latin1(ended.bytes.subarray(0, 7))).toBe('3 0 obj')
    }
  })
})

describe('the trailer of a revision (7.5.5, 14.4)', () => {
  const trailerOf = async (base: string, write: (draft: Draft) => void = () => undefined) =>
    (
      await appended(base, (draft) => {
        draft.objects.set(8, 1)
        write(draft)
      })
    ).pdf.last.trailer.entries

  it('carries on what every revision has, and nothing else', async () => {
    const entries = await trailerOf(TABLED)
    expect([...entries.keys()]).toEqual(['Size', 'Root', 'Info', 'ID', 'Prev'])
    expect([entries.get('Root'), entries.get('Info')]).toEqual([ref(1), ref(3)])
    expect(asInteger(entries.get('Size'))).toBe(9)
  })
  it('keeps the first half of the identifier and changes the second; without one both are new', async () => {
    const idOf = async (base: string) =>
      (asArray((await trailerOf(base)).get('ID')) ?? []).map((half) => hexText(asString(half)?.bytes ?? UNIQUE))
    expect(await idOf(TABLED)).toEqual(['aa', hexText(UNIQUE)])
    expect(await idOf(STREAMED)).toEqual([hexText(UNIQUE), hexText(UNIQUE)])
  })
  it('says what the draft sets, and never less than the size before', async () => {
    expect((await trailerOf(TABLED, (draft) => draft.trailer.set('Info', ref(8)))).get('Info')).toEqual(ref(8))
    const large = updatedBy(TABLED, { 3: '7' }, '/Size 99/Root 1 0 R')
    expect((await trailerOf(large)).get('Size')).toBe(99)
  })
  it('writes an object again under the generation it has', async () => {
    const base = TABLED.replace('3 0 obj', '3 2 obj').replace(/00000 n \ntrailer/, '00002 n \ntrailer')
    const { pdf, bytes } = await appended(base, (draft) => draft.objects.set(3, array([name('neu')])))
    expect(latin1(bytes)).toContain('3 2 obj\n')
    expect(asArray(await loadObject(pdf, 3, pdf.last))).toEqual([name('neu')])
    expect(anomaliesOf(pdf)).toEqual([])
  })
})

describe('one source behind the other', () => {
  it('is read as one, wherever a reading begins and ends', async () => {
    const [first, second] = [bytesOf('abcdefgh'), bytesOf('ijklm')]
    const joined = joinedSource(bytesSource(first), bytesSource(second))
    expect(joined.size).toBe(13)
    for (let from = 0; from <= 14; from++)
      for (let length = 0; length <= 15; length++)
        expect(latin1(await joined.read(from, length))).toBe('abcdefghijklm'.slice(from, from + length))
    const { bytes } = await appended(TABLED, (draft) => draft.objects.set(3, 70))
    const result = await openPdf(joinedSource(bytesSource(bytesOf(TABLED)), bytesSource(bytes)))
    expect(result.ok && (await valueOf(result.value, 3))).toBe(70)
  })
})
