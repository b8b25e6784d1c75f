import {
  asArray,
  asDict,
  asName,
  asNumber,
  asStream,
  asString,
  decodeStream,
  get,
  readContent,
  resolve,
} from '@/lib/pdf'
import type { Operation, Pdf, PdfDict, PdfObject, PdfStream, Revision } from '@/lib/pdf'
import { decodeText, readFont } from './font-text'
import { isDone, moveLine } from './graphics-state'
import type { State } from './graphics-state'
import { apply, holds, IDENTITY, times } from './matrix'
import type { Box } from './matrix'

/**
 * What an appearance stream draws, as far as reading it tells. `text` is undefined when its characters cannot be known;
 * `isPlain`: nothing but a background, a border and text that can be seen.
 */
export type Drawn = {
  readonly text: string | undefined
  readonly isPlain: boolean
  readonly hasMarks: boolean
  readonly fonts: readonly PdfObject[]
  readonly colours: readonly string[]
}

export type Drawing = { readonly stream: PdfStream; readonly at: Revision; readonly inherited: PdfDict | undefined }

const BLACK = '0'
const MAX_OPERATIONS = 20_000

/** Reads what a form XObject draws; names it does not define are looked up in `inherited`. */
export async function drawnBy(pdf: Pdf, { stream, at, inherited }: Drawing): Promise<Drawn> {
  const decoded = await decodeStream(pdf, stream, at)
  const operations = decoded.complete ? readContent(decoded.bytes) : undefined
  const unknown: Drawn = { text: undefined, isPlain: false, hasMarks: true, fonts: [], colours: [] }
  if (operations === undefined || operations.length > MAX_OPERATIONS) return unknown
  const resources = asDict(await get(pdf, stream.dict, 'Resources', at)) ?? inherited
  const box = await boxOf(pdf, stream, at)
  const state: State = {
    ...{ pdf, at, resources, saved: [], path: undefined, clips: false, text: IDENTITY, line: IDENTITY, parts: [] },
    ...{ isPlain: box !== undefined, hasMarks: false, hasText: false, fonts: new Set(), colours: new Set() },
    graphics: {
      ...{ ctm: IDENTITY, clip: box ?? EVERYWHERE, colour: BLACK, font: undefined, size: 0, leading: 0 },
    },
  }
  for (const operation of operations) await perform(state, operation)
  const { parts, isPlain, hasMarks, fonts, colours } = state
  const text = parts.includes(undefined) ? undefined : parts.join('')
  return { text, isPlain, hasMarks, fonts: [...fonts], colours: [...colours] }
}

const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity]

async function boxOf(pdf: Pdf, { dict }: PdfStream, at: Revision): Promise<Box | undefined> {
  const items = asArray(await get(pdf, dict, 'BBox', at)) ?? []
  const numbers: number[] = []
  for (const item of items) numbers.push(asNumber(await resolve(pdf, item, at)) ?? Number.NaN)
  const [a, b, c, d] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** Operators that neither paint nor change where and how text is seen. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX', 'w', 'J', 'j', 'M', 'd', 'i', 'ri', 'Tc', 'Tw', 'G', 'RG', 'K'],
])
async function perform(state: State, { operator, operands }: Operation): Promise<void> {
  const numbers = operands.map((operand) => asNumber(operand) ?? 0)
  if (operator === 'Tf') return setFont(state, operands)
  if (operator === 'Do') return drawObject(state, operands)
  const done = isDone(state, operator, numbers) || isShown(state, operator, operands)
  if (!done && !HARMLESS.has(operator)) state.isPlain = false
}

async function setFont(state: State, [font, size]: readonly PdfObject[]): Promise<void> {
  const { pdf, at, resources, graphics } = state
  const fonts = asDict(await get(pdf, resources, 'Font', at))
  const value = fonts?.entries.get(asName(font) ?? '') ?? null
  graphics.font = await readFont(pdf, value, at)
  graphics.size = asNumber(size) ?? 0
  state.fonts.add(value)
}

/** What another form XObject draws counts as drawn here; a picture is a mark that no reading explains. */
async function drawObject(state: State, [target]: readonly PdfObject[]): Promise<void> {
  const { pdf, at, resources } = state
  const objects = asDict(await get(pdf, resources, 'XObject', at))
  const stream = asStream(await get(pdf, objects, asName(target) ?? '', at))
  state.isPlain = false
  const kind = asName(await get(pdf, stream?.dict, 'Subtype', at))
  state.hasMarks ||= kind !== 'Form' || stream === undefined || stream.length > 0
  if (kind === 'Form') state.parts.push(undefined)
}

const SHOWING: ReadonlySet<string> = new Set(["'", '"', 'Tj', 'TJ'])

function isShown(state: State, operator: string, operands: readonly PdfObject[]): boolean {
  if (!SHOWING.has(operator)) return false
  if (operator === "'" || operator === '"') moveLine(state, 0, -state.graphics.leading)
  const [last = null] = operands.slice(-1)
  const strings = (asArray(last) ?? [last]).map((operand) => asString(operand)?.bytes ?? NOTHING)
  for (const bytes of strings) if (bytes.length > 0) show(state, bytes)
  return true
}

const NOTHING = new Uint8Array()

const SMALLEST = 2

function show(state: State, bytes: Uint8Array): void {
  const { graphics, text } = state
  const shown = decodeText(graphics.font, bytes)
  state.parts.push(shown)
  if (shown?.trim() === '') return
  Object.assign(state, { hasText: true, hasMarks: true })
  state.colours.add(graphics.colour)
  const place = times(text, graphics.ctm)
  const height = Math.abs(graphics.size) * Math.hypot(place[2] ?? 0, place[3] ?? 0)
  if (height < SMALLEST || !holds(graphics.clip, apply(place, 0, 0))) state.isPlain = false
}
