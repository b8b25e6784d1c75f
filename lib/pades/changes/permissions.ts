import { asArray, asDict, asInteger, asName, asString, get, resolve, textOf } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'
import type { Change, ChangeLevel } from './change'

/** What a signature lets others do later: DocMDP level and locked fields (ISO 32000-2 sections 12.8.2.2 and 12.8.2.4). */
export type Permissions = {
  readonly level: Level | undefined
  readonly locks: readonly FieldLock[]
  /** It carries a DocMDP transform and so certifies the document. */
  readonly certifies: boolean
}
export type Level = 1 | 2 | 3
type FieldLock = { readonly action: 'All' | 'Include' | 'Exclude'; readonly fields: readonly string[] }

/** A signature dictionary and the dictionary of its field, where a Lock may stand. */
type Signing = { readonly dict: PdfDict | undefined; readonly field: { readonly dict: PdfDict } }

/** Permissions of a signature: its DocMDP and FieldMDP references, and the Lock of its field. */
export async function permissionsOf(pdf: Pdf, at: Revision, { dict, field }: Signing): Promise<Permissions> {
  const parts: Permissions[] = []
  for (const item of asArray(await get(pdf, dict, 'Reference', at)) ?? []) {
    parts.push(await permissionsOfReference(pdf, at, asDict(await resolve(pdf, item, at))))
  }
  const lock = asDict(await get(pdf, field.dict, 'Lock', at))
  const level = levelOf(asInteger(await get(pdf, lock, 'P', at)))
  parts.push({ level, locks: await lockOf(pdf, at, lock), certifies: false })
  return {
    level: strictest(parts.map((part) => part.level)),
    locks: parts.flatMap((part) => part.locks),
    certifies: parts.some((part) => part.certifies),
  }
}

function levelOf(value: number | undefined): Level | undefined {
  return value === 1 || value === 2 || value === 3 ? value : undefined
}

/** The strictest of some levels, undefined when none is set. */
export function strictest(levels: readonly (Level | undefined)[]): Level | undefined {
  return levelOf(Math.min(...levels.map((level) => level ?? Infinity)))
}

async function permissionsOfReference(pdf: Pdf, at: Revision, reference: PdfDict | undefined): Promise<Permissions> {
  const method = asName(await get(pdf, reference, 'TransformMethod', at))
  const params = asDict(await get(pdf, reference, 'TransformParams', at))
  if (method === 'FieldMDP') return { level: undefined, locks: await lockOf(pdf, at, params), certifies: false }
  if (method !== 'DocMDP') return { level: undefined, locks: [], certifies: false }
  return { level: levelOf(asInteger(await get(pdf, params, 'P', at))) ?? 2, locks: [], certifies: true }
}

async function lockOf(pdf: Pdf, at: Revision, dict: PdfDict | undefined): Promise<FieldLock[]> {
  const action = asName(await get(pdf, dict, 'Action', at))
  const items: PdfObject[] = []
  for (const item of asArray(await get(pdf, dict, 'Fields', at)) ?? []) items.push(await resolve(pdf, item, at))
  const names = items.flatMap((item) => {
    const text = asString(item)
    return text === undefined ? [] : [textOf(text)]
  })
  return action === 'All' || action === 'Include' || action === 'Exclude' ? [{ action, fields: names }] : []
}

const ALLOWED: Record<Level, ReadonlySet<ChangeLevel>> = {
  1: new Set(['archive']),
  2: new Set(['archive', 'sign', 'fill', 'structure']),
  3: new Set(['archive', 'sign', 'fill', 'structure', 'prepare', 'annotate']),
}
const UNCERTIFIED: ReadonlySet<ChangeLevel> = new Set(['archive', 'sign', 'fill', 'structure', 'prepare'])

/**
 * Whether a signature with these permissions lets a change pass; without a DocMDP, forms may be prepared, filled and
 * signed. What paints over a page is never let pass by a certification, whatever its level: that is how the evil annotation
 * and the sneaky signature attacks change what certified pages show. No later signature may permit more than this one.
 */
export function allows({ level, locks }: Permissions, change: Change): boolean {
  const allowed = level === undefined ? UNCERTIFIED : ALLOWED[level]
  if (!allowed.has(change.level) || (level !== undefined && change.paints === true)) return false
  if (loosens(level, change)) return false
  const { field } = change
  return field === undefined || change.level !== 'fill' || !locks.some((lock) => isLocked(lock, field))
}

function loosens(level: Level | undefined, { permits }: Change): boolean {
  return level !== undefined && permits !== undefined && permits > level
}

/** The change as it is told to a signature whose level it loosens: by that name. */
export function asLoosening({ level }: Permissions, change: Change): Change {
  return loosens(level, change) ? { ...change, code: 'permissions-loosened' } : change
}

function isLocked({ action, fields }: FieldLock, field: string): boolean {
  const named = fields.some((prefix) => field === prefix || field.startsWith(`${prefix}.`))
  return action === 'All' || (action === 'Include' ? named : !named)
}
