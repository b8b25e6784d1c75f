import { asArray, asInteger, asStream, asString, decodeStream, get, latin1, resolve, textOf } from '@/lib/pdf'
import type { Pdf, PdfObject, Revision } from '@/lib/pdf'
import type { Field } from '../form-tree'
import type { Drawn } from './drawn'
import type { Step } from './step'

/** Whether the text drawn is the field's value; undefined where that cannot be said. */
export async function fitsValue(
  step: Step,
  field: Field,
  { text, hasMarks }: Drawn,
  at: Revision,
): Promise<boolean | undefined> {
  const values = await valuesOf(step, field, at)
  if (text === undefined || values === undefined || (await showsOtherwise(step, field, at))) return undefined
  const drawn = plain(text)
  if (drawn !== '' || hasMarks) return values.some((value) => agrees(drawn, plain(value)))
  return values.every((value) => plain(value) === '') ? true : undefined
}

const [PASSWORD, COMBO] = [1 << 13, 1 << 17]

/** Passwords are hidden, lists show all they offer, and a script of the field may give the value another form. */
async function showsOtherwise({ pdf }: Step, { dict, kind }: Field, at: Revision): Promise<boolean> {
  const flags = asInteger(await get(pdf, dict, 'Ff', at)) ?? 0
  return (flags & PASSWORD) !== 0 || (kind === 'Ch' && (flags & COMBO) === 0) || dict.entries.has('AA')
}

const OUTSIDE_LATIN = /[^\u0020-\u00ff]|\?/g

/** Writers leave out what their font lacks, and lines that no longer fit. */
function agrees(drawn: string, value: string): boolean {
  if (drawn === value || (drawn.length >= LONG && value.startsWith(drawn))) return true
  return drawn !== '' && drawn.replace(OUTSIDE_LATIN, '') === value.replace(OUTSIDE_LATIN, '')
}

const LONG = 40

/** Text as it is compared: without blanks and what cannot be seen. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{C}]/gu, '')
}

/** The value as text, for a choice also as it is shown; undefined when it is not text. */
async function valuesOf({ pdf }: Step, field: Field, at: Revision): Promise<string[] | undefined> {
  const value = await resolve(pdf, field.value, at)
  if (value === null) return ['']
  const stream = asStream(value)
  if (stream !== undefined) return [latin1((await decodeStream(pdf, stream, at)).bytes)]
  const text = asString(value)
  if (text === undefined) return undefined
  return [textOf(text), ...(await displaysOf(pdf, field, textOf(text), at))]
}

/** What a choice shows for the value it exports. */
async function displaysOf(pdf: Pdf, { dict }: Field, value: string, at: Revision): Promise<string[]> {
  const displays: string[] = []
  for (const item of asArray(await get(pdf, dict, 'Opt', at)) ?? []) {
    const [exported, display] = (asArray(await resolve(pdf, item, at)) ?? []).map((option) => textIn(option))
    if (exported === value && display !== undefined) displays.push(display)
  }
  return displays
}

function textIn(value: PdfObject): string | undefined {
  const text = asString(value)
  return text && textOf(text)
}
