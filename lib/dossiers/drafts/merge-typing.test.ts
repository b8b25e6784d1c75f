import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markOf } from '@/lib/forms'
import type { Answers } from '@/lib/forms'
import { mergeTyping } from './merge-typing'

const seenOf = (answers: Answers, ids = Object.keys(answers)) =>
  new Map(ids.map((id) => [id, new Set([markOf(answers[id])])]))
const storedDraft = (answers: Answers, disputed: Answers = {}) => ({ answers, disputed })

describe('typing merged into what is kept', () => {
  it('is written where the page showed what is kept, or showed nothing', () => {
    expect(mergeTyping(storedDraft({ a: 'một' }), { a: 'hai' }, seenOf({ a: 'một' })).patch).toEqual({ a: 'hai' })
    expect(mergeTyping(storedDraft({ a: 'một' }), { a: 'hai' }, new Map()).patch).toEqual({ a: 'hai' })
  })

  it('is put beside what another page wrote meanwhile', () => {
    const merged = mergeTyping(storedDraft({ a: 'của trang kia' }), { a: 'của trang này' }, seenOf({ a: 'cũ' }))
    expect(merged).toEqual({ patch: {}, disputed: { a: 'của trang này' }, elsewhere: ['a'] })
  })

  it('changes nothing where only the other page changed something, and says so', () => {
    const merged = mergeTyping(storedDraft({ a: 'mới' }), { a: 'cũ' }, seenOf({ a: 'cũ' }))
    expect(merged).toEqual({ patch: {}, disputed: {}, elsewhere: ['a'] })
    const rows = mergeTyping(
      storedDraft({ a: [{ b: 'mới' }] }),
      { a: [{ b: undefined }, {}] },
      seenOf({ a: undefined }, ['a']),
    )
    expect(rows.disputed).toEqual({})
  })

  it('settles by itself when both pages came to say the same', () => {
    const merged = mergeTyping(storedDraft({ a: 'mới' }, { a: 'khác' }), { a: 'mới' }, seenOf({ a: 'cũ' }))
    expect(merged.disputed).toEqual({})
  })

  it('goes by field: what one page wrote elsewhere stays disputed until it is settled', () => {
    const before = storedDraft({ a: 'kho', b: 'kho' }, { a: 'khác a', b: 'khác b' })
    const merged = mergeTyping(before, { a: 'kho', c: 'ba' }, seenOf({ a: 'kho', b: 'kho' }))
    expect(merged).toEqual({ patch: { a: 'kho', c: 'ba' }, disputed: { b: 'khác b' }, elsewhere: [] })
    const typed = mergeTyping(before, { a: 'mới' }, seenOf({ a: 'kho' }))
    expect(typed).toEqual({ patch: { a: 'mới' }, disputed: { a: 'khác a', b: 'khác b' }, elsewhere: [] })
  })

  it('stays disputed where the page, grown old, sends again what it had shown', () => {
    const merged = mergeTyping(storedDraft({ a: 'mới' }, { a: 'khác' }), { a: 'cũ' }, seenOf({ a: 'cũ' }))
    expect(merged).toEqual({ patch: {}, disputed: { a: 'cũ' }, elsewhere: ['a'] })
  })

  it('names as changed elsewhere only what the page shows otherwise', () => {
    const marks = seenOf({ a: 'kho', b: 'cũ', c: 'cũ' })
    const merged = mergeTyping(storedDraft({ a: 'kho', b: 'mới', c: 'mới' }), { c: 'mới' }, marks)
    expect(merged).toEqual({ patch: { c: 'mới' }, disputed: {}, elsewhere: ['b'] })
  })

  it('never loses what either page typed', () => {
    const value = fc.constantFrom<Answers[string]>(undefined, 'một', 'hai', ['x'], [{ b: 'y' }], { d: '1', m: '2' })
    fc.assert(
      fc.property(value, value, value, (before, stored, typed) => {
        const { patch, disputed } = mergeTyping(storedDraft({ a: stored }), { a: typed }, seenOf({ a: before }, ['a']))
        const after = 'a' in patch ? patch['a'] : stored
        const isBefore = (answer: Answers[string]) => markOf(answer) === markOf(before)
        const storedMarks = [after, disputed['a'] === '' ? undefined : disputed['a']].map(markOf)
        expect(isBefore(typed) || storedMarks.includes(markOf(typed))).toBe(true)
        expect(isBefore(stored) || storedMarks.includes(markOf(stored))).toBe(true)
      }),
    )
  })
})

describe('the mark of an answer', () => {
  it('does not hang on the order of its parts, nor on blank rows at its end', () => {
    expect(markOf({ d: '1', m: '2', y: '3' })).toBe(markOf({ y: '3', d: '1', m: '2' }))
    expect(markOf([{ a: 'x' }, { a: undefined }, {}])).toBe(markOf([{ a: 'x' }]))
    expect(markOf([{}])).toBe(markOf(undefined))
    expect(markOf([{}, { a: 'x' }])).not.toBe(markOf([{ a: 'x' }]))
    expect(markOf('1')).not.toBe(markOf(1))
    expect(markOf(['a,b'])).not.toBe(markOf(['a', 'b']))
  })
})
