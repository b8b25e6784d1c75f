import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, parsed } from './file.fixture'
import { asArray, asDict, asString, latin1, textOf, textString } from './index'
import { cursorOf, NEED_MORE, skipSpace, takeInteger, takeKeyword } from './lexer'
import { parseIndirect, parseObject } from './parser'
import { PdfFault } from './fault'

const codeOf = (run: () => unknown): string | undefined => {
  try {
    run()
    return undefined
  } catch (error) {
    return error instanceof PdfFault ? error.code : 'crashed'
  }
}
const stringIn = (text: string) => latin1(asString(parsed(text))?.bytes ?? bytesOf('no string'))

describe('numbers (ISO 32000-2 7.3.3)', () => {
  it.each([
    ['123', 123],
    ['+17', 17],
    ['-98', -98],
    ['0', 0],
    ['34.5', 34.5],
    ['-3.62', -3.62],
    ['+123.6', 123.6],
    ['4.', 4],
    ['-.002', -0.002],
    ['.5', 0.5],
    ['00012', 12],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    // What other readers make of what some writers put out.
    ['--5', -5],
    ['1.-2', 1],
    ['12abc', 12],
  ])('%s is %d', (text, value) => {
    expect(parsed(`${text} `)).toBe(value)
    expect(parsed(`${text}]`)).toBe(value)
    expect(parsed(text)).toBe(value)
  })
  it.each(['+', '-', '.', '-.', 'tru', 'nul', 'R', '', ')', '>', ']', '}'])(
    '"%s" is none, nor anything else',
    (text) => {
      expect(codeOf(() => parsed(text))).toBe('object-malformed')
    },
  )
})

describe('booleans, null and references (7.3.2, 7.3.9, 7.3.10)', () => {
  it.each([
    ['true', true],
    ['false/', false],
    ['null%', null],
    ['12 0 R', { type: 'ref', num: 12, gen: 0 }],
    ['12\n3\tR ', { type: 'ref', num: 12, gen: 3 }],
    ['12 %x\n 0 %y\r R', { type: 'ref', num: 12, gen: 0 }],
  ])('%j', (text, value) => {
    expect(parsed(text)).toEqual(value)
  })
  it.each([
    ['[1 0 R]', [{ type: 'ref', num: 1, gen: 0 }]],
    ['[1 0 R 2 0 R]', [1, 2].map((num) => ({ type: 'ref', num, gen: 0 }))],
    ['[1 0 2 R]', [1, { type: 'ref', num: 0, gen: 2 }]],
    ['[1 0]', [1, 0]],
    ['[1 -0 3]', [1, -0, 3]],
    ['[1 2 true]', [1, 2, true]],
  ])('in an array: %s', (text, items) => {
    expect(asArray(parsed(text))).toEqual(items)
  })
  it('an R that goes on is no reference', () => {
    expect(codeOf(() => parsed('[1 0 RG]'))).toBe('object-malformed')
  })
})

describe('literal strings (7.3.4.2)', () => {
  it.each([
    ['(This is a string)', 'This is a string'],
    ['()', ''],
    ['(Strings may contain balanced parentheses () and (nested (ones)).)', undefined],
    ['(\\n\\r\\t\\b\\f\\(\\)\\\\)', '\n\r\t\b\f()\\'],
    ['(\\053\\53\\5)', '++\x05'],
    // The overflow of three octal digits is ignored; the next digit is a letter of its own.
    ['(\\0533\\777)', '+3\xff'],
    ['(\\8\\9)', '89'],
    // A solidus before any other letter is ignored.
    ['(\\x\\q)', 'xq'],
    // A solidus at the end of a line continues the string on the next.
    ['(one\\\ntwo\\\r\nthree\\\rfour)', 'onetwothreefour'],
    // An end of line not escaped is one line feed, however it is written.
    ['(a\rb)', 'a\nb'],
    ['(a\r\nb)', 'a\nb'],
    ['(a\nb)', 'a\nb'],
    ['(a\r\r\nb\\\\\r)', 'a\n\nb\\\n'],
    ['(a\\r\nb)', 'a\r\nb'],
    ['(\\015\\012)', '\r\n'],
    ['(%no comment)', '%no comment'],
    ['(\x80\xff\0)', '\x80\xff\0'],
    ['(\\)))', ')'],
  ])('%j', (text, value) => {
    expect(stringIn(text)).toBe(value ?? text.slice(1, -1))
  })
  it.each(['(', '(()', '(\\)', '(a\\'])('%j has no end', (text) => {
    expect(codeOf(() => parsed(text))).toBe('object-malformed')
  })
  it('knows the place of its token, escapes and all', () => {
    expect(parsed(' (a\\)b) ', 50)).toMatchObject({ start: 51, end: 57, hex: false })
  })
})

