import { ok, UNREADABLE } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import type { Fault } from '../issue'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'

const NAMES: Readonly<Record<number, string>> = {
  0: 'NUL',
  7: 'BEL',
  8: 'BS',
  11: 'VT',
  12: 'FF',
  27: 'ESC',
  127: 'DEL',
  0x200b: 'ZERO WIDTH SPACE',
  0x200e: 'LEFT-TO-RIGHT MARK',
  0x200f: 'RIGHT-TO-LEFT MARK',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0xfeff: 'BOM',
}
const EMOJI =
  /\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier})*|\p{Regional_Indicator}{2}/u
const LONGEST_RAW = 100_000

export function typed(raw: unknown): string {
  if (typeof raw === 'string') return raw
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : ''
}

export function typedPart(raw: unknown, part: string): string {
  if (typeof raw !== 'object' || raw === null) return ''
  return typed(Object.entries(raw).find(([name]) => name === part)?.[1])
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const name = NAMES[code]
  return name === undefined ? hex : `${hex} (${name})`
}

export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** Text that can be stored and read: NFC, no controls, no half characters; lines kept or joined, blanks tidied. */
export function readable(raw: unknown, keep: { lines: boolean; max: number }): Result<string, Fault> {
  const text = typed(raw)
  if (text.length >= LONGEST_RAW) return fault('too-long', { length: text.length, max: keep.max })
  if (/\p{Cs}/u.test(text)) return fault('broken-text')
  const unreadable = UNREADABLE.exec(text)
  if (unreadable !== null) return fault('control-character', { name: nameOf(unreadable[0]) })
  const normal = text.normalize('NFC').replace(/\r\n?/g, '\n')
  const tidy = keep.lines ? normal.replace(/[^\S\n]+$/gm, '').trim() : normal.replace(/\s+/g, ' ').trim()
  const length = lengthOf(tidy)
  return length > keep.max ? fault('too-long', { length, max: keep.max }) : ok(tidy)
}

export function emojiIn(text: string): string | undefined {
  return EMOJI.exec(text)?.[0]
}

export const text: Kind = {
  takes: ['minLength', 'maxLength'],
  parts: [],
  blank: 'required',
  parse(raw, { minLength = 0, maxLength = 200 }) {
    const read = readable(raw, { lines: false, max: maxLength })
    if (!read.ok) return read
    if (read.value === '') return ok(undefined)
    const emoji = emojiIn(read.value)
    if (emoji !== undefined) return fault('emoji', { name: emoji })
    const length = lengthOf(read.value)
    return length < minLength ? fault('too-short', { length, min: minLength }) : ok(read.value)
  },
  show: (value) => asIs(typed(value)),
}
