import { concatBytes } from '@/lib/trust'
import { BYTE_MUTATIONS } from './mutate-bytes'
import { pick } from './random'
import type { Mutation, Random } from './random'

/** One element of a tree that may be written wrongly: `form` is how its length is put down. */
type Node = {
  tag: number
  body: Uint8Array
  parts: Node[] | undefined
  form: 'short' | 'long' | 'indefinite' | 'wrong'
  by: number
}

const NOTHING = new Uint8Array()
const DEEPEST = 40
const LARGEST = 50_000

function headOf(bytes: Uint8Array, at: number): { body: number; end: number } | undefined {
  const head = bytes.subarray(at, at + 6)
  const first = head[1] ?? 128
  const octets = first & 128 ? first & 127 : 0
  if (first === 128 || octets > 4) return undefined
  const body = at + 2 + octets
  const length = head.subarray(2, 2 + octets).reduce((sum, octet) => sum * 256 + octet, octets === 0 ? first : 0)
  return body + length <= bytes.length ? { body, end: body + length } : undefined
}

/** The elements that fill the bytes exactly, undefined when they do not. */
function elementsOf(bytes: Uint8Array, depth: number): Node[] | undefined {
  const elements: Node[] = []
  for (let at = 0; at < bytes.length; ) {
    const head = headOf(bytes, at)
    if (head === undefined) return undefined
    const tag = bytes[at] ?? 0
    const body = bytes.subarray(head.body, head.end)
    elements.push({ tag, body, parts: partsOf(tag, body, depth), form: 'short', by: 0 })
    at = head.end
  }
  return elements
}

/** What is inside: of strings of octets too, because certificates, tokens and keys lie in them. */
function partsOf(tag: number, body: Uint8Array, depth: number): Node[] | undefined {
  const isOctets = (tag === 4 || tag === 0x80) && body[0] === 0x30
  if (depth >= DEEPEST || body.length === 0 || !(isOctets || (tag & 32) === 32)) return undefined
  return elementsOf(body, depth + 1)
}

function lengthOctets(length: number, extra: number): number[] {
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return [128 | (octets.length + extra), ...new Array<number>(extra).fill(0), ...octets]
}

function encodeNode({ tag, body, parts, form, by }: Node): Uint8Array {
  const inside = parts === undefined ? body : concatBytes(parts.map(encodeNode))
  if (form === 'indefinite') return concatBytes([Uint8Array.of(tag | 32, 128), inside, Uint8Array.of(0, 0)])
  const length = Math.max(0, inside.length + (form === 'wrong' ? by : 0))
  if (form === 'long') return concatBytes([Uint8Array.of(tag, ...lengthOctets(length, by & 3)), inside])
  const head = length < 128 ? [length] : lengthOctets(length, 0)
  return concatBytes([Uint8Array.of(tag, ...head), inside])
}

type Place = { readonly node: Node; readonly among: Node[]; readonly at: number }

function placesIn(nodes: Node[], places: Place[] = []): Place[] {
  for (const [at, node] of nodes.entries()) {
    places.push({ node, among: nodes, at })
    if (node.parts !== undefined) placesIn(node.parts, places)
  }
  return places
}

type Edit = (place: Place, random: Random, all: readonly Place[]) => void

const TAGS = [1, 2, 3, 4, 5, 6, 0x0a, 0x0c, 0x13, 0x17, 0x18, 0x1f, 0x24, 0x30, 0x31, 0x80, 0xa0, 0xa1, 0xbf]

function rewritten(node: Node, body: Uint8Array): void {
  node.body = body
  node.parts = undefined
}

function copyNode(node: Node): Node {
  return { ...node, parts: node.parts?.map(copyNode) }
}

function nestNode(node: Node, levels: number): Node {
  let outer = node
  for (let i = 0; i < levels; i++) outer = { tag: 0x30, body: NOTHING, parts: [outer], form: 'short', by: 0 }
  return outer
}

const EDITS: readonly Edit[] = [
  ({ among, at }) => among.splice(at, 1),
  ({ among, at, node }) => among.splice(at, 0, node),
  ({ among, at, node }, random) => {
    const other = random(among.length)
    among[at] = among[other] ?? node
    among[other] = node
  },
  ({ among, at, node }, random, all) => {
    // A copy, because a tree that holds itself has no end.
    among[at] = copyNode(pick(all, random)?.node ?? node)
  },
  ({ node }, random) => {
    node.tag = pick(TAGS, random) ?? 0
  },
  ({ node }, random) => {
    node.form = pick(['long', 'indefinite', 'wrong'] as const, random) ?? 'wrong'
    node.by = random(9) - 4
  },
  ({ node }, random, all) => {
    rewritten(node, (pick(all, random)?.node ?? node).body)
  },
  ({ node }, random) => {
    const body = node.body.slice()
    if (body.length > 0) body[random(body.length)] = random(256)
    rewritten(node, body)
  },
  ({ node }, random) => {
    rewritten(node, node.body.slice(0, random(node.body.length)))
  },
  ({ node }, random) => {
    rewritten(node, new Uint8Array(1 + random(40)).fill(pick([0, 1, 127, 128, 255], random) ?? 0))
  },
  ({ among, at, node }, random) => {
    among[at] = nestNode(node, 1 + random(200))
  },
  ({ among, at, node }, random) => {
    const most = Math.min(300, Math.ceil(LARGEST / (encodeNode(node).length + 1)))
    among.splice(at, 0, ...new Array<Node>(random(most)).fill(node))
  },
]

/** The structure understood and written otherwise; bytes that are no DER are mutated blindly. */
export const mutateDer: Mutation = (bytes, random, others) => {
  const tree = elementsOf(bytes, 0)
  const places = placesIn(tree ?? [])
  const place = pick(places, random)
  if (tree === undefined || place === undefined)
    return (pick(BYTE_MUTATIONS, random) ?? BYTE_MUTATIONS[0])?.(bytes, random, others) ?? bytes
  pick(EDITS, random)?.(place, random, places)
  return concatBytes(tree.map(encodeNode))
}
