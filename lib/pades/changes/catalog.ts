import { asDict, asRef, get } from '@/lib/pdf'
import type { PdfDict } from '@/lib/pdf'
import type { Forms } from './form'
import type { ChangeCode, ChangeLevel } from './change'
import { differingKeys, sameObject } from './equal'
import { isEquivalent, isEquivalentEntry } from './equivalent'
import { CATALOG_CORE } from './reach'
import { compareStores } from './security-store'
import { catalogOf, report } from './step'
import type { Step } from './step'

const METADATA = ['metadata', 'archive'] as const
const STRUCTURE = ['structure-tree', 'structure'] as const

const ALLOWED = new Map<string, readonly [ChangeCode, ChangeLevel]>([
  ['Metadata', METADATA],
  ['PieceInfo', METADATA],
  ['Extensions', ['extensions', 'archive']],
  ['Version', ['extensions', 'archive']],
  ['StructTreeRoot', STRUCTURE],
  ['MarkInfo', STRUCTURE],
  ['Lang', STRUCTURE],
])

/** The trailer may move on, the catalog may gain only what ISO 32000-2 and EN 319 142-1 let an update add. */
export async function compareCatalogs(step: Step, forms: Forms): Promise<void> {
  const { pdf, before, after, touched } = step
  const [old, now] = [await catalogOf(pdf, before), await catalogOf(pdf, after)]
  await compareEncryption(step)
  await compareInformation(step)
  if (old === undefined || now === undefined) {
    if (old !== now) report(step, 'catalog-changed', 'other')
    return
  }
  for (const key of differingKeys(old, now)) await compareKey(step, forms, key, { old, now })
  await compareStores(step)
  for (const at of [before, after]) {
    const num = asRef(at.trailer.entries.get('Root'))?.num
    if (num !== undefined) touched.delete(num)
  }
}

async function compareEncryption(step: Step): Promise<void> {
  const { pdf, before, after } = step
  const old = await get(pdf, before.trailer, 'Encrypt', before)
  const now = await get(pdf, after.trailer, 'Encrypt', after)
  if (!(await sameObject(pdf, old, now))) report(step, 'encryption-changed', 'other')
}

/** Title, author and the like (ISO 32000-2 section 14.3.3): nothing of it is on a page. */
async function compareInformation(step: Step): Promise<void> {
  const [old, now] = [step.before.trailer.entries.get('Info'), step.after.trailer.entries.get('Info')]
  if (!(await isEquivalent(step, old, now))) report(step, ...METADATA)
}

type Catalogs = { readonly old: PdfDict; readonly now: PdfDict }

async function compareKey(step: Step, forms: Forms, key: string, { old, now }: Catalogs): Promise<void> {
  if (key === 'AcroForm' || key === 'DSS') return
  if (await isEquivalentEntry(step, old, now, key)) return
  const allowed = ALLOWED.get(key)
  if (allowed !== undefined) report(step, ...allowed)
  else if (key === 'Perms') await comparePermissions(step, forms, { old, now })
  else if (CATALOG_CORE.has(key)) report(step, 'catalog-changed', 'other', { key })
  else report(step, 'private-data', 'archive', { key })
}

/** A certification may come with the first signature (ISO 32000-2 section 12.8.2.2); one that stands may not be touched. */
async function comparePermissions(step: Step, forms: Forms, { old, now }: Catalogs): Promise<void> {
  const was = asDict(await get(step.pdf, old, 'Perms', step.before))
  const is = asDict(await get(step.pdf, now, 'Perms', step.after))
  const keys = differingKeys(was, is)
  const onlyAdds = keys.every((key) => key === 'DocMDP' && was?.entries.has(key) !== true)
  if (!onlyAdds) report(step, 'catalog-changed', 'other', { key: 'Perms' })
  else if (forms.hasSignature) report(step, 'certification-not-first', 'other')
}
