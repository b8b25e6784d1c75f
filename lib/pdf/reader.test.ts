import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnomalyCode } from './anomaly'
import { note } from './document'
import { bytesOf as bytes, opened as open, pdfOf, refusal } from './file.fixture'
import { decodeAscii85, decodeLzw, undoPredictor } from './filters'
import { asDict, asNumber, asStream, decodeStream, dictOf, get, latin1, loadObject } from './index'
import { inflate } from './inflate'
import { cursorOf } from './lexer'
import { parseObject } from './parser'

const ignore = () => undefined

/** The longer the later: symbols of very different frequency, so that their codes take up to 15 bits. */
const skewed = new Uint8Array(
  Array.from({ length: 22 }, (_, i) => new Array<number>(Math.ceil(1.6 ** i)).fill(i * 11)).flat(),
)

describe('inflate', () => {
  it('gives back what zlib compressed, at every level', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 0, max: 9 }), (data, level) => {
        expect(inflate(deflateSync(data, { level }), 1 << 20, ignore)).toEqual({ bytes: data, complete: true })
      }),
    )
  })
  it('reads codes of every length', () => {
    const shuffled = skewed.map((_, i) => skewed[(i * 7919) % skewed.length] ?? 0)
    const strategy = constants.Z_HUFFMAN_ONLY
    expect(inflate(deflateSync(shuffled, { strategy }), 1 << 20, ignore)).toEqual({
      bytes: shuffled,
      complete: true,
    })
  })
  it('reads a stored block behind a compressed one', () => {
    const first = deflateSync(bytes('mot cua '.repeat(50)), { finishFlush: constants.Z_SYNC_FLUSH })
    const whole = Buffer.concat([first, deflateRawSync(bytes('xong'), { level: 0 })])
    expect(latin1(inflate(whole, 1 << 20, ignore).bytes)).toBe(`${'mot cua '.repeat(50)}xong`)
  })
  it('counts blocks that yield nothing', () => {
    let blocks = 0
    const empty = deflateSync('', { finishFlush: constants.Z_SYNC_FLUSH })
    const many = Array.from({ length: 1000 }, () => empty.subarray(2))
    inflate(Buffer.concat([empty.subarray(0, 2), ...many, deflateRawSync('x')]), 1 << 20, () => blocks++)
    expect(blocks).toBeGreaterThan(1000)
  })
  it('stops at its limit', () => {
    expect(() => inflate(deflateSync(new Uint8Array(1 << 20)), 1 << 16, ignore)).toThrow('stream-too-large')
  })
  it('says that damaged data is not complete', () => {
    const whole = deflateSync(bytes('một cửa '.repeat(500)))
    expect(inflate(whole.subarray(0, whole.length - 12), 1 << 20, ignore).complete).toBe(false)
  })
})

describe('filters', () => {
  it('decodes the ASCII85 and LZW examples', () => {
    expect(latin1(decodeAscii85(bytes('87cURD]i,"Ebo80~>'), 100).bytes)).toBe('Hello World!')
    const lzw = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01)
    expect([...decodeLzw(lzw, 100, 1).bytes]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
  })
  it('undoes the PNG up predictor', () => {
    const parms = dictOf([
      ['Predictor', 12],
      ['Columns', 2],
    ])
    expect([...undoPredictor(Uint8Array.of(2, 1, 2, 2, 1, 1), parms)]).toEqual([1, 2, 2, 3])
  })
})

describe('objects', () => {
  it('never hangs or crashes on arbitrary text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('<>[]()/%\\ 01R#aob\n')) }), (text) => {
        try {
          parseObject(cursorOf(bytes(text)))
        } catch (error) {
          expect(error).toHaveProperty('code')
        }
      }),
    )
  })
  it('refuses deep nesting by name', () => {
    expect(() => parseObject(cursorOf(bytes('['.repeat(100))))).toThrow('nesting-too-deep')
  })
  it('keeps the place of a hexadecimal string', () => {
    expect(parseObject(cursorOf(bytes(' <48 656c>'), 100))).toMatchObject({ start: 101, end: 110, bytes: bytes('Hel') })
  })
})

