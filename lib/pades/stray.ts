import { asDict, asStream, dictOf, latin1, loadObject, objectAt, ref } from '@/lib/pdf'
import type { Pdf, PdfDict, Revision } from '@/lib/pdf'
import { readContent } from './cms-judge'
import { judgeCoverage } from './coverage'
import type { Field } from './form-tree'
import type { Candidate } from './judge'
import { endOfRange } from './range-search'
import { signatureOf } from './signature-field'
import type { SignatureDictionary } from './signature-field'

const BEFORE = 1 << 17
const BEHIND = 1 << 12
const MOST = 50

/**
 * Signatures that nothing in the file leads to: their dictionaries are looked for at the places given, where the file says
 * `/ByteRange`. One that stands in the data of a stream belongs to another file kept inside this one.
 */
export async function strayCandidates(
  pdf: Pdf,
  places: readonly number[],
  knownSignatures: readonly SignatureDictionary[],
): Promise<Candidate[]> {
  const strays: Candidate[] = []
  for (const place of places.slice(0, MOST)) {
    const signature = await dictionaryAround(pdf, place)
    if (
      signature === undefined ||
      knownSignatures.some((other) => isSame(other, signature)) ||
      (await isInStream(pdf, place))
    )
      continue
    const coverage = await judgeCoverage(pdf, signature)
    if (coverage.revision === undefined && knownSignatures.some(({ num }) => num === signature.num)) continue
    const content = await readContent(pdf, pdf.last, signature)
    const foundSignature = {
      ...signature,
      fields: [signature.field.name],
      at: pdf.last,
      standing: 'unreachable',
    } as const
    strays.push({ signature: foundSignature, coverage, content, digests: new Map() })
  }
  return strays
}

function isSame({ contents }: SignatureDictionary, other: SignatureDictionary): boolean {
  return contents !== undefined && contents.start >= 0 && contents.start === other.contents?.start
}

const HEADER = /(\d{1,10})\s+(\d{1,5})\s+obj\b/g
const ENDS = /\bendobj\b/g
const RANGE = /^\s*\[\s*(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})/

async function dictionaryAround(pdf: Pdf, place: number): Promise<SignatureDictionary | undefined> {
  const from = Math.max(0, place - BEFORE)
  const bytes = await pdf.source.read(from, place - from + BEHIND)
  const text = latin1(bytes)
  const header = lastHeader(text.slice(0, place - from))
  if (header === undefined) return undefined
  const num = Number(header[1])
  const object = await objectAt(pdf.source, from + header.index)
  const dict = asDict(object?.value) ?? rangeOnly(bytes, place - from)
  if (dict?.entries.has('ByteRange') !== true) return undefined
  const name = nameIn(text, num)
  const field: Field = { name, kind: 'Sig', dict: dictOf([]), num: undefined, value: ref(num), widgets: [] }
  return signatureOf(pdf, pdf.last, field, dict)
}

/** The last header of an object that has not ended. */
function lastHeader(text: string): RegExpExecArray | undefined {
  const ended = [...text.matchAll(ENDS)].at(-1)?.index ?? -1
  const header = [...text.matchAll(HEADER)].at(-1)
  return header !== undefined && header.index > ended ? header : undefined
}

/** Of a dictionary that was cut off, what its range says is left. */
function rangeOnly(bytes: Uint8Array, slash: number): PdfDict | undefined {
  const text = latin1(bytes.subarray(endOfRange(bytes, slash)))
  const range = RANGE.exec(text)?.slice(1).map(Number)
  return range && dictOf([['ByteRange', { type: 'array', items: range }]])
}

/** The name of the field that once pointed to the signature, where it stands nearby. */
function nameIn(text: string, num: number): string {
  const value = new RegExp(`/V\\s+${String(num)}\\s+\\d+\\s+R`)
  const field = text.split(ENDS).find((piece) => value.test(piece))
  return /\/T\s*\(((?:\\.|[^()\\]){0,200})\)/.exec(field ?? '')?.[1] ?? ''
}

/** Whether a place lies in the data of a stream, as of the revision that wrote it. */
async function isInStream(pdf: Pdf, place: number): Promise<boolean> {
  for (const revision of pdf.revisions) {
    pdf.source.spend?.(revision.entries.nums.length)
    const num = nearestBefore(revision, place)
    const stream = num === undefined ? undefined : asStream(await loadObject(pdf, num, revision))
    if (stream !== undefined && stream.start <= place && place < stream.start + stream.length) return true
  }
  return false
}

/** The number of the last object that a revision says begins before a place. */
function nearestBefore({ entries }: Revision, place: number): number | undefined {
  let [best, nearest]: [number, number | undefined] = [-1, undefined]
  for (let i = 0; i < entries.firsts.length; i++) {
    const offset = entries.firsts[i] ?? 0
    if (entries.kinds[i] !== 1 || offset > place || offset <= best) continue
    ;[best, nearest] = [offset, entries.nums[i]]
  }
  return nearest
}
