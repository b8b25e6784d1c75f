import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'
import * as fontkit from 'fontkit'
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
  doc.registerFontkit(fontkit)
  const embed = (face: Face) => doc.embedFont(files[face], { subset: true, customName: SUBSET_NAMES[face] })
  const fonts = {
    regular: await embed('regular'),
    bold: await embed('bold'),
    italic: await embed('italic'),
    boldItalic: await embed('boldItalic'),
  }
  const known = new Set(fonts.regular.getCharacterSet())
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
    showable: (text) => Array.from(text, (letter) => (isShown(letter, known) ? letter : '□')).join(''),
  }
}

function isShown(letter: string, known: ReadonlySet<number>): boolean {
  return letter === '\n' || known.has(letter.codePointAt(0) ?? 0)
}
