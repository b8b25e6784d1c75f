import type { Span } from './face'

export type Align = 'left' | 'centre' | 'right' | 'justify'

export type Paragraph = {
  kind: 'paragraph'
  role: 'P' | 'H1' | 'H2'
  spans: readonly Span[]
  size: number
  align: Align
  /** First line, in points. */
  indent: number
  before: number
  after: number
  /** Line height over font size. */
  leading: number
  /** Stays on the page of what follows. */
  keep: boolean
}

/** A line drawn across part of the width, centred. */
export type Rule = { kind: 'rule'; width: number; before: number; after: number }

/** Side by side and never parted; `foot` stands at the bottom of the tallest, so that names are level. */
export type Columns = {
  kind: 'columns'
  columns: readonly { share: number; blocks: readonly Block[]; foot?: readonly Block[] }[]
}

export type Column = { title: string; share: number; align?: Align }
export type Table = {
  kind: 'table'
  columns: readonly Column[]
  rows: readonly (readonly (readonly Span[])[])[]
  size: number
  /** Room above and below the words of a row. */
  padding: number
  after: number
}

/** A square code with its address printed beside it. */
export type LookUp = {
  kind: 'lookUp'
  url: string
  caption: readonly Span[]
  alt: string
  size: number
  captionSize: number
}

export type PlaceName = 'person' | 'organisation' | 'number'
/** Room left for what is put in when the document is signed or numbered. */
export type Place = {
  kind: 'place'
  height: number
  places: readonly { name: PlaceName; x: number; y: number; width: number; height: number }[]
}

export type Space = { kind: 'space'; height: number }

export type Block = Paragraph | Rule | Columns | Table | LookUp | Place | Space

export const BODY_SIZE = 13

/** A paragraph; by default body text, justified. */
export function paragraph(spans: readonly Span[], options: Partial<Omit<Paragraph, 'kind' | 'spans'>> = {}): Paragraph {
  return {
    kind: 'paragraph',
    role: 'P',
    spans,
    size: BODY_SIZE,
    align: 'justify',
    indent: 0,
    before: 0,
    after: 5,
    leading: 1.22,
    keep: false,
    ...options,
  }
}

export function rule(width: number, before = 2, after = 0): Rule {
  return { kind: 'rule', width, before, after }
}

export function space(height: number): Space {
  return { kind: 'space', height }
}

export function table(columns: readonly Column[], rows: Table['rows'], size = 11.5): Table {
  return { kind: 'table', columns, rows, size, padding: 3.5, after: 6 }
}
