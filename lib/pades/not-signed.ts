import { asArray, asDict, asName, get, loadObject, resolve } from '@/lib/pdf'
import type { Pdf } from '@/lib/pdf'
import { pageNumbers } from './changes/reach'
import type { NotSigned } from './report'
import type { Field } from './form-tree'

const MAX_PAGES = 5000

/** Pictures and empty fields that a reader may take for a signature although nothing is signed there. */
export async function findNotSigned(pdf: Pdf, unsigned: readonly Field[]): Promise<NotSigned[]> {
  const notSigned: NotSigned[] = unsigned.map((field) => ({ kind: 'empty-field', field: field.name }))
  for (const [i, num] of (await pageNumbers(pdf, pdf.last)).slice(0, MAX_PAGES).entries()) {
    const page = asDict(num === 0 ? null : await loadObject(pdf, num, pdf.last))
    for (const item of asArray(await get(pdf, page, 'Annots', pdf.last)) ?? []) {
      const annotation = asDict(await resolve(pdf, item, pdf.last))
      const kind = asName(await get(pdf, annotation, 'Subtype', pdf.last))
      if (kind === 'Stamp') notSigned.push({ kind: 'stamp-picture', page: i + 1 })
    }
  }
  return notSigned
}
