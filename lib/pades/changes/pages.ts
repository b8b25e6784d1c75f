import { array, asDict, asInteger, asStream, get, loadObject } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'
import type { ChangeCode, ChangeLevel } from './change'
import { differingKeys, sameValue } from './equal'
import { isEquivalent, isEquivalentEntry } from './equivalent'
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
  const isOthers = (num: number, value: PdfObject) => fields.has(num) && isField(value)
  const core = [...step.touched].filter(([num, { old: was }]) => step.reach.core.has(num) && !isOthers(num, was))
  let tree = false
  for (const [num, touched] of core) {
    step.touched.delete(num)
    if (isPage(touched.old)) pages.add(num)
    if (isPage(touched.old)) await comparePage(step, num, touched)
    else if (isNode(touched.old)) tree = (await compareNode(step, touched)) || tree
    else await compareContent(step, num, touched)
  }
  if (tree) await comparePageTree(step)
  return pages
}

async function compareContent(step: Step, num: number, { old, now }: Touched): Promise<void> {
  if (!(await isEquivalent(step, old, now))) report(step, 'content-changed', 'other', { object: num })
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
    if (key === 'Annots' || (await isEquivalentEntry(step, was, is, key))) continue
    if (key === 'Parent' || isInherited(key)) await compareInherited(step, num, page)
    else report(step, ...judgePageKey(key), QUIET.has(key) ? { page } : { page, key })
  }
}

function judgePageKey(key: string): readonly [ChangeCode, ChangeLevel] {
  const quiet = QUIET.get(key)
  if (quiet !== undefined) return quiet
  if (!MEANT.has(key)) return ['private-data', 'archive']
  return [key === 'Contents' ? 'page-content-changed' : 'page-changed', 'other']
}

function isInherited(key: string): boolean {
  return INHERITED.some((inheritable) => inheritable === key)
}

/** An attribute may be written at the page instead of above it and the other way round, as long as it stays what it is. */
async function compareInherited(step: Step, num: number, page: number): Promise<void> {
  const was = await effective(step.pdf, num, step.before)
  const is = await effective(step.pdf, num, step.after)
  for (const key of INHERITED) {
    if (isUpright(key, was, is) || (await isEquivalent(step, was.get(key), is.get(key)))) continue
    report(step, key === 'Resources' ? 'page-content-changed' : 'page-changed', 'other', { page, key })
  }
}

type Attributes = ReadonlyMap<string, PdfObject>

/** Not turned is what a page is that says nothing of it. */
function isUpright(key: string, was: Attributes, is: Attributes): boolean {
  return key === 'Rotate' && (was.get(key) ?? 0) === (is.get(key) ?? 0)
}

const MAX_LEVELS = 64

async function effective(pdf: Pdf, num: number, at: Revision): Promise<Map<string, PdfObject>> {
  const attributes = new Map<string, PdfObject>()
  let dict: PdfDict | undefined = asDict(await loadObject(pdf, num, at))
  for (let level = 0; dict !== undefined && level < MAX_LEVELS; level++) {
    for (const key of INHERITED) {
      const value = dict.entries.get(key)
      if (!attributes.has(key) && value !== undefined && value !== null) attributes.set(key, value)
    }
    dict = asDict(await get(pdf, dict, 'Parent', at))
  }
  return attributes
}

const NODE_KEYS: ReadonlySet<string> = new Set(['Type', 'Kids', 'Count', 'Parent'])

/** Whether a node of the page tree changed in more than what its writer keeps there for itself. */
async function compareNode(step: Step, { old, now }: Touched): Promise<boolean> {
  const [was, is] = [asDict(old), asDict(now)]
  let matters = false
  for (const key of differingKeys(was, is)) {
    if (await isEquivalentEntry(step, was, is, key)) continue
    if (NODE_KEYS.has(key) || isInherited(key)) matters = true
    else report(step, 'private-data', 'archive', { key })
  }
  return matters
}

async function comparePageTree(step: Step): Promise<void> {
  const [old, now] = [await pageNumbers(step.pdf, step.before), await pageNumbers(step.pdf, step.after)]
  const [removed, added] = [firstMissing(old, now), firstMissing(now, old)]
  if (removed > 0) report(step, 'page-removed', 'other', { page: removed })
  if (added > 0) report(step, 'page-added', 'other', { page: added })
  if (removed > 0 || added > 0) return
  if (sameValue(array(old), array(now)) && (await countsRight(step, now.length))) report(step, 'page-tree', 'archive')
  else report(step, 'page-order-changed', 'other')
  for (const [i, num] of old.entries()) await compareInherited(step, num, i + 1)
}

/** The place (from 1) of the first page that the others do not have, 0 when they have all. */
function firstMissing(pages: readonly number[], others: readonly number[]): number {
  const otherNumbers = new Set(others)
  return pages.findIndex((num) => !otherNumbers.has(num)) + 1
}

/** Readers that go by the count show fewer pages where it is too small. */
async function countsRight({ pdf, before, after }: Step, pages: number): Promise<boolean> {
  const countPages = async (at: Revision): Promise<number | undefined> => {
    const root = asDict(await get(pdf, asDict(await get(pdf, at.trailer, 'Root', at)), 'Pages', at))
    return asInteger(await get(pdf, root, 'Count', at))
  }
  const is = await countPages(after)
  return is === pages || is === (await countPages(before))
}
