import { array, ascii, dictOf, name, textString } from '@/lib/pdf'
import type { Draft, NewStream, PdfObject, PdfRef } from '@/lib/pdf'

/** A place on a page in points, from its lower left corner. */
export type Box = { readonly left: number; readonly bottom: number; readonly width: number; readonly height: number }

/** Pixels, four bytes each (red, green, blue, alpha), row by row from the top. */
export type Picture = { readonly width: number; readonly height: number; readonly rgba: Uint8Array }

/** One line of text set by `setText`: the font it needs, its glyphs as hexadecimal text, its width in points. */
export type SetText = { readonly size: number; readonly width: number; readonly hex: string; readonly font: FontFile }

/** A subset of a TrueType font: file, name, and glyph widths in thousandths of the size. */
export type FontFile = {
  readonly name: string
  readonly file: Uint8Array
  readonly widths: readonly number[]
  readonly box: readonly number[]
  readonly ascent: number
  readonly descent: number
}

export type Appearance = { readonly box: Box; readonly picture?: Picture; readonly text?: SetText }

async function deflate(data: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(data)]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function flate(entries: [string, PdfObject][], data: Uint8Array): NewStream {
  return { dict: dictOf([...entries, ['Filter', name('FlateDecode')]]), data }
}

type Compressed = { readonly colour: Uint8Array; readonly alpha: Uint8Array }
/** A seal looks the same on every document: what is compressed once serves as long as its picture or font is kept. */
const PICTURES = new WeakMap<Picture, Promise<Compressed>>()
const FONTS = new WeakMap<FontFile, Promise<Uint8Array>>()

function compressedFont(font: FontFile): Promise<Uint8Array> {
  const data = FONTS.get(font) ?? deflate(font.file)
  FONTS.set(font, data)
  return data
}

function compressedPicture(picture: Picture): Promise<Compressed> {
  const data = PICTURES.get(picture) ?? compressPlanes(picture)
  PICTURES.set(picture, data)
  return data
}

async function compressPlanes({ width, height, rgba }: Picture): Promise<Compressed> {
  const colour = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height)
  for (let from = 0, to = 0, pixel = 0; pixel < alpha.length; from += 4) {
    colour[to++] = rgba[from] ?? 0
    colour[to++] = rgba[from + 1] ?? 0
    colour[to++] = rgba[from + 2] ?? 0
    alpha[pixel++] = rgba[from + 3] ?? 0
  }
  return { colour: await deflate(colour), alpha: await deflate(alpha) }
}

/** Writes the appearance stream of a signature (ISO 32000-2 section 12.5.5) into the draft. */
export async function drawAppearance(draft: Draft, { box, picture, text }: Appearance): Promise<PdfRef> {
  const resources: [string, PdfObject][] = []
  const operators: string[] = []
  if (picture !== undefined) {
    resources.push(['XObject', dictOf([['Im', await embedPicture(draft, picture)]])])
    operators.push(`q ${placement(box, picture)} cm /Im Do Q`)
  }
  if (text !== undefined) {
    resources.push(['Font', dictOf([['F', await embedFont(draft, text.font)]])])
    const margin = Math.max(0, box.width - text.width)
    const base = (box.height - text.size * 0.7) / 2
    operators.push(`BT /F ${String(text.size)} Tf 0 g ${margin.toFixed(2)} ${base.toFixed(2)} Td <${text.hex}> Tj ET`)
  }
  const form = draft.allocate()
  const entries: [string, PdfObject][] = [
    ['Type', name('XObject')],
    ['Subtype', name('Form')],
    ['BBox', array([0, 0, box.width, box.height])],
    ['Resources', dictOf(resources)],
  ]
  draft.objects.set(form.num, { dict: dictOf(entries), data: ascii(operators.join('\n')) })
  return form
}

/** The picture in the middle of the box, as large as fits without distortion. */
function placement(box: Box, { width, height }: Picture): string {
  const scale = Math.min(box.width / width, box.height / height)
  const [w, h] = [width * scale, height * scale]
  return [w, 0, 0, h, (box.width - w) / 2, (box.height - h) / 2].map((value) => value.toFixed(3)).join(' ')
}

async function embedPicture(draft: Draft, picture: Picture): Promise<PdfRef> {
  const { colour, alpha } = await compressedPicture(picture)
  const shape: [string, PdfObject][] = [
    ['Type', name('XObject')],
    ['Subtype', name('Image')],
    ['Width', picture.width],
    ['Height', picture.height],
    ['BitsPerComponent', 8],
  ]
  const mask = draft.allocate()
  draft.objects.set(mask.num, flate([...shape, ['ColorSpace', name('DeviceGray')]], alpha))
  const image = draft.allocate()
  draft.objects.set(image.num, flate([...shape, ['ColorSpace', name('DeviceRGB')], ['SMask', mask]], colour))
  return image
}

async function embedFont(draft: Draft, font: FontFile): Promise<PdfRef> {
  const [file, descriptor, descendant, type0] = [draft.allocate(), draft.allocate(), draft.allocate(), draft.allocate()]
  const own = name(`SIGNAT+${font.name}`)
  draft.objects.set(file.num, flate([['Length1', font.file.length]], await compressedFont(font)))
  draft.objects.set(descriptor.num, descriptorOf(font, own, file))
  const system = dictOf([
    ['Registry', textString('Adobe')],
    ['Ordering', textString('Identity')],
    ['Supplement', 0],
  ])
  const common: [string, PdfObject][] = [
    ['Type', name('Font')],
    ['BaseFont', own],
  ]
  const glyphs: [string, PdfObject][] = [
    ['Subtype', name('CIDFontType2')],
    ['CIDSystemInfo', system],
    ['FontDescriptor', descriptor],
    ['CIDToGIDMap', name('Identity')],
    ['W', array([0, array(font.widths)])],
  ]
  draft.objects.set(descendant.num, dictOf([...common, ...glyphs]))
  const composite: [string, PdfObject][] = [
    ['Subtype', name('Type0')],
    ['Encoding', name('Identity-H')],
    ['DescendantFonts', array([descendant])],
  ]
  draft.objects.set(type0.num, dictOf([...common, ...composite]))
  return type0
}

function descriptorOf(font: FontFile, own: PdfObject, file: PdfRef): PdfObject {
  return dictOf([
    ['Type', name('FontDescriptor')],
    ['FontName', own],
    ['Flags', 4],
    ['FontBBox', array(font.box)],
    ['ItalicAngle', 0],
    ['Ascent', font.ascent],
    ['Descent', font.descent],
    ['CapHeight', font.ascent],
    ['StemV', 80],
    ['FontFile2', file],
  ])
}
