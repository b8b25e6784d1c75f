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
  const levels: number[] = []
  const locks: FieldLock[] = []
  for (const item of asArray(await get(pdf, signature.dict, 'Reference', at)) ?? []) {
    const reference = asDict(await resolve(pdf, item, at))
    const method = asName(await get(pdf, reference, 'TransformMethod', at))
    const params = asDict(await get(pdf, reference, 'TransformParams', at))
    if (method === 'DocMDP') levels.push(asInteger(await get(pdf, params, 'P', at)) ?? 2)
    if (method === 'FieldMDP' && params !== undefined) locks.push(...(await lockOf(pdf, at, params)))
  }
  const lock = asDict(await get(pdf, signature.field.dict, 'Lock', at))
  if (lock !== undefined) {
    locks.push(...(await lockOf(pdf, at, lock)))
    const level = asInteger(await get(pdf, lock, 'P', at))
    if (level !== undefined) levels.push(level)
  }
  const strictest = Math.min(...levels)
  return { level: strictest === 1 || strictest === 2 || strictest === 3 ? strictest : undefined, locks }
}

async function lockOf(pdf: Pdf, at: Revision, dict: PdfDict): Promise<FieldLock[]> {
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

/** Whether a signature with these permissions lets a change pass; without a DocMDP, forms may be filled and signed. */
export function allows({ level, locks }: Permissions, change: Change): boolean {
  if (!ALLOWED[level ?? 2].has(change.level)) return false
  const { field } = change
  return field === undefined || change.level !== 'fill' || !locks.some((lock) => isLocked(lock, field))
}

function isLocked({ action, fields }: FieldLock, field: string): boolean {
  const named = fields.some((one) => field === one || field.startsWith(`${one}.`))
  return action === 'All' || (action === 'Include' ? named : !named)
}
