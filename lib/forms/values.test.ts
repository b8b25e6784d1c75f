import { describe, expect, it } from 'vitest'
import { isAddress, isSameAnswer, isStrings, isPartialDate, readPath, withAnswer } from './answers'
import { boundDay, daysOf, formatPartialDate, isIsoDate, isoDate, spanOf } from './dates'
import type { Field } from './definition'
import { rawOf, readInputs } from './input'
import { inputPart, inputText } from './input-values'
import { judge } from './judge'
import { emptyTyped, typedText } from './typed'

const label = { vi: 'Mục', en: 'Item' }
const field = (id: string, more: Partial<Field> = {}): Field => ({ id, kind: 'text', label, ...more })

describe('days', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0001-01-01', true],
    ['0000-01-01', false],
    ['9999-12-31', true],
    ['2026-1-1', false],
    ['x2026-01-01', false],
    ['2026-01-011', false],
  ])('%s is one: %s', (text, is) => {
    expect(isIsoDate(text)).toBe(is)
  })
  it.each([
    [10_000, 1, 1],
    [-1, 1, 1],
    [2026, 1, 32],
    [2026, 14, 1],
    [2026, 1, 1.5],
    [Number.NaN, 1, 1],
  ])('%d-%d-%d is none', (y, m, d) => {
    expect(isoDate(y, m, d)).toBeUndefined()
  })
  it.each([
    ['today', '2026-03-31'],
    ['today-1D', '2026-03-30'],
    ['today+1D', '2026-04-01'],
    ['today-31D', '2026-02-28'],
    // A shorter month ends sooner.
    ['today-1M', '2026-02-28'],
    ['today+1M', '2026-04-30'],
    ['today-3M', '2025-12-31'],
    ['today+9M', '2026-12-31'],
    ['today+10M', '2027-01-31'],
    ['today-16Y', '2010-03-31'],
    ['2025-07-01', '2025-07-01'],
  ])('%s, on 31 March 2026, is %s', (bound, day) => {
    expect(boundDay(bound, '2026-03-31')).toBe(day)
  })
  it('a year after 29 February is the 28th, four years after the 29th', () => {
    expect(boundDay('today+1Y', '2024-02-29')).toBe('2025-02-28')
    expect(boundDay('today+4Y', '2024-02-29')).toBe('2028-02-29')
  })
  it.each([
    [{ y: 2024 }, '2024-01-01', '2024-12-31', '2024'],
    [{ y: 2024, m: 2 }, '2024-02-01', '2024-02-29', '02/2024'],
    [{ y: 2023, m: 2 }, '2023-02-01', '2023-02-28', '02/2023'],
    [{ y: 2100, m: 2 }, '2100-02-01', '2100-02-28', '02/2100'],
    [{ y: 2024, m: 2, d: 3 }, '2024-02-03', '2024-02-03', '03/02/2024'],
  ])('%j can mean any day from %s to %s', (value, first, last, shown) => {
    expect(spanOf(value)).toEqual({ first, last })
    expect(daysOf(value)).toEqual({ first, last })
    expect(formatPartialDate(value)).toBe(shown)
  })
  it('what is no date has none', () => {
    for (const value of ['2026-02-30', 'x', undefined, 7, { d: '1' }, ['2026-01-01']])
      expect(daysOf(value)).toBeUndefined()
    expect(isPartialDate({ y: '2024' })).toBe(false)
  })
})

describe('answers', () => {
  it.each([
    [{ d: '1', m: '2' }, { m: '2', d: '1' }, true],
    [{ d: '1', m: undefined }, { d: '1' }, true],
    [{ d: '1' }, { d: '1', m: '2' }, false],
    [['a', 'b'], ['b', 'a'], false],
    [['a'], 'a', false],
    [['a,b'], ['a', 'b'], false],
    [undefined, '', false],
    [undefined, undefined, true],
    ['1', 1, false],
    [[{ a: '1', b: '2' }], [{ b: '2', a: '1' }], true],
    [[{ a: '1' }, {}], [{ a: '1' }], false],
  ])('%j and %j are the same: %s', (first, other, is) => {
    expect(isSameAnswer(first, other)).toBe(is)
    expect(isSameAnswer(other, first)).toBe(is)
  })
  it('an address has all its parts, a list only words', () => {
    const whole = { provinceCode: '01', wardCode: '00004', detail: 'x' }
    expect(isAddress(whole)).toBe(true)
    for (const part of ['provinceCode', 'wardCode', 'detail'])
      expect(isAddress({ ...whole, [part]: undefined })).toBe(false)
    expect([isAddress('x'), isAddress(undefined), isAddress([])]).toEqual([false, false, false])
    expect([isStrings(['a', 'b']), isStrings([]), isStrings('a')]).toEqual([true, true, false])
    expect(isStrings([{ a: '1' }, 'a'].slice(0, 1))).toBe(false)
  })
  it.each([
    ['name', { fieldId: 'name' }],
    ['licence.number', { fieldId: 'licence.number' }],
    ['children.0', { fieldId: 'children', row: { index: 0, fieldId: undefined } }],
    ['children.12.name', { fieldId: 'children', row: { index: 12, fieldId: 'name' } }],
    ['a.b.3.c.d', { fieldId: 'a.b', row: { index: 3, fieldId: 'c.d' } }],
  ])('%s points at %j', (path, place) => {
    expect(readPath(path)).toEqual(place)
  })
  it('an answer is put where its path points, and nothing else is touched', () => {
    const before = { a: '1', rows: [{ x: '1' }] }
    expect(withAnswer(before, 'a', '2')).toEqual({ a: '2', rows: [{ x: '1' }] })
    expect(withAnswer(before, 'rows.0.y', '2')).toEqual({ a: '1', rows: [{ x: '1', y: '2' }] })
    expect(withAnswer(before, 'rows.2.x', '3')).toEqual({ a: '1', rows: [{ x: '1' }, {}, { x: '3' }] })
    expect(withAnswer(before, 'others.0.x', '4')).toEqual({ ...before, others: [{ x: '4' }] })
    expect(before).toEqual({ a: '1', rows: [{ x: '1' }] })
  })
})

