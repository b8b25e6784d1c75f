import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { readPdf } from './document'
import type { Pdf } from './document'
import { PdfFault } from './fault'
import type { ByteSource } from './source'

/** Opens a PDF of any size by reading only its cross-reference chain (ISO 32000-2 section 7.5), or names why it cannot be read. */
export async function openPdf(source: ByteSource): Promise<Result<Pdf, PdfFault>> {
  try {
    return ok(await readPdf(source))
  } catch (error) {
    if (error instanceof PdfFault) return err(error)
    throw error
  }
}
