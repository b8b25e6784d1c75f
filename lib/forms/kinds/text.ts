import type { Result } from '@/lib/kernel'
import { EMOJI, isWordless, legible, lengthOf, ok } from '@/lib/kernel'
import { answerTo } from '../answers'
import type { Scope } from '../answers'
import type { FieldOptions } from '../definition'
import type { Fault, Parsed } from '../issue'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'

const LONGEST_RAW = 100_000

/** What was typed into one input, as everybody reads it: pasted marks nobody sees are gone before anything is judged. */
export function typedText(raw: unknown): string {
  if (typeof raw === 'string') return legible(raw)
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : ''
}

/** What was typed without the blanks, dots and dashes people put between digits. */
export function compact(raw: unknown): string {
  return typedText(raw)
    .slice(0, 100)
    .replace(/[\s.\-\u2010-\u2015\u2212]/g, '')
}

export function typedPart(raw: unknown, part: string): string {
  if (typeof raw !== 'object' || raw === null) return ''
  return typedText(Object.entries(raw).find(([name]) => name === part)?.[1])
}

/** Legible text with its blanks tidied, lines kept or joined. */
export function readable(raw: unknown, keep: { lines: boolean; max: number }): Result<string, Fault> {
  const text = typedText(raw)
  if (text.length >= LONGEST_RAW) return fault('too-long', { length: text.length, max: keep.max })
  const tidy = keep.lines ? text.replace(/[^\S\n]+$/gm, '').trim() : text.replace(/\s+/g, ' ').trim()
  const length = lengthOf(tidy)
  return length > keep.max ? fault('too-long', { length, max: keep.max }) : ok(tidy)
}

/** What is asked for in words: readable, with a letter or digit in it. */
export function inWords(raw: unknown, keep: { lines: boolean; max: number }): Result<string, Fault> {
  const text = readable(raw, keep)
  return text.ok && isWordless(text.value) ? fault('wordless') : text
}

export function emojiIn(text: string): string | undefined {
  return EMOJI.exec(text)?.[0]
}

/** So many digits, however they were grouped. */
function digitsOnly(raw: unknown, digits: number): Parsed {
  const written = compact(raw)
  if (written === '') return ok(undefined)
  return /^\d+$/.test(written) && written.length === digits ? ok(written) : fault('digits', { digits })
}

/** What a line may not say: too little, what stands in another field, words kept for something else. */
function faultIn(value: string, field: FieldOptions, scope: Scope): Parsed | undefined {
  const { minLength = 0, differsFromField = '', withoutWords = [] } = field
  const length = lengthOf(value)
  if (length < minLength) return fault('too-short', { length, min: minLength })
  if (value === answerTo(differsFromField, scope)) return fault('same-as-other', { value })
  const lowered = value.toLocaleLowerCase('vi')
  const words = withoutWords.find((phrase) => lowered.includes(phrase))
  return words === undefined ? undefined : fault('with-words', { words })
}

export const text: Kind = {
  takes: ['minLength', 'maxLength', 'digits', 'differsFromField', 'withoutWords'],
  parts: [],
  blank: 'required',
  parse(raw, field, scope) {
    const { maxLength = 200, digits } = field
    if (digits !== undefined) return digitsOnly(raw, digits)
    const text = inWords(raw, { lines: false, max: maxLength })
    if (!text.ok) return text
    if (text.value === '') return ok(undefined)
    const emoji = emojiIn(text.value)
    if (emoji !== undefined) return fault('emoji', { name: emoji })
    return faultIn(text.value, field, scope) ?? ok(text.value)
  },
  show: (value) => asIs(typedText(value)),
}
