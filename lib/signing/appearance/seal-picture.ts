import 'server-only'
import { create } from 'fontkit'
import type { Font } from 'fontkit'
import sharp from 'sharp'
import { officialFonts } from '@/lib/documents/server'
import type { Picture } from '@/lib/pades'

/** Pixels across a seal of 36 mm: a little over 200 to the inch. */
const SIZE = 300
const RED = '#d40f14'
const RING = 113
const WIDEST = { upper: 232, lower: 100 } as const

const drawn = new Map<string, Promise<Picture>>()

/**
 * The image of an agency's seal, round and red, 36 mm when it is printed (Decree 30/2020/NĐ-CP, appendix I, part II, 8a): our
 * own drawing with the agency's name, without the national emblem; a trial's says that it is none.
 */
export function sealPicture(agencyName: string, isSample: boolean): Promise<Picture> {
  const key = `${String(isSample)}:${agencyName}`
  const picture = drawn.get(key) ?? draw(agencyName, isSample)
  drawn.set(key, picture)
  return picture
}

async function draw(agencyName: string, isSample: boolean): Promise<Picture> {
  const font = create(Buffer.from((await officialFonts()).bold))
  if (!('layout' in font)) throw new Error('a collection of fonts is no font')
  const lower = isSample ? 'MẪU DÙNG THỬ – DEMO' : 'VIỆT NAM'
  const shapes = [
    `<circle r="146" fill="none" stroke="${RED}" stroke-width="5"/>`,
    `<circle r="100" fill="none" stroke="${RED}" stroke-width="2"/>`,
    `<path d="${star(56)}" fill="${RED}"/>`,
    ...ringText(font, agencyName.toLocaleUpperCase('vi'), 'upper'),
    ...ringText(font, lower, 'lower'),
    ...(isSample ? straight(font, 'KHÔNG CÓ GIÁ TRỊ PHÁP LÝ') : []),
  ]
  const half = String(SIZE / 2)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(SIZE)}" height="${String(SIZE)}" viewBox="-${half} -${half} ${String(SIZE)} ${String(SIZE)}">${shapes.join('')}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) }
}

function star(radius: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const [angle, r] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 === 0 ? radius : radius * 0.382]
    return `${(r * Math.cos(angle)).toFixed(2)} ${(r * Math.sin(angle)).toFixed(2)}`
  })
  return `M${points.join('L')}Z`
}

/** Letters along the ring, read clockwise above and anticlockwise below, as small as it takes to fit. */
function ringText(font: Font, text: string, where: keyof typeof WIDEST): string[] {
  const { glyphs } = font.layout(text)
  const total = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / font.unitsPerEm
  const radius = where === 'upper' ? RING : RING + 20
  const size = Math.min(25, (radius * WIDEST[where] * Math.PI) / 180 / total)
  const [scale, turn] = [size / font.unitsPerEm, where === 'upper' ? 1 : -1]
  let along = (-total * size) / 2
  return glyphs.map((glyph) => {
    const width = glyph.advanceWidth * scale
    const angle = (turn * ((along + width / 2) / radius) * 180) / Math.PI
    along += width
    const place = `rotate(${angle.toFixed(3)}) translate(${(-width / 2).toFixed(2)} ${String(-turn * radius)})`
    return letter(glyph.path.toSVG(), `${place} scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`)
  })
}

/** One small line across the star. */
function straight(font: Font, text: string): string[] {
  const { glyphs } = font.layout(text)
  const total = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0)
  const scale = 176 / total
  let along = -88
  const letters = glyphs.map((glyph) => {
    const place = `translate(${along.toFixed(2)} 78) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`
    along += glyph.advanceWidth * scale
    return letter(glyph.path.toSVG(), place)
  })
  return letters
}

function letter(path: string, transform: string): string {
  return path === '' ? '' : `<path d="${path}" transform="${transform}" fill="${RED}"/>`
}
