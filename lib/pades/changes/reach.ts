import { asArray, asDict, asName, asRef, asStream, get, loadObject, PdfFault } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'
import type { Form } from '../form-tree'

/**
 * What a signed document shows and does: `core` is everything reachable from the catalog except through the places where
 * later revisions may add something (`walled`). Both also hold numbers that are referred to but not defined, because
 * defining them later changes what was signed. They only grow, so that an object once protected stays so.
 */
export type Reach = {
  readonly core: Set<number>
  readonly walled: Set<number>
  budget: number
  /** Object streams in use by the revisions before `upTo`. */
  readonly containers: { readonly nums: Set<number>; upTo: number }
  /** The form of the revision with this index, read last: the next comparison begins with it. */
  form: { readonly of: number; readonly form: Form } | undefined
}

/**
 * The keys of the catalog (ISO 32000-2 table 29) that say what a document shows and does. All others lead into the walled
 * part: form, security store, metadata, structure, and what a writer keeps there for itself.
 */
export const CATALOG_CORE: ReadonlySet<string> = new Set([
  ...['Type', 'Pages', 'PageLabels', 'Names', 'Dests', 'ViewerPreferences', 'PageLayout', 'PageMode', 'Outlines'],
  ...['Threads', 'OpenAction', 'AA', 'URI', 'SpiderInfo', 'OutputIntents', 'OCProperties', 'Legal', 'Requirements'],
  ...['Collection', 'NeedsRendering', 'AF', 'DPartRoot'],
])
const PAGE_WALLS: ReadonlySet<string> = new Set(['Annots', 'Metadata', 'PieceInfo'])
/** An outline item's structure element, a destination's, and the fields or annotations that an action names. */
const OUTLINE_WALLS: ReadonlySet<string> = new Set(['SE'])
const ACTION_WALLS: ReadonlySet<string> = new Set(['SD', 'T', 'TA', 'Fields', 'AN', 'Annotation'])
const ACTIONS: ReadonlySet<string> = new Set([
  ...['GoTo', 'Hide', 'ResetForm', 'SubmitForm', 'Rendition', 'Movie', 'GoTo3DView', 'RichMediaExecute'],
])
const NO_WALLS: ReadonlySet<string> = new Set()
const BACKWARD: ReadonlySet<string> = new Set(['Parent', 'P', 'Pg', 'Popup', 'Dest', 'Obj'])
const MAX_VISITS = 3_000_000

export function newReach(): Reach {
  return {
    core: new Set(),
    walled: new Set(),
    budget: MAX_VISITS,
    containers: { nums: new Set(), upTo: 0 },
    form: undefined,
  }
}

type Walk = {
  readonly pdf: Pdf
  readonly at: Revision
  readonly reach: Reach
  readonly core: PdfObject[]
  readonly walled: PdfObject[]
  readonly root: number | undefined
}

/** Everything reachable as of a revision, from its catalog and the objects given; known objects are visited again only if given. */
export async function extendReach(pdf: Pdf, at: Revision, reach: Reach, changed: readonly number[]): Promise<void> {
  const root = at.trailer.entries.get('Root') ?? null
  const walk: Walk = { pdf, at, reach, core: [], walled: [], root: asRef(root)?.num }
  if (walk.root === undefined) scan(walk, root, 'core')
  else if (!reach.core.has(walk.root)) walk.core.push(root)
  for (const num of changed) {
    if (reach.core.has(num)) scan(walk, await spend(walk, num), 'core', num)
    else if (reach.walled.has(num)) scan(walk, await spend(walk, num), 'walled', num)
  }
  await drain(walk)
}

async function drain(walk: Walk): Promise<void> {
  for (let next = walk.core.pop(); next !== undefined; next = walk.core.pop()) await follow(walk, next, 'core')
  for (let next = walk.walled.pop(); next !== undefined; next = walk.walled.pop()) await follow(walk, next, 'walled')
}

async function follow(walk: Walk, value: PdfObject, side: 'core' | 'walled'): Promise<void> {
  const num = asRef(value)?.num
  if (num === undefined || walk.reach.core.has(num) || (side === 'walled' && walk.reach.walled.has(num))) return
  walk.reach[side].add(num)
  scan(walk, await spend(walk, num), side, num)
}

