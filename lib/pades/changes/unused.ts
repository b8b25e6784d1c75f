import { asName, asDict, asRef, loadObject } from '@/lib/pdf'
import { numbersFrom } from './reach'
import { report } from './step'
import type { Step } from './step'

/** Objects by which a file is read, whom no other object names. */
const CONTAINERS: ReadonlySet<string> = new Set(['XRef', 'ObjStm'])

const MOST_NAMED = 100

/** Objects that a revision brings and nothing leads to: they show nothing, yet somebody put them there. */
export async function reportUnused(step: Step): Promise<void> {
  const { pdf, after, reach } = step
  const isReached = (num: number) => reach.core.has(num) || reach.walled.has(num)
  const fresh = [...after.entries.nums].filter((num, i) => num !== 0 && after.entries.kinds[i] !== 0 && !isReached(num))
  if (fresh.length === 0) return
  const info = await numbersFrom({ pdf, at: after, reach }, after.trailer.entries.get('Info'))
  const encryption = asRef(after.trailer.entries.get('Encrypt'))?.num
  for (const num of fresh.slice(0, MOST_NAMED)) {
    if (info.has(num) || num === encryption) continue
    const object = await loadObject(pdf, num, after)
    const kind = asName(asDict(object)?.entries.get('Type'))
    if (object !== null && !CONTAINERS.has(kind ?? '')) report(step, 'unused-object', 'archive', { object: num })
  }
}
