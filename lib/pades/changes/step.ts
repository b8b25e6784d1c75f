import { asDict, asName, get, loadObject } from '@/lib/pdf'
import type { Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'
import type { Change, ChangeCode, ChangeLevel } from './change'
import { sameObject } from './equal'
import type { Reach } from './reach'

/** An object that matters to what was there before, as it was and as it is. */
export type Touched = { readonly old: PdfObject; readonly now: PdfObject }

/** The comparison of a revision with the next: rules take from `touched` what they account for. */
export type Step = {
  readonly pdf: Pdf
  readonly before: Revision
  readonly after: Revision
  readonly reach: Reach
  readonly touched: Map<number, Touched>
  /** All that was touched to begin with. */
  readonly rewritten: Set<number>
  readonly changes: Change[]
  /** The changes as text, so that each is told once. */
  readonly reported: Set<string>
  /** Pairs of object numbers already compared for meaning, the one being compared counting as equal. */
  readonly pairs: Map<string, boolean>
}

/** Where a change was made, and what it brings. */
export type Where = Pick<Change, 'field' | 'page' | 'object' | 'key' | 'paints' | 'permits'>

export function report(step: Step, code: ChangeCode, level: ChangeLevel, where: Where = {}): void {
  const change: Change = { code, level, revision: step.after.index, ...where }
  const text = JSON.stringify(change)
  if (step.reported.has(text) || step.changes.length >= 500) return
  step.reported.add(text)
  step.changes.push(change)
}

/** Compares what the later revision wrote with what stood under the same numbers, and keeps what differs and mattered. */
export async function openStep(pdf: Pdf, before: Revision, after: Revision, reach: Reach): Promise<Step> {
  const step: Step = {
    ...{ pdf, before, after, reach, touched: new Map(), rewritten: new Set() },
    ...{ changes: [], reported: new Set(), pairs: new Map() },
  }
  const containers = containersOf(pdf, before, reach)
  const matters = (num: number) => reach.core.has(num) || reach.walled.has(num)
  for (const num of after.entries.nums) {
    if (num === 0 || !(matters(num) || containers.has(num))) continue
    const old = await loadObject(pdf, num, before)
    const now = await loadObject(pdf, num, after)
    if (await sameObject(pdf, old, now)) continue
    if (containers.has(num)) report(step, 'object-stream-replaced', 'other', { object: num })
    if (matters(num)) step.touched.set(num, { old, now })
    step.rewritten.add(num)
  }
  return step
}

/** The object streams that earlier revisions keep objects in; each revision is looked through once. */
function containersOf(pdf: Pdf, before: Revision, { containers }: Reach): ReadonlySet<number> {
  for (; containers.upTo <= before.index; containers.upTo++) {
    const entries = pdf.revisions[containers.upTo]?.entries
    entries?.kinds.forEach((kind, i) => {
      if (kind === 2) containers.nums.add(entries.firsts[i] ?? 0)
    })
  }
  return containers.nums
}

export async function catalogOf(pdf: Pdf, at: Revision): Promise<PdfDict | undefined> {
  return asDict(await get(pdf, at.trailer, 'Root', at))
}

export function typeOf(value: PdfObject): string | undefined {
  return asName(asDict(value)?.entries.get('Type'))
}
