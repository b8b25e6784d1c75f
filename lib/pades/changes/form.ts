import { asDict, asInteger, asName, asRef, get, resolve } from '@/lib/pdf'
import type { PdfDict } from '@/lib/pdf'
import { readForm } from '../form-tree'
import type { Field, Form } from '../form-tree'
import { hiddenValue } from './appearance'
import { differingKeys } from './equal'
import type { ChangeCode, ChangeLevel } from './change'
import { isEquivalentEntry } from './equivalent'
import { compareField, isSigned } from './field'
import { permissionsOf } from './permissions'
import { compareResources } from './resources'
import { catalogOf, report } from './step'
import type { Step } from './step'

/** The form before and after; `hasSignature` says that somebody signed before, document timestamps not counted. */
export type Forms = { readonly old: Form; readonly now: Form; readonly hasSignature: boolean }

export async function readForms({ pdf, before, after, reach }: Step): Promise<Forms> {
  const old = reach.form?.of === before.index ? reach.form.form : await readForm(pdf, before)
  const now = await readForm(pdf, after, old)
  reach.form = { of: after.index, form: now }
  const signed = old.fields.filter(isSigned)
  const kinds = await Promise.all(
    signed.map(async ({ value }) => get(pdf, asDict(await resolve(pdf, value, before)), 'SubFilter', before)),
  )
  return { old, now, hasSignature: kinds.some((kind) => asName(kind) !== 'ETSI.RFC3161') }
}

/** The form dictionary may gain fields and resources; each field keeps its kind and place, and a signature stays as it is. */
export async function compareForms(step: Step, forms: Forms): Promise<void> {
  await compareFormDictionary(step, forms)
  const pairing = pairingOf(forms.now)
  for (const field of forms.old.fields) {
    const other = pairing.take(field)
    if (other === undefined)
      report(step, isSigned(field) ? 'signature-removed' : 'field-removed', 'other', { field: field.name })
    else if (other !== field || isTouched(step, field)) await compareOne(step, forms, field, other)
  }
  for (const field of pairing.left()) await reportNew(step, forms, field)
  compareInner(step, forms)
}

/** Fields of the later form by object number, and by name where a writer numbered them anew. */
function pairingOf({ fields }: Form) {
  const unpaired = new Set(fields)
  const byNumber = new Map(fields.flatMap((field) => (field.num === undefined ? [] : [[field.num, field] as const])))
  const byName = new Map(fields.map((field) => [`${field.kind ?? ''} ${field.name}`, field]))
  return {
    take({ num, kind, name }: Field): Field | undefined {
      const field = (num === undefined ? undefined : byNumber.get(num)) ?? byName.get(`${kind ?? ''} ${name}`)
      return field !== undefined && unpaired.delete(field) ? field : undefined
    },
    left: () => unpaired,
  }
}

function isTouched({ touched }: Step, { num, widgets }: Field): boolean {
  return [num, ...widgets].some((num) => num !== undefined && touched.has(num))
}

async function compareOne(step: Step, forms: Forms, old: Field, now: Field): Promise<void> {
  const signing = old.kind === 'Sig' && old.value === null && now.value !== null
  if (signing) await reportSigned(step, forms, now)
  await compareField(step, old, now)
}

async function compareFormDictionary(step: Step, forms: Forms): Promise<void> {
  const [oldRoot, nowRoot] = [await catalogOf(step.pdf, step.before), await catalogOf(step.pdf, step.after)]
  const old = asDict(await get(step.pdf, oldRoot, 'AcroForm', step.before))
  const now = asDict(await get(step.pdf, nowRoot, 'AcroForm', step.after))
  for (const root of [oldRoot, nowRoot]) forget(step, root, 'AcroForm')
  for (const form of [old, now]) forget(step, form, 'Fields')
  await compareResources(step, forms.old, { old, now })
  for (const key of differingKeys(old, now)) {
    if (key === 'Fields' || key === 'DR' || (await isEquivalentEntry(step, old, now, key))) continue
    if (key === 'NeedAppearances') await reportRegeneration(step, forms.old)
    else report(step, ...judgeFormKey(key, old, now), { key })
  }
}

