import { asArray, asDict, asInteger, asName, asRef, asString, get, PdfFault, resolve } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfString, Revision } from '@/lib/pdf'
import { readForm } from './form-tree'
import type { Field, Form } from './form-tree'

/** A signature dictionary (ISO 32000-2 table 255) and the field that points to it. */
export type SignatureDictionary = {
  readonly field: Field
  readonly dict: PdfDict
  readonly num: number | undefined
  readonly kind: 'signature' | 'timestamp'
  readonly subFilter: string | undefined
  readonly byteRange: readonly number[] | undefined
  readonly contents: PdfString | undefined
}

/**
 * Whether a signature is still what the file shows: `current`; `replaced` or `removed` by a later revision; `unreachable`
 * when it was only found by looking for it, because nothing in the file leads to it.
 */
export type Standing = 'current' | 'replaced' | 'removed' | 'unreachable'

/** A signature as it stood in the first revision that had it, with all fields that ever pointed to it. */
export type FoundSignature = SignatureDictionary & {
  readonly fields: readonly string[]
  readonly at: Revision
  readonly standing: Standing
}

type FieldSignature = SignatureDictionary & { readonly fields: string[]; readonly at: Revision; standing: Standing }

const MAX_SIGNATURES = 500

type Collected = { readonly signatures: Map<string, FieldSignature>; readonly fields: Set<Field> }

/**
 * Every signature of every revision, oldest first: a later revision may take a field, its form or its dictionary away or
 * write other values, but what was signed was signed. `form` is the form of the last revision.
 */
export async function signaturesOf(pdf: Pdf): Promise<{ signed: FoundSignature[]; unsigned: Field[]; form: Form }> {
  const collected: Collected = { signatures: new Map(), fields: new Set() }
  let form = await readForm(pdf, pdf.revisions[0] ?? pdf.last)
  for (const revision of pdf.revisions) {
    if (revision.index > 0) form = await readForm(pdf, revision, form)
    for (const field of signedFields(form)) {
      if (!collected.fields.has(field)) await collect(pdf, revision, field, collected)
    }
  }
  await setStandings(pdf, form, collected.signatures)
  const unsigned: Field[] = []
  for (const field of form.fields.filter(({ kind }) => kind === 'Sig')) {
    if (asDict(await resolve(pdf, field.value, pdf.last)) === undefined) unsigned.push(field)
  }
  return { signed: [...collected.signatures.values()], unsigned, form }
}

function signedFields({ fields }: Form): Field[] {
  return fields.filter(({ kind, value }) => kind === 'Sig' && value !== null)
}

async function collect(pdf: Pdf, at: Revision, field: Field, { signatures, fields }: Collected): Promise<void> {
  fields.add(field)
  const dict = asDict(await resolve(pdf, field.value, at))
  if (dict === undefined) return
  const signature = await signatureOf(pdf, at, field, dict)
  const key = keyOf(signature)
  const earlier = signatures.get(key)
  if (earlier === undefined) signatures.set(key, { ...signature, fields: [field.name], at, standing: 'removed' })
  else if (!earlier.fields.includes(field.name)) earlier.fields.push(field.name)
  if (signatures.size > MAX_SIGNATURES)
    throw new PdfFault('too-complex', `more than ${String(MAX_SIGNATURES)} signatures`)
}

/** A signature is where its value stands in the file; without a value, it is its dictionary. */
function keyOf({ contents, num, field }: SignatureDictionary): string {
  if (contents !== undefined && contents.start >= 0) return `at ${String(contents.start)}`
  return num === undefined ? `in ${String(field.num)} ${field.name}` : `object ${String(num)}`
}

async function setStandings(pdf: Pdf, form: Form, signatures: ReadonlyMap<string, FieldSignature>): Promise<void> {
  const names = new Set<string>()
  for (const field of signedFields(form)) {
    const dict = asDict(await resolve(pdf, field.value, pdf.last))
    if (dict === undefined) continue
    names.add(field.name)
    const signature = signatures.get(keyOf(await signatureOf(pdf, pdf.last, field, dict)))
    if (signature !== undefined) signature.standing = 'current'
  }
  for (const signature of signatures.values()) {
    if (signature.standing === 'removed' && signature.fields.some((name) => names.has(name)))
      signature.standing = 'replaced'
  }
}

/** Reads the entries of a signature dictionary as of a revision. */
export async function signatureOf(pdf: Pdf, at: Revision, field: Field, dict: PdfDict): Promise<SignatureDictionary> {
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
