import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freeText, isDong, nextState, parseForm, typedValues } from './index'
import { checkCode, normaliseSubmissionCode, submissionCode, uuidV7 } from './ids'

const anything = z.custom<unknown>(() => true)
function formOf(entries: readonly (readonly [string, string | Blob])[]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}
const read = (...entries: (readonly [string, string | Blob])[]) => {
  const parsed = parseForm(anything, formOf(entries))
  return parsed.ok ? parsed.value : parsed.error
}

/** What somebody put into a function that all objects share. */
function addedTo(name: string): string[] {
  const shared: { value?: unknown } = Object.getOwnPropertyDescriptor(Object.prototype, name) ?? {}
  return typeof shared.value === 'function' ? Object.keys(shared.value) : ['no function']
}

describe('a form as an object', () => {
  it.each<[string, (readonly [string, string])[], unknown]>([
    [
      'plain names',
      [
        ['a', '1'],
        ['b', '2'],
      ],
      { a: '1', b: '2' },
    ],
    [
      'the last of one name',
      [
        ['a', '1'],
        ['a', '2'],
      ],
      { a: '2' },
    ],
    [
      'dotted names',
      [
        ['a.b', '1'],
        ['a.c.d', '2'],
      ],
      { a: { b: '1', c: { d: '2' } } },
    ],
    [
      'numbered names, in the order of their numbers',
      [
        ['a.10.x', 'j'],
        ['a.9.x', 'i'],
        ['a.0.x', 'f'],
      ],
      { a: [{ x: 'f' }, { x: 'i' }, { x: 'j' }] },
    ],
    [
      'a list of words',
      [
        ['a.1', 'b'],
        ['a.0', 'a'],
      ],
      { a: ['a', 'b'] },
    ],
    [
      'names that are partly numbers',
      [
        ['a.0', 'x'],
        ['a.b', 'y'],
      ],
      { a: { 0: 'x', b: 'y' } },
    ],
    ['numbers of four digits, which are names', [['a.1000', 'x']], { a: { 1000: 'x' } }],
    [
      'names with a number in them',
      [
        ['a.x1', 'p'],
        ['a.1x', 'q'],
      ],
      { a: { x1: 'p', '1x': 'q' } },
    ],
    ['four levels', [['a.b.c.d', '1']], { a: { b: { c: { d: '1' } } } }],
    ['not five', [['a.b.c.d.e', '1']], {}],
    [
      'what a framework adds is left out',
      [
        ['$ACTION_ID', '1'],
        ['a$', '2'],
      ],
      { a$: '2' },
    ],
    [
      'a name that was a word and goes deeper',
      [
        ['a', '1'],
        ['a.b', '2'],
      ],
      { a: { b: '2' } },
    ],
    [
      'a word in place of what was deeper',
      [
        ['a.b', '2'],
        ['a', '1'],
      ],
      { a: '1' },
    ],
    ['nothing', [], {}],
  ])('%s', (_, entries, value) => {
    expect(read(...entries)).toEqual(value)
  })
  it('files are no words', () => {
    expect(read(['a', new Blob(['x'])], ['b', '1'])).toEqual({ b: '1' })
  })
  it.each(['__proto__', 'prototype', 'constructor'])('%s is no name', (name) => {
    expect(read([name, '1'], [`${name}.x`, '1'], [`a.${name}.x`, '1'], [`a.b.c.${name}`, '1'], ['b', '2'])).toEqual({
      b: '2',
    })
    expect({}).not.toHaveProperty('x')
  })
  it('what every object has is a name like any other, and stays as it is for all others', () => {
    const names = Object.getOwnPropertyNames(Object.prototype)
    for (const name of names) read([`${name}.call`, 'x'], [`a.${name}.call`, 'x'])
    expect(Object.prototype.toString.call([])).toBe('[object Array]')
    expect(Object.prototype.hasOwnProperty.call({ a: 1 }, 'a')).toBe(true)
    expect(read(['toString.call', 'x'], ['valueOf', 'y'])).toEqual({ toString: { call: 'x' }, valueOf: 'y' })
  })
  it('never fails, whatever the names are', () => {
    const name = fc
      .array(fc.constantFrom('a', '0', '12', '', 'toString', 'valueOf', '__proto__', '$', 'length'), { maxLength: 6 })
      .map((parts) => parts.join('.'))
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (entries) => {
        const before = Object.getOwnPropertyNames(Function.prototype).length
        expect(typeof read(...entries)).toBe('object')
        expect(['toString', 'valueOf'].flatMap(addedTo)).toEqual([])
        expect(Object.getOwnPropertyNames(Function.prototype)).toHaveLength(before)
      }),
    )
  })
  it('fills itself again with what was typed', () => {
    const form = formOf([
      ['a', '1'],
      ['b.c', '2'],
      ['$x', '3'],
      ['d', new Blob(['x'])],
    ])
    expect(typedValues(form)).toEqual({ a: '1', 'b.c': '2' })
  })
})

