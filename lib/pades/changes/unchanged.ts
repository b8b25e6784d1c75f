import { ref } from '@/lib/pdf'
import type { PdfObject } from '@/lib/pdf'
import { isEquivalent } from './equivalent'
import { numbersFrom } from './reach'
import type { Step } from './step'

/** Whether two values mean the same and everything they lead to does, although objects of it may have been written again. */
export async function isUnchanged(
  step: Step,
  old: PdfObject | undefined,
  now: PdfObject | undefined,
): Promise<boolean> {
  if (!(await isEquivalent(step, old, now))) return false
  if (step.rewritten.size === 0) return true
  const numbers = await numbersFrom({ pdf: step.pdf, at: step.before, reach: step.reach }, old)
  for (const num of step.rewritten) {
    if (numbers.has(num) && !(await isEquivalent(step, ref(num), ref(num)))) return false
  }
  return true
}
