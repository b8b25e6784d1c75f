import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, parsed } from './file.fixture'
import { applyFilter, decodeAscii85, decodeHex, decodeLzw, decodeRunLength, undoPredictor } from './filters'
import { asDict, dictOf, latin1 } from './index'
import { decodeData, filtersOf } from './stream'

const LIMIT = 1 << 16
const bounds = { limit: LIMIT, charge: () => undefined }
const NONE = dictOf([])
const dict = (text: string) => asDict(parsed(text)) ?? NONE
const data = fc.uint8Array({ maxLength: 300 })

describe('ASCIIHexDecode (ISO 32000-2 7.4.2)', () => {
  it.each([
    ['61 62\n2e6364656>7', 'ab.cde`'],
    ['7>', 'p'],
    ['>', ''],
    ['4D4d', 'MM'],
  ])('%j', (text, value) => {
    expect(decodeHex(bytesOf(text))).toEqual({ bytes: bytesOf(value), complete: true })
  })
  it.each(['6g>', '6(>', '6-1>'])('%j holds what is no digit', (text) => {
    expect(() => decodeHex(bytesOf(text))).toThrow('stream-malformed')
  })
})

describe('ASCII85Decode (7.4.3)', () => {
  const value = (text: string) => latin1(decodeAscii85(bytesOf(text), LIMIT).bytes)

  it.each([
    ['9jqo^~>', 'Man '],
    ['9jqo^BlbD-BleB1DJ+*+F(f,q~>', 'Man is distinguished'],
    // n + 1 letters of a last group are n bytes.
    ['9jqo~>', 'Man'],
    ['9jn~>', 'Ma'],
    ['9`~>', 'M'],
    ['~>', ''],
    ['z~>', '\0\0\0\0'],
    ['z9jqo^z', '\0\0\0\0Man \0\0\0\0'],
    [' 9j\nqo\t^ \f~>9jqo^', 'Man '],
    ['s8W-!~>', '\xff\xff\xff\xff'],
  ])('%j', (text, expected) => {
    expect(value(text)).toBe(expected)
  })
  it.each(['9jz~>', 'v~>', '9jqo\x80~>'])('%j is malformed', (text) => {
    expect(() => value(text)).toThrow('stream-malformed')
  })
  it('gives back any bytes, and stops at its limit', () => {
    const written = (bytes: Uint8Array): string => {
      let text = ''
      for (let at = 0; at < bytes.length; at += 4) {
        const group = bytes.subarray(at, at + 4)
        let number = [0, 1, 2, 3].reduce((sum, i) => sum * 256 + (group[i] ?? 0), 0)
        const digits = Array.from({ length: 5 }, () => {
          const digit = number % 85
          number = Math.floor(number / 85)
          return String.fromCharCode(33 + digit)
        }).toReversed()
        text += digits.slice(0, group.length + 1).join('')
      }
      return `${text}~>`
    }
    fc.assert(
      fc.property(data, (bytes) => {
        expect(decodeAscii85(bytesOf(written(bytes)), LIMIT).bytes).toEqual(bytes)
      }),
    )
    expect(decodeAscii85(bytesOf('zz~>'), 8).bytes).toHaveLength(8)
    expect(() => decodeAscii85(bytesOf('zz9`~>'), 8)).toThrow('stream-too-large')
  })
})

describe('RunLengthDecode (7.4.5)', () => {
  it.each([
    // 0 to 127: so many and one more as they stand. 129 to 255: the next one, 257 less it times. 128 ends.
    [[2, 1, 2, 3, 255, 9, 128, 7], [1, 2, 3, 9, 9], true],
    [[0, 5, 129, 6, 128], [5, ...new Array<number>(128).fill(6)], true],
    [[128], [], true],
    [[0, 5], [5], false],
  ])('%j', (encoded, bytes, complete) => {
    expect(decodeRunLength(Uint8Array.from(encoded), LIMIT)).toEqual({ bytes: Uint8Array.from(bytes), complete })
  })
  it('a run that is cut off is not made up', () => {
    expect(decodeRunLength(Uint8Array.of(4, 1, 2), LIMIT)).toEqual({ bytes: Uint8Array.of(1, 2), complete: false })
    expect(decodeRunLength(Uint8Array.of(0, 7, 200), LIMIT)).toEqual({ bytes: Uint8Array.of(7), complete: false })
  })
  it('stops at its limit', () => {
    expect(decodeRunLength(Uint8Array.of(129, 6, 128), 128).bytes).toHaveLength(128)
    expect(() => decodeRunLength(Uint8Array.of(129, 6, 128), 127)).toThrow('stream-too-large')
  })
})