async function spend(walk: Walk, num: number): Promise<PdfObject> {
  if (walk.reach.budget-- <= 0) throw new PdfFault('too-complex', 'comparison of revisions')
  return loadObject(walk.pdf, num, walk.at)
}

/** Puts every reference inside a value on its list. */
function scan(walk: Walk, value: PdfObject, side: 'core' | 'walled', num?: number): void {
  if (value === null || typeof value !== 'object') return
  if (value.type === 'ref') walk[side].push(value)
  else if (value.type === 'array') for (const item of value.items) scan(walk, item, side)
  else scanDict(walk, value, side, num)
}

function scanDict(walk: Walk, value: PdfObject, side: 'core' | 'walled', num: number | undefined): void {
  const dict = asDict(value)
  if (dict === undefined) return
  const walls = side === 'core' ? wallsOf(walk, value, num) : NO_WALLS
  const forward = [...dict.entries].filter(([key]) => side === 'core' || !BACKWARD.has(key))
  for (const [key, item] of forward) scan(walk, item, walls.has(key) ? 'walled' : side)
}

function wallsOf({ root }: Walk, value: PdfObject, num: number | undefined): ReadonlySet<string> {
  const keys = asDict(value)?.entries ?? NO_ENTRIES
  if (num !== undefined && num === root) return new Set([...keys.keys()].filter(isWalled))
  if (isPage(value)) return PAGE_WALLS
  return asStream(value) === undefined ? wallsOfPart(keys) : NO_WALLS
}

const NO_ENTRIES: PdfDict['entries'] = new Map()

function wallsOfPart(keys: PdfDict['entries']): ReadonlySet<string> {
  if (keys.has('Title') && keys.has('Parent')) return OUTLINE_WALLS
  return isAction(keys) ? ACTION_WALLS : NO_WALLS
}

function isAction(keys: PdfDict['entries']): boolean {
  return keys.has('SD') || ACTIONS.has(asName(keys.get('S')) ?? '')
}

const isWalled = (key: string) => !CATALOG_CORE.has(key)

/** A page is a dictionary of that type; some writers leave the type out. */
export function isPage(value: PdfObject): boolean {
  const dict = asStream(value) === undefined ? asDict(value) : undefined
  if (dict === undefined || dict.entries.has('Type')) return asName(dict?.entries.get('Type')) === 'Page'
  return dict.entries.has('Parent') && dict.entries.has('Annots')
}

/** The object numbers reachable from a value without entering `stop` or going back to pages and parents. */
export async function numbersFrom(
  { pdf, at, reach }: { pdf: Pdf; at: Revision; reach: Reach },
  start: PdfObject | undefined,
): Promise<Set<number>> {
  const inner: Reach = { ...reach, walled: new Set() }
  const walk: Walk = { pdf, at, reach: inner, core: [], walled: [], root: undefined }
  scan(walk, start ?? null, 'walled')
  await drain(walk)
  reach.budget = inner.budget
  return inner.walled
}

/** The page tree in order, as object numbers; pages are indirect objects (ISO 32000-2 section 7.7.3). */
export async function pageNumbers(pdf: Pdf, at: Revision): Promise<number[]> {
  const root = asDict(await get(pdf, at.trailer, 'Root', at))
  const pages: number[] = []
  const visited = new Set<number>()
  const stack = numbersIn([root?.entries.get('Pages') ?? null])
  for (let num = stack.pop(); num !== undefined; num = stack.pop()) {
    if (visited.has(num)) continue
    visited.add(num)
    const dict = asDict(await loadObject(pdf, num, at))
    const kids = asArray(await get(pdf, dict, 'Kids', at))
    if (kids !== undefined) stack.push(...numbersIn(kids).reverse())
    else if (dict !== undefined) pages.push(num)
  }
  return pages
}

function numbersIn(items: readonly PdfObject[]): number[] {
  return items.flatMap((item) => asRef(item)?.num ?? [])
}
