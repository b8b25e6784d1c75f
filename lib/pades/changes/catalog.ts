import { asDict, asRef, get } from '@/lib/pdf'
import type { PdfDict } from '@/lib/pdf'
import type { ChangeCode, ChangeLevel } from './change'
import { differingKeys, sameObject } from './equal'
import { isEquivalent } from './equivalent'
import { catalogOf, report } from './step'
import type { Step } from './step'

const ALLOWED: ReadonlyMap<string, readonly [ChangeCode, ChangeLevel]> = new Map([
  ['DSS', ['security-store', 'archive']],
  ['Metadata', ['metadata', 'archive']],
  ['PieceInfo', ['metadata', 'archive']],
  ['Extensions', ['extensions', 'archive']],
  ['Version', ['extensions', 'archive']],
  ['StructTreeRoot', ['structure-tree', 'structure']],
  ['MarkInfo', ['structure-tree', 'structure']],
  ['Lang', ['structure-tree', 'structure']],
])

/** The trailer may move on, the catalog may gain only what ISO 32000-2 and EN 319 142-1 let an update add. */
export async function compareCatalogs(step: Step): Promise<void> {
  const { pdf, before, after, touched } = step
  const [old, now] = [await catalogOf(pdf, before), await catalogOf(pdf, after)]
  await compareEncryption(step)
  if (old === undefined || now === undefined) {
    if (old !== now) report(step, 'catalog-changed', 'other')
    return
  }
  for (const key of differingKeys(old, now)) await compareKey(step, key, old, now)
  for (const at of [before, after]) {
    const num = asRef(at.trailer.entries.get('Root'))?.num
    if (num !== undefined) touched.delete(num)
  }
}

async function compareEncryption({ pdf, before, after, ...step }: Step): Promise<void> {
  const [old, now] = [
    await get(pdf, before.trailer, 'Encrypt', before),
    await get(pdf, after.trailer, 'Encrypt', after),
  ]
  if (!(await sameObject(pdf, old, now))) report({ pdf, before, after, ...step }, 'encryption-changed', 'other')
}

async function compareKey(step: Step, key: string, old: PdfDict, now: PdfDict): Promise<void> {
  if (key === 'AcroForm' || (await isEquivalent(step, old.entries.get(key), now.entries.get(key)))) return
  const allowed = ALLOWED.get(key)
  if (allowed !== undefined) report(step, ...allowed)
  else if (key !== 'Perms' || !(await keepsPermissions(step, old, now)))
    report(step, 'catalog-changed', 'other', { key })
}

/** A certification may be added where there was none; one that stands may not be touched. */
async function keepsPermissions({ pdf, before, after }: Step, old: PdfDict, now: PdfDict): Promise<boolean> {
  const was = asDict(await get(pdf, old, 'Perms', before))
  const is = asDict(await get(pdf, now, 'Perms', after))
  return differingKeys(was, is).every((key) => was?.entries.has(key) !== true)
}
