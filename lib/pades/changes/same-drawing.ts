import { asDict, asName, asStream, decodeStream, get, readContent, resolve } from '@/lib/pdf'
import type { Operation, Pdf, PdfDict, PdfObject, Revision } from '@/lib/pdf'
import type { Drawing } from './drawn'
import { differingKeys, sameOctets } from './equal'
import { isUnchanged } from './unchanged'
import type { Step } from './step'

const MAX_DEPTH = 6
/** What says how a stream is written, or is compared by what it is used for. */
const WRITING: ReadonlySet<string> = new Set([
  'Length',
  'Filter',
  'DecodeParms',
  'Resources',
  'PieceInfo',
  'LastModified',
])

/**
 * Whether two form XObjects draw the same: the same operations with resources that mean the same. Resources that are not
 * used may differ, because forms share them and gain some with every field that is filled.
 */
export async function isSameDrawing(step: Step, old: Drawing, now: Drawing, depth = 0): Promise<boolean> {
  if (depth > MAX_DEPTH || !(await isSameFrame(step, old, now))) return false
  const content = await sameContent(step, old, now)
  if (content === undefined) return false
  const operations = readContent(content)
  if (operations === undefined) return isUnchanged(step, own(old), own(now))
  for (const use of usesOf(operations)) if (!(await isSameResource(step, use, { old, now, depth }))) return false
  return true
}

/** The content of both, undefined when they differ or cannot be decoded. */
async function sameContent({ pdf }: Step, old: Drawing, now: Drawing): Promise<Uint8Array | undefined> {
  const was = await decodeStream(pdf, old.stream, old.at)
  const is = await decodeStream(pdf, now.stream, now.at)
  return was.complete && is.complete && sameOctets(was.bytes, is.bytes) ? was.bytes : undefined
}

const own = ({ stream }: Drawing) => stream.dict.entries.get('Resources')

async function isSameFrame(step: Step, old: Drawing, now: Drawing): Promise<boolean> {
  const [was, is] = [old.stream.dict, now.stream.dict]
  for (const key of differingKeys(was, is)) {
    if (!WRITING.has(key) && !(await isUnchanged(step, was.entries.get(key), is.entries.get(key)))) return false
  }
  return true
}

/** Each operator that names a resource, and of which kind (ISO 32000-2 section 7.8.3). */
const KINDS: Readonly<Record<string, string>> = {
  ...{ Tf: 'Font', Do: 'XObject', gs: 'ExtGState', cs: 'ColorSpace', CS: 'ColorSpace', sh: 'Shading' },
  ...{ scn: 'Pattern', SCN: 'Pattern', BDC: 'Properties', DP: 'Properties' },
}

/** The resources a content stream names, as "kind/name". */
export function usesOf(operations: readonly Operation[]): Set<string> {
  const uses = new Set<string>()
  for (const { operator, operands } of operations) {
    const kind = KINDS[operator]
    const named = kind === undefined ? undefined : asName(operator === 'Tf' ? operands[0] : operands.at(-1))
    if (kind !== undefined && named !== undefined) uses.add(`${kind}/${named}`)
  }
  return uses
}

type Pair = { readonly old: Drawing; readonly now: Drawing; readonly depth: number }

async function isSameResource(step: Step, use: string, { old, now, depth }: Pair): Promise<boolean> {
  const [was, is] = [await resourceOf(step, old, use), await resourceOf(step, now, use)]
  if (await isUnchanged(step, was, is)) return true
  const [before, after] = [
    asStream(await resolve(step.pdf, was, old.at)),
    asStream(await resolve(step.pdf, is, now.at)),
  ]
  if (before === undefined || after === undefined) return false
  const inner = (drawing: Drawing, stream: typeof before): Drawing => ({ ...drawing, stream })
  return isSameDrawing(step, inner(old, before), inner(now, after), depth + 1)
}

async function resourceOf({ pdf }: Step, { stream, at, inherited }: Drawing, use: string): Promise<PdfObject> {
  const resources = asDict(await get(pdf, stream.dict, 'Resources', at))
  return (await resourceIn(pdf, resources, use, at)) ?? (await resourceIn(pdf, inherited, use, at)) ?? null
}

/** What "kind/name" stands for in resources. */
export async function resourceIn(
  pdf: Pdf,
  resources: PdfDict | undefined,
  use: string,
  at: Revision,
): Promise<PdfObject | undefined> {
  const slash = use.indexOf('/')
  return asDict(await get(pdf, resources, use.slice(0, slash), at))?.entries.get(use.slice(slash + 1))
}
