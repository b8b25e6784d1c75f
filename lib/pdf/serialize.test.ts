import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDict, asString, array, bytesString, dictOf, name, ref, textString } from './index'
import type { PdfObject } from './index'
import { cursorOf } from './lexer'
import { parseObject } from './parser'
import { ascii, hexText, serialize } from './serialize'

const read = (text: string) => parseObject(cursorOf(ascii(text)))

/** The same, the places of strings and their notation aside. */
function bare(value: PdfObject): unknown {
  const string = asString(value)
  if (string !== undefined) return { string: [...string.bytes] }
  const dict = asDict(value)
  if (dict !== undefined) return { dict: [...dict.entries].map(([key, item]) => [key, bare(item)]) }
  if (value !== null && typeof value === 'object' && value.type === 'array') return value.items.map(bare)
  // A number has no sign of its own when it is nothing.
  return value === 0 ? 0 : value
}

const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code))
/** Names hold bytes; those that mean something to a parser come often. */
const nameText = fc.string({
  unit: fc.oneof(byte, fc.constantFrom(...Array.from('#/()<>[]{}% \n\r\t\0\f'), '#41')),
  maxLength: 12,
})
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...Array.from('\\()<>\r\nnrtbf0189 a')), maxLength: 20 }).map(ascii),
)
const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
const number = fc.oneof(
  fc.integer(),
  finite.filter((value) => Math.abs(value) > 1e-80 || value === 0),
)

const { object } = fc.letrec<{ object: PdfObject }>((tie) => ({
  object: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    number,
    nameText.map(name),
    fc.tuple(bytes, fc.boolean()).map(([value, hex]) => bytesString(value, hex)),
    fc.tuple(fc.nat(), fc.nat(65_535)).map(([num, gen]) => ref(num, gen)),
    fc.array(tie('object'), { maxLength: 5 }).map(array),
    fc.array(fc.tuple(nameText, tie('object')), { maxLength: 5 }).map(dictOf),
  ),
}))

describe('what is written', () => {
  it('is read again as the same object, whatever its names and strings hold', () => {
    fc.assert(
      fc.property(object, (value) => {
        const text = serialize(value)
        expect(bare(read(text))).toEqual(bare(value))
        expect(bare(read(`${text} `))).toEqual(bare(value))
        expect(text).toMatch(/^[\x20-\x7e]*$/)
      }),
      { numRuns: 500 },
    )
  })
  it('has every digit of a number and no exponent (ISO 32000-2 7.3.3)', () => {
    fc.assert(
      fc.property(fc.oneof(finite, fc.constantFrom(595.27559055, 1e-7, 5e-324, 0.1 + 0.2, 1e22)), (value) => {
        const written = serialize(value)
        if (Math.abs(value) > 1e-80) expect(read(`${written} `), written).toBe(value === 0 ? 0 : value)
        expect(written).toMatch(/^-?\d+(\.\d*)?$/)
      }),
    )
  })
  it.each([
    [null, 'null'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [-(2 ** -24), '-0.000000059604644775390625'],
    [name('A B#/é'), '/A#20B#23#2f#e9'],
    [name(''), '/'],
    [bytesString(ascii('a(b)\\c')), '(a\\(b\\)\\\\c)'],
    [bytesString(Uint8Array.of(65, 10)), '<410a>'],
    [bytesString(ascii('A'), true), '<41>'],
    [textString('Một'), '<feff004d1ed90074>'],
    [ref(3, 1), '3 1 R'],
    [array([1, ref(2), array([])]), '[1 2 0 R []]'],
    [
      dictOf([
        ['K', name('V')],
        ['L', dictOf([])],
      ]),
      '<</K /V /L <<>>>>',
    ],
  ] as const)('%#: %j', (value, text) => {
    expect(serialize(value)).toBe(text)
  })
  it('holds no stream: that is an object of its own (7.3.8)', () => {
    const stream = { type: 'stream', dict: dictOf([]), start: 0, length: 0, owner: { num: 1, gen: 0 } } as const
    expect(() => serialize(array([stream]))).toThrow()
  })
  it('gives bytes as hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (value) => {
        expect(hexText(value)).toBe(Buffer.from(value).toString('hex'))
      }),
    )
  })
})
