import { spliceBytes } from './mutate-bytes'
import { mutateDer } from './mutate-der'
import { pick } from './random'
import type { Mutation, Random } from './random'

const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

type Span = { readonly at: number; readonly text: string; readonly groups: readonly string[] }

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({ at: match.index, text: match[0], groups: match.slice(1) }))
}

/** Rewrites one of the places where the pattern stands. */
function rewriting(pattern: RegExp, rewrite: (span: Span, random: Random, all: readonly Span[]) => string): Mutation {
  return (bytes, random) => {
    const all = spansOf(textOf(bytes), pattern)
    const span = pick(all, random)
    return span === undefined
      ? bytes
      : spliceBytes(bytes, span.at, span.text.length, bytesOf(rewrite(span, random, all)))
  }
}

const NUMBERS = ['0', '1', '-1', '2', '65535', '2147483647', '2147483648', '4294967296', '99999999999999999999', '1e9']
const TOKENS = [
  '<<',
  '>>',
  '[',
  ']',
  ' R',
  ' 0 obj',
  'endobj',
  'stream',
  'endstream',
  '%%EOF',
  'xref',
  '(',
  ')',
  '<',
  '>',
]
const KEYED =
  /\/(Length|Size|Prev|XRefStm|Count|First|N|Index|W|ByteRange|Predictor|Columns|Colors|P|V|F|Rect|Root)(\s*\[?\s*)(-?\d+)/g
const OBJECTS = /\d+ \d+ obj\b[\s\S]*?endobj/g
const OBJECT = /(\d+) (\d+) obj\b\s*([\s\S]*?)\s*endobj/g

function numberNear(text: string, random: Random): string {
  return random(2) === 0 ? (pick(NUMBERS, random) ?? '0') : String(Number(text) + random(41) - 20)
}

/** Two different places in order. */
function pairOf(first: number, other: number): [number, number] {
  return other < first ? [other, first] : [first, other + 1]
}

/** Two objects change places, the table of offsets as it was. */
const swapObjects: Mutation = (bytes, random) => {
  const all = spansOf(textOf(bytes), OBJECTS)
  const [a, b] = all.length < 2 ? [] : pairOf(random(all.length), random(all.length - 1)).map((at) => all[at])
  if (a === undefined || b === undefined) return bytes
  const later = spliceBytes(bytes, b.at, b.text.length, bytesOf(a.text))
  return spliceBytes(later, a.at, a.text.length, bytesOf(b.text))
}

const lastOf = (text: string, pattern: RegExp) => spansOf(text, pattern).at(-1)?.groups[0] ?? '0'

/** An update as an attacker appends it: an object takes the content of another, the table is right. */
const appendUpdate: Mutation = (bytes, random) => {
  const text = textOf(bytes)
  const all = spansOf(text, OBJECT)
  const [target, source] = [pick(all, random), pick(all, random)]
  if (target === undefined || source === undefined) return bytes
  const [[num = ''], [, , content = '']] = [target.groups, source.groups]
  const keys = `/Root ${lastOf(text, /\/Root (\d+ \d+ R)/g)}/Prev ${lastOf(text, /startxref\s+(\d+)/g)}`
  const body = `${num} 0 obj\n${content}\nendobj\n`
  const at = bytes.length
  const table = `xref\n${num} 1\n${String(at).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<</Size ${String(Number(num) + 200)}${keys}>>\n`
  return spliceBytes(bytes, at, 0, bytesOf(`${body}${table}${trailer}startxref\n${String(at + body.length)}\n%%EOF\n`))
}

/** The longest string of digits between angle brackets, where a signature lies, is read as DER and written otherwise. */
const mutateContents: Mutation = (bytes, random, others) => {
  const span = pick(spansOf(textOf(bytes), /<([0-9a-f]{400,})>/g), random)
  const digits = span?.groups[0]
  if (span === undefined || digits === undefined) return bytes
  const whole = new Uint8Array(Buffer.from(digits, 'hex'))
  const length = 4 + (whole[2] ?? 0) * 256 + (whole[3] ?? 0)
  const mutated = Buffer.from(mutateDer(whole.slice(0, length), random, others)).toString('hex')
  const room = digits.length
  return spliceBytes(bytes, span.at + 1, room, bytesOf(mutated.padEnd(room, '0').slice(0, room)))
}

/** What understands PDF syntax: keys, numbers, references, names, objects, offsets, updates, signatures. */
export const PDF_MUTATIONS: readonly Mutation[] = [
  rewriting(KEYED, ({ groups: [key = '', between = '', value = ''] }, random) => {
    return `/${key}${between}${numberNear(value, random)}`
  }),
  rewriting(/\d{10} \d{5} [nf]/g, ({ text }, random) => {
    const offset = Math.max(0, Number(text.slice(0, 10)) + random(101) - 50)
    return `${String(offset).padStart(10, '0')}${text.slice(10, 17)}${random(5) === 0 ? 'f' : 'n'}`
  }),
  rewriting(/startxref\s+(\d+)/g, ({ groups: [offset = ''] }, random) => `startxref\n${numberNear(offset, random)}`),
  rewriting(/(\d+) 0 R/g, ({ text }, random, all) =>
    random(2) ? (pick(all, random)?.text ?? text) : `${String(random(99))} 0 R`,
  ),
  rewriting(/\/[A-Za-z]+/g, ({ text }, random, all) => pick(all, random)?.text ?? text),
  rewriting(/\/[A-Za-z]+ ?[^/<>[\]()]+/g, ({ text }, random, all) => `${text} ${pick(all, random)?.text ?? ''}`),
  rewriting(/<<|\[/g, ({ text }, random) => text.repeat(1 + random(pick([4, 80, 3000], random) ?? 4))),
  rewriting(/\s/g, ({ text }, random) => text + (pick(TOKENS, random) ?? '')),
  rewriting(/<[0-9a-f]{400,}>/g, ({ text }, random) => {
    const at = 1 + random(text.length - 2)
    return text.slice(0, at) + (pick([' ', '\n', '0', 'F', '>', '<', '00'], random) ?? '') + text.slice(at + random(3))
  }),
  rewriting(OBJECTS, () => ''),
  rewriting(OBJECTS, ({ text }, random, all) => text + (pick(all, random)?.text ?? '')),
  swapObjects,
  appendUpdate,
  mutateContents,
  mutateContents,
]
