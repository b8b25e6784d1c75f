import { asName, asDict, asRef, loadObject } from '@/lib/pdf'
import type { PdfObject } from '@/lib/pdf'
import { numbersFrom } from './reach'
import { report } from './step'
import type { Step } from './step'

/** Objects by which a file is read, whom no other object names. */
const CONTAINERS: ReadonlySet<string> = new Set(['XRef', 'ObjStm'])

const MOST_NAMED = 100

/** Objects that a revision brings and nothing leads to: they show nothing, yet somebody put them there. */
export async function reportUnused(step: Step): Promise<void> {
  const { pdf, after, reach } = step
  const { nums, kinds } = after.entries
  const isReached = (num: number) => num === 0 || reach.core.has(num) || reach.walled.has(num)
  const fresh = [...nums].filter((num, i) => kinds[i] !== 0 && !isReached(num))
  if (fresh.length === 0) return
  const usedNumbers = await numbersFrom({ pdf, at: after, reach }, after.trailer.entries.get('Info'))
  usedNumbers.add(asRef(after.trailer.entries.get('Encrypt'))?.num ?? 0)
  for (const num of fresh.filter((num) => !usedNumbers.has(num)).slice(0, MOST_NAMED)) {
    if (!isContainer(await loadObject(pdf, num, after))) report(step, 'unused-object', 'archive', { object: num })
  }
}

function isContainer(object: PdfObject): boolean {
  return object === null || CONTAINERS.has(asName(asDict(object)?.entries.get('Type')) ?? '')
}
