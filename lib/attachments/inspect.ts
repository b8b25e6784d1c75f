import 'server-only'
import { open } from 'node:fs/promises'
import decodeHeic from 'heic-decode'
import sharp from 'sharp'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { openPdf } from '@/lib/pdf'
import { MAX_FILE_BYTES, MAX_IMAGE_MEGAPIXELS, readableSize, sniffMediaType } from './media-type'
import type { MediaType } from './media-type'
import { countPages } from './pdfium'

export type Inspected = { mediaType: MediaType; pages: number | null }

/** A PDF above this is judged by its cross-reference chain only and not rendered: memory must not grow with the file. */
export const MAX_RENDERED_BYTES = 100 * 1024 ** 2
const MAX_HEIC_BYTES = 60 * 1024 ** 2

/** Looks into a whole file on disk: its real type, and whether it opens; a refusal names the file and the rule. */
export async function inspect(path: string, name: string): Promise<Result<Inspected, DomainError>> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    if (size === 0) return err({ code: 'file-empty', detail: { name } })
    if (size > MAX_FILE_BYTES) return err(tooLarge(name, MAX_FILE_BYTES))
    const head = new Uint8Array(Math.min(1024, size))
    await handle.read(head, 0, head.length, 0)
    const mediaType = sniffMediaType(head)
    if (mediaType === null) return err({ code: 'file-type-refused', detail: { name } })
    if (mediaType === 'image/heic' && size > MAX_HEIC_BYTES) return err(tooLarge(name, MAX_HEIC_BYTES))
    if (mediaType !== 'application/pdf') return await inspectImage(path, name, mediaType)
    const read = async (offset: number, length: number) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset)
      return bytes.subarray(0, bytesRead)
    }
    return await inspectPdf({ size, read }, name)
  } finally {
    await handle.close()
  }
}

type Source = { size: number; read(offset: number, length: number): Promise<Uint8Array> }

function tooLarge(name: string, limit: number): DomainError {
  return { code: 'file-too-large', detail: { name, limit: readableSize(limit) } }
}

async function inspectPdf(source: Source, name: string): Promise<Result<Inspected, DomainError>> {
  if (source.size > MAX_RENDERED_BYTES) {
    const opened = await openPdf(source)
    if (opened.ok) return ok({ mediaType: 'application/pdf', pages: null })
    return err({ code: opened.error.code === 'password-needed' ? 'file-locked' : 'file-broken', detail: { name } })
  }
  const pages = await countPages(await source.read(0, source.size))
  if (pages === 'locked') return err({ code: 'file-locked', detail: { name } })
  if (pages === 'broken' || pages === 0) return err({ code: 'file-broken', detail: { name } })
  return ok({ mediaType: 'application/pdf', pages })
}

async function inspectImage(path: string, name: string, mediaType: MediaType): Promise<Result<Inspected, DomainError>> {
  const decoded = mediaType === 'image/heic' ? await opensAsHeic(path) : await opensAsImage(path)
  if (decoded === 'too-many-pixels')
    return err({ code: 'file-too-many-pixels', detail: { name, limit: MAX_IMAGE_MEGAPIXELS } })
  return decoded === 'broken' ? err({ code: 'file-broken', detail: { name } }) : ok({ mediaType, pages: 1 })
}

/** The header is measured before a single pixel is decoded; then every pixel is, so that a file cut off is noticed. */
async function opensAsImage(path: string): Promise<'fine' | 'broken' | 'too-many-pixels'> {
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata()
    if (width * height > MAX_IMAGE_MEGAPIXELS * 1_000_000) return 'too-many-pixels'
    await sharp(path, { failOn: 'truncated' }).resize(64).raw().toBuffer()
    return 'fine'
  } catch {
    return 'broken'
  }
}

async function opensAsHeic(path: string): Promise<'fine' | 'broken' | 'too-many-pixels'> {
  try {
    const pictures = await decodeHeic.all({ buffer: await readWhole(path) })
    const first = pictures[0]
    if (first === undefined) return 'broken'
    if (first.width * first.height > MAX_IMAGE_MEGAPIXELS * 1_000_000) return 'too-many-pixels'
    await first.decode()
    return 'fine'
  } catch {
    return 'broken'
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  return handle.readFile().finally(() => handle.close())
}
