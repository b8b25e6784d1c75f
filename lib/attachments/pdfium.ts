import 'server-only'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PDFiumDocument } from '@hyzyla/pdfium'

/** A strip of paper kilometres long still gives a picture of bounded size. */
const MAX_HEIGHT = 6000

let library: ReturnType<typeof PDFiumLibrary.init> | undefined

function pdfium() {
  library ??= PDFiumLibrary.init()
  return library
}

/** pdfium's FPDF_ERR_PASSWORD. */
const isLocked = (error: unknown) => error instanceof Error && /password/i.test(error.message)

async function withDocument<T>(
  bytes: Uint8Array,
  work: (document: PDFiumDocument) => Promise<T> | T,
): Promise<T | 'locked' | 'broken'> {
  let document: PDFiumDocument
  try {
    document = await (await pdfium()).loadDocument(bytes)
  } catch (error) {
    return isLocked(error) ? 'locked' : 'broken'
  }
  try {
    return await work(document)
  } finally {
    document.destroy()
  }
}

/** How many pages, or why it does not open. */
export function countPages(bytes: Uint8Array): Promise<number | 'locked' | 'broken'> {
  return withDocument(bytes, (document) => document.getPageCount())
}

export type Bitmap = { width: number; height: number; rgba: Uint8Array }

/** One page (from 0) as RGBA pixels `width` wide. */
export function renderPage(
  bytes: Uint8Array,
  page: number,
  width: number,
): Promise<Bitmap | 'locked' | 'broken' | null> {
  return withDocument(bytes, async (document) => {
    if (page >= document.getPageCount()) return null
    const sheet = document.getPage(page)
    const { originalWidth, originalHeight } = sheet.getOriginalSize()
    const scale = Math.min(width / originalWidth, MAX_HEIGHT / originalHeight)
    const picture = await sheet.render({ scale, render: 'bitmap', renderFormFields: true })
    return { width: picture.width, height: picture.height, rgba: picture.data }
  })
}
