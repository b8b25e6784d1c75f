/** The four cuts of one family, as font files. */
export type Fonts = { regular: Uint8Array; bold: Uint8Array; italic: Uint8Array; boldItalic: Uint8Array }
export type Face = keyof Fonts

/** Width in points of a text set in a face at a size. */
export type Measure = (text: string, face: Face, size: number) => number

/** A stretch of text in one face. */
export type Span = { text: string; face: Face }

export const plain = (text: string): Span => ({ text, face: 'regular' })
export const bold = (text: string): Span => ({ text, face: 'bold' })
export const italic = (text: string): Span => ({ text, face: 'italic' })
export const boldItalic = (text: string): Span => ({ text, face: 'boldItalic' })

/** Millimetres in points. */
export const mm = (length: number): number => (length * 72) / 25.4
