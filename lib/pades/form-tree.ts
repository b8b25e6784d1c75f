import { asArray, asDict, asName, asRef, asString, get, loadObject, PdfFault, resolve, textOf } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'

/** A terminal form field as it stands in a revision: its full name, inherited type and value; `widgets` are object numbers. */
export type Field = {
  readonly name: string
  readonly kind: string | undefined
  readonly dict: PdfDict
  readonly num: number | undefined
  readonly value: PdfObject
  readonly widgets: readonly number[]
}

/** A field above others. */
export type Inner = { readonly name: string; readonly dict: PdfDict }

/** A field at the top with all below it; `nums` are the objects it was read from, signature dictionaries included. */
type Root = {
  readonly fields: readonly Field[]
  readonly inner: ReadonlyMap<number, Inner>
  readonly nums: ReadonlySet<number>
  readonly isReusable: boolean
}

/** The terminal fields of a form, and the fields above them by object number. */
export type Form = {
  readonly fields: readonly Field[]
  readonly inner: ReadonlyMap<number, Inner>
  /** The fields at the top, so that for the next revision only those are read that it wrote. */
  readonly roots: ReadonlyMap<number, Root>
}

const MAX_FIELDS = 50_000
const MAX_KIDS = 200_000
const MAX_SIGNATURES = 500
const MAX_DEPTH = 32
/** What a field costs that is taken over as it was. */
const TAKEN_OVER = 16

type Walk = {
  readonly pdf: Pdf
  readonly at: Revision
  readonly visited: Set<number>
  fields: Field[]
  inner: Map<number, Inner>
  /** The values of signature fields: object numbers, or the field where the value stands in it. */
  readonly signed: Set<number | Field>
  /** Kids that may still be looked at; lists may be shared. */
  kidsLeft: number
  /** Part of a field stands in an object of its own that is no field: it is read again each time. */
  isScattered: boolean
}
type Inherited = { name: string; kind: string | undefined; value: PdfObject; depth: number }

const TOP: Inherited = { name: '', kind: undefined, value: null, depth: 0 }

/**
 * All terminal fields of the interactive form (ISO 32000-2 section 12.7.4), each reachable object once. `before` is the form
 * of the revision before: what this one did not write is taken over from there.
 */
export async function readForm(pdf: Pdf, at: Revision, before?: Form): Promise<Form> {
  const root = asDict(await get(pdf, at.trailer, 'Root', at))
  const form = asDict(await get(pdf, root, 'AcroForm', at))
  const items = asArray(await get(pdf, form, 'Fields', at)) ?? []
  const keptFields = keptRoots(at, before)
  const walk: Walk = {
    ...{ pdf, at, visited: new Set(), fields: [], inner: new Map(), signed: new Set() },
    ...{ kidsLeft: MAX_KIDS, isScattered: false },
  }
  const all: Root[] = []
  const roots = new Map<number, Root>()
  for (const item of items) {
    const num = asRef(item)?.num ?? 0
    const keptField = keptFields.get(num)
    const root = keptField === undefined ? await readRoot(walk, item) : takenOver(walk, keptField)
    all.push(root)
    if (num > 0 && !roots.has(num)) roots.set(num, root)
  }
  return { fields: all.flatMap(({ fields }) => fields), inner: new Map(all.flatMap(({ inner }) => [...inner])), roots }
}

/** The fields of the revision before that this one did not write. */
function keptRoots(at: Revision, before: Form | undefined): ReadonlyMap<number, Root> {
  if (before === undefined) return new Map()
  const written = new Set(at.entries.nums)
  return new Map([...before.roots].filter(([, root]) => root.isReusable && !meets(root.nums, written)))
}

function meets(nums: ReadonlySet<number>, written: ReadonlySet<number>): boolean {
  const [few, many] = nums.size < written.size ? [nums, written] : [written, nums]
  for (const num of few) if (many.has(num)) return true
  return false
}

function takenOver(walk: Walk, root: Root): Root {
  walk.pdf.source.spend?.(root.nums.size * TAKEN_OVER)
  for (const num of root.nums) walk.visited.add(num)
  for (const field of root.fields) countSignature(walk, field)
  return root
}

