import { asDict } from '@/lib/pdf'
import { differingKeys } from './equal'
import { isEquivalent } from './equivalent'
import { pageNumbers } from './reach'
import { report, typeOf } from './step'
import type { Step, Touched } from './step'

const PAGE_KEYS = new Set(['Annots', 'Tabs', 'LastModified', 'PieceInfo', 'Metadata', 'StructParents'])

/**
 * What is reachable without passing a form or an annotation may not change; of a page only its list of annotations.
 * Returns the object numbers of the pages that were written again.
 */
export async function compareCore(step: Step): Promise<Set<number>> {
  const pages = new Set<number>()
  for (const [num, touched] of [...step.touched]) {
    if (!step.reach.core.has(num)) continue
    step.touched.delete(num)
    const type = typeOf(touched.old)
    if (type === 'Page') {
      pages.add(num)
      await comparePage(step, num, touched)
    } else if (type === 'Pages') await comparePageTree(step)
    else if (!(await isEquivalent(step, touched.old, touched.now)))
      report(step, 'content-changed', 'other', { object: num })
  }
  return pages
}

async function comparePage(step: Step, num: number, { old, now }: Touched): Promise<void> {
  const page = (await pageNumbers(step.pdf, step.before)).indexOf(num) + 1
  const [was, is] = [asDict(old), asDict(now)]
  for (const key of differingKeys(was, is)) {
    if (PAGE_KEYS.has(key) || (await isEquivalent(step, was?.entries.get(key), is?.entries.get(key)))) continue
    const content = key === 'Contents' || key === 'Resources'
    report(step, content ? 'page-content-changed' : 'page-changed', 'other', { page, key })
  }
}

async function comparePageTree(step: Step): Promise<void> {
  const [old, now] = [await pageNumbers(step.pdf, step.before), await pageNumbers(step.pdf, step.after)]
  const removed = old.findIndex((num) => !now.includes(num))
  const added = now.findIndex((num) => !old.includes(num))
  if (removed >= 0) report(step, 'page-removed', 'other', { page: removed + 1 })
  if (added >= 0) report(step, 'page-added', 'other', { page: added + 1 })
  if (removed < 0 && added < 0) report(step, 'page-order-changed', 'other')
}