/** Codes of 9 to 12 bits as the standard lays them out, cleared when the table is full. */
function lzw(bytes: Uint8Array, early: number): Uint8Array {
  const out: number[] = []
  let [hold, bits, width, next] = [0, 0, 9, 258]
  let table = new Map<string, number>()
  const put = (code: number) => {
    hold = (hold << width) | code
    bits += width
    while (bits >= 8) {
      bits -= 8
      out.push((hold >> bits) & 255)
    }
    hold &= (1 << bits) - 1
  }
  const codeOf = (text: string) => (text.length === 1 ? text.charCodeAt(0) : (table.get(text) ?? -1))
  put(256)
  let prefix = ''
  for (const byte of bytes) {
    const longer = prefix + String.fromCharCode(byte)
    if (longer.length === 1 || table.has(longer)) {
      prefix = longer
      continue
    }
    put(codeOf(prefix))
    table.set(longer, next++)
    // A reader is one entry behind: it widens its codes that much later.
    if (next - 1 + early >= 1 << width && width < 12) width++
    if (next === 4095) {
      put(256)
      table = new Map()
      ;[width, next] = [9, 258]
    }
    prefix = String.fromCharCode(byte)
  }
  if (prefix !== '') {
    put(codeOf(prefix))
    if (next + early >= 1 << width && width < 12) width++
  }
  put(257)
  if (bits > 0) out.push((hold << (8 - bits)) & 255)
  return Uint8Array.from(out)
}

describe('LZWDecode (7.4.4)', () => {
  it('decodes the example of 7.4.4.2', () => {
    const bytes = Uint8Array.of(45, 45, 45, 45, 45, 65, 45, 45, 45, 66)
    expect(lzw(bytes, 1)).toEqual(Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01))
    expect(decodeLzw(lzw(bytes, 1), LIMIT, 1)).toEqual({ bytes, complete: true })
  })
  it.each([0, 1])('gives back any bytes with EarlyChange %i, over every width of code and a full table', (early) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 900, max: 3 }), (bytes) => {
        expect(decodeLzw(lzw(bytes, early), LIMIT, early)).toEqual({ bytes, complete: true })
      }),
    )
    const long = Uint8Array.from({ length: 12_000 }, (_, i) => (i * i * 31 + (i >> 3)) & 255)
    expect(decodeLzw(lzw(long, early), LIMIT, early)).toEqual({ bytes: long, complete: true })
  })
  it('says when the end is missing, refuses a first code that means nothing, stops at its limit', () => {
    const whole = lzw(bytesOf('mot cua mot cua'), 1)
    expect(decodeLzw(whole.subarray(0, -2), LIMIT, 1).complete).toBe(false)
    // 256, then 300: nothing has been put into the table yet.
    expect(() => decodeLzw(Uint8Array.of(0x80, 0x4b, 0), LIMIT, 1)).toThrow('stream-malformed')
    expect(() => decodeLzw(lzw(new Uint8Array(100), 1), 99, 1)).toThrow('stream-too-large')
  })
  it('takes EarlyChange from its parameters, 1 without', () => {
    const bytes = Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) & 255)
    expect(applyFilter('LZWDecode', lzw(bytes, 0), dict('<</EarlyChange 0>>'), bounds).bytes).toEqual(bytes)
    expect(applyFilter('LZW', lzw(bytes, 1), NONE, bounds).bytes).toEqual(bytes)
  })
})

/** PNG prediction as RFC 2083 section 6 has it; `pixel` is bytes of a whole pixel, rounded up. */
function png(rows: readonly Uint8Array[], pixel: number, kinds: readonly number[]): Uint8Array {
  const paeth = (a: number, b: number, c: number) => {
    const distances = [a, b, c].map((item) => Math.abs(a + b - c - item))
    return [a, b, c][distances.indexOf(Math.min(...distances))] ?? 0
  }
  return Uint8Array.from(
    rows.flatMap((row, y) => {
      const kind = kinds[y % kinds.length] ?? 0
      const at = (line: Uint8Array | undefined, x: number) => line?.[x] ?? 0
      const coded = Array.from(row, (byte, x) => {
        const [a, b, c] = [at(row, x - pixel), at(rows[y - 1], x), at(rows[y - 1], x - pixel)]
        return (byte - ([0, a, b, (a + b) >> 1, paeth(a, b, c)][kind] ?? 0)) & 255
      })
      return [kind, ...coded]
    }),
  )
}

