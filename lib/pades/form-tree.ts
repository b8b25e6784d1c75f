import { asArray, asDict, asInteger, asName, asRef, asString, get, PdfFault, resolve, textOf } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, PdfString, Revision } from '@/lib/pdf'

/** A terminal form field as it stands in a revision: its full name, inherited type and value; `widgets` are object numbers. */
export type Field = {
  readonly name: string
  readonly kind: string | undefined
  readonly dict: PdfDict
  readonly num: number | undefined
  readonly value: PdfObject
  readonly widgets: readonly number[]
}

/** The terminal fields of a form, and the object numbers of the fields above them. */
export type Form = { readonly fields: readonly Field[]; readonly inner: ReadonlyMap<number, string> }

const MAX_FIELDS = 50_000
const MAX_KIDS = 200_000
const MAX_SIGNATURES = 500
const MAX_DEPTH = 32

type Walk = {
  readonly pdf: Pdf
  readonly at: Revision
  readonly seen: Set<number>
  readonly found: Field[]
  readonly inner: Map<number, string>
  /** The values of signature fields: object numbers, or the field where the value stands in it. */
  readonly signed: Set<number | Field>
  /** Kids that may still be looked at; lists may be shared. */
  left: number
}
type Inherited = { name: string; kind: string | undefined; value: PdfObject; depth: number }

/** All terminal fields of the interactive form (ISO 32000-2 section 12.7.4), each reachable object once. */
export async function readForm(pdf: Pdf, at: Revision): Promise<Form> {
  const root = asDict(await get(pdf, at.trailer, 'Root', at))
  const form = asDict(await get(pdf, root, 'AcroForm', at))
  const walk: Walk = { pdf, at, seen: new Set(), found: [], inner: new Map(), signed: new Set(), left: MAX_KIDS }
  const roots = asArray(await get(pdf, form, 'Fields', at)) ?? []
  for (const field of roots) await visit(walk, field, { name: '', kind: undefined, value: null, depth: 0 })
  return { fields: walk.found, inner: walk.inner }
}

async function visit(walk: Walk, node: PdfObject, from: Inherited): Promise<void> {
  const num = asRef(node)?.num
  if (num !== undefined && walk.seen.has(num)) return
  if (num !== undefined) walk.seen.add(num)
  const dict = asDict(await resolve(walk.pdf, node, walk.at))
  if (from.depth > MAX_DEPTH || walk.found.length >= MAX_FIELDS) throw new PdfFault('too-complex', 'form')
  if (dict !== undefined) await visitField(walk, dict, num, from)
}

async function visitField(walk: Walk, dict: PdfDict, num: number | undefined, from: Inherited): Promise<void> {
  const own = await inherit(walk, dict, from)
  const kids = asArray(await get(walk.pdf, dict, 'Kids', walk.at)) ?? []
  walk.left -= kids.length
  if (walk.left < 0) throw new PdfFault('too-complex', 'form')
  const fields = await Promise.all(kids.map((kid) => isField(walk, kid)))
  if (!fields.some(Boolean)) {
    addField(walk, terminal(own, dict, num, kids))
    return
  }
  if (num !== undefined) walk.inner.set(num, own.name)
  for (const kid of kids) await visit(walk, kid, own)
}

/** Signatures beyond all use are refused while they are counted, not when all have been read. */
function addField({ found, signed }: Walk, field: Field): void {
  found.push(field)
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
  return { name, kind, dict, num, value, widgets: widgets.filter((one) => one !== undefined) }
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

/** A signature dictionary (ISO 32000-2 table 255) and the field names that point to it. */
export type SignatureDictionary = {
  readonly fields: readonly string[]
  readonly field: Field
  readonly dict: PdfDict
  readonly num: number | undefined
  readonly kind: 'signature' | 'timestamp'
  readonly subFilter: string | undefined
  readonly byteRange: readonly number[] | undefined
  readonly contents: PdfString | undefined
}

/** Every signature of a revision, and the names of signature fields that hold none. */
export async function signaturesOf(
  pdf: Pdf,
  at: Revision,
): Promise<{ signed: SignatureDictionary[]; unsigned: Field[]; fields: readonly Field[] }> {
  const { fields } = await readForm(pdf, at)
  const signed = new Map<number | Field, SignatureDictionary & { readonly fields: string[] }>()
  const unsigned: Field[] = []
  for (const field of fields.filter((one) => one.kind === 'Sig')) {
    const dict = asDict(await resolve(pdf, field.value, at))
    if (dict === undefined) {
      unsigned.push(field)
      continue
    }
    const key = asRef(field.value)?.num ?? field
    const known = signed.get(key)
    if (known === undefined) signed.set(key, { ...(await signatureOf(pdf, at, field, dict)), fields: [field.name] })
    else known.fields.push(field.name)
  }
  return { signed: [...signed.values()], unsigned, fields }
}

async function signatureOf(
  pdf: Pdf,
  at: Revision,
  field: Field,
  dict: PdfDict,
): Promise<Omit<SignatureDictionary, 'fields'>> {
  const subFilter = asName(await get(pdf, dict, 'SubFilter', at))
  const type = asName(await get(pdf, dict, 'Type', at))
  const range = asArray(await get(pdf, dict, 'ByteRange', at))?.map((item) => asInteger(item) ?? -1)
  return {
    field,
    dict,
    num: asRef(field.value)?.num,
    // The SubFilter says how the value is encoded (ISO 32000-2 table 255), so it decides where both are written.
    kind: (subFilter === undefined ? type === 'DocTimeStamp' : subFilter === 'ETSI.RFC3161')
      ? 'timestamp'
      : 'signature',
    subFilter,
    byteRange: range,
    contents: asString(await get(pdf, dict, 'Contents', at)),
  }
}
