import type { SetText } from './appearance'

/**
 * Sets one line in a TrueType font (Tinos, metrically Times New Roman) with a subset of only its glyphs.
 * `size` and the resulting width are in points.
 */
export async function setText(line: string, size: number, fontFile: Uint8Array): Promise<SetText> {
  const { create } = await import('fontkit')
  const font = create(Buffer.from(fontFile))
  if (!('layout' in font)) throw new Error('a collection of fonts is no font')
  const subset = font.createSubset()
  const scale = 1000 / font.unitsPerEm
  const { glyphs } = font.layout(line)
  // A subset numbers its glyphs in the order of their coming, behind the one for missing glyphs.
  const distinct = [...new Map(glyphs.map((glyph) => [glyph.id, glyph])).values()].filter((glyph) => glyph.id !== 0)
  for (const glyph of distinct) subset.includeGlyph(glyph)
  const ids = glyphs.map((glyph) => distinct.findIndex((other) => other.id === glyph.id) + 1)
  const advance = (glyph: { readonly advanceWidth: number }) => Math.round(glyph.advanceWidth * scale)
  const { minX, minY, maxX, maxY } = font.bbox
  return {
    size,
    width: (glyphs.reduce((sum, glyph) => sum + advance(glyph), 0) * size) / 1000,
    hex: ids.map((id) => id.toString(16).padStart(4, '0')).join(''),
    font: {
      name: font.postscriptName,
      file: subset.encode(),
      widths: [advance(font.getGlyph(0)), ...distinct.map(advance)],
      box: [minX, minY, maxX, maxY].map((value) => Math.round(value * scale)),
      ascent: Math.round(font.ascent * scale),
      descent: Math.round(font.descent * scale),
    },
  }
}