describe('openPdf', () => {
  it('reads objects as of each revision', async () => {
    const first = pdfOf(['<</Type/Catalog /A 2 0 R>>', '7'])
    const at = first.length
    const xref = at + '2 0 obj\n8\nendobj\n'.length
    const prev = first.lastIndexOf('xref\n0')
    const second = `2 0 obj\n8\nendobj\nxref\n2 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 3/Root 1 0 R/Prev ${String(prev)}>>\nstartxref\n${String(xref)}\n%%EOF\n`
    const pdf = await open(first + second)
    expect(pdf.revisions.map((revision) => revision.end)).toEqual([first.length - 1, first.length + second.length - 1])
    const values = await Promise.all(
      pdf.revisions.map(async (r) => asNumber(await get(pdf, asDict(await loadObject(pdf, 1, r)), 'A', r))),
    )
    expect(values).toEqual([7, 8])
    expect(pdf.anomalies).toEqual([])
  })
  it('decodes streams whose length is a reference', async () => {
    const pdf = await open(pdfOf(['<</Type/Catalog>>', '<</Length 3 0 R>>\nstream\nabc\nendstream', '3']))
    const stream = asStream(await loadObject(pdf, 2, pdf.last))
    if (stream === undefined) throw new Error('no stream')
    expect(latin1((await decodeStream(pdf, stream, pdf.last)).bytes)).toBe('abc')
  })
  it('records trailing bytes and duplicate keys', async () => {
    const pdf = await open(`${pdfOf(['<</Type/Catalog /A 1 /A 2>>'])}extra`)
    await loadObject(pdf, 1, pdf.last)
    expect(pdf.anomalies.map((anomaly) => anomaly.code).sort()).toEqual(['duplicate-key', 'trailing-bytes'])
  })
  it('records a thousand oddities, and beyond them the first of each kind in each revision', async () => {
    const pdf = await open(pdfOf(['<</Type/Catalog>>']))
    const noteMany = (code: AnomalyCode, revision: number) => {
      for (let object = 0; object < 1500; object++) note(pdf, { code, offset: -1, object, revision })
    }
    noteMany('duplicate-key', 0)
    noteMany('object-mismatch', 0)
    noteMany('object-mismatch', 7)
    expect(pdf.anomalies).toHaveLength(1002)
    expect(pdf.anomalies.slice(1000)).toEqual([
      { code: 'object-mismatch', offset: -1, object: 0, revision: 0 },
      { code: 'object-mismatch', offset: -1, object: 0, revision: 7 },
    ])
  })
  it('finds a table that its writer miscounted, and says so', async () => {
    const plain = pdfOf(['<</Type/Catalog>>'])
    const xref = plain.lastIndexOf('xref\n0')
    const pdf = await open(plain.replace(`startxref\n${String(xref)}`, `startxref\n${String(xref - 7)}`))
    expect(pdf.revisions).toHaveLength(1)
    expect(pdf.anomalies.map((anomaly) => anomaly.code)).toContain('startxref-mismatch')
  })
  it('rebuilds a file whose table is gone, and says so', async () => {
    const plain = pdfOf(['<</Type/Catalog /A 2 0 R>>', '7'])
    const pdf = await open(plain.replace(/startxref\n\d+/, 'startxref\n9999999'))
    expect(asNumber(await get(pdf, asDict(await loadObject(pdf, 1, pdf.last)), 'A', pdf.last))).toBe(7)
    expect(pdf.anomalies.map((anomaly) => anomaly.code)).toEqual(['structure-rebuilt'])
  })
  it('reads a thousand revisions, and refuses too many', async () => {
    const updates = (count: number): string => {
      const parts = [pdfOf(['<</Type/Catalog>>'])]
      let [size, prev] = [parts[0]?.length ?? 0, parts[0]?.lastIndexOf('xref\n0') ?? 0]
      for (let i = 0; i < count; i++) {
        const part = `xref\n0 0\ntrailer\n<</Size 2/Root 1 0 R/Prev ${String(prev)}>>\nstartxref\n${String(size)}\n%%EOF\n`
        parts.push(part)
        ;[prev, size] = [size, size + part.length]
      }
      return parts.join('')
    }
    expect((await open(updates(1000))).revisions).toHaveLength(1001)
    expect(await refusal(updates(5000))).toBe('too-many-revisions')
  })
  it('refuses cyclic chains, gigantic counts and text that is no PDF', async () => {
    const plain = pdfOf(['<</Type/Catalog>>'])
    const xref = plain.lastIndexOf('xref\n0')
    expect(await refusal(pdfOf(['<</Type/Catalog>>'], `/Root 1 0 R/Prev ${String(xref)}`))).toBe('xref-cyclic')
    const gigantic = await open(plain.replace('xref\n0 2', 'xref\n0 4000000000'))
    expect(gigantic.anomalies.map((anomaly) => anomaly.code)).toEqual(['structure-rebuilt'])
    expect(await refusal('hello')).toBe('not-a-pdf')
  })
})
