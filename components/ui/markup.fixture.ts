/** One element of a page, as a screen reader walks it. */
export type Node = {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: (Node | string)[]
  parent: Node | null
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const decoded = (text: string) => text.replace(/&(#x27|\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), decoded(value)]))
}

/** Several questions are asked of one page in a row. */
let latest: { html: string; root: Node } | null = null

/** The tree of what React wrote: well formed, every value in double quotes. An element left open or closed twice throws. */
export function parseMarkup(html: string): Node {
  if (latest?.html !== html) latest = { html, root: parse(html) }
  return latest.root
}

function parse(html: string): Node {
  const root: Node = { tag: '#root', attributes: {}, children: [], parent: null }
  let open = root
  for (const [token] of html.matchAll(/<!--.*?-->|<\/?[^\s/>]+(?:"[^"]*"|[^">])*>|[^<]+/gs)) {
    if (token.startsWith('<!--')) continue
    if (!token.startsWith('<')) {
      open.children.push(decoded(token))
    } else if (token.startsWith('</')) {
      if (open.parent === null || token !== `</${open.tag}>`) throw new Error(`${token} closes <${open.tag}>`)
      open = open.parent
    } else {
      const [, tag = '', rest = ''] = /^<([^\s/>]+)(.*?)\/?>$/s.exec(token) ?? []
      const node: Node = { tag, attributes: attributesOf(rest), children: [], parent: open }
      open.children.push(node)
      if (!VOID.has(tag)) open = node
    }
  }
  if (open !== root) throw new Error(`<${open.tag}> is left open`)
  return root
}

const walked = new WeakMap<Node, Node[]>()

/** Every element below a node, in the order of the page. */
export function elementsOf(node: Node): Node[] {
  const cached = walked.get(node)
  if (cached !== undefined) return cached
  const below = node.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]))
  walked.set(node, below)
  return below
}

export function ancestorsOf(node: Node): Node[] {
  const above: Node[] = []
  for (let at = node.parent; at !== null; at = at.parent) above.push(at)
  return above
}

const isHidden = ({ attributes }: Node) => attributes['aria-hidden'] === 'true' || attributes['hidden'] !== undefined
const BLOCK =
  /^(address|article|aside|blockquote|br|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|label|legend|li|main|nav|ol|option|p|section|summary|table|td|th|tr|ul)$/

/** What is read out: text without what is hidden from a screen reader, pictures by their words; blocks are lines. */
export function spoken(node: Node): string {
  const parts = node.children.map((child) => {
    if (typeof child === 'string') return child
    if (isHidden(child) || child.tag === 'script' || child.tag === 'title') return ''
    const words = child.tag === 'img' ? (child.attributes['alt'] ?? '') : spoken(child)
    return BLOCK.test(child.tag) ? `\n${words}\n` : words
  })
  return parts.join('')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What an element is called to somebody who does not see it. */
export function nameOf(node: Node, root: Node): string {
  const { attributes } = node
  const by = attributes['aria-labelledby']?.split(' ').map((id) => byId(root, id))
  if (by !== undefined) return oneLine(by.map((named) => (named === undefined ? '' : spoken(named))).join(' '))
  if (attributes['aria-label'] !== undefined) return oneLine(attributes['aria-label'])
  if (/^(input|select|textarea|progress)$/.test(node.tag)) return labelOf(node, root)
  return oneLine(spoken(node))
}

function labelOf(control: Node, root: Node): string {
  const around = ancestorsOf(control).filter(({ tag }) => tag === 'label')
  const pointing = elementsOf(root).filter(
    ({ tag, attributes }) =>
      tag === 'label' && attributes['for'] !== undefined && attributes['for'] === control.attributes['id'],
  )
  return oneLine([...around, ...pointing].map(spoken).join(' '))
}

export const byId = (root: Node, id: string) => elementsOf(root).find(({ attributes }) => attributes['id'] === id)

/** The text of a page as one line, for asking what it says. */
export const textOf = (html: string): string => oneLine(spoken(parseMarkup(html)))

/** The links of a page: what each is called and where it leads. */
export function linksOf(html: string): [name: string, href: string][] {
  const root = parseMarkup(html)
  return elementsOf(root)
    .filter(({ tag, attributes }) => tag === 'a' && attributes['href'] !== undefined)
    .map((link) => [nameOf(link, root), link.attributes['href'] ?? ''])
}

/** What can be pressed to send something. */
export function buttonsOf(html: string): string[] {
  const root = parseMarkup(html)
  return elementsOf(root)
    .filter(({ tag }) => tag === 'button')
    .map((button) => nameOf(button, root))
}

/** The controls a form would send without script, with the value each begins with. */
export function inputsOf(html: string): { name: string; type: string; value: string }[] {
  return elementsOf(parseMarkup(html))
    .filter(({ tag, attributes }) => /^(input|select|textarea)$/.test(tag) && attributes['name'] !== undefined)
    .map(({ tag, attributes, children }) => ({
      name: attributes['name'] ?? '',
      type: attributes['type'] ?? tag,
      value: attributes['value'] ?? (typeof children[0] === 'string' ? children[0] : ''),
    }))
}
