/** Why a PDF is refused, by name; the words people read are in `words.ts`. */
export type PdfFaultCode =
  | 'not-a-pdf'
  | 'xref-missing'
  | 'xref-malformed'
  | 'xref-cyclic'
  | 'too-many-revisions'
  | 'too-many-objects'
  | 'nesting-too-deep'
  | 'object-malformed'
  | 'object-too-large'
  | 'stream-malformed'
  | 'stream-too-large'
  | 'filter-unknown'
  | 'too-complex'
  | 'encryption-unknown'
  | 'password-needed'
  | 'structure-malformed'

/** Thrown inside the reader, turned into a `Result` at its door. `offset` is a byte position in the file where known. */
export class PdfFault extends Error {
  readonly code: PdfFaultCode
  readonly offset: number | undefined

  constructor(code: PdfFaultCode, detail?: string, offset?: number) {
    super(detail === undefined ? code : `${code}: ${detail}`)
    this.name = 'PdfFault'
    this.code = code
    this.offset = offset
  }
}