/** Fields are drawn anew from their values, which changes nothing as long as they show them. */
async function reportRegeneration(step: Step, form: Form): Promise<void> {
  const hidden = await hiddenValue(step, form)
  if (hidden === undefined) report(step, 'form-changed', 'fill', { key: 'NeedAppearances' })
  else report(step, 'appearance-mismatch', 'other', { field: hidden.name })
}

/** Keys of ISO 32000-2 table 224 that a later revision may add, because they only serve fields yet to come. */
const ADDED: ReadonlySet<string> = new Set(['DA', 'Q', 'CO'])
const MEANT: ReadonlySet<string> = new Set(['DA', 'Q', 'CO', 'XFA'])

function judgeFormKey(key: string, old: PdfDict | undefined, now: PdfDict | undefined): [ChangeCode, ChangeLevel] {
  if (key === 'SigFlags') return ['form-changed', hidesSignatures(old, now) ? 'other' : 'archive']
  if (!MEANT.has(key)) return ['private-data', 'archive']
  const isAdded = ADDED.has(key) && old?.entries.has(key) !== true
  return isAdded ? ['form-resources-added', 'archive'] : ['form-changed', 'other']
}

/** Viewers that go by the flag would look for no signature any more. */
function hidesSignatures(old: PdfDict | undefined, now: PdfDict | undefined): boolean {
  const [was, is] = [old, now].map((form) => (asInteger(form?.entries.get('SigFlags')) ?? 0) & SIGNATURES_EXIST)
  return was !== 0 && is === 0
}

const SIGNATURES_EXIST = 1

function forget({ touched }: Step, dict: PdfDict | undefined, key: string): void {
  const num = asRef(dict?.entries.get(key))?.num
  if (num !== undefined) touched.delete(num)
}

async function reportNew(step: Step, forms: Forms, field: Field): Promise<void> {
  if (field.num !== undefined) step.touched.delete(field.num)
  if (field.kind !== 'Sig' || showsOldSignature(forms, field))
    report(step, 'field-added', 'other', { field: field.name })
  else if (await holdsSignature(step, field)) await reportSigned(step, forms, field)
  else report(step, 'signature-field-added', 'prepare', { field: field.name })
}

/** A field that points to a signature made before would show it as one more. */
function showsOldSignature({ old }: Forms, { value }: Field): boolean {
  const num = asRef(value)?.num
  return num !== undefined && old.fields.some((field) => isSigned(field) && asRef(field.value)?.num === num)
}

async function holdsSignature({ pdf, after }: Step, { value }: Field): Promise<boolean> {
  const dict = asDict(await resolve(pdf, value, after))
  return dict?.entries.has('ByteRange') === true && dict.entries.has('Contents')
}

async function reportSigned(step: Step, { hasSignature }: Forms, field: Field): Promise<void> {
  const { pdf, after } = step
  const dict = asDict(await resolve(pdf, field.value, after))
  const where = { field: field.name }
  if (asName(await get(pdf, dict, 'SubFilter', after)) === 'ETSI.RFC3161') {
    report(step, 'document-timestamp', 'archive', where)
    return
  }
  const { level, certifies } = await permissionsOf(pdf, after, { dict, field })
  report(step, 'signature-added', 'sign', { ...where, ...(level === undefined ? {} : { permits: level }) })
  if (certifies && hasSignature) report(step, 'certification-not-first', 'other', where)
}

/** Fields above others may gain kids; what they hand down may not change. */
function compareInner(step: Step, { old }: Forms): void {
  for (const [num, { name }] of old.inner) {
    const touched = step.touched.get(num)
    if (touched === undefined) continue
    step.touched.delete(num)
    for (const key of differingKeys(asDict(touched.old), asDict(touched.now))) {
      if (key !== 'Kids') report(step, 'field-changed', 'other', { field: name, key })
    }
  }
}
