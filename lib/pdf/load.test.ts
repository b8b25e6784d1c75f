import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anomaliesOf, bytesOf, CATALOG, opened, PAGES, pdfOf, valueOf } from './file.fixture'
import {
  asDict,
  asStream,
  bytesSource,
  chunksOf,
  decodeStream,
  get,
  latin1,
  loadObject,
  objectAt,
  readContent,
} from './index'
import { resolve } from './index'
import type { ByteSource, Pdf } from './index'
import { ref } from './object'
import { readAt } from './read-at'
import { cachedSource, spend } from './source'
import { parseObject } from './parser'

const fileOf = (...bodies: string[]) => pdfOf([CATALOG, PAGES, ...bodies])
async function dataOf(pdf: Pdf, num = 3): Promise<string> {
  const stream = asStream(await loadObject(pdf, num, pdf.last))
  if (stream === undefined) throw new Error('no stream')
  return latin1((await decodeStream(pdf, stream, pdf.last)).bytes)
}

describe('references (ISO 32000-2 7.3.10)', () => {
  it('are followed to what stands behind them, to null where nothing does', async () => {
    const pdf = await opened(fileOf('4 0 R', '5 0 R', '<</V 7>>', '<</V 3 0 R>>', '99 0 R'))
    expect(asDict(await resolve(pdf, ref(3), pdf.last))?.entries.get('V')).toBe(7)
    expect(asDict(await get(pdf, asDict(await loadObject(pdf, 6, pdf.last)), 'V', pdf.last))?.entries.size).toBe(1)
    expect(await resolve(pdf, ref(7), pdf.last)).toBeNull()
    expect(await resolve(pdf, undefined, pdf.last)).toBeNull()
    expect(await get(pdf, undefined, 'V', pdf.last)).toBeNull()
  })
  it('that lead round in a circle lead to null', async () => {
    const pdf = await opened(fileOf('4 0 R', '3 0 R', '5 0 R'))
    for (const num of [3, 4, 5]) expect(await resolve(pdf, ref(num), pdf.last)).toBeNull()
  })
  it.each([
    [31, 7],
    [32, null],
  ])('%i of them in a row lead to %s', async (count, end) => {
    const chain = Array.from({ length: count - 1 }, (_, i) => `${String(i + 4)} 0 R`)
    const pdf = await opened(fileOf(...chain, '7'))
    expect(await resolve(pdf, ref(3), pdf.last)).toBe(end)
  })
})

describe('the data of a stream (7.3.8)', () => {
  it.each([
    ['its Length', '<</Length 3>>stream\nabc\nendstream', 'abc', []],
    ['its Length, no line before the end', '<</Length 3>>stream\nabcendstream', 'abc', []],
    ['a Length too short', '<</Length 2>>stream\nabc\nendstream', 'abc', ['stream-length']],
    ['a Length too long', '<</Length 9>>stream\nabc\r\nendstream', 'abc', ['stream-length']],
    ['a Length beyond the file', '<</Length 99999>>stream\r\nabc\rendstream', 'abc', ['stream-length']],
    ['no Length', '<<>>stream\nabcendstream', 'abc', ['stream-length']],
    ['a Length that is nothing', '<</Length -1>>stream\n\nendstream', '', ['stream-length']],
    ['a Length that is none', '<</Length 99 0 R>>stream\nendsend\nendstream', 'endsend', ['stream-length']],
  ])('ends by %s', async (_, body, data, anomalies) => {
    const pdf = await opened(fileOf(body))
    expect(await dataOf(pdf)).toBe(data)
    expect(anomaliesOf(pdf)).toEqual(anomalies)
  })
  it('is none without an end or a dictionary', async () => {
    for (const body of ['<</Length 9>>stream\nabc', '7 stream\nabc\nendstream']) {
      const pdf = await opened(fileOf(body))
      expect(await loadObject(pdf, 3, pdf.last)).toBeNull()
      expect(anomaliesOf(pdf)).toContain('object-malformed')
    }
  })
  it('goes through filters and parameters that are references', async () => {
    const body = '<</Length 7/Filter[4 0 R 5 0 R]/DecodeParms[null 6 0 R]>>stream\n4 1 42>\nendstream'
    const pdf = await opened(fileOf(body, '/AHx', '/Crypt', '<</Name/Identity>>'))
    expect(await dataOf(pdf)).toBe('AB')
  })
  it('goes through a predictor whose shape is told by references', async () => {
    const data = `${deflateSync(Uint8Array.of(2, 1, 2, 2, 1, 1)).toString('hex')}>`
    const shape = `/Length ${String(data.length)}/Filter[/AHx/Fl]/DecodeParms[null 4 0 R]`
    const pdf = await opened(
      fileOf(`<<${shape}>>stream\n${data}\nendstream`, '<</Predictor 5 0 R/Columns 6 0 R>>', '12', '2'),
    )
    expect(await dataOf(pdf)).toBe('\x01\x02\x02\x03')
  })
  it('is not looked for in another file', async () => {
    const pdf = await opened(fileOf('<</Length 3/F(x.bin)>>stream\nabc\nendstream'))
    await expect(dataOf(pdf)).rejects.toThrow('filter-unknown')
  })
})

