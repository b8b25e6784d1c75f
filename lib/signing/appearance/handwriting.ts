import 'server-only'
import { create } from 'fontkit'
import sharp from 'sharp'
import { officialFonts } from '@/lib/documents/server'
import type { Picture } from '@/lib/pades'

const BLUE = '#1b3fb5'
const [WIDTH, HEIGHT] = [320, 96]
const ROOM = 280

/**
 * The blue image between an official's title and name (Decree 30/2020/NĐ-CP, appendix I, part II, 7d). Until the official's
 * own handwriting is kept here, the name is written in italics over a stroke.
 */
export async function handwritingOf(name: string): Promise<Picture> {
  const font = create(Buffer.from((await officialFonts()).italic))
  if (!('layout' in font)) throw new Error('a collection of fonts is no font')
  const { glyphs } = font.layout(name)
  const total = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0)
  const scale = Math.min(44 / font.unitsPerEm, ROOM / Math.max(1, total))
  let along = (WIDTH - total * scale) / 2
  const letters = glyphs.map((glyph) => {
    const place = `translate(${along.toFixed(2)} 58) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`
    along += glyph.advanceWidth * scale
    return `<path d="${glyph.path.toSVG()}" transform="${place}" fill="${BLUE}"/>`
  })
  const stroke = `<path d="M30 78C110 62 190 88 292 68" fill="none" stroke="${BLUE}" stroke-width="2.5" stroke-linecap="round"/>`
  const size = `width="${String(WIDTH)}" height="${String(HEIGHT)}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${letters.join('')}${stroke}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) }
}
