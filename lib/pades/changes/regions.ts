import { asArray, asDict, asRef, get, loadObject } from '@/lib/pdf'
import type { PdfDict, PdfObject } from '@/lib/pdf'
import { paintsOf } from './annotations'
import type { Change, ChangeCode, ChangeLevel } from './change'
import type { Forms } from './form'
import { numbersFrom, pageNumbers } from './reach'
import { catalogOf, report } from './step'
import type { Step } from './step'

type Where = Pick<Change, 'field' | 'page' | 'paints'>
type Region = { start: PdfObject | undefined; code: ChangeCode; level: ChangeLevel; where: Where }

/**
 * Objects that were written again and are no catalog, page, field or annotation: each place that leads to them says
 * what the change means, and an object no place leads to counts as a change of its own.
 */
export async function attributeRest(step: Step, forms: Forms): Promise<void> {
  const rest = new Set(step.touched.keys())
  const owned = new Set<number>()
  if (rest.size === 0) return
  for (const region of await regionsOf(step, forms)) {
    const numbers = await numbersFrom({ pdf: step.pdf, at: step.before, reach: step.reach }, region.start)
    for (const num of rest) {
      if (!numbers.has(num)) continue
      owned.add(num)
      report(step, region.code, region.level, region.where)
    }
  }
  for (const num of rest) if (!owned.has(num)) report(step, 'object-redefined', 'other', { object: num })
  step.touched.clear()
}

async function regionsOf(step: Step, forms: Forms): Promise<Region[]> {
  const root = await catalogOf(step.pdf, step.before)
  const form = asDict(await get(step.pdf, root, 'AcroForm', step.before))
  const catalog = (key: string, code: ChangeCode, level: ChangeLevel): Region => ({
    start: root?.entries.get(key),
    code,
    level,
    where: {},
  })
  return [
    catalog('DSS', 'security-store', 'archive'),
    catalog('Metadata', 'metadata', 'archive'),
    catalog('Extensions', 'extensions', 'archive'),
    catalog('StructTreeRoot', 'structure-tree', 'structure'),
    catalog('Perms', 'signature-changed', 'other'),
    ...[...(form?.entries.keys() ?? [])].filter((key) => key !== 'Fields').map((key) => formRegion(form, key)),
    ...fieldRegions(forms),
    ...(await annotationRegions(step, forms)),
  ]
}

function formRegion(form: PdfDict | undefined, key: string): Region {
  return { start: form?.entries.get(key), code: 'form-resources-changed', level: 'other', where: {} }
}

const LINKS = new Set(['Parent', 'Kids', 'P', 'StructParent'])

function fieldRegions({ old }: Forms): Region[] {
  return old.fields.flatMap((field) => {
    const signed = field.kind === 'Sig' && field.value !== null
    const [code, level] = signed ? (['signature-changed', 'other'] as const) : (['field-filled', 'fill'] as const)
    const own = [...field.dict.entries].filter(([key]) => !LINKS.has(key)).map(([, value]) => value)
    const starts = [...own, field.value, ...field.widgets.map((num): PdfObject => ({ type: 'ref', num, gen: 0 }))]
    return starts.map((start) => ({ start, code, level, where: { field: field.name } }))
  })
}

async function annotationRegions(step: Step, forms: Forms): Promise<Region[]> {
  const { pdf, before } = step
  const widgets = new Set(forms.old.fields.flatMap((field) => field.widgets))
  const regions: Region[] = []
  for (const [i, num] of (await pageNumbers(pdf, before)).entries()) {
    const page = asDict(await loadObject(pdf, num, before))
    for (const item of asArray(await get(pdf, page, 'Annots', before)) ?? []) {
      if (widgets.has(asRef(item)?.num ?? -1)) continue
      const where = { page: i + 1, ...(await paintsOf(pdf, item, before)) }
      regions.push({ start: item, code: 'annotation-changed', level: 'annotate', where })
    }
  }
  return regions
}