describe('hexadecimal strings (7.3.4.3)', () => {
  it.each([
    ['<4E6F762073686D6F7A>', 'Nov shmoz'],
    ['<901FA3>', '\x90\x1f\xa3'],
    // A last digit that is missing is 0.
    ['<901FA>', '\x90\x1f\xa0'],
    ['<>', ''],
    ['<\r\n 4\t8 6\0 9\f>', 'Hi'],
    ['<aBcD>', '\xab\xcd'],
  ])('%j', (text, value) => {
    expect(stringIn(text)).toBe(value)
  })
  it.each(['<4G>', '<4', '<(>', '<4%5\n>'])('%j is none', (text) => {
    expect(codeOf(() => parsed(text))).toBe('object-malformed')
  })
})

describe('names (7.3.5)', () => {
  it.each([
    ['/Name1', 'Name1'],
    ['/ASomewhatLongerName', 'ASomewhatLongerName'],
    ['/A;Name_With-Various***Characters?', 'A;Name_With-Various***Characters?'],
    ['/1.2', '1.2'],
    ['/$$', '$$'],
    ['/@pattern', '@pattern'],
    ['/.notdef', '.notdef'],
    ['/Lime#20Green', 'Lime Green'],
    ['/paired#28#29parentheses', 'paired()parentheses'],
    ['/The_Key_of_F#23_Minor', 'The_Key_of_F#_Minor'],
    ['/A#42', 'AB'],
    ['/#4a#4A', 'JJ'],
    ['/', ''],
    // What is not two digits stands for itself.
    ['/A#4', 'A#4'],
    ['/A#G1', 'A#G1'],
  ])('%s', (text, name) => {
    for (const after of ['', ' ', '/x', '(x)', '<', '[', '{', '%', '\0'])
      expect(parsed(text + after)).toEqual({ type: 'name', name })
  })
})

describe('arrays and dictionaries (7.3.6, 7.3.7)', () => {
  it('hold each other, with or without blanks', () => {
    const text = '[549 3.14 false(Ralph)/SomeName<<\0/A[]/B<</C<>>>>>null]%'
    expect(asArray(parsed(text))).toMatchObject([
      ...[549, 3.14, false, { type: 'string' }, { name: 'SomeName' }],
      { type: 'dict' },
      null,
    ])
  })
  it('a key written twice is told, even when spelled otherwise; the last value holds', () => {
    const dict = asDict(parsed('<</A 1/B 2/#41 3/A 4>>'))
    expect(dict?.duplicates).toEqual(['A', 'A'])
    expect(dict?.entries.get('A')).toBe(4)
    expect(asDict(parsed('<</A 1/a 2>>'))?.duplicates).toEqual([])
  })
  it.each(['[', '[1', '<<', '<</A', '<</A 1', '<</A 1>', '<<A 1>>', '<</A>>', '<</A 1 2>>', '<<(A) 1>>'])(
    '%s is none',
    (text) => {
      expect(codeOf(() => parsed(text))).toBe('object-malformed')
    },
  )
  it('64 levels are read, one more is refused', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(codeOf(() => parsed(nested(65)))).toBeUndefined()
    expect(codeOf(() => parsed(nested(66)))).toBe('nesting-too-deep')
    expect(codeOf(() => parsed('<</A'.repeat(66)))).toBe('nesting-too-deep')
  })
  it('half a million values are read, one more is refused', () => {
    const many = (count: number) => `[${'1 '.repeat(count - 1)}]`
    expect(asArray(parsed(many(500_000)))).toHaveLength(499_999)
    expect(codeOf(() => parsed(many(500_001)))).toBe('object-too-large')
  })
})