describe('typing, as a draft keeps it', () => {
  it.each([
    ['x', 'x'],
    [7, '7'],
    [true, 'true'],
    [
      ['a', 1, 'b', null],
      ['a', 'b'],
    ],
    [
      { d: '1', m: 2, x: null, y: ['z'] },
      { d: '1', m: '2' },
    ],
    [null, undefined],
    [undefined, undefined],
    ['x'.repeat(20_001), 'x'.repeat(20_000)],
  ])('%j', (raw, stored) => {
    expect(typedText(raw)).toEqual(stored)
  })
  it.each([
    [undefined, true],
    [null, true],
    ['', true],
    [' \n\u200b', true],
    ['x', false],
    [[], true],
    [['', ' '], true],
    [['', 'x'], false],
    [{ d: '', m: ' ' }, true],
    [{ d: '', m: '2' }, false],
    [0, false],
    [false, false],
  ])('%j is nothing: %s', (raw, is) => {
    expect(emptyTyped(raw)).toBe(is)
  })
})

describe('what stands in an input', () => {
  it.each([
    ['text', 'x', 'x'],
    ['yesNo', true, 'yes'],
    ['yesNo', false, 'no'],
    ['money', 1_234_567, '1.234.567'],
    ['text', undefined, ''],
    ['phone', undefined, ''],
    ['phone', '+84912345678', '0912 345 678'],
  ] as const)('%s, %j: %s', (kind, value, text) => {
    expect(inputText(field('a', { kind }), value)).toBe(text)
  })
  it.each([
    ['2026-03-05', 'd', '5'],
    ['2026-03-05', 'm', '3'],
    ['2026-03-05', 'y', '2026'],
    ['2026-03-05', 'detail', ''],
    ['2026-02-30', 'd', ''],
    [{ d: '31', m: '2' }, 'd', '31'],
    [{ d: '31', m: '2' }, 'y', ''],
    [undefined, 'd', ''],
  ])('part of %j, %s: "%s"', (value, part, text) => {
    expect(inputPart(value, part)).toBe(text)
  })
})

describe('what a form sends for a field', () => {
  const rows = field('rows', { kind: 'group', fields: [field('a')] })
  const raw = (item: Field, sent: Record<string, unknown>) => rawOf(item, item.id, readInputs(sent))

  it('rows come in the order of their numbers, gaps closed, 200 at most', () => {
    expect(raw(rows, { 'rows.10.a': 'k', 'rows.9.a': 'j', 'rows.0.a': 'i' })).toEqual([
      { a: 'i' },
      { a: 'j' },
      { a: 'k' },
    ])
    expect(raw(rows, { rows: [{ a: 'i' }, { a: 'j' }] })).toEqual([{ a: 'i' }, { a: 'j' }])
    expect(
      raw(rows, Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`rows.${String(i)}.a`, 'x']))),
    ).toHaveLength(200)
    expect(raw(rows, { 'rowsx.0.a': 'x', 'rows.x1.a': 'x', other: 'x' })).toBeUndefined()
  })
  it('the last of one name counts, all of a list, the parts of a date together', () => {
    const twice = new FormData()
    for (const value of ['1', '2']) twice.append('a', value)
    expect(rawOf(field('a'), 'a', readInputs(twice))).toBe('2')
    expect(rawOf(field('a', { kind: 'multiChoice' }), 'a', readInputs(twice))).toEqual(['1', '2'])
    expect(raw(field('a', { kind: 'date' }), { 'a.d': '1', 'a.m': '2' })).toEqual({ d: '1', m: '2' })
    expect(raw(field('a', { kind: 'date' }), { a: '2026-01-02' })).toBe('2026-01-02')
    expect(raw(field('a', { kind: 'date' }), {})).toBeUndefined()
    expect(raw(field('a'), { 'a.x': '1' })).toBeUndefined()
  })
  it('is not looked for deeper than five names, nor in nothing or in files', () => {
    const deep = {
      a: { b: { c: { d: 'here', e: { f: 'here', g: { h: 'too deep' } } } } },
      n: null,
      file: new Blob(['x']),
    }
    expect([...readInputs(deep).keys()]).toEqual(['a.b.c.d', 'a.b.c.e.f'])
  })
  it('a group has as many rows as it needs, and no more than it may', () => {
    const scope = { answers: {}, facts: {}, today: '2026-11-21' }
    const codes = (group: Field, count: number) => {
      const verdict = judge(
        group,
        'rows',
        Array.from({ length: count }, () => ({ a: 'x' })),
        scope,
      )
      return verdict.ok ? [] : verdict.issues.map(({ code, words }) => [code, /\d+/.exec(words.vi)?.[0]])
    }
    const between = { ...rows, min: 2, max: 3 }
    expect([2, 3].map((count) => codes(between, count))).toEqual([[], []])
    expect(codes(between, 4)).toEqual([['too-many', '3']])
    expect(codes(between, 0)).toContainEqual(['too-few', '2'])
    expect(codes(rows, 0).map(([code]) => code)).toContain('too-few')
    expect(judge({ ...rows, required: false }, 'rows', [], scope)).toEqual({ ok: true, value: undefined })
    const blank = judge({ ...rows, required: false }, 'rows', [{ a: ' ' }, { a: 'x' }], scope)
    expect(blank).toEqual({ ok: true, value: [{ a: 'x' }] })
  })
})
