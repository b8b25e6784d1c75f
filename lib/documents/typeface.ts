import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'
import * as fontkit from 'fontkit'
import type { Font, GlyphRun } from 'fontkit'
import type { Face, Fonts, Measure } from './face'

/** The fonts of one document: how wide a text is, how it is written, what they are called on a page. */
export type Typeface = {
  measure: Measure
  /** The operand of a text-showing operator. */
  encode(text: string, face: Face): string
  /** The same text with what the font cannot show replaced. */
  showable(text: string): string
  fonts: Record<Face, PDFFont>
}

export const FACES = ['regular', 'bold', 'italic', 'boldItalic'] as const satisfies readonly Face[]

/** The name of a subset begins with six letters and a plus (ISO 32000-1, 9.6.4). */
const SUBSET_NAMES = {
  regular: 'MOTCUA+Tinos',
  bold: 'MOTCUB+Tinos-Bold',
  italic: 'MOTCUI+Tinos-Italic',
  boldItalic: 'MOTCUX+Tinos-BoldItalic',
} as const satisfies Record<Face, string>

/** Embeds a subset of each font (only the letters used, all of them mapped back to Unicode). */
export async function typefaceIn(doc: PDFDocument, files: Fonts): Promise<Typeface> {
  doc.registerFontkit({ create: parsed })
  const embed = (face: Face) => doc.embedFont(files[face], { subset: true, customName: SUBSET_NAMES[face] })
  const fonts = {
    regular: await embed('regular'),
    bold: await embed('bold'),
    italic: await embed('italic'),
    boldItalic: await embed('boldItalic'),
  }
  const letters = new Set(fonts.regular.getCharacterSet())
  const widths = new Map<string, number>()
  return {
    fonts,
    measure(text, face, size) {
      const key = `${face} ${text}`
      const width = widths.get(key) ?? fonts[face].widthOfTextAtSize(text, 1)
      widths.set(key, width)
      return width * size
    },
    encode: (text, face) => fonts[face].encodeText(text).toString(),
    showable: (text) => Array.from(text, (letter) => (isShown(letter, letters) ? letter : '□')).join(''),
  }
}

const typefaces = new WeakMap<Uint8Array, Parsed>()
type Parsed = ReturnType<typeof parse>

/** Reading a font takes longer than setting a page, so each file is read once. */
function parsed(file: Uint8Array): Parsed {
  const font = typefaces.get(file) ?? parse(file)
  typefaces.set(file, font)
  return font
}

/**
 * fontkit remembers for each glyph the first letter it was asked for; asking for all in one order makes what a document says of
 * its letters independent of the documents before it.
 */
function parse(file: Uint8Array) {
  const font = fontkit.create(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  if (!('characterSet' in font)) throw new Error('a font collection cannot be embedded')
  const letters = Array.from(FIRST_LETTERS, (letter) => letter.codePointAt(0) ?? 0)
  for (const letter of [...letters, ...font.characterSet]) font.glyphForCodePoint(letter)
  return rememberingWords(font)
}

const MOST_WORDS = 2000

/** Shaping a word is the dearest step of a page, and documents mostly say the same words: each is shaped once. */
function rememberingWords(font: Font): Font {
  const shape = font.layout.bind(font)
  const runs = new Map<string, GlyphRun>()
  font.layout = (word, ...how) => {
    // One kind of features is asked for here; whoever names others has the word shaped for them.
    if (how.some((wish) => wish !== undefined)) return shape(word, ...how)
    const run = runs.get(word) ?? shape(word)
    if (runs.size >= MOST_WORDS) runs.clear()
    runs.set(word, run)
    return run
  }
  return font
}

/** Where one glyph serves several letters, it is read as one of these. */
const FIRST_LETTERS = ' -ĐđµΩ·'

function isShown(letter: string, letters: ReadonlySet<number>): boolean {
  return letter === '\n' || letters.has(letter.codePointAt(0) ?? 0)
}