describe('keys written twice', () => {
  it.each(['<</A 1/A 2>>', '[<</B<</A 1/A 2>>>>]', '<</A[[<</A 1/A 1>>]]>>'])('%s is told', async (body) => {
    const pdf = await opened(fileOf(body))
    await loadObject(pdf, 3, pdf.last)
    expect(pdf.anomalies).toMatchObject([{ code: 'duplicate-key', object: 3, revision: 0 }])
  })
  it('in one dictionary each is not', async () => {
    const pdf = await opened(fileOf('[<</A 1>><</A 2/B<</A 1>>>>]'))
    await loadObject(pdf, 3, pdf.last)
    expect(pdf.anomalies).toEqual([])
  })
})

describe('content streams (7.8.2)', () => {
  const read = (text: string) =>
    readContent(bytesOf(text))?.map(({ operator, operands }) => [operator, operands.length])

  it.each([
    [
      'q 1 0 0 1 50 50 cm /F1 12 Tf (a) Tj Q',
      [
        ['q', 0],
        ['cm', 6],
        ['Tf', 2],
        ['Tj', 1],
        ['Q', 0],
      ],
    ],
    [
      "BT[(A)-120(B)]TJ T* (x)' ET",
      [
        ['BT', 0],
        ['TJ', 1],
        ['T*', 0],
        ["'", 1],
        ['ET', 0],
      ],
    ],
    [
      '/P<</MCID 0>>BDC true false null x',
      [
        ['BDC', 2],
        ['x', 3],
      ],
    ],
    ['%q\nf*', [['f*', 0]]],
    // What has no operator behind it is told, not dropped.
    ['1 2', [['', 2]]],
    [
      'nullify trues',
      [
        ['nullify', 0],
        ['trues', 0],
      ],
    ],
    ['', []],
  ])('%s', (text, operations) => {
    expect(read(text)).toEqual(operations)
  })
  it.each(['BI /W 1 ID x EI', '(', '[1', '1 >> f', ')', '<4x> Tj', `${'1 '.repeat(65)}f`])(
    '%j tells nobody what it draws',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )
  it('takes 64 operands', () => {
    expect(read(`${'1 '.repeat(64)}f`)).toEqual([['f', 64]])
  })
})

describe('reading at a place', () => {
  it('widens its window until the object is whole, and stops at 16 MiB', async () => {
    for (const size of [1000, 1022, 5000, 70_000]) {
      const bytes = bytesOf(`xx(${'a'.repeat(size)}) `)
      expect(await readAt(bytesSource(bytes), 2, parseObject)).toMatchObject({ start: 2, end: size + 4 })
    }
    const endless: ByteSource = {
      size: 2 ** 40,
      read: (_, length) => Promise.resolve(new Uint8Array(length).fill(40)),
    }
    await expect(readAt(endless, 0, parseObject)).rejects.toThrow('object-too-large')
  })
  it('an object where there is none is none', async () => {
    const source = bytesSource(bytesOf('  12 0 obj (x) endobj'))
    expect(await objectAt(source, 2)).toMatchObject({ num: 12, gen: 0 })
    for (const at of [5, 7, 99]) expect(await objectAt(source, at)).toBeUndefined()
  })
})

describe('a source that remembers', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 31 + (i >> 9)) & 255)

  it('gives the bytes of any place', async () => {
    const place = fc.record({ offset: fc.nat(bytes.length + 10), length: fc.nat(100_000) })
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 5 }), async (places) => {
        const source = cachedSource(bytesSource(bytes))
        for (const { offset, length } of places)
          expect(Buffer.compare(await source.read(offset, length), bytes.subarray(offset, offset + length))).toBe(0)
      }),
      { numRuns: 40 },
    )
  })
  it('reads a page once', async () => {
    const offsets: number[] = []
    const counted: ByteSource = {
      size: bytes.length,
      read(offset, length) {
        offsets.push(offset)
        return bytesSource(bytes).read(offset, length)
      },
    }
    const source = cachedSource(counted)
    for (let at = 0; at < 60_000; at += 500) await source.read(at, 400)
    expect(offsets).toEqual([0, 16_384, 32_768, 49_152])
  })
  it('allows a small file 64 MiB of work, 16 times its bytes and once, and no more', () => {
    const allowed = 2 ** 26 + 1000 * 17
    const source = cachedSource(bytesSource(new Uint8Array(1000)))
    spend(source, allowed)
    expect(() => {
      spend(source, 1)
    }).toThrow('too-complex')
    const large = cachedSource({ size: 2 ** 30, read: () => Promise.resolve(bytes) })
    spend(large, 2 ** 27 + 2 ** 30)
    expect(() => {
      spend(large, 1)
    }).toThrow('too-complex')
  })
  it('is walked chunk by chunk, and one that ends early is told', async () => {
    const parts: number[] = []
    for await (const part of chunksOf(bytesSource(new Uint8Array((1 << 20) + 5)), 3, (1 << 20) + 5))
      parts.push(part.length)
    expect(parts).toEqual([1 << 20, 2])
    const walk = async () => {
      for await (const part of chunksOf(bytesSource(bytes), 0, bytes.length + 1)) parts.push(part.length)
    }
    await expect(walk()).rejects.toThrow('source ended')
  })
})

it('an object read once is remembered', async () => {
  const pdf = await opened(fileOf('<</V 7>>'))
  expect(await valueOf(pdf, 3)).toBe(7)
  expect(await loadObject(pdf, 3, pdf.last)).toBe(await loadObject(pdf, 3, pdf.last))
})
