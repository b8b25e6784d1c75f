import { asArray, asDict, asRef, asStream, decodeStream, resolve } from '@/lib/pdf'
import type { PdfDict, PdfObject, PdfStream } from '@/lib/pdf'
import { differingKeys, sameObject, sameOctets } from './equal'
import type { Step } from './step'

const MAX_DEPTH = 8

/** Whether two values mean the same although one is written in place and the other elsewhere. */
export async function isEquivalent(
  step: Step,
  old: PdfObject | undefined,
  now: PdfObject | undefined,
  depth = 0,
): Promise<boolean> {
  const [was, is] = [asRef(old)?.num, asRef(now)?.num]
  if (was === undefined || is === undefined) return compareResolved(step, old, now, depth)
  // Pairs of objects are compared once: structures that share their parts would take for ever otherwise.
  const pair = `${String(was)}/${String(is)}`
  const cached = step.pairs.get(pair)
  if (cached !== undefined) return cached
  step.pairs.set(pair, true)
  const same = await compareResolved(step, old, now, depth)
  step.pairs.set(pair, same)
  return same
}

/** Whether an entry of two dictionaries means the same. */
export function isEquivalentEntry(
  step: Step,
  was: PdfDict | undefined,
  is: PdfDict | undefined,
  key: string,
): Promise<boolean> {
  return isEquivalent(step, was?.entries.get(key), is?.entries.get(key))
}

async function compareResolved(
  step: Step,
  old: PdfObject | undefined,
  now: PdfObject | undefined,
  depth: number,
): Promise<boolean> {
  const [a, b] = [await resolve(step.pdf, old, step.before), await resolve(step.pdf, now, step.after)]
  if (await sameObject(step.pdf, a, b)) return true
  if (depth >= MAX_DEPTH) return false
  const [list, other] = [asArray(a), asArray(b)]
  if (list !== undefined && other !== undefined) return equivalentLists(step, list, other, depth)
  return compareCompounds(step, a, b, depth)
}

async function compareCompounds(step: Step, a: PdfObject, b: PdfObject, depth: number): Promise<boolean> {
  const [stream, recoded] = [asStream(a), asStream(b)]
  if (stream !== undefined && recoded !== undefined) return equivalentStreams(step, stream, recoded, depth)
  const [dict, another] = [asDict(a), asDict(b)]
  const plain = stream === undefined && recoded === undefined && dict !== undefined && another !== undefined
  return plain && equivalentDicts(step, dict, another, depth)
}

async function equivalentLists(
  step: Step,
  a: readonly PdfObject[],
  b: readonly PdfObject[],
  depth: number,
): Promise<boolean> {
  if (a.length !== b.length) return false
  for (const [i, item] of a.entries()) if (!(await isEquivalent(step, item, b[i], depth + 1))) return false
  return true
}

async function equivalentDicts(step: Step, a: PdfDict, b: PdfDict, depth: number): Promise<boolean> {
  for (const key of differingKeys(a, b)) {
    if (key === 'Parent') return false
    if (!(await isEquivalent(step, a.entries.get(key), b.entries.get(key), depth + 1))) return false
  }
  return true
}

const CODING: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms'])
const MAX_RECODED = 1 << 20
/** One visit of the budget pays for so many decoded bytes. */
const BYTES_PER_VISIT = 64

/** The same bytes compressed (or encrypted) anew; large ones are not decoded for that and count as changed. */
async function equivalentStreams(step: Step, a: PdfStream, b: PdfStream, depth: number): Promise<boolean> {
  if (Math.max(a.length, b.length) > MAX_RECODED) return false
  for (const key of differingKeys(a.dict, b.dict)) {
    if (CODING.has(key)) continue
    if (!(await isEquivalent(step, a.dict.entries.get(key), b.dict.entries.get(key), depth + 1))) return false
  }
  const [was, is] = [await decodeStream(step.pdf, a, step.before), await decodeStream(step.pdf, b, step.after)]
  step.reach.budget -= (was.bytes.length + is.bytes.length) / BYTES_PER_VISIT
  return was.complete && is.complete && sameOctets(was.bytes, is.bytes)
}
