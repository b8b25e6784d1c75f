import {
  asArray,
  asDict,
  asInteger,
  asName,
  asStream,
  asString,
  decodeStream,
  get,
  latin1,
  resolve,
  textOf,
} from '@/lib/pdf'
import type { PdfDict, PdfObject, PdfStream, Revision } from '@/lib/pdf'
import type { Field, Form } from '../form-tree'
import { drawnBy } from './drawn'
import type { Drawn, Drawing } from './drawn'
import { isUnchanged } from './unchanged'
import { isSameDrawing } from './same-drawing'
import { catalogOf } from './step'
import type { Step } from './step'

/** A widget before and after, its field, and whether the field's value is another now. */
export type Looks = {
  readonly old: Field
  readonly now: Field
  readonly was: PdfDict | undefined
  readonly is: PdfDict | undefined
  readonly isRefilled: boolean
}

/** `same`: it shows what it showed. `fits`: it shows the value. `mismatch`: it shows something else. */
export type LooksVerdict = 'same' | 'fits' | 'mismatch'

const [PASSWORD, COMBO] = [1 << 13, 1 << 17]

/**
 * Whether what a widget shows goes with its field's value. A value that stays must look as it did; one that is filled in
 * anew must look like itself, where reading the appearance can tell.
 */
export async function compareLooks(step: Step, looks: Looks): Promise<LooksVerdict> {
  const [was, is] = [await streamsOf(step, looks.was, step.before), await streamsOf(step, looks.is, step.after)]
  const inherited = { before: await resourcesOf(step, step.before), after: await resourcesOf(step, step.after) }
  let verdict: LooksVerdict = 'same'
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = [was.get(path), is.get(path)]
    const old = before && { stream: before, at: step.before, inherited: inherited.before }
    const now = after && { stream: after, at: step.after, inherited: inherited.after }
    if (old !== undefined && now !== undefined && (await isSameDrawing(step, old, now))) continue
    if (!(await fits(step, looks, { path, old, now }))) return 'mismatch'
    verdict = 'fits'
  }
  return verdict
}

type OneLook = { readonly path: string; readonly old: Drawing | undefined; readonly now: Drawing | undefined }

async function fits(step: Step, looks: Looks, { path, old, now }: OneLook): Promise<boolean> {
  const was = old && (await drawnBy(step.pdf, old))
  const is = now && (await drawnBy(step.pdf, now))
  if (looks.now.kind === 'Btn') return buttonFits(looks, path, was, is)
  if (is === undefined) return looks.isRefilled || was?.hasMarks !== true || (await isRegenerated(step))
  if (looks.isRefilled) return (await fitsValue(step, looks.now, is, step.after)) !== false
  return isRedrawn(step, looks, was, is)
}

/** A state that is not on gains no mark, one that is on loses none; where nothing was chosen nothing is drawn anew. */
function buttonFits({ isRefilled }: Looks, path: string, was: Drawn | undefined, is: Drawn | undefined): boolean {
  const [had, has] = [was?.hasMarks ?? false, is?.hasMarks ?? false]
  if (isRefilled) return path.endsWith('/Off') ? !has || had : has || !had
  return (
    had === has &&
    (!has || (is?.isPlain === true && is.text !== undefined && is.text === was?.text && sameInk(was, is)))
  )
}

/** The same text (or, where there was no appearance to show any, the value), in ink and letters that can be trusted. */
async function isRedrawn(step: Step, looks: Looks, was: Drawn | undefined, is: Drawn): Promise<boolean> {
  if (!is.hasMarks && was?.hasMarks !== true) return true
  if (!is.isPlain || is.text === undefined || !is.colours.every(isDark)) return false
  if (!(await allTrusted(step, was?.fonts ?? [], is.fonts))) return false
  if (was === undefined) return (await fitsValue(step, looks.now, is, step.after)) === true
  return was.text !== undefined && plain(was.text) === plain(is.text) && (plain(is.text) === '' || sameInk(was, is))
}

function sameInk(was: Drawn, is: Drawn): boolean {
  return is.colours.every((colour) => was.colours.includes(colour))
}

/** Text lighter than this is not seen on paper. */
const LIGHTEST = 0.7

function isDark(colour: string): boolean {
  const parts = colour.split(' ').map(Number)
  const light = parts.length === 4 ? 1 - Math.max(...parts) : parts.reduce((sum, part) => sum + part, 0) / parts.length
  return light <= LIGHTEST
}

/** Letters drawn by a program inside a new font may look like anything. */
async function allTrusted(step: Step, old: readonly PdfObject[], now: readonly PdfObject[]): Promise<boolean> {
  const resources = await resourcesOf(step, step.before)
  const shared = asDict(await get(step.pdf, resources, 'Font', step.before))
  const known = [...old, ...(shared?.entries.values() ?? [])]
  for (const font of now) {
    const equals = await Promise.all(known.map((one) => isUnchanged(step, one, font)))
    if (!equals.includes(true) && !(await isPlainFont(step, font))) return false
  }
  return true
}

