import sharp from 'sharp'
import { MAX_IMAGE_MEGAPIXELS } from './limits'
import type { Answer } from './task'
import { asWebp } from './webp'

/** The header is measured before a single pixel is decoded; then every pixel is, so that a file cut off is noticed. */
export async function inspectImage(bytes: Uint8Array): Promise<Answer> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (isTooLarge(width, height)) return { outcome: 'too-many-pixels' }
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
