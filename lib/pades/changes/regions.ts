import { asArray, asDict, asRef, get, loadObject } from '@/lib/pdf'
import type { PdfDict, PdfObject } from '@/lib/pdf'
import type { Field } from '../form-tree'
import { paintsOf } from './annotations'
import type { Change, ChangeCode, ChangeLevel } from './change'
import { isEquivalent } from './equivalent'
import { isSigned, judgeLooks } from './field'
import type { Forms } from './form'
import { CATALOG_CORE, numbersFrom, pageNumbers } from './reach'
import { catalogOf, report } from './step'
import type { Step } from './step'

type Where = Pick<Change, 'field' | 'page' | 'paints' | 'key'>
type Verdict = readonly [ChangeCode, ChangeLevel] | undefined
/** A place that leads to objects, and what it means that they changed; undefined when nothing it stands for did. */
type Region = {
  readonly start: PdfObject | undefined
  readonly where: Where
  readonly judge: () => Verdict | Promise<Verdict>
}

/**
 * Objects that were written again and are no catalog, page, field or annotation: each place that leads to them says
 * what the change means, and an object no place leads to counts as a change of its own.
 */
export async function attributeRest(step: Step, forms: Forms): Promise<void> {
  const rest = new Set(step.touched.keys())
  const owned = new Set<number>()
  if (rest.size === 0) return
  for (const region of (await regionsOf(step, forms)).filter(leadsOn)) {
    const numbers = await numbersFrom({ pdf: step.pdf, at: step.before, reach: step.reach }, region.start)
    const met = [...rest].filter((num) => numbers.has(num))
    for (const num of met) owned.add(num)
    const verdict = met.length === 0 ? undefined : await region.judge()
    if (verdict !== undefined) report(step, verdict[0], verdict[1], region.where)
  }
  for (const num of rest) if (!owned.has(num)) report(step, 'object-redefined', 'other', { object: num })
  step.touched.clear()
}

function leadsOn({ start }: Region): boolean {
  return start !== undefined && start !== null && typeof start === 'object' && !['name', 'string'].includes(start.type)
}

async function regionsOf(step: Step, forms: Forms): Promise<Region[]> {
  const root = await catalogOf(step.pdf, step.before)
  const form = asDict(await get(step.pdf, root, 'AcroForm', step.before))
  const catalog = (key: string, ...verdict: [ChangeCode, ChangeLevel] | []): Region => ({
    start: root?.entries.get(key),
    where: {},
    judge: () => (verdict.length === 0 ? undefined : verdict),
  })
  return [
    // Whether the store lost anything was told with the catalog.
    catalog('DSS'),
    catalog('Metadata', 'metadata', 'archive'),
    catalog('PieceInfo', 'metadata', 'archive'),
    catalog('Extensions', 'extensions', 'archive'),
    catalog('StructTreeRoot', 'structure-tree', 'structure'),
    catalog('MarkInfo', 'structure-tree', 'structure'),
    catalog('Lang', 'structure-tree', 'structure'),
    catalog('Perms', 'signature-changed', 'other'),
    ...[...(root?.entries.keys() ?? [])].filter(isPrivate).map((key) => catalog(key, 'private-data', 'archive')),
    ...[...(form?.entries.keys() ?? [])].filter((key) => key !== 'Fields').map((key) => formRegion(form, key)),
    ...(await fieldRegions(step, forms)),
    ...(await pageRegions(step, forms)),
  ]
}

const NAMED: ReadonlySet<string> = new Set([
  ...[
    'AcroForm',
    'DSS',
    'Metadata',
    'PieceInfo',
    'Extensions',
    'StructTreeRoot',
    'MarkInfo',
    'Lang',
    'Perms',
    'Version',
  ],
])
const isPrivate = (key: string) => !NAMED.has(key) && !CATALOG_CORE.has(key)

/** Whether resources that something falls back on changed was told with the form. */
function formRegion(form: PdfDict | undefined, key: string): Region {
  return {
    start: form?.entries.get(key),
    where: { key },
    judge: () => (key === 'DR' ? undefined : ['form-changed', 'other']),
  }
}

const LINKS = new Set(['Parent', 'Kids', 'P', 'StructParent'])

async function fieldRegions(step: Step, forms: Forms): Promise<Region[]> {
  const later = new Map(
    forms.now.fields.flatMap((field) => (field.num === undefined ? [] : [[field.num, field] as const])),
  )
  const regions: Region[] = []
  for (const old of forms.old.fields) {
    const now = (old.num === undefined ? undefined : later.get(old.num)) ?? old
    regions.push(...dictRegions(step, { old, now }, old.dict, now.dict))
    for (const num of old.widgets.filter((num) => num !== old.num)) {
      const was = asDict(await loadObject(step.pdf, num, step.before))
      const is = asDict(await loadObject(step.pdf, num, step.after))
      if (was !== undefined) regions.push(...dictRegions(step, { old, now }, was, is))
    }
    regions.push(valueRegion({ old, now }))
  }
  return regions
}

type Pair = { readonly old: Field; readonly now: Field }

function dictRegions(step: Step, pair: Pair, was: PdfDict, is: PdfDict | undefined): Region[] {
  const keys = [...was.entries.keys()].filter((key) => !LINKS.has(key) && key !== 'V')
  return keys.map((key) => ({
    start: was.entries.get(key),
    where: { field: pair.old.name },
    judge: async () => {
      if (key !== 'AP') return [isSigned(pair.old) ? 'signature-changed' : 'field-changed', 'other']
      const isRefilled = !(await isEquivalent(step, pair.old.value, pair.now.value))
      return judgeLooks(step, { ...pair, was, is, isRefilled })
    },
  }))
}

function valueRegion({ old }: Pair): Region {
  return {
    start: old.value,
    where: { field: old.name },
    judge: () => (isSigned(old) ? ['signature-changed', 'other'] : ['field-filled', 'fill']),
  }
}

/** Annotations that are no widgets, and what pages keep beside what they show. */
async function pageRegions(step: Step, forms: Forms): Promise<Region[]> {
  const widgets = new Set(forms.old.fields.flatMap((field) => field.widgets))
  const regions: Region[] = []
  for (const [i, num] of (await pageNumbers(step.pdf, step.before)).entries()) {
    const page = asDict(await loadObject(step.pdf, num, step.before))
    for (const key of ['Metadata', 'PieceInfo']) {
      regions.push({ start: page?.entries.get(key), where: { page: i + 1 }, judge: () => ['metadata', 'archive'] })
    }
    regions.push(...(await annotationRegions(step, page, i + 1, widgets)))
  }
  return regions
}

async function annotationRegions(
  { pdf, before }: Step,
  page: PdfDict | undefined,
  number: number,
  widgets: ReadonlySet<number>,
): Promise<Region[]> {
  const regions: Region[] = []
  for (const item of asArray(await get(pdf, page, 'Annots', before)) ?? []) {
    if (widgets.has(asRef(item)?.num ?? -1)) continue
    const where = { page: number, ...(await paintsOf(pdf, item, before)) }
    regions.push({ start: item, where, judge: () => ['annotation-changed', 'annotate'] })
  }
  return regions
}
