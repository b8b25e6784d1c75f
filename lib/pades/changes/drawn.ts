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
import type { FontText } from './font-text'
import { apply, holds, IDENTITY, rectangleUnder, times } from './matrix'
import type { Box, Matrix } from './matrix'

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

type Graphics = { ctm: Matrix; clip: Box; colour: string; font: FontText | undefined; size: number; leading: number }

type State = {
  readonly pdf: Pdf
  readonly at: Revision
  readonly resources: PdfDict | undefined
  graphics: Graphics
  readonly saved: Graphics[]
  /** The rectangle of the path under construction; null when it is no rectangle. */
  path: Box | undefined | null
  clips: boolean
  text: Matrix
  line: Matrix
  readonly parts: (string | undefined)[]
  isPlain: boolean
  hasMarks: boolean
  hasText: boolean
  readonly fonts: Set<PdfObject>
  readonly colours: Set<string>
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

type Numbers = readonly number[]

/** Operators that neither paint nor change where and how text is seen. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX', 'w', 'J', 'j', 'M', 'd', 'i', 'ri', 'Tc', 'Tw', 'G', 'RG', 'K'],
])
const FILLS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])

async function perform(state: State, { operator, operands }: Operation): Promise<void> {
  const numbers = operands.map((one) => asNumber(one) ?? 0)
  if (operator === 'Tf') return setFont(state, operands)
  if (operator === 'Do') return drawObject(state, operands)
  const done = isDone(state, operator, numbers) || isShown(state, operator, operands)
  if (!done && !HARMLESS.has(operator)) state.isPlain = false
}

function isDone(state: State, operator: string, numbers: Numbers): boolean {
  const act = GRAPHICS[operator] ?? TEXT[operator]
  if (act !== undefined) act(state, numbers)
  else if (FILLS.has(operator)) paint(state, operator)
  else return false
  return true
}

const GRAPHICS: Record<string, (state: State, numbers: Numbers) => void> = {
  q: (state) => {
    if (state.saved.length < 64) state.saved.push({ ...state.graphics })
    else state.isPlain = false
  },
  Q: (state) => {
    state.graphics = state.saved.pop() ?? state.graphics
  },
  cm: ({ graphics }, numbers) => {
    graphics.ctm = times(numbers, graphics.ctm)
  },
  g: ({ graphics }, [gray = 0]) => {
    graphics.colour = String(gray)
  },
  rg: ({ graphics }, numbers) => {
    graphics.colour = numbers.join(' ')
  },
  k: ({ graphics }, numbers) => {
    graphics.colour = numbers.join(' ')
  },
  re: (state, [x = 0, y = 0, width = 0, height = 0]) => {
    state.path = state.path === undefined ? rectangleUnder(state.graphics.ctm, [x, y, x + width, y + height]) : null
  },
  m: (state) => {
    state.path = null
  },
  l: (state) => {
    state.path = null
  },
  h: () => undefined,
  W: (state) => {
    state.clips = true
  },
  'W*': (state) => {
    state.clips = true
  },
  n: (state) => {
    endPath(state)
  },
}

function endPath(state: State): void {
  const { path, graphics } = state
  if (state.clips && path) {
    const [a, b, c, d] = graphics.clip
    graphics.clip = [Math.max(a, path[0]), Math.max(b, path[1]), Math.min(c, path[2]), Math.min(d, path[3])]
  } else if (state.clips) state.isPlain = false
  state.clips = false
  state.path = undefined
}

/** Rectangles and lines before any text are background and border; whatever is painted over text may hide it. */
function paint(state: State, operator: string): void {
  const isBorder = operator === 'S' || operator === 's'
  if (state.hasText || (state.path === null && !isBorder)) state.isPlain = false
  if (state.path === null) state.hasMarks = true
  endPath(state)
}

const TEXT: Record<string, (state: State, numbers: Numbers) => void> = {
  BT: (state) => {
    state.text = IDENTITY
    state.line = IDENTITY
  },
  ET: () => undefined,
  Td: (state, [x = 0, y = 0]) => {
    moveLine(state, x, y)
  },
  TD: (state, [x = 0, y = 0]) => {
    state.graphics.leading = -y
    moveLine(state, x, y)
  },
  Tm: (state, numbers) => {
    state.line = [...numbers]
    state.text = state.line
  },
  'T*': (state) => {
    moveLine(state, 0, -state.graphics.leading)
  },
  TL: ({ graphics }, [leading = 0]) => {
    graphics.leading = leading
  },
  Tr: (state, [mode = 0]) => {
    if (mode !== 0) state.isPlain = false
  },
  Ts: (state, [rise = 0]) => {
    if (rise !== 0) state.isPlain = false
  },
  Tz: (state, [scale = 100]) => {
    if (scale < 50) state.isPlain = false
  },
}

function moveLine(state: State, x: number, y: number): void {
  state.line = times([1, 0, 0, 1, x, y], state.line)
  state.text = state.line
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

function isShown(state: State, operator: string, operands: readonly PdfObject[]): boolean {
  if (operator === "'" || operator === '"') moveLine(state, 0, -state.graphics.leading)
  else if (operator !== 'Tj' && operator !== 'TJ') return false
  const last = operands.at(-1)
  for (const one of asArray(last) ?? [last ?? null]) {
    const bytes = asString(one)?.bytes
    if (bytes !== undefined && bytes.length > 0) show(state, bytes)
  }
  return true
}

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
