import { deflateSync } from 'node:zlib'
import { stream } from './pdf-file'

const MEGABYTE = 1 << 20
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'
const PAGES = '<</Type/Pages/Kids[]/Count 0>>'
const LOST = '<</Type/Nothing>>'
const START = startOf(CATALOG)

function startOf(catalog: string): string {
  return `%PDF-1.7\n1 0 obj\n${catalog}\nendobj\n2 0 obj\n${PAGES}\nendobj\n`
}

const ten = (offset: number) => String(offset).padStart(10, '0')
const rowOf = (offset: number, kind = 'n') => `${ten(offset)} 00000 ${kind} \n`
const OWN = `1 2\n${rowOf(9)}${rowOf(START.indexOf('2 0 obj'))}`
const closing = (xref: number) => `startxref\n${String(xref)}\n%%EOF\n`
const latin = (text: string) => Buffer.from(text, 'latin1')

/** Beginning, one table of these subsections, and its end. */
function withTable(subsections: string, { start = START, more = '' } = {}): Uint8Array {
  const trailer = `trailer\n<</Size 9999999/Root 1 0 R${more}>>\n`
  return latin(`${start}xref\n${OWN}${subsections}${trailer}${closing(start.length)}`)
}

/** As many rows as fit into a table of this length. */
export function tableRows(megabytes = 19): Uint8Array {
  const count = Math.floor((megabytes * MEGABYTE) / 20)
  return withTable(`10 ${String(count)}\n${rowOf(0).repeat(count)}`)
}

/** The same rows, named by many ends: with no catalog, one chain after the other is tried. */
export function tableOfManyChains(megabytes = 19): Uint8Array {
  const start = startOf(LOST)
  const count = Math.floor((megabytes * MEGABYTE) / 20)
  const rows = `10 ${String(count)}\n${rowOf(0).repeat(count)}`
  const ends = Array.from({ length: 60 }, (_, i) => closing(start.length - i)).join('')
  return latin(`${start}xref\n${OWN}${rows}trailer\n<</Size 9/Root 1 0 R>>\n${ends}`)
}

/** Millions of subsections without a row. */
export function emptySubsections(megabytes = 10): Uint8Array {
  return withTable('0 0\n'.repeat((megabytes * MEGABYTE) / 4))
}

/** Subsections of one row each, every one of an odd width that is noted, behind thousands of revisions. */
export function oddRows(megabytes = 10, revisions = 4000): Uint8Array {
  let text = START
  let previous = ''
  for (let i = 0; i < revisions; i++) {
    const at = text.length
    text += `xref\n${OWN}trailer\n<</Size 9/Root 1 0 R${previous}>>\n${closing(at)}`
    previous = `/Prev ${String(at)}`
  }
  const rows = Array.from(
    { length: Math.floor((megabytes * MEGABYTE) / 28) },
    (_, i) => `${String(i + 10)} 1\n${ten(9)} 00000 n\n`,
  )
  return withTable(rows.join(''), { start: text, more: previous })
}

/** Revisions closed by a cross-reference stream of a few KB that holds `rows` rows, listed under numbers that repeat. */
export function streamedRows(rows = 2_000_000, revisions = 12, sizeMegabytes = 19): Uint8Array {
  const packed = deflateSync(new Uint8Array(rows), { level: 9 })
  const half = String(Math.floor(rows / 8))
  const index = `/Index[${`0 ${half} `.repeat(8)}]`
  const filler = `5 0 obj\n(${'x'.repeat(sizeMegabytes * MEGABYTE)})\nendobj\n`
  const parts: Uint8Array[] = [latin(START + filler)]
  let at = START.length + filler.length
  let previous = ''
  const add = (part: Uint8Array) => {
    parts.push(part)
    at += part.byteLength
  }
  for (let i = 0; i < revisions; i++) {
    const own = at
    const entries = `/Type/XRef/W[0 0 1]/Size ${String(rows)}${index}/Root 1 0 R${previous}/Filter/FlateDecode`
    previous = `/Prev ${String(own)}`
    add(latin(`${String(100 + i)} 0 obj\n<<${entries}/Length ${String(packed.byteLength)}>>\nstream\n`))
    add(packed)
    add(latin(`\nendstream\nendobj\n${closing(own)}`))
  }
  return Buffer.concat(parts)
}

/** Tables by the thousand that each hide the same cross-reference stream (hybrid files). */
export function sharedHiddenRows(rows = 250_000, sections = 3000): Uint8Array {
  const packed = deflateSync(new Uint8Array(rows), { level: 9 })
  const hidden = START.length
  const entries = `/Type/XRef/W[0 0 1]/Size ${String(rows)}/Root 1 0 R/Filter/FlateDecode`
  const head = `7 0 obj\n<<${entries}/Length ${String(packed.byteLength)}>>\nstream\n`
  let text = `${START}${head}${packed.toString('latin1')}\nendstream\nendobj\n`
  let previous = ''
  for (let i = 0; i < sections; i++) {
    const at = text.length
    text += `xref\n${OWN}trailer\n<</Size 9/Root 1 0 R/XRefStm ${String(hidden)}${previous}>>\n${closing(at)}`
    previous = `/Prev ${String(at)}`
  }
  return latin(text)
}

