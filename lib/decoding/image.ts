import sharp, { type Metadata } from 'sharp'
import { MAX_HELD_BYTES, MAX_IMAGE_MEGAPIXELS } from './limits'
import type { Answer } from './task'
import { asWebp } from './webp'

/** The header is measured before a single pixel is decoded; then every pixel is, so that a file cut off is noticed. */
export async function inspectImage(bytes: Uint8Array): Promise<Answer> {
  try {
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata()
    const { width, height } = metadata
    if (isTooLarge(width, height)) return { outcome: 'too-many-pixels' }
    if (bytesHeld(metadata) > MAX_HELD_BYTES) return { outcome: 'too-costly' }
    await sharp(bytes, { failOn: 'truncated' }).resize(64).raw().toBuffer()
    return { outcome: 'opens', pages: 1 }
  } catch {
    return { outcome: 'broken' }
  }
}

export async function drawImage(bytes: Uint8Array, width: number): Promise<Answer> {
  try {
    return await asWebp(sharp(bytes), width)
  } catch {
    return { outcome: 'broken' }
  }
}

export function isTooLarge(width: number, height: number): boolean {
  return width * height > MAX_IMAGE_MEGAPIXELS * 1_000_000
}

/** Samples a pixel of a JPEG has, by how its colours are thinned out (ITU-T T.81, A.1.1). */
const SAMPLES: Record<string, number> = { '4:2:0': 1.5, '4:2:2': 2, '4:4:4': 3, '4:4:4:4': 4 }

/**
 * Bytes a decoder holds until all of a picture is there. One that sharpens as it comes is not read line by line: of a progressive
 * JPEG every coefficient is kept, two bytes each (T.81, G.1), of an interlaced PNG every sample.
 */
function bytesHeld({ format, width, height, channels, depth, isProgressive, chromaSubsampling }: Metadata): number {
  if (!isProgressive) return 0
  const pixels = width * height
  if (format === 'jpeg') return pixels * 2 * (SAMPLES[chromaSubsampling ?? ''] ?? channels)
  return pixels * channels * (depth === 'ushort' ? 2 : 1)
}
