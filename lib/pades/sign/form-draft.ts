import { array, asArray, asDict, asRef, dictOf, get, loadObject, name, textString } from '@/lib/pdf'
import type { Draft, PdfDict, PdfObject, PdfRef } from '@/lib/pdf'
import { pageNumbers } from '../changes/reach'
import type { Field } from '../form-tree'
import type { Box } from './appearance'
import { signingFault } from './fault'
import type { SigningFault } from './fault'

/** Where a signature stands: on which page (from 1), in which box; without a box it is invisible. */
export type Widget = { readonly page: number; readonly box: Box | undefined; readonly appearance: PdfRef | undefined }

const SIGNATURES_EXIST_APPEND_ONLY = 3
const PRINT_AND_LOCKED = 132

function withEntries(dict: PdfDict, entries: readonly (readonly [string, PdfObject])[]): PdfDict {
  return dictOf([...dict.entries, ...entries])
}

/** Puts a new signature field into the form and on its page. */
export async function addField(
  draft: Draft,
  fieldName: string,
  value: PdfRef,
  widget: Widget,
): Promise<SigningFault | undefined> {
  const { pdf } = draft
  const page = (await pageNumbers(pdf, pdf.last))[widget.page - 1]
  if (page === undefined) return signingFault('page-missing', String(widget.page))
  const field = draft.allocate()
  draft.objects.set(
    field.num,
    dictOf([
      ['Type', name('Annot')],
      ['Subtype', name('Widget')],
      ['FT', name('Sig')],
      ['T', textString(fieldName)],
      ['F', PRINT_AND_LOCKED],
      ['P', { type: 'ref', num: page, gen: 0 }],
      ...widgetEntries(value, widget),
    ]),
  )
  await listInForm(draft, field)
  await listOnPage(draft, page, field)
  return undefined
}

function widgetEntries(value: PdfRef, { box, appearance }: Widget): [string, PdfObject][] {
  const corners =
    box === undefined ? [0, 0, 0, 0] : [box.left, box.bottom, box.left + box.width, box.bottom + box.height]
  const shown: [string, PdfObject][] = appearance === undefined ? [] : [['AP', dictOf([['N', appearance]])]]
  return [['Rect', array(corners)], ['V', value], ...shown]
}

/** Signs a field that waits for it: only its value and looks are written. */
export async function fillField(
  draft: Draft,
  field: Field,
  value: PdfRef,
  appearance: PdfRef | undefined,
): Promise<undefined> {
  const num = field.num ?? 0
  const shown: [string, PdfObject][] = appearance === undefined ? [] : [['AP', dictOf([['N', appearance]])]]
  draft.objects.set(num, withEntries(field.dict, [['V', value], ...shown]))
  await listInForm(draft, undefined)
  return undefined
}

async function listInForm(draft: Draft, field: PdfRef | undefined): Promise<void> {
  const { pdf } = draft
  const { root, catalog } = await catalogDraft(draft)
  const form = asDict(await get(pdf, catalog, 'AcroForm', pdf.last)) ?? dictOf([])
  const fields = asArray(await get(pdf, form, 'Fields', pdf.last)) ?? []
  const updated = withEntries(form, [
    ['Fields', array(field === undefined ? fields : [...fields, field])],
    ['SigFlags', SIGNATURES_EXIST_APPEND_ONLY],
  ])
  const place = asRef(catalog.entries.get('AcroForm'))?.num
  if (place !== undefined) draft.objects.set(place, updated)
  else draft.objects.set(root, withEntries(catalog, [['AcroForm', updated]]))
}

/** The catalog as the draft has it so far. */
async function catalogDraft({ pdf, objects }: Draft): Promise<{ root: number; catalog: PdfDict }> {
  const root = asRef(pdf.last.trailer.entries.get('Root'))?.num ?? 0
  const drafted = objects.get(root) ?? (await loadObject(pdf, root, pdf.last))
  const isDict = drafted !== null && typeof drafted === 'object' && 'entries' in drafted
  return { root, catalog: isDict ? drafted : dictOf([]) }
}

async function listOnPage(draft: Draft, page: number, field: PdfRef): Promise<void> {
  const { pdf } = draft
  const dict = asDict(await loadObject(pdf, page, pdf.last)) ?? dictOf([])
  const listed = [...(asArray(await get(pdf, dict, 'Annots', pdf.last)) ?? []), field]
  const list = asRef(dict.entries.get('Annots'))?.num
  if (list === undefined) draft.objects.set(page, withEntries(dict, [['Annots', array(listed)]]))
  else draft.objects.set(list, array(listed))
}

/** Sets an entry of the catalog, such as DSS or Perms. */
export async function setInCatalog(draft: Draft, key: string, value: PdfObject): Promise<void> {
  const { root, catalog } = await catalogDraft(draft)
  draft.objects.set(root, withEntries(catalog, [[key, value]]))
}
