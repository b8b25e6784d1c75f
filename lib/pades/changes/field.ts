import { asDict, asInteger, asName, asString, get, resolve, textOf } from '@/lib/pdf'
import type { PdfDict } from '@/lib/pdf'
import type { Field } from '../form-tree'
import { compareLooks, isStale } from './appearance'
import type { Looks } from './appearance'
import type { ChangeCode, ChangeLevel } from './change'
import { differingKeys } from './equal'
import { isEquivalent, isEquivalentEntry } from './equivalent'
import { report } from './step'
import type { Step } from './step'

export function isSigned(field: Field): boolean {
  return field.kind === 'Sig' && field.value !== null
}

/** What filling in a field may write beside its value and its looks. */
const FILLED: ReadonlySet<string> = new Set(['V', 'I', 'MK', 'DA', 'Q'])
/** What signing may write into the field that waited for it. */
const SIGNED: ReadonlySet<string> = new Set([
  ...['V', 'AP', 'AS', 'M', 'MK', 'Ff', 'DA', 'F', 'Lock', 'SV', 'NM', 'P', 'StructParent', 'Border', 'BS', 'H'],
  ...['Type', 'Subtype', 'Q', 'TU', 'DR', 'RV', 'I'],
])
/** What says where an empty signature field stands and how it is told. */
const PREPARED: ReadonlySet<string> = new Set([
  ...['F', 'NM', 'P', 'StructParent', 'Border', 'BS', 'H', 'Type', 'Subtype', 'Rect', 'TU', 'M', 'DA', 'Q', 'DR'],
])
const LOCKING: ReadonlyMap<string, number> = new Map([
  ['Ff', 1],
  ['F', 128],
])
/** Flags that change what a field shows or takes: multi-line, password, radio, push-button, combo, comb, rich text. */
const TELLING_FLAGS = (1 << 12) | (1 << 13) | (1 << 15) | (1 << 16) | (1 << 17) | (1 << 24) | (1 << 25)

type Verdict = readonly [ChangeCode, ChangeLevel] | undefined
const CHANGED = ['field-changed', 'other'] as const
const FILL = ['field-filled', 'fill'] as const
const PREPARE = ['field-changed', 'prepare'] as const
const LOCK = ['field-locked', 'sign'] as const
const MISMATCH = ['appearance-mismatch', 'other'] as const

/** Compares a field and those of its widgets that were written again, key by key. */
export async function compareField(step: Step, old: Field, now: Field): Promise<void> {
  const isRefilled = !(await isEquivalent(step, old.value, now.value))
  for (const [was, is] of pairsOf(step, old, now)) {
    const looks: Looks = { old, now, was, is, isRefilled }
    for (const key of differingKeys(was, is)) await compareKey(step, key, looks)
    if (isRefilled && old.kind !== 'Sig' && (await isStale(step, looks)))
      report(step, 'appearance-mismatch', 'other', { field: old.name })
  }
  for (const num of [old.num, ...old.widgets]) if (num !== undefined) step.touched.delete(num)
}

function pairsOf(step: Step, old: Field, now: Field): [PdfDict, PdfDict | undefined][] {
  const all: [PdfDict, PdfDict | undefined][] = [[old.dict, now.dict]]
  for (const num of old.widgets) {
    const touched = num === old.num ? undefined : step.touched.get(num)
    const was = asDict(touched?.old)
    if (was !== undefined) all.push([was, asDict(touched?.now)])
  }
  return all
}

async function compareKey(step: Step, key: string, looks: Looks): Promise<void> {
  const { old, was, is } = looks
  // Some writers put a value elsewhere without changing it.
  if (await isEquivalentEntry(step, was, is, key)) return
  const verdict = onlyLocks(key, looks) ? LOCK : await judgeKey(step, key, looks)
  if (verdict === undefined) return
  const where = verdict[0] === 'field-filled' || verdict === LOCK ? {} : { key }
  report(step, verdict[0], verdict[1], { field: old.name, ...where })
}

