import { asDict, asInteger, asStream, get, loadObject } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'
import type { ChangeCode, ChangeLevel } from './change'
import { differingKeys } from './equal'
import { isEquivalent } from './equivalent'
import type { Forms } from './form'
import { isPage, pageNumbers } from './reach'
import { report, typeOf } from './step'
import type { Step, Touched } from './step'

/** Of a page, what is compared elsewhere or shows nothing. */
const QUIET = new Map<string, readonly [ChangeCode, ChangeLevel]>([
  ['LastModified', ['metadata', 'archive']],
  ['PieceInfo', ['metadata', 'archive']],
  ['Metadata', ['metadata', 'archive']],
  ['StructParents', ['structure-tree', 'structure']],
  ['Tabs', ['tab-order', 'prepare']],
])

/** The other keys of ISO 32000-2 table 31; any further one is private to its writer. */
const MEANT: ReadonlySet<string> = new Set([
  ...['Type', 'Resources', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'BoxColorInfo', 'Contents'],
  ...['Rotate', 'Group', 'Thumb', 'B', 'Dur', 'Trans', 'AA', 'ID', 'PZ', 'SeparationInfo', 'TemplateInstantiated'],
  ...['PresSteps', 'UserUnit', 'VP', 'AF', 'OutputIntents', 'DPart', 'Kids', 'Count', 'FT', 'T', 'Subtype'],
])

/** What pages inherit from the nodes above them (ISO 32000-2 section 7.7.3.4). */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const

/**
 * What is reachable without passing a form or an annotation may not change; of a page only its list of annotations.
 * Returns the object numbers of the pages that were written again.
 */
export async function compareCore(step: Step, { old }: Forms): Promise<Set<number>> {
  const pages = new Set<number>()
  const fields = new Set(old.fields.flatMap(({ num, widgets }) => (num === undefined ? widgets : [num, ...widgets])))
  let tree = false
  for (const [num, touched] of [...step.touched]) {
    if (!step.reach.core.has(num) || (fields.has(num) && isField(touched.old))) continue
    step.touched.delete(num)
    if (isPage(touched.old)) {
      pages.add(num)
      await comparePage(step, num, touched)
    } else if (isNode(touched.old)) tree = (await compareNode(step, touched)) || tree
    else if (!(await isEquivalent(step, touched.old, touched.now)))
      report(step, 'content-changed', 'other', { object: num })
  }
  if (tree) await comparePageTree(step)
  return pages
}

/** A field that an action of the document names is compared with the form. */
function isField(value: PdfObject): boolean {
  const kind = typeOf(value)
  return asStream(value) === undefined && (kind === undefined || kind === 'Annot')
}

function isNode(value: PdfObject): boolean {
  const kind = typeOf(value)
  const keys = asDict(value)?.entries
  return kind === 'Pages' || (kind === undefined && keys?.has('Kids') === true && keys.has('Count'))
}

async function comparePage(step: Step, num: number, { old, now }: Touched): Promise<void> {
  const page = (await pageNumbers(step.pdf, step.before)).indexOf(num) + 1
  const [was, is] = [asDict(old), asDict(now)]
  for (const key of differingKeys(was, is)) {
    if (key === 'Annots' || (await isEquivalent(step, was?.entries.get(key), is?.entries.get(key)))) continue
    const quiet = QUIET.get(key)
    if (quiet !== undefined) report(step, quiet[0], quiet[1], { page })
    else if (key === 'Parent' || isInherited(key)) await compareInherited(step, num, page)
    else if (!MEANT.has(key)) report(step, 'private-data', 'archive', { page, key })
    else report(step, key === 'Contents' ? 'page-content-changed' : 'page-changed', 'other', { page, key })
  }
}

function isInherited(key: string): boolean {
  return INHERITED.some((one) => one === key)
}

/** An attribute may be written at the page instead of above it and the other way round, as long as it stays what it is. */
async function compareInherited(step: Step, num: number, page: number): Promise<void> {
  const was = await effective(step.pdf, num, step.before)
  const is = await effective(step.pdf, num, step.after)
  for (const key of INHERITED) {
    if (await isEquivalent(step, was.get(key), is.get(key))) continue
    if (isFull(key, was.get(key), is.get(key))) continue
    report(step, key === 'Resources' ? 'page-content-changed' : 'page-changed', 'other', { page, key })
  }
}

/** Not turned is what a page is that says nothing of it. */
function isFull(key: string, was: PdfObject | undefined, is: PdfObject | undefined): boolean {
  return key === 'Rotate' && (was ?? 0) === (is ?? 0)
}

const MAX_LEVELS = 64

async function effective(pdf: Pdf, num: number, at: Revision): Promise<Map<string, PdfObject>> {
  const found = new Map<string, PdfObject>()
  let dict: PdfDict | undefined = asDict(await loadObject(pdf, num, at))
  for (let level = 0; dict !== undefined && level < MAX_LEVELS; level++) {
    for (const key of INHERITED) {
      const value = dict.entries.get(key)
      if (!found.has(key) && value !== undefined && value !== null) found.set(key, value)
    }
    dict = asDict(await get(pdf, dict, 'Parent', at))
  }
  return found
}

/** Whether a node of the page tree changed in more than what its writer keeps there for itself. */
async function compareNode(step: Step, { old, now }: Touched): Promise<boolean> {
  const [was, is] = [asDict(old), asDict(now)]
  let matters = false
  for (const key of differingKeys(was, is)) {
    if (await isEquivalent(step, was?.entries.get(key), is?.entries.get(key))) continue
    if (key === 'Type' || key === 'Kids' || key === 'Count' || key === 'Parent' || isInherited(key)) matters = true
    else report(step, 'private-data', 'archive', { key })
  }
  return matters
}

async function comparePageTree(step: Step): Promise<void> {
  const [old, now] = [await pageNumbers(step.pdf, step.before), await pageNumbers(step.pdf, step.after)]
  const [were, are] = [new Set(old), new Set(now)]
  const removed = old.findIndex((num) => !are.has(num))
  const added = now.findIndex((num) => !were.has(num))
  if (removed >= 0) report(step, 'page-removed', 'other', { page: removed + 1 })
  if (added >= 0) report(step, 'page-added', 'other', { page: added + 1 })
  if (removed >= 0 || added >= 0) return
  const sameOrder = old.length === now.length && old.every((num, i) => num === now[i])
  if (!sameOrder || !(await countsRight(step, now.length))) report(step, 'page-order-changed', 'other')
  else report(step, 'page-tree', 'archive')
  for (const [i, num] of old.entries()) await compareInherited(step, num, i + 1)
}

/** Readers that go by the count show fewer pages where it is too small. */
async function countsRight({ pdf, before, after }: Step, pages: number): Promise<boolean> {
  const counted = async (at: Revision): Promise<number | undefined> => {
    const root = asDict(await get(pdf, asDict(await get(pdf, at.trailer, 'Root', at)), 'Pages', at))
    return asInteger(await get(pdf, root, 'Count', at))
  }
  const is = await counted(after)
  return is === pages || is === (await counted(before))
}