async function readRoot(walk: Walk, item: PdfObject): Promise<Root> {
  const before = new Set(walk.visited)
  Object.assign(walk, { fields: [], inner: new Map(), isScattered: false })
  await visit(walk, item, TOP)
  const values = walk.fields.flatMap(({ kind, value }) => (kind === 'Sig' ? (asRef(value)?.num ?? []) : []))
  const nums = [...walk.visited].filter((num) => !before.has(num))
  const widgets = walk.fields.flatMap((field) => field.widgets)
  const all = new Set([...nums, ...widgets, ...values])
  return { fields: walk.fields, inner: walk.inner, nums: all, isReusable: !walk.isScattered }
}

async function visit(walk: Walk, node: PdfObject, from: Inherited): Promise<void> {
  const num = asRef(node)?.num
  if (num !== undefined && walk.visited.has(num)) return
  if (num !== undefined) await enter(walk, num)
  const dict = asDict(await resolve(walk.pdf, node, walk.at))
  if (from.depth > MAX_DEPTH || walk.fields.length >= MAX_FIELDS) throw new PdfFault('too-complex', 'form')
  if (dict !== undefined) await visitField(walk, dict, num, from)
}

async function enter(walk: Walk, num: number): Promise<void> {
  walk.visited.add(num)
  if (asRef(await loadObject(walk.pdf, num, walk.at)) !== undefined) walk.isScattered = true
}

async function visitField(walk: Walk, dict: PdfDict, num: number | undefined, from: Inherited): Promise<void> {
  const own = await inherit(walk, dict, from)
  if (['T', 'FT', 'Kids'].some((key) => asRef(dict.entries.get(key)) !== undefined)) walk.isScattered = true
  const kids = asArray(await get(walk.pdf, dict, 'Kids', walk.at)) ?? []
  walk.kidsLeft -= kids.length
  if (walk.kidsLeft < 0) throw new PdfFault('too-complex', 'form')
  const fields = await Promise.all(kids.map((kid) => isField(walk, kid)))
  if (!fields.some(Boolean)) {
    addField(walk, terminal(own, dict, num, kids))
    return
  }
  if (num !== undefined) walk.inner.set(num, { name: own.name, dict })
  for (const kid of kids) await visit(walk, kid, own)
}

function addField(walk: Walk, field: Field): void {
  walk.fields.push(field)
  countSignature(walk, field)
}

/** Signatures beyond all use are refused while they are counted, not when all have been read. */
function countSignature({ signed }: Walk, field: Field): void {
  if (field.kind !== 'Sig' || field.value === null) return
  signed.add(asRef(field.value)?.num ?? field)
  if (signed.size > MAX_SIGNATURES) throw new PdfFault('too-complex', `more than ${String(MAX_SIGNATURES)} signatures`)
}

function terminal(
  { name, kind, value }: Inherited,
  dict: PdfDict,
  num: number | undefined,
  kids: readonly PdfObject[],
): Field {
  const widgets = kids.length === 0 ? [num] : kids.map((kid) => asRef(kid)?.num)
  return { name, kind, dict, num, value, widgets: widgets.filter((widget) => widget !== undefined) }
}

/** A kid with a partial name is a field; one without is only a widget of its parent. */
async function isField(walk: Walk, kid: PdfObject): Promise<boolean> {
  return asDict(await resolve(walk.pdf, kid, walk.at))?.entries.has('T') ?? false
}

async function inherit(walk: Walk, dict: PdfDict, from: Inherited): Promise<Inherited> {
  const partial = asString(await get(walk.pdf, dict, 'T', walk.at))
  const kind = asName(await get(walk.pdf, dict, 'FT', walk.at)) ?? from.kind
  const text = partial === undefined ? undefined : textOf(partial)
  const name = [from.name, text].filter((part) => part !== undefined && part !== '').join('.')
  return { name, kind, value: dict.entries.get('V') ?? from.value, depth: from.depth + 1 }
}
