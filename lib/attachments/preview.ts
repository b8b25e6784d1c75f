import 'server-only'
import { and, eq, isNull, or } from 'drizzle-orm'
import { previews } from '@/db/schema/attachments'
import { userIdOf } from '@/lib/access'
import { MAX_DECODED_BYTES } from '@/lib/decoding'
import { bytesToStream } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { kindOf } from './inspect'
import type { MediaType } from './media-type'
import { knownVerdict } from './verdict'

export const PREVIEW_WIDTHS = [240, 1240] as const
export type PreviewWidth = (typeof PREVIEW_WIDTHS)[number]

/** A file with as many pages that cannot be drawn has no further page tried. */
const HOPELESS_PAGES = 3

type Previewed = { sha256: string; mediaType: MediaType; size: number }
type PreviewWish = { page: number; width: PreviewWidth }

/** `none`: this page is never drawn. `later`: nobody had time for it now. `no-such-page`: the file is shorter. */
export type Preview = { kind: 'picture'; webp: Uint8Array } | { kind: 'none' | 'later' | 'no-such-page' }

const underWay = new Map<string, Promise<Preview>>()

/** A picture (WebP) of one page (from 0) of a stored file, made once per content and kept; also that there is none is. */
export async function previewOf(ctx: Ctx, file: Previewed, page: number, width: PreviewWidth): Promise<Preview> {
  const wish = { page, width }
  const preview = await keptPreview(ctx, file, wish)
  if (preview !== null) return preview
  const key = `${file.sha256} ${String(page)} ${String(width)}`
  const drawing = underWay.get(key) ?? draw(ctx, file, wish)
  underWay.set(key, drawing)
  return drawing.finally(() => underWay.delete(key))
}

async function draw(ctx: Ctx, file: Previewed, wish: PreviewWish): Promise<Preview> {
  const drawn = await ctx.ports.decoder.draw(
    {
      ownerId: userIdOf(ctx.actor) ?? ctx.actor.kind,
      kind: kindOf(file.mediaType),
      size: file.size,
      async open() {
        // While it waited for its turn another page may have shown that this file is not drawn.
        const isSettled = (await keptPreview(ctx, file, wish)) !== null
        return isSettled ? null : ctx.ports.blobs.read(file.sha256)
      },
    },
    wish,
  )
  if (drawn.outcome === 'unavailable') return (await keptPreview(ctx, file, wish)) ?? { kind: 'later' }
  if (drawn.outcome === 'no-such-page') return { kind: 'no-such-page' }
  if (drawn.outcome !== 'drawn') {
    await keep(ctx, file, wish, null)
    return { kind: 'none' }
  }
  const { sha256 } = await ctx.ports.blobs.put(bytesToStream(drawn.webp))
  await keep(ctx, file, wish, sha256)
  return { kind: 'picture', webp: drawn.webp }
}

async function keep(ctx: Ctx, { sha256 }: Previewed, wish: PreviewWish, previewSha256: string | null): Promise<void> {
  await ctx.db
    .insert(previews)
    .values({ sha256, ...wish, previewSha256 })
    .onConflictDoNothing()
}

async function keptPreview(ctx: Ctx, file: Previewed, { page, width }: PreviewWish): Promise<Preview | null> {
  if (file.size > MAX_DECODED_BYTES) return { kind: 'none' }
  const here = and(eq(previews.page, page), eq(previews.width, width))
  const rows = await ctx.db
    .select()
    .from(previews)
    .where(and(eq(previews.sha256, file.sha256), or(here, isNull(previews.previewSha256))))
  const drawn = rows.find((row) => row.previewSha256 !== null)
  const webp = drawn?.previewSha256 == null ? null : await readBlob(ctx, drawn.previewSha256)
  if (webp !== null) return { kind: 'picture', webp }
  const blank = new Set(rows.filter(({ previewSha256 }) => previewSha256 === null).map((row) => row.page))
  if (blank.has(page) || blank.size >= HOPELESS_PAGES) return { kind: 'none' }
  return (await isNeverDrawn(ctx, file.sha256)) ? { kind: 'none' } : null
}

async function isNeverDrawn(ctx: Ctx, sha256: string): Promise<boolean> {
  const verdict = await knownVerdict(ctx, sha256)
  return verdict?.outcome === 'opens' && !verdict.isDrawable
}

async function readBlob(ctx: Ctx, sha256: string): Promise<Uint8Array | null> {
  const stream = await ctx.ports.blobs.read(sha256)
  return stream === null ? null : new Uint8Array(await new Response(stream).arrayBuffer())
}
