import { nameOfIsland } from './live-islands'

/**
 * Makes what stands in `old` the same as what stands in `fresh`. An element that is there already stays the same element, with its
 * focus; what works in the browser (an island) is left alone, but for the properties beside it.
 */
export function matchPage(old: Element, fresh: Element): void {
  let rest = [...old.childNodes]
  for (const newer of [...fresh.childNodes]) {
    const at = placeOf(newer, rest)
    const node = rest[at]
    if (node === undefined) {
      old.insertBefore(document.importNode(newer, true), rest[0] ?? null)
      continue
    }
    for (const gone of rest.slice(0, at)) gone.remove()
    matchNode(node, newer)
    rest = rest.slice(at + 1)
  }
  for (const gone of rest) gone.remove()
}

/** Where in `rest` the node stands that `newer` is by now; no part that works in the browser is passed over for it. */
function placeOf(newer: Node, rest: readonly Node[]): number {
  const island = rest.findIndex((node) => nameOfIsland(node) !== null)
  const within = island === -1 ? rest : rest.slice(0, island + 1)
  return within.findIndex((node) => isSame(node, newer))
}

const idOf = (node: Node) => (node instanceof Element ? node.id : '')

function isSame(node: Node, newer: Node): boolean {
  return node.nodeName === newer.nodeName && idOf(node) === idOf(newer) && nameOfIsland(node) === nameOfIsland(newer)
}

function matchNode(node: ChildNode, newer: ChildNode): void {
  if (nameOfIsland(node) !== null) return
  if (node instanceof Element && newer instanceof Element) {
    matchAttributes(node, newer)
    matchPage(node, newer)
  } else if (node.nodeValue !== newer.nodeValue) node.nodeValue = newer.nodeValue
}

/** What the reader folded out stays so. */
const OF_THE_READER = 'open'

function matchAttributes(node: Element, newer: Element): void {
  for (const name of node.getAttributeNames())
    if (name !== OF_THE_READER && !newer.hasAttribute(name)) node.removeAttribute(name)
  for (const { name, value } of newer.attributes)
    if (name !== OF_THE_READER && node.getAttribute(name) !== value) node.setAttribute(name, value)
}
