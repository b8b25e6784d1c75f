import { asArray, asDict, asInteger, asName, asString, get, resolve, textOf } from '@/lib/pdf'
import type { Pdf, PdfDict, Revision } from '@/lib/pdf'
import type { SignatureDictionary } from '../signature-field'
import type { Change, ChangeLevel } from './change'

/** What a signature lets others do later: DocMDP level and locked fields (ISO 32000-2 sections 12.8.2.2 and 12.8.2.4). */
export type Permissions = {
  readonly level: 1 | 2 | 3 | undefined
  readonly locks: readonly FieldLock[]
}
type FieldLock = { readonly action: 'All' | 'Include' | 'Exclude'; readonly fields: readonly string[] }

/** Permissions of a signature: its DocMDP and FieldMDP references, and the Lock of its field. */
export async function permissionsOf(pdf: Pdf, at: Revision, signature: SignatureDictionary): Promise<Permissions> {
  const parts: Permissions[] = []
  for (const item of asArray(await get(pdf, signature.dict, 'Reference', at)) ?? []) {
    parts.push(await permissionsOfReference(pdf, at, asDict(await resolve(pdf, item, at))))
  }
  const lock = asDict(await get(pdf, signature.field.dict, 'Lock', at))
  const level = levelOf(asInteger(await get(pdf, lock, 'P', at)))
  parts.push({ level, locks: await lockOf(pdf, at, lock) })
  const strictest = Math.min(...parts.map((part) => part.level ?? Infinity))
  return { level: levelOf(strictest), locks: parts.flatMap((part) => part.locks) }
}

function levelOf(value: number | undefined): Permissions['level'] {
  return value === 1 || value === 2 || value === 3 ? value : undefined
}

async function permissionsOfReference(pdf: Pdf, at: Revision, reference: PdfDict | undefined): Promise<Permissions> {
  const method = asName(await get(pdf, reference, 'TransformMethod', at))
  const params = asDict(await get(pdf, reference, 'TransformParams', at))
  if (method === 'FieldMDP') return { level: undefined, locks: await lockOf(pdf, at, params) }
  if (method !== 'DocMDP') return { level: undefined, locks: [] }
  return { level: levelOf(asInteger(await get(pdf, params, 'P', at)) ?? 2), locks: [] }
}

async function lockOf(pdf: Pdf, at: Revision, dict: PdfDict | undefined): Promise<FieldLock[]> {
  const action = asName(await get(pdf, dict, 'Action', at))
  const names = (asArray(await get(pdf, dict, 'Fields', at)) ?? []).flatMap((item) => {
    const text = asString(item)
    return text === undefined ? [] : [textOf(text)]
  })
  return action === 'All' || action === 'Include' || action === 'Exclude' ? [{ action, fields: names }] : []
}

const ALLOWED: Record<1 | 2 | 3, ReadonlySet<ChangeLevel>> = {
  1: new Set(['archive']),
  2: new Set(['archive', 'sign', 'fill', 'structure']),
  3: new Set(['archive', 'sign', 'fill', 'structure', 'annotate']),
}

/**
 * Whether a signature with these permissions lets a change pass; without a DocMDP, forms may be filled and signed. What
 * paints over a page is never let pass by a certification, whatever its level: that is how the evil annotation and the
 * sneaky signature attacks change what certified pages show.
 */
export function allows({ level, locks }: Permissions, change: Change): boolean {
  if (!ALLOWED[level ?? 2].has(change.level) || (level !== undefined && change.paints === true)) return false
  const { field } = change
  return field === undefined || change.level !== 'fill' || !locks.some((lock) => isLocked(lock, field))
}

function isLocked({ action, fields }: FieldLock, field: string): boolean {
  const named = fields.some((one) => field === one || field.startsWith(`${one}.`))
  return action === 'All' || (action === 'Include' ? named : !named)
}
