import { onePage, stream } from './pdf-file'

const ref = (number: number) => `${String(number)} 0 R`
const FILLED = '/Pattern cs /P scn 0 0 300 300 re f'

/** A tiling pattern whose cell, of this size, is repeated at each step. */
function tiling(cell: { size: number; step: number; resources?: string }, content: string): Uint8Array {
  const [size, step] = [String(cell.size), String(cell.step)]
  const kind = '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1'
  const entries = `${kind}/BBox[0 0 ${size} ${size}]/XStep ${step}/YStep ${step}/Resources<<${cell.resources ?? ''}>>`
  return stream(entries, content)
}

/** Cells that are each filled with the next pattern: its repetitions, to the power of the levels. */
export function nestedPatterns(levels = 8, step = 10): Uint8Array {
  const patterns = Array.from({ length: levels }, (_, at) =>
    at < levels - 1
      ? tiling({ size: 300, step, resources: `/Pattern<</P ${ref(at + 6)}>>` }, FILLED)
      : tiling({ size: 300, step }, '1 0 0 rg 0 0 300 300 re f'),
  )
  return onePage(`/Pattern<</P ${ref(5)}>>`, FILLED, patterns)
}

/** Cells as large as the page, a step of next to nothing apart: the area, divided by the square of the step, is painted anew. */
export function denseTiling(step = 0.001, size = 300): Uint8Array {
  const cell = tiling({ size, step }, '1 0 0 rg 0 0 300 300 re f 0 0 m 300 300 l S')
  return onePage(`/Pattern<</P ${ref(5)}>>`, FILLED, [cell])
}

/** Letters whose glyphs are filled with a dense pattern that is written with the same letters. */
export function patternedGlyphs(letters = 2000): Uint8Array {
  const head = '/Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]'
  const font = (glyph: number, pattern: number) =>
    `<<${head}/Encoding<</Differences[97/a]>>/CharProcs<</a ${ref(glyph)}>>/Resources<</Pattern<</P ${ref(pattern)}>>>>>>`
  const glyph = stream('', '1 0 d0 /Pattern cs /P scn 0 0 1 1 re f')
  const word = `BT /F 1 Tf (${'a'.repeat(100)}) Tj ET`
  const outer = tiling({ size: 50, step: 0.05, resources: `/Font<</F ${ref(8)}>>` }, word)
  const inner = tiling({ size: 20, step: 0.01 }, '1 0 0 rg 0 0 1 1 re f')
  const text = `BT /F 20 Tf ${`0 1 Td (${'a'.repeat(20)}) Tj `.repeat(letters / 20)} ET`
  return onePage(`/Font<</F ${ref(5)}>>`, text, [font(6, 7), glyph, outer, font(6, 9), inner])
}
