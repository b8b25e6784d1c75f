import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'
import type { FontText } from './font-text'
import { IDENTITY, rectangleUnder, times } from './matrix'
import type { Box, Matrix } from './matrix'

type Graphics = { ctm: Matrix; clip: Box; colour: string; font: FontText | undefined; size: number; leading: number }

/** What is known while a content stream is read. */
export type State = {
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

type Numbers = readonly number[]

const FILLS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])

/** Carries out an operator that neither shows text nor names a resource; false when it is none of those. */
export function isDone(state: State, operator: string, numbers: Numbers): boolean {
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

export function moveLine(state: State, x: number, y: number): void {
  state.line = times([1, 0, 0, 1, x, y], state.line)
  state.text = state.line
}