describe('what is wrong with a form', () => {
  const schema = z.object({
    note: freeText({ min: 5, max: 8 }),
    items: z.array(z.string()).min(2).max(3),
    kind: z.enum(['a', 'b']),
  })
  const wrong = (...entries: (readonly [string, string])[]) => {
    const parsed = parseForm(schema, formOf(entries))
    if (parsed.ok || parsed.error.code !== 'invalid-input') throw new Error('nothing wrong')
    return Object.fromEntries((parsed.error.issues ?? []).map(({ path, words }) => [path, words.vi]))
  }
  const good = [
    ['note', 'đủ chữ'],
    ['items.0', 'x'],
    ['items.1', 'y'],
    ['kind', 'a'],
  ] as const
  const changed = (name: string, value: string) => wrong(...good.filter(([key]) => key !== name), [name, value])

  it.each([
    ['blank', changed('note', ''), { note: 'Mục này còn trống. Hãy điền hoặc chọn.' }],
    ['blanks', changed('note', '   '), { note: 'Mục này còn trống. Hãy điền hoặc chọn.' }],
    ['too short', changed('note', 'ngắn'), { note: 'Mục này dài 4 ký tự, ít nhất phải là 5. Hãy viết rõ hơn.' }],
    [
      'too long',
      changed('note', 'dài quá rồi'),
      { note: expect.stringContaining('dài 11 ký tự, nhiều nhất là 8') as unknown },
    ],
    ['signs only', changed('note', '......'), { note: expect.stringContaining('chỉ có dấu') as unknown }],
    ['no choice', changed('kind', 'c'), { kind: 'Mục này chưa đúng. Hãy điền lại.' }],
    ['too few', wrong(...good.filter(([name]) => name !== 'items.1')), { items: 'Hãy chọn ít nhất 2 mục.' }],
    ['too many', wrong(...good, ['items.2', 'z'], ['items.3', 'z']), { items: 'Chỉ chọn được nhiều nhất 3 mục.' }],
    [
      'left out',
      wrong(['note', 'đủ chữ']),
      { items: 'Mục này còn trống. Hãy điền hoặc chọn.', kind: 'Mục này còn trống. Hãy điền hoặc chọn.' },
    ],
  ])('%s is said at its place', (_, words, expected) => {
    expect(words).toEqual(expected)
  })
  it.each([
    ['đủ 5 c', true],
    ['12345', true],
    ['12345678', true],
    ['123456789', false],
    ['1234', false],
  ])('%j fits: %s', (note, fits) => {
    expect(parseForm(schema, formOf([...good.slice(1), ['note', note]])).ok).toBe(fits)
  })
})

describe('small things everything rests on', () => {
  it('a command leads on only where the table has it', () => {
    const table = [
      ['a', 'go', 'b'],
      ['b', 'go', 'c'],
      ['b', 'back', 'a'],
    ] as const
    expect([nextState(table, 'a', 'go'), nextState(table, 'b', 'go')]).toEqual([
      { ok: true, value: 'b' },
      { ok: true, value: 'c' },
    ])
    expect(nextState(table, 'a', 'back')).toEqual({
      ok: false,
      error: { code: 'illegal-step', detail: { state: 'a', command: 'back' } },
    })
    expect(nextState<string>(table, 'c', 'go').ok).toBe(false)
  })
  it('an id of version 7 begins with its time (RFC 9562, A.6)', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidV7(new Date(0x017f22e279b0), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
    expect(uuidV7(new Date(0), new Uint8Array(10).fill(255))).toBe('00000000-0000-7fff-bfff-ffffffffffff')
  })
  it('codes have the letters that survive being read aloud', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => i + 64)
    expect(submissionCode(bytes)).toBe('0123456789')
    expect(checkCode(bytes.subarray(10))).toBe('ABCDEFGHJKMNPQRSTVWX')
    expect(normaliseSubmissionCode(' o1i-l2 b\u00a0c ')).toBe('01112BC')
  })
  it.each([
    [1, true],
    [0, false],
    [-1, false],
    [1.5, false],
    [2 ** 53, false],
  ])('%d đồng: %s', (amount, is) => {
    expect(isDong(amount)).toBe(is)
  })
})
