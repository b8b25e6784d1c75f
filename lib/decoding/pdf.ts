import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { bytesSource, openPdf } from '@/lib/pdf'
import { MAX_HEIGHT } from './limits'
import type { Answer } from './task'
import { asWebp } from './webp'

let library: ReturnType<typeof PDFiumLibrary.init> | undefined

/** Made once; a file may leave it unusable, and then the program ends. */
export function pdfium() {
  library ??= PDFiumLibrary.init()
  return library
}

export function inspectPdf(bytes: Uint8Array): Promise<Answer> {
  return withDocument(bytes, (document) => {
    const pages = document.getPageCount()
    return pages > 0 ? { outcome: 'opens', pages } : { outcome: 'broken' }
  })
}

/** Whether its cross-reference chain leads somewhere; nothing but that is read. */
export async function outlinePdf(bytes: Uint8Array): Promise<Answer> {
  const opened = await openPdf(bytesSource(bytes))
  if (opened.ok) return { outcome: 'opens', pages: null }
  return { outcome: opened.error.code === 'password-needed' ? 'locked' : 'broken' }
}

/** One page (from 0) as it is shown on paper, with what its form fields hold. */
export function drawPdf(bytes: Uint8Array, page: number, width: number): Promise<Answer> {
  return withDocument(bytes, async (document) => {
    if (page >= document.getPageCount()) return { outcome: 'no-such-page' }
    const sheet = document.getPage(page)
    const scale = scaleOf(sheet, width)
    if (scale === null) return { outcome: 'broken' }
    const { data, ...size } = await sheet.render({ scale, render: 'bitmap', renderFormFields: true })
    return asWebp(sharp(data, { raw: { ...size, channels: 4 } }), width)
  })
}

/** Null for a sheet that has no room for a single pixel. */
function scaleOf(sheet: PDFiumPage, width: number): number | null {
  const { originalWidth, originalHeight } = sheet.getOriginalSize()
  const scale = Math.min(width / originalWidth, MAX_HEIGHT / originalHeight)
  const isDrawable = Math.floor(originalWidth * scale) >= 1 && Math.floor(originalHeight * scale) >= 1
  return isDrawable && Number.isFinite(scale) ? scale : null
}

/** pdfium's FPDF_ERR_PASSWORD. */
const isLocked = (error: Error) => /password/i.test(error.message)

async function withDocument(
  bytes: Uint8Array,
  work: (document: PDFiumDocument) => Promise<Answer> | Answer,
): Promise<Answer> {
  let document: PDFiumDocument
  try {
    document = await (await pdfium()).loadDocument(bytes)
  } catch (error) {
    // What pdfium says of a file is a plain error; anything else is its own end.
    if (!(error instanceof Error) || error.constructor !== Error) throw error
    return { outcome: isLocked(error) ? 'locked' : 'broken' }
  }
  const answer = await work(document)
  document.destroy()
  return answer
}
