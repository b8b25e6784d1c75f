import { expect } from 'vitest'
import { refusedCodes, update } from './test-attacker'
import { documentOf, PLAIN, signedOver, validate } from './test-documents'
import type { Extra } from './test-documents'

export type Verdict = 'none' | 'allowed' | 'forbidden'
export type Objects = Record<number, string>

export const stream = (content: string, dict = '') =>
  `<<${dict}/Length ${String(content.length)}>>\nstream\n${content}\nendstream`
export const look = (content: string, resources = '<</Font<</F 5 0 R>>>>') =>
  stream(content, `/Type/XObject/Subtype/Form/BBox[0 0 240 20]${resources === '' ? '' : `/Resources ${resources}`}`)
export const words = (text: string, more = '') => `/Tx BMC q BT /F 12 Tf 0 g 2 5 Td ${more}(${text}) Tj ET Q EMC`

/** 6 a text field with appearance 7, 8 a check box with looks 9 and 10; 11 form resources, 12 another font. */
export const FORM = [
  '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R 8 0 R]/DA(/F 0 Tf 0 g)/DR 11 0 R>>>>',
  PLAIN[1],
  PLAIN[2].replace('[6 0 R]', '[6 0 R 8 0 R]'),
  PLAIN[3],
  PLAIN[4],
  `${PLAIN[5].slice(0, -2)}/AP<</N 7 0 R>>>>`,
  look(words('cu')),
  '<</Type/Annot/Subtype/Widget/FT/Btn/T(dong_y)/V/Off/AS/Off/F 4/Rect[60 500 80 520]/P 3 0 R/AP<</N<</Yes 9 0 R/Off 10 0 R>>>>>>',
  look('q BT /ZaDb 12 Tf (4) Tj ET Q', '<</Font<</ZaDb 12 0 R>>>>'),
  look(''),
  '<</Font<</F 5 0 R>>/XObject<</FRM 13 0 R>>>>',
  '<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>',
  look('q Q', '<<>>'),
]
async function judge(
  bodies: readonly string[],
  objects: Objects | ((file: Uint8Array) => Objects),
  extra: Partial<Extra> = {},
) {
  const file = await signedOver(documentOf(bodies), extra)
  const { signatures } = await validate(await update(file, typeof objects === 'function' ? objects(file) : objects))
  const [first] = signatures
  if (first === undefined) throw new Error('no signature')
  return first
}

/** What the signature says of an update; nothing is none and yet named, nor changed and yet unnamed. */
export async function verdict(...args: Parameters<typeof judge>): Promise<[Verdict, string[]]> {
  const { laterChanges, changes } = await judge(...args)
  expect(laterChanges === 'none').toBe(changes.length === 0)
  return [laterChanges, laterChanges === 'forbidden' ? refusedCodes(changes) : changes.map(({ code }) => code)]
}