describe('predictors (7.4.4.4)', () => {
  const shape = fc.record({
    colors: fc.integer({ min: 1, max: 4 }),
    bits: fc.constantFrom(1, 2, 4, 8, 16),
    columns: fc.integer({ min: 1, max: 9 }),
  })
  const kinds = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 })

  it('undo every PNG row, whatever the pixels are like', () => {
    fc.assert(
      fc.property(
        shape,
        kinds,
        fc.uint8Array({ minLength: 400, maxLength: 400 }),
        ({ colors, bits, columns }, chosen, noise) => {
          const width = Math.ceil((colors * bits * columns) / 8)
          const rows = Array.from({ length: 5 }, (_, y) => noise.slice(y * width, (y + 1) * width))
          const text = `<</Predictor 15/Colors ${String(colors)}/BitsPerComponent ${String(bits)}/Columns ${String(columns)}>>`
          const undone = undoPredictor(png(rows, Math.ceil((colors * bits) / 8), chosen), dict(text))
          expect(undone).toEqual(Uint8Array.from(rows.flatMap((row) => [...row])))
        },
      ),
    )
  })
  it.each([
    // Each sample is the difference from the one of its colour to the left.
    [
      '<</Predictor 2/Colors 3/Columns 2>>',
      [1, 2, 3, 1, 1, 1, 9, 9, 9, 250, 0, 1],
      [1, 2, 3, 2, 3, 4, 9, 9, 9, 3, 9, 10],
    ],
    ['<</Predictor 2/Columns 3>>', [1, 1, 1, 5, 255, 2], [1, 2, 3, 5, 4, 6]],
    ['<</Predictor 1/Columns 3>>', [1, 1, 1], [1, 1, 1]],
    ['<<>>', [1, 1, 1], [1, 1, 1]],
    // A row that the data leaves unfinished is read as far as it goes.
    ['<</Predictor 12/Columns 3>>', [0, 1, 2, 3, 2, 1], [1, 2, 3, 2, 2, 3]],
    ['<</Predictor 12/Columns 3>>', [], []],
  ])('%s', (parms, encoded, bytes) => {
    expect([...undoPredictor(Uint8Array.from(encoded), dict(parms))]).toEqual(bytes)
  })
  it.each([
    ['<</Predictor 2/BitsPerComponent 4>>', 'filter-unknown'],
    ['<</Predictor 3>>', 'filter-unknown'],
    ['<</Predictor 12/Columns 0>>', 'stream-malformed'],
    ['<</Predictor 12/Columns 99999999>>', 'stream-malformed'],
    ['<</Predictor 12/Colors 65/Columns 2>>', 'stream-malformed'],
    ['<</Predictor 12/Colors -1>>', 'stream-malformed'],
  ])('%s is refused: %s', (parms, code) => {
    expect(() => undoPredictor(Uint8Array.of(0, 1), dict(parms))).toThrow(code)
  })
})

describe('the filters of a stream (7.3.8.2)', () => {
  const raw = (text: string) => decodeData(bytesOf(text), filtersOf(dict('<</Filter/ASCIIHexDecode>>')), bounds)

  it('run in order, each with its own parameters', () => {
    const bytes = Uint8Array.of(1, 2, 3, 4)
    const predicted = png([bytes.subarray(0, 2), bytes.subarray(2)], 1, [2])
    const hex = `${Buffer.from(deflateSync(predicted)).toString('hex')}>`
    const filters = filtersOf(dict('<</Filter[/AHx/Fl]/DecodeParms[null<</Predictor 12/Columns 2>>]>>'))
    expect(decodeData(bytesOf(hex), filters, bounds)).toEqual({ bytes, complete: true })
  })
  it.each([
    ['<<>>', 0],
    ['<</Filter null>>', 0],
    ['<</Filter[]>>', 0],
    ['<</Filter/A85/DecodeParms<</K 1>>>>', 1],
    [`<</Filter[${'/AHx'.repeat(8)}]>>`, 8],
  ])('%s are %i', (text, count) => {
    expect(filtersOf(dict(text))).toHaveLength(count)
  })
  it('a name is asked for, eight at most, and one that is known', () => {
    expect(() => filtersOf(dict('<</Filter(AHx)>>'))).toThrow('filter-unknown')
    expect(() => filtersOf(dict(`<</Filter[${'/AHx'.repeat(9)}]>>`))).toThrow('stream-malformed')
    for (const name of ['DCTDecode', 'JBIG2Decode', 'flatedecode', ''])
      expect(() => applyFilter(name, new Uint8Array(), NONE, bounds)).toThrow('filter-unknown')
  })
  it.each([
    ['ASCIIHexDecode', '41>'],
    ['AHx', '41>'],
    ['ASCII85Decode', '5l~>'],
    ['A85', '5l~>'],
    ['RunLengthDecode', '\0A\x80'],
    ['RL', '\0A\x80'],
    ['Crypt', 'A'],
  ])('%s', (name, text) => {
    expect(applyFilter(name, bytesOf(text), NONE, bounds)).toEqual({ bytes: bytesOf('A'), complete: true })
  })
  it('what goes in and comes out is charged, and what one of them lost stays lost', () => {
    const charged: number[] = []
    const filters = filtersOf(dict('<</Filter[/RL/AHx]>>'))
    const decoded = decodeData(bytesOf('\x03' + '4142'), filters, { limit: 9, charge: (count) => charged.push(count) })
    expect(decoded).toEqual({ bytes: bytesOf('AB'), complete: false })
    expect(charged).toEqual([5, 4, 2])
    expect(raw('41').complete).toBe(true)
  })
})
