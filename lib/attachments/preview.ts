import 'server-only'
import decodeHeic from 'heic-decode'
import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { previews } from '@/db/schema/attachments'
import { oneChunk } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { MAX_RENDERED_BYTES } from './inspect'
import type { MediaType } from './media-type'
import { renderPage } from './pdfium'

export const PREVIEW_WIDTHS = [240, 1240] as const
export type PreviewWidth = (typeof PREVIEW_WIDTHS)[number]

type Previewed = { sha256: string; mediaType: MediaType; size: number }

/**
 * A picture (WebP) of one page (from 0) of a stored file, made once per content and kept.
 * Null when the file is too large to be rendered here or has no such page.
 */
export async function previewOf(
  ctx: Ctx,
  file: Previewed,
  page: number,
  width: PreviewWidth,
): Promise<Uint8Array | null> {
  const kept = await keptPreview(ctx, file.sha256, page, width)
  if (kept) return kept
  if (file.size > MAX_RENDERED_BYTES) return null
  const original = await readBlob(ctx, file.sha256)
  const picture = original === null ? null : await paint(original, file.mediaType, page, width)
  if (picture === null) return null
  const { sha256 } = await ctx.ports.blobs.put(oneChunk(picture))
  await ctx.db
    .insert(previews)
    .values({ sha256: file.sha256, page, width, previewSha256: sha256 })
    .onConflictDoNothing()
  return picture
}

async function keptPreview(ctx: Ctx, sha256: string, page: number, width: number): Promise<Uint8Array | null> {
  const [row] = await ctx.db
    .select()
    .from(previews)
    .where(and(eq(previews.sha256, sha256), eq(previews.page, page), eq(previews.width, width)))
    .limit(1)
  return row === undefined ? null : readBlob(ctx, row.previewSha256)
}

async function readBlob(ctx: Ctx, sha256: string): Promise<Uint8Array | null> {
  const stream = await ctx.ports.blobs.read(sha256)
  return stream === null ? null : new Uint8Array(await new Response(stream).arrayBuffer())
}

async function paint(bytes: Uint8Array, mediaType: MediaType, page: number, width: number): Promise<Uint8Array | null> {
  const image =
    mediaType === 'application/pdf'
      ? await pdfPage(bytes, page, width)
      : page === 0
        ? await photo(bytes, mediaType)
        : null
  if (image === null) return null
  return new Uint8Array(
    await image.rotate().resize({ width, withoutEnlargement: true }).webp({ quality: 78 }).toBuffer(),
  )
}

async function pdfPage(bytes: Uint8Array, page: number, width: number) {
  const picture = await renderPage(bytes, page, width)
  if (picture === null || typeof picture === 'string') return null
  return sharp(picture.rgba, { raw: { width: picture.width, height: picture.height, channels: 4 } })
}

async function photo(bytes: Uint8Array, mediaType: MediaType) {
  if (mediaType !== 'image/heic') return sharp(bytes)
  const { data, width, height } = await decodeHeic({ buffer: bytes })
  return sharp(new Uint8Array(data), { raw: { width, height, channels: 4 } })
}
