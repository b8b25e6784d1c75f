import { denseTiling, nestedPatterns, patternedGlyphs } from './pattern-families'
import { onePage, pdfOf, stream } from './pdf-file'

const ref = (number: number) => `${String(number)} 0 R`
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))

/** Each form shows the next so many times: fan^levels drawings, or as many objects held. */
export function nestedForms(levels: number, fan: number): Uint8Array {
  const form = (at: number) =>
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 300 300]${at < levels - 1 ? `/Resources<</XObject<</X ${ref(at + 6)}>>>>` : ''}`,
      at < levels - 1 ? '/X Do '.repeat(fan) : '0 0 300 300 re f',
    )
  return onePage(`/XObject<</X ${ref(5)}>>`, '/X Do', times(levels, form))
}

/** The same as groups that each need a bitmap of their own while the inner one is drawn: memory by depth. */
export function nestedGroups(levels = 400): Uint8Array {
  const group = '/Group<</S/Transparency/I true>>'
  const form = (at: number) =>
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 300 300]${group}/Resources<</XObject<</X ${ref(at + 7)}>>/ExtGState<</G ${ref(5)}>>>>`,
      at < levels - 1 ? '/G gs /X Do' : '0 0 300 300 re f',
    )
  const half = '<</Type/ExtGState/ca 0.5/CA 0.5/BM/Multiply>>'
  return onePage(`/XObject<</X ${ref(6)}>>/ExtGState<</G ${ref(5)}>>`, '/G gs /X Do', [half, ...times(levels, form)])
}

/** A form painted with a pattern whose cell shows the form. */
export function selfPattern(): Uint8Array {
  const form = stream(
    '/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<</Pattern<</P 6 0 R>>>>',
    '/Pattern cs /P scn 0 0 200 200 re f',
  )
  const pattern = stream(
    '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 100 100]/XStep 100/YStep 100/Resources<</XObject<</F 5 0 R>>>>',
    '/F Do',
  )
  return onePage('/XObject<</F 5 0 R>>', '/F Do', [form, pattern])
}

/** A field tree that doubles at each level. */
export function fieldTree(levels = 26): Uint8Array {
  const field = (at: number) => {
    const parent = at === 0 ? '' : `/Parent ${ref(at + 3)}`
    return at < levels - 1 ? `<</Kids[${ref(at + 5)} ${ref(at + 5)}]${parent}>>` : `<</FT/Tx/T(x)${parent}>>`
  }
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[${ref(4)}]>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>',
    ...times(levels, field),
  ])
}

/** A shading over the whole page, painted very often. */
export function shadings(count = 400_000): Uint8Array {
  const shading =
    '<</ShadingType 3/ColorSpace/DeviceRGB/Coords[150 150 0 150 150 150]/Extend[true true]/Function 6 0 R>>'
  const colours = '<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1.5>>'
  return onePage(`/Shading<</S ${ref(5)}>>`, '/S sh\n'.repeat(count), [shading, colours])
}

/** A small file with a picture of a gigapixel. */
export function hugeImage(side = 30_000): Uint8Array {
  const size = `/Width ${String(side)}/Height ${String(side)}`
  const entries = `/Type/XObject/Subtype/Image${size}/ColorSpace/DeviceGray/BitsPerComponent 8`
  const picture = stream(entries, Buffer.alloc((side * side) / 8), true)
  return onePage(`/XObject<</I ${ref(5)}>>`, '300 0 0 300 0 0 cm /I Do', [picture])
}

/** A Type 3 font whose glyphs write with the next font, ten letters each. */
export function nestedFonts(levels = 12): Uint8Array {
  const parts = times(levels, (at): (string | Uint8Array)[] => {
    const next = at < levels - 1 ? `/Resources<</Font<</F ${ref(5 + (at + 1) * 2)}>>>>` : ''
    const font = `<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a ${ref(6 + at * 2)}>>${next}>>`
    const write = at < levels - 1 ? 'BT /F 1 Tf (aaaaaaaaaa) Tj ET' : '0 0 1 1 re f'
    return [font, stream('', `1 0 d0 ${write}`)]
  })
  return onePage(`/Font<</F ${ref(5)}>>`, 'BT /F 20 Tf (aaaaaaaaaa) Tj ET', parts.flat())
}

/** Content that unpacks to a thousand times its size. */
export function longContent(count = 20_000_000): Uint8Array {
  return onePage('', '0 0 m 300 300 l S\n'.repeat(count / 10))
}

/** A page tree as deep as it is long. */
export function deepPages(levels = 50_000): Uint8Array {
  const node = (at: number) => `<</Type/Pages/Kids[${ref(at + 3)}]/Count 1${at === 0 ? '' : `/Parent ${ref(at + 1)}`}>>`
  const page = `<</Type/Page/Parent ${ref(levels + 1)}/MediaBox[0 0 300 300]>>`
  return pdfOf(['<</Type/Catalog/Pages 2 0 R>>', ...times(levels, node), page])
}

/** A page tree that leads back to itself, with more pages promised than there are. */
export function cyclicPages(): Uint8Array {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2147483647>>',
    '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1073741823/Parent 2 0 R>>',
  ])
}

/** The same page named a million times. */
export function widePages(count = 1_000_000): Uint8Array {
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>'
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count ${String(count)}>>`,
    page,
  ])
}

export const PDF_FAMILIES = {
  'forms in forms': () => nestedForms(40, 2),
  'forms in forms, broad': () => nestedForms(12, 10),
  'groups in groups': () => nestedGroups(),
  'pattern that paints itself': () => selfPattern(),
  'patterns in patterns': () => nestedPatterns(),
  'a dense pattern': () => denseTiling(),
  'patterns in glyphs': () => patternedGlyphs(),
  'field tree': () => fieldTree(),
  shadings: () => shadings(),
  'huge image': () => hugeImage(),
  'fonts in fonts': () => nestedFonts(),
  'long content': () => longContent(),
  'deep page tree': () => deepPages(),
  'cyclic page tree': () => cyclicPages(),
  'wide page tree': () => widePages(),
} as const satisfies Record<string, () => Uint8Array>
