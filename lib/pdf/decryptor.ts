import type { PdfObject, PdfStream } from './object'
import type { FilterStep } from './stream'

/** The indirect object that a string or stream belongs to. */
export type Owner = { readonly num: number; readonly gen: number }

/** Decrypts what a document holds once its file key is known (ISO 32000-2 section 7.6). */
export type Decryptor = {
  strings(value: PdfObject, owner: Owner): Promise<PdfObject>
  /** `filters` are those of the stream: one of them may name how it is encrypted. */
  stream(raw: Uint8Array, stream: PdfStream, filters: readonly FilterStep[]): Promise<Uint8Array>
}