async function isPlainFont({ pdf, after }: Step, value: PdfObject): Promise<boolean> {
  const font = asDict(await resolve(pdf, value, after))
  const kind = asName(await get(pdf, font, 'Subtype', after))
  const descriptor = asDict(await get(pdf, font, 'FontDescriptor', after))
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.entries.has(key) === true)
  return (kind === 'Type1' || kind === 'TrueType') && !embedded
}

/** Whether the text drawn is the field's value; undefined where that cannot be said. */
async function fitsValue(
  step: Step,
  field: Field,
  { text, hasMarks }: Drawn,
  at: Revision,
): Promise<boolean | undefined> {
  const flags = asInteger(await get(step.pdf, field.dict, 'Ff', at)) ?? 0
  const values = await valuesOf(step, field, at)
  if (text === undefined || values === undefined || (flags & PASSWORD) !== 0) return undefined
  if (field.kind === 'Ch' && (flags & COMBO) === 0) return undefined
  // A script of the field may give the value another form.
  if (field.dict.entries.has('AA')) return undefined
  const drawn = plain(text)
  if (drawn === '' && !hasMarks) return values.every((value) => plain(value) === '') ? true : undefined
  return values.some((value) => agrees(drawn, plain(value)))
}

const OUTSIDE_LATIN = /[^\u0020-\u00ff]|\?/g

/** Writers leave out what their font lacks, and lines that no longer fit. */
function agrees(drawn: string, value: string): boolean {
  if (drawn === value || (drawn.length >= LONG && value.startsWith(drawn))) return true
  return drawn !== '' && drawn.replace(OUTSIDE_LATIN, '') === value.replace(OUTSIDE_LATIN, '')
}

const LONG = 40

/** Text as it is compared: without blanks and what cannot be seen. */
function plain(text: string): string {
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
  const shown = [textOf(text)]
  for (const item of asArray(await get(pdf, field.dict, 'Opt', at)) ?? []) {
    const [exported, display] = asArray(await resolve(pdf, item, at)) ?? []
    const [one, other] = [asString(exported), asString(display)]
    if (one !== undefined && other !== undefined && textOf(one) === textOf(text)) shown.push(textOf(other))
  }
  return shown
}

/** Whether viewers are told to draw every field from its value. */
async function isRegenerated({ pdf, after }: Step): Promise<boolean> {
  const form = asDict(await get(pdf, await catalogOf(pdf, after), 'AcroForm', after))
  return (await get(pdf, form, 'NeedAppearances', after)) === true
}

async function resourcesOf({ pdf }: Step, at: Revision): Promise<PdfDict | undefined> {
  const form = asDict(await get(pdf, await catalogOf(pdf, at), 'AcroForm', at))
  return asDict(await get(pdf, form, 'DR', at))
}

async function streamsOf({ pdf }: Step, widget: PdfDict | undefined, at: Revision): Promise<Map<string, PdfStream>> {
  const found = new Map<string, PdfStream>()
  const looks = asDict(await get(pdf, widget, 'AP', at))
  for (const key of ['N', 'R', 'D']) {
    const value = await get(pdf, looks, key, at)
    const [stream, states] = [asStream(value), asDict(value)]
    if (stream !== undefined) found.set(key, stream)
    else
      for (const [state, one] of states?.entries ?? []) {
        const look = asStream(await resolve(pdf, one, at))
        if (look !== undefined) found.set(`${key}/${state}`, look)
      }
  }
  return found
}

/** The first field whose old appearance shows something else than its value: drawn anew, it would show another text. */
export async function hiddenValue(step: Step, { fields }: Form): Promise<Field | undefined> {
  const inherited = await resourcesOf(step, step.before)
  for (const field of fields.filter(({ kind }) => kind === 'Tx' || kind === 'Ch')) {
    const stream = (await streamsOf(step, field.dict, step.before)).get('N')
    const drawn = stream && (await drawnBy(step.pdf, { stream, at: step.before, inherited }))
    if (drawn !== undefined && (await fitsValue(step, field, drawn, step.before)) === false) return field
  }
  return undefined
}

/** Whether a look that stayed still shows the old text although the value is another now. */
export async function isStale(step: Step, { now, is }: Looks): Promise<boolean> {
  const stream = (await streamsOf(step, is, step.after)).get('N')
  if (stream === undefined || now.kind === 'Btn' || (await isRegenerated(step))) return false
  const drawn = await drawnBy(step.pdf, { stream, at: step.after, inherited: await resourcesOf(step, step.after) })
  return drawn.hasMarks && (await fitsValue(step, now, drawn, step.after)) === false
}
