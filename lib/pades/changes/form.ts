import { asDict, asInteger, asName, get, resolve } from '@/lib/pdf'
import type { PdfDict } from '@/lib/pdf'
import { readForm } from '../signature-field'
import type { Field, Form } from '../signature-field'
import type { ChangeLevel } from './change'
import { differingKeys } from './equal'
import { isEquivalent } from './equivalent'
import { catalogOf, report } from './step'
import type { Step } from './step'

export type Forms = { readonly old: Form; readonly now: Form }

/** What filling in (or signing) a field may write into it. */
const FILLED = new Set(['V', 'AP', 'AS', 'RV', 'I', 'M', 'MK', 'Ff', 'DA'])
const SIGNED = new Set([
  ...FILLED,
  'F',
  'Lock',
  'SV',
  'NM',
  'P',
  'StructParent',
  'Border',
  'BS',
  'H',
  'Type',
  'Subtype',
  'Rect',
  'Q',
  'TU',
  'DR',
])
const LOCKING: ReadonlyMap<string, number> = new Map([
  ['Ff', 1],
  ['F', 128],
])

/** The form dictionary may gain fields and resources; each field keeps its kind and place, and a signature stays as it is. */
export async function compareForms(step: Step): Promise<Forms> {
  const { pdf, before, after, reach } = step
  const old = reach.form?.of === before.index ? reach.form.form : await readForm(pdf, before)
  const forms: Forms = { old, now: await readForm(pdf, after) }
  reach.form = { of: after.index, form: forms.now }
  await compareFormDictionary(step)
  const now = new Map(forms.now.fields.map((field) => [keyOf(field), field]))
  for (const field of forms.old.fields) {
    const other = now.get(keyOf(field))
    now.delete(keyOf(field))
    if (other === undefined)
      report(step, isSigned(field) ? 'signature-removed' : 'field-removed', 'other', { field: field.name })
    else await compareField(step, field, other)
  }
  for (const field of now.values()) await reportNew(step, field)
  compareInner(step, forms)
  return forms
}

function keyOf(field: Field): string {
  return field.num === undefined ? `name ${field.name}` : String(field.num)
}

function isSigned(field: Field): boolean {
  return field.kind === 'Sig' && field.value !== null
}

async function compareFormDictionary(step: Step): Promise<void> {
  const { pdf, before, after } = step
  const [oldRoot, nowRoot] = [await catalogOf(pdf, before), await catalogOf(pdf, after)]
  const old = asDict(await get(pdf, oldRoot, 'AcroForm', before))
  const now = asDict(await get(pdf, nowRoot, 'AcroForm', after))
  for (const root of [oldRoot, nowRoot]) forget(step, root, 'AcroForm')
  for (const form of [old, now]) forget(step, form, 'Fields')
  await compareResources(step, old, now)
  const added = (key: string) => old?.entries.has(key) !== true && key !== 'XFA' && key !== 'NeedAppearances'
  const keys = differingKeys(old, now).filter((key) => !['Fields', 'SigFlags', 'DR'].includes(key) && !added(key))
  for (const key of keys) {
    if (await isEquivalent(step, old?.entries.get(key), now?.entries.get(key))) continue
    report(step, 'form-changed', key === 'NeedAppearances' ? 'fill' : 'other', { key })
  }
}

function forget({ touched }: Step, dict: PdfDict | undefined, key: string): void {
  const value = dict?.entries.get(key)
  if (value !== null && typeof value === 'object' && value.type === 'ref') touched.delete(value.num)
}

/** Fonts may be added; one that is there may not become another, for that rewrites what fields show. */
async function compareResources(step: Step, oldForm: PdfDict | undefined, nowForm: PdfDict | undefined): Promise<void> {
  const { pdf, before, after } = step
  const old = asDict(await get(pdf, oldForm, 'DR', before))
  const now = asDict(await get(pdf, nowForm, 'DR', after))
  for (const [kind, value] of old?.entries ?? []) {
    const was = asDict(await resolve(pdf, value, before))
    const is = asDict(await get(pdf, now, kind, after))
    const kept = differingKeys(was, is).filter((key) => was?.entries.has(key))
    for (const key of kept) await compareResource(step, key, was, is)
  }
}

