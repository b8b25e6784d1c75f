import { asArray, asDict, asName, asRef, get, loadObject, resolve } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'
import type { Field } from '../form-tree'
import { sameValue } from './equal'
import { isEquivalent } from './equivalent'
import type { Forms } from './form'
import { pageNumbers } from './reach'
import { coveredShare, isVisible } from './rectangle'
import { report } from './step'
import type { Step, Where } from './step'

type Lists = { page: number; was: readonly PdfObject[]; is: readonly PdfObject[] }

/** Names the annotations that came, went or changed; widgets are accounted for with their fields. */
export async function compareAnnotations(step: Step, forms: Forms, pages: ReadonlySet<number>): Promise<void> {
  const [old, now] = [widgetsOf(forms.old.fields), widgetsOf(forms.now.fields)]
  const fieldOf = (item: PdfObject, widgets: Map<number, Field>) => widgets.get(asRef(item)?.num ?? -1)
  for (const lists of await changedLists(step, pages)) {
    const [gone, come] = await withoutRenumbered(step, missing(lists.was, lists.is), missing(lists.is, lists.was))
    for (const item of gone) reportGone(step, lists.page, fieldOf(item, old))
    for (const item of come) await reportAdded(step, lists, item, fieldOf(item, now))
    const moved = gone.length + come.length === 0 && !sameOrder(lists)
    if (moved) report(step, 'annotation-changed', 'annotate', { page: lists.page })
  }
}

const MOST_PAIRS = 100

/** An annotation under another number that is all the same neither went nor came. */
async function withoutRenumbered(
  step: Step,
  gone: readonly PdfObject[],
  come: readonly PdfObject[],
): Promise<[PdfObject[], PdfObject[]]> {
  const [rest, fresh] = [[...gone], [...come]]
  if (gone.length * come.length > MOST_PAIRS) return [rest, fresh]
  for (const item of gone) {
    for (const other of fresh) {
      if (!(await isEquivalent(step, item, other))) continue
      rest.splice(rest.indexOf(item), 1)
      fresh.splice(fresh.indexOf(other), 1)
      break
    }
  }
  return [rest, fresh]
}

function widgetsOf(fields: readonly Field[]): Map<number, Field> {
  return new Map(fields.flatMap((field) => field.widgets.map((num) => [num, field] as const)))
}

function missing(from: readonly PdfObject[], other: readonly PdfObject[]): PdfObject[] {
  return from.filter((item) => !other.some((candidate) => sameValue(item, candidate)))
}

function sameOrder({ was, is }: Lists): boolean {
  return was.length === is.length && was.every((item, i) => sameValue(item, is[i] ?? null))
}

function reportGone(step: Step, page: number, field: Field | undefined): void {
  if (field === undefined) report(step, 'annotation-removed', 'annotate', { page })
  else report(step, 'annotation-removed', 'other', { page, field: field.name })
}

async function reportAdded(step: Step, { page, was }: Lists, item: PdfObject, field: Field | undefined): Promise<void> {
  const { pdf, after } = step
  const visible = await isVisible(pdf, item, after)
  const share = visible ? await coveredShare(pdf, after, item, was) : 0
  if (field?.kind === 'Sig') {
    if (visible) reportPlaced(step, { page, field: field.name, ...(await looksOf(pdf, item, after)) }, share)
  } else if (field !== undefined) report(step, 'annotation-added', 'other', { page, field: field.name })
  else {
    const code = share > 0 ? 'annotation-overlap' : 'annotation-added'
    report(step, code, 'annotate', { page, ...(visible ? await paintsOf(pdf, item, after) : {}) })
  }
}

/** Signatures over one another are common where nobody certified the page: worth a warning, no more. */
function reportPlaced(step: Step, where: Where, share: number): void {
  report(step, 'signature-placed', 'sign', where)
  if (share > 0) report(step, 'annotation-overlap', 'sign', where)
}

/** A widget paints when it has an appearance, or characteristics that a viewer draws one from. */
async function looksOf(pdf: Pdf, item: PdfObject, at: Revision): Promise<{ paints?: true }> {
  const widget = asDict(await resolve(pdf, item, at))
  const characteristics = asDict(await get(pdf, widget, 'MK', at))
  const paints =
    widget?.entries.has('AP') === true || ['BG', 'BC', 'CA', 'I'].some((key) => characteristics?.entries.has(key))
  return paints ? { paints } : {}
}

/** Kinds that show a text or picture of their maker's choice on the page, or a field that is in no form. */
const PAINTING: ReadonlySet<string> = new Set([
  ...[
    'FreeText',
    'Stamp',
    'Redact',
    'Watermark',
    'Widget',
    'Screen',
    'Movie',
    '3D',
    'RichMedia',
    'PrinterMark',
    'TrapNet',
  ],
])

/** Marks an annotation of a kind that shows a text or picture of its maker's choice on the page. */
export async function paintsOf(pdf: Pdf, item: PdfObject, at: Revision): Promise<{ paints?: true }> {
  const kind = asName(await get(pdf, asDict(await resolve(pdf, item, at)), 'Subtype', at))
  return PAINTING.has(kind ?? '') ? { paints: true } : {}
}

/** The pages whose list of annotations may differ; annotations written again are reported on the way. */
async function changedLists(step: Step, pages: ReadonlySet<number>): Promise<Lists[]> {
  const everywhere = step.touched.size > 0
  if (!everywhere && pages.size === 0) return []
  const lists: Lists[] = []
  for (const [i, num] of (await pageNumbers(step.pdf, step.before)).entries()) {
    if (everywhere || pages.has(num)) lists.push(...(await listsOf(step, i + 1, num, pages.has(num))))
  }
  return lists
}

async function listsOf(step: Step, page: number, num: number, rewritten: boolean): Promise<Lists[]> {
  const was = await annotationsOf(step, num, 'before')
  const is = await annotationsOf(step, num, 'after')
  for (const item of was.items) await reportChanged(step, page, item)
  const touched = [was.list, is.list].filter((list) => list !== undefined && step.touched.delete(list))
  return touched.length > 0 || rewritten ? [{ page, was: was.items, is: is.items }] : []
}

async function annotationsOf(
  step: Step,
  num: number,
  when: 'before' | 'after',
): Promise<{ items: readonly PdfObject[]; list: number | undefined }> {
  const page: PdfDict | undefined = asDict(await loadObject(step.pdf, num, step[when]))
  const items = asArray(await get(step.pdf, page, 'Annots', step[when])) ?? []
  return { items, list: asRef(page?.entries.get('Annots'))?.num }
}

async function reportChanged(step: Step, page: number, item: PdfObject): Promise<void> {
  const num = asRef(item)?.num
  if (num === undefined || !step.touched.delete(num)) return
  report(step, 'annotation-changed', 'annotate', { page, ...(await paintsOf(step.pdf, item, step.after)) })
}
