import type { Box } from './appearance'

const POINTS_PER_MM = 72 / 25.4
const SEAL_MM = 36
const MARGIN_MM = 15

/**
 * Where an ordinary seal goes beside a person's signature image: in its real size (36 mm across), covering about a third
 * of the image on its left, level with its middle (Decree 30/2020/NĐ-CP, appendix I, part II, 8a).
 */
export function sealBox(person: Box, diameterMm = SEAL_MM): Box {
  const size = diameterMm * POINTS_PER_MM
  return {
    left: person.left + person.width / 3 - size,
    bottom: person.bottom + person.height / 2 - size / 2,
    width: size,
    height: size,
  }
}

/** Where the line of a signed attachment goes: top right of its first page, no image (appendix I, part II, 8b). */
export function attachmentBox(page: { readonly width: number; readonly height: number }, textWidth: number): Box {
  const margin = MARGIN_MM * POINTS_PER_MM
  const width = Math.min(textWidth + 2, page.width - 2 * margin)
  return { left: page.width - margin - width, bottom: page.height - margin - 14, width, height: 14 }
}

/** The line of a signed attachment: number and symbol, then the time of signing in Vietnam's zone. */
export function attachmentLine(notation: string, at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  const [year = '', month = '', day = ''] = local.slice(0, 10).split('-')
  return `${notation}; ${day}/${month}/${year} ${local.slice(11, 19)} +07:00`
}
