import type { PdfDict } from '@/lib/pdf'
import type { Field, Form } from '../form-tree'
import { drawnBy } from './drawn'
import type { Drawing, Drawn } from './drawn'
import { allTrusted, isDark, sameInk } from './ink'
import { isSameDrawing } from './same-drawing'
import type { Step } from './step'
import { fitsValue, plain } from './value-text'
import { isRegenerated, resourcesOf, streamsOf } from './widget-looks'

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
  const [was, is] = [await drawnOr(step, old), await drawnOr(step, now)]
  if (looks.now.kind === 'Btn') return buttonFits(looks, path, was, is)
  return textFits(step, looks, { old, now, was, is })
}

type Drawings = Omit<OneLook, 'path'> & { readonly was: Drawn; readonly is: Drawn }

async function textFits(step: Step, looks: Looks, { old, now, was, is }: Drawings): Promise<boolean> {
  if (!is.hasMarks && !was.hasMarks) return true
  if (now === undefined) return looks.isRefilled || isRegenerated(step)
  const isFitting = await fitsValue(step, looks.now, is, step.after)
  if (looks.isRefilled) return isFitting !== false
  const isShown = old === undefined ? isFitting === true : isRedrawn(was, is)
  return isShown && isTrusted(step, was, is)
}

async function drawnOr(step: Step, drawing: Drawing | undefined): Promise<Drawn> {
  return drawing === undefined ? NOTHING : drawnBy(step.pdf, drawing)
}

const NOTHING: Drawn = { text: '', isPlain: true, hasMarks: false, fonts: [], colours: [] }

/** A state that is not on gains no mark, one that is on loses none; where nothing was chosen nothing is drawn anew. */
function buttonFits({ isRefilled }: Looks, path: string, was: Drawn, is: Drawn): boolean {
  if (isRefilled) return path.endsWith('/Off') ? !is.hasMarks || was.hasMarks : is.hasMarks || !was.hasMarks
  return was.hasMarks === is.hasMarks && (!is.hasMarks || (is.isPlain && isRedrawn(was, is)))
}

/** Plain text in ink and letters that can be trusted. */
async function isTrusted(step: Step, was: Drawn, is: Drawn): Promise<boolean> {
  return is.isPlain && is.colours.every(isDark) && (await allTrusted(step, was.fonts, is.fonts))
}

/** The same text in the same ink. */
function isRedrawn(was: Drawn, is: Drawn): boolean {
  if (was.text === undefined || is.text === undefined) return false
  return plain(was.text) === plain(is.text) && (plain(is.text) === '' || sameInk(was, is))
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