/** `refs` fields that all stand in one object stream, under an index that is not theirs. */
function inObjectStream(body: Uint8Array, first: number, pairs: number, refs: number): Uint8Array {
  const names = Array.from({ length: refs }, (_, i) => `${String(i + 10)} 0 R`).join(' ')
  const start = startOf(CATALOG.replace('>>', `/AcroForm<</Fields[${names}]>>>>`))
  const container = stream(`/Type/ObjStm/N ${String(pairs)}/First ${String(first)}`, body, true)
  const head = latin(`${start}5 0 obj\n`)
  const xref = head.byteLength + container.byteLength + 8
  const rows = Buffer.alloc((refs + 10) * 6)
  const put = (num: number, kind: number, value: number) => {
    rows[num * 6] = kind
    rows.writeUInt32BE(value, num * 6 + 1)
  }
  put(1, 1, 9)
  put(2, 1, start.indexOf('2 0 obj'))
  put(5, 1, start.length)
  for (let i = 0; i < refs; i++) put(i + 10, 2, 5)
  const table = stream(`/Type/XRef/W[1 4 1]/Size ${String(refs + 10)}/Root 1 0 R`, rows, true)
  return Buffer.concat([head, container, latin('\nendobj\n6 0 obj\n'), table, latin(`\nendobj\n${closing(xref)}`)])
}

/** An object stream that unfolds to millions of numbers, each looked through for thousands of objects. */
export function pairsWithoutEnd(pairs = 6_000_000, refs = 20_000): Uint8Array {
  const numbers = '1 0 '.repeat(pairs)
  return inObjectStream(latin(`${numbers}null`), numbers.length, pairs, refs)
}

/** Small objects in one object stream that unfold to very many dictionaries. */
export function dictionariesWithoutEnd(refs = 3500, dictionaries = 990): Uint8Array {
  const object = `<</T(x)/X[${'<</A 1>>'.repeat(dictionaries)}]>> `
  const numbers = Array.from({ length: refs }, (_, i) => `${String(i + 10)} ${String(i * object.length)} `).join('')
  return inObjectStream(latin(numbers + object.repeat(refs)), numbers.length, refs, refs)
}

/** An object stream of a MB or less that unfolds to a GB. */
export function unfolding(megabytes = 1024): Uint8Array {
  return inObjectStream(Buffer.alloc(megabytes * MEGABYTE, 32), 8, 1, 10)
}

/** Object headers by the ten thousand before each place that may be a lost signature. */
export function headersBeforeRanges(places = 60): Uint8Array {
  const block = `${'1 0 obj '.repeat(MEGABYTE / 8 / 8)}/ByteRange endobj `
  const start = `${START}${block.repeat(places)}\n`
  return withTable('', { start })
}

/** A file without its cross-reference, of as many objects as fit. */
export function objectsLyingAbout(megabytes = 7): Uint8Array {
  return latin(`${START}${'1 0 obj '.repeat((megabytes * MEGABYTE) / 8)}trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`)
}

/** Ends of revisions without number in a file that has no catalog. */
export function endsWithoutNumber(megabytes = 19): Uint8Array {
  return withTable('', { start: startOf(LOST) + 'startxref 5\n%%EOF\n'.repeat((megabytes * MEGABYTE) / 18) })
}

/** Revisions whose ends are nowhere, while ends that are none of theirs lie everywhere. */
export function endsOfOthers(revisions = 4000, megabytes = 15): Uint8Array {
  let text = START
  let previous = ''
  for (let i = 0; i < revisions; i++) {
    const at = text.length
    text += `xref\n${OWN}trailer\n<</Size 9/Root 1 0 R${previous}>>\nnone `
    previous = `/Prev ${String(at)}`
  }
  return withTable('', { start: text + 'startxref 5\n%%EOF\n'.repeat((megabytes * MEGABYTE) / 18), more: previous })
}

export const STRUCTURE_FAMILIES = {
  'a table of a million rows': () => tableRows(),
  'a table that many chains end in': () => tableOfManyChains(),
  'subsections without rows': () => emptySubsections(),
  'rows of odd width': () => oddRows(),
  'rows that unfold from nothing': () => streamedRows(),
  'hidden rows that thousands share': () => sharedHiddenRows(),
  'pairs without end': () => pairsWithoutEnd(),
  'dictionaries without end': () => dictionariesWithoutEnd(),
  'an object stream of a GB': () => unfolding(),
  'headers before ranges': () => headersBeforeRanges(),
  'objects lying about': () => objectsLyingAbout(),
  'ends without number': () => endsWithoutNumber(),
  'ends of others': () => endsOfOthers(),
} as const satisfies Record<string, () => Uint8Array>
