import type { Sharp } from 'sharp'
import type { Answer } from './task'
import { MAX_HEIGHT } from './limits'

const QUALITY = 78

/** The picture as WebP, at most `width` wide, turned as its camera says. */
export async function asWebp(picture: Sharp, width: number): Promise<Answer> {
  const size = { width, height: MAX_HEIGHT, fit: 'inside', withoutEnlargement: true } as const
  const webp = await picture.autoOrient().resize(size).webp({ quality: QUALITY }).toBuffer()
  return { outcome: 'drawn', webp: webp.toString('base64') }
}