describe('a window over the file', () => {
  const WHOLE = '<</A(x\\)y)/B#20 12 0 R/C[<00> true %c\n-1.5]>> '

  it('asks for more wherever it ends inside an object, and never reads a part as the whole', () => {
    for (let length = 0; length < WHOLE.length - 1; length++) {
      const run = () => parseObject(cursorOf(bytesOf(WHOLE.slice(0, length)), 0, false))
      expect(run, String(length)).toThrow(NEED_MORE)
    }
    expect(parseObject(cursorOf(bytesOf(WHOLE), 0, false))).toEqual(parsed(WHOLE))
  })
  it.each(['12', '12 0', '12 0 R', '/Name', 'true', '4.5'])('%s may go on behind its end', (text) => {
    expect(() => parseObject(cursorOf(bytesOf(text), 0, false))).toThrow(NEED_MORE)
  })
})

describe('words of the file structure', () => {
  it.each([
    ['  obj<<', 'obj', true],
    ['%x\robj', 'obj', true],
    ['object', 'obj', false],
    ['ob', 'obj', false],
    ['R]', 'R', true],
  ])('%j begins with %s: %s', (text, keyword, isThere) => {
    expect(takeKeyword(cursorOf(bytesOf(text)), keyword)).toBe(isThere)
  })
  it.each([
    ['42 ', 42],
    [' \t%7\n42>', 42],
    ['42', 42],
    ['+42', undefined],
    ['4x', undefined],
    ['4.2', undefined],
    ['9007199254740993', undefined],
    ['00000000000000012', undefined],
  ])('%j begins with the integer %s', (text, value) => {
    const c = cursorOf(bytesOf(text))
    expect(takeInteger(c)).toBe(value)
    if (value === undefined) expect(c.pos).toBe(0)
  })
  it('a comment ends with its line, either way written (7.2.4)', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      const c = cursorOf(bytesOf(`% abc ( /% blah${end}\t\f\0 123`))
      skipSpace(c)
      expect(takeInteger(c)).toBe(123)
    }
  })
})

describe('indirect objects (7.3.10) and streams (7.3.8)', () => {
  const read = (text: string) => parseIndirect(cursorOf(bytesOf(text), 100))

  it.each([
    ['12 0 obj (Brillig) endobj', { num: 12, gen: 0, end: 125 }],
    ['12 7 obj<<>>endobj ', { num: 12, gen: 7, end: 118 }],
    // The null object, by leaving it out; and one whose end is missing.
    ['1 0 obj endobj', { value: null, end: 114 }],
    ['1 0 obj 5 2 0 obj', { value: 5, end: 110 }],
    ['1 0 obj /streamer endobj', { value: { type: 'name', name: 'streamer' } }],
  ])('%j', (text, expected) => {
    expect(read(text)).toMatchObject({ data: undefined, ...expected })
  })
  it.each([
    ['\n', 1],
    ['\r\n', 2],
    // Not allowed by 7.3.8.1, but written: a carriage return alone.
    ['\r', 1],
    ['', 0],
  ])('data begins behind the line of its keyword (%j)', (line, width) => {
    const head = '1 0 obj <</Length 3>> stream'
    expect(read(`${head}${line}(abc`)).toMatchObject({ data: 100 + head.length + width })
  })
  it('only one end of line is skipped: the next belongs to the data', () => {
    expect(read('1 0 obj<<>>stream\n\nabc').data).toBe(118)
    expect(read('1 0 obj<<>>stream\r\n\r\nabc').data).toBe(119)
  })
  it.each(['0 obj 1', '1 0 object', '1 0 R', 'x', '1 0 obj'])('%j is none', (text) => {
    expect(codeOf(() => read(text))).toBe('object-malformed')
  })
})

describe('text strings (7.9.2)', () => {
  it.each([
    ['UTF-16BE', '<FEFF004D1ED90074>', 'Một'],
    ['UTF-16LE', '<FFFE4D00D91E7400>', 'Một'],
    ['UTF-8', '<EFBBBF4DE1BB9974>', 'Một'],
    ['no mark', '<4DF474>', 'Môt'],
    ['beyond the plane', '<FEFFD83DDE00>', '😀'],
    ['a mark alone', '<FEFF>', ''],
  ])('%s', (_, text, value) => {
    const string = asString(parsed(text))
    expect(string && textOf(string)).toBe(value)
  })
  it('what is written is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/^\ufeff/.test(text))
        expect(textOf(textString(text))).toBe(text)
      }),
    )
  })
})