/** Signing with a Lock sets the read-only flag of the fields it covers, and the locked flag of their widgets. */
function onlyLocks(key: string, { was, is }: Looks): boolean {
  const lock = LOCKING.get(key)
  if (lock === undefined) return false
  const [before, after] = [asInteger(was?.entries.get(key)) ?? 0, asInteger(is?.entries.get(key)) ?? 0]
  return after === (before | lock)
}

function judgeKey(step: Step, key: string, looks: Looks): Verdict | Promise<Verdict> {
  if (looks.old.kind === 'Sig')
    return isSigned(looks.old) ? judgeSigned(step, key, looks) : judgeWaiting(step, key, looks)
  const judge = JUDGES[key]
  if (judge !== undefined) return judge(step, looks)
  return looks.isRefilled && FILLED.has(key) ? FILL : CHANGED
}

type Judge = (step: Step, looks: Looks) => Verdict | Promise<Verdict>

const JUDGES: Readonly<Record<string, Judge>> = {
  AP: judgeLooks,
  Ff: (_, looks) => judgeFlags(looks),
  RV: async (step, looks) => ((await isRichValue(step, looks)) ? FILL : MISMATCH),
  AS: async (step, looks) => ((await isState(step, looks)) ? FILL : MISMATCH),
  M: () => FILL,
}

/** Of a signature nothing may change; its appearance may be written anew as long as it draws the same. */
function judgeSigned(step: Step, key: string, looks: Looks): Verdict | Promise<Verdict> {
  return key === 'AP' ? judgeLooks(step, looks) : ['signature-changed', 'other']
}

/** A signature field that waits: signing writes into it, anything else only arranges it, and draws nothing. */
async function judgeWaiting(step: Step, key: string, looks: Looks): Promise<Verdict> {
  if (looks.isRefilled) return judgeSigning(key)
  if (key === 'AP') return (await compareLooks(step, looks)) === 'mismatch' ? ['appearance-changed', 'other'] : PREPARE
  return PREPARED.has(key) ? PREPARE : CHANGED
}

function judgeSigning(key: string): Verdict {
  if (key === 'Rect') return ['signature-placed', 'sign']
  return SIGNED.has(key) ? undefined : CHANGED
}

/** How a widget's appearance goes with its field's value, as a change; undefined when it shows what it showed. */
export async function judgeLooks(step: Step, looks: Looks): Promise<Verdict> {
  const comparison = await compareLooks(step, looks)
  if (isSigned(looks.old)) return comparison === 'same' ? undefined : ['signature-changed', 'other']
  if (comparison === 'mismatch') return [looks.isRefilled ? 'appearance-mismatch' : 'appearance-changed', 'other']
  return comparison === 'fits' || looks.isRefilled ? FILL : undefined
}

function judgeFlags({ was, is }: Looks): Verdict {
  const differing = (asInteger(was?.entries.get('Ff')) ?? 0) ^ (asInteger(is?.entries.get('Ff')) ?? 0)
  return (differing & TELLING_FLAGS) === 0 ? FILL : CHANGED
}

/** The appearance state of a button is its value or off. */
async function isState({ pdf, after }: Step, { old, now, is, isRefilled }: Looks): Promise<boolean> {
  if (old.kind !== 'Btn' || !isRefilled) return false
  const state = asName(await get(pdf, is, 'AS', after)) ?? 'Off'
  return state === 'Off' || state === asName(await resolve(pdf, now.value, after))
}

/** Rich text says what the value says. */
async function isRichValue({ pdf, after }: Step, { now, is }: Looks): Promise<boolean> {
  const [rich, value] = [asString(await get(pdf, is, 'RV', after)), asString(await resolve(pdf, now.value, after))]
  const plainText = (text: string) => text.replace(/<[^>]*>|\s/g, '')
  return rich === undefined || value === undefined || entities(plainText(textOf(rich))) === plainText(textOf(value))
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|(\w{2,5}));/g,
    (whole, ten: string, hex: string, name: string) =>
      name
        ? (NAMED[name] ?? whole)
        : String.fromCodePoint(Math.min(ten ? Number(ten) : Number.parseInt(hex, 16), 0x10ffff)),
  )
}