async function compareResource(
  step: Step,
  key: string,
  was: PdfDict | undefined,
  is: PdfDict | undefined,
): Promise<void> {
  if (await isEquivalent(step, was?.entries.get(key), is?.entries.get(key))) return
  report(step, 'form-resources-changed', 'other', { key })
}

async function reportNew(step: Step, field: Field): Promise<void> {
  if (field.num !== undefined) step.touched.delete(field.num)
  if (field.kind !== 'Sig') report(step, 'field-added', 'other', { field: field.name })
  else if (field.value === null) report(step, 'signature-field-added', 'sign', { field: field.name })
  else await reportSigned(step, field)
}

async function reportSigned(step: Step, field: Field): Promise<void> {
  const dict = asDict(await resolve(step.pdf, field.value, step.after))
  const subFilter = asName(await get(step.pdf, dict, 'SubFilter', step.after))
  if (subFilter === 'ETSI.RFC3161') report(step, 'document-timestamp', 'archive', { field: field.name })
  else report(step, 'signature-added', 'sign', { field: field.name })
}

async function compareField(step: Step, old: Field, now: Field): Promise<void> {
  const signing = old.kind === 'Sig' && old.value === null && now.value !== null
  if (signing) await reportSigned(step, now)
  for (const [was, is] of await pairs(step, old, now)) {
    for (const key of differingKeys(was, is)) await compareFieldKey(step, { field: old, key, was, is, signing })
  }
  for (const num of [old.num, ...old.widgets]) if (num !== undefined) step.touched.delete(num)
}

/** The field itself and those of its widgets that were written again. */
async function pairs(step: Step, old: Field, now: Field): Promise<[PdfDict, PdfDict | undefined][]> {
  const all: [PdfDict, PdfDict | undefined][] = [[old.dict, now.dict]]
  for (const num of old.widgets) {
    const touched = num === old.num ? undefined : step.touched.get(num)
    const was = asDict(touched?.old)
    if (was !== undefined) all.push([was, asDict(touched?.now)])
  }
  return Promise.resolve(all)
}

type FieldKey = { field: Field; key: string; was: PdfDict; is: PdfDict | undefined; signing: boolean }

async function compareFieldKey(step: Step, change: FieldKey): Promise<void> {
  const { field, key, was, is } = change
  // Some writers put a value elsewhere without changing it.
  if (await isEquivalent(step, was.entries.get(key), is?.entries.get(key))) return
  const level = levelOf(change)
  if (level === 'fill') report(step, 'field-filled', 'fill', { field: field.name })
  if (level !== 'other') return
  report(step, isSigned(field) ? 'signature-changed' : 'field-changed', 'other', { field: field.name, key })
}

function levelOf({ field, key, was, is, signing }: FieldKey): ChangeLevel {
  if (onlyLocks(key, was, is)) return 'sign'
  if (isSigned(field)) return 'other'
  if (field.kind === 'Sig') return SIGNED.has(key) ? (signing ? 'sign' : 'fill') : 'other'
  return FILLED.has(key) ? 'fill' : 'other'
}

/** Signing with a Lock sets the read-only flag of the fields it covers, and the locked flag of their widgets. */
function onlyLocks(key: string, was: PdfDict, is: PdfDict | undefined): boolean {
  const lock = LOCKING.get(key)
  if (lock === undefined) return false
  const [before, after] = [asInteger(was.entries.get(key)) ?? 0, asInteger(is?.entries.get(key)) ?? 0]
  return after === (before | lock)
}

/** Fields above others may gain kids; what they hand down may not change. */
function compareInner(step: Step, { old }: Forms): void {
  for (const [num, name] of old.inner) {
    const touched = step.touched.get(num)
    if (touched === undefined) continue
    step.touched.delete(num)
    for (const key of differingKeys(asDict(touched.old), asDict(touched.now))) {
      if (key !== 'Kids') report(step, 'field-changed', 'other', { field: name, key })
    }
  }
}
