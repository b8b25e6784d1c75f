import type { Locale } from '@/lib/i18n'
import { ancestorsOf, byId, elementsOf, nameOf, parseMarkup, spoken } from './markup.fixture'
import type { Node } from './markup.fixture'

/** One rule every page keeps: what breaks it, in words. */
type Rule = (root: Node, all: Node[]) => string[]

const startOf = ({ tag, attributes }: Node) =>
  `<${tag}${Object.entries(attributes)
    .filter(([name]) => /^(id|name|href|for|role|type|value)$/.test(name))
    .map(([name, value]) => ` ${name}="${value.slice(0, 60)}"`)
    .join('')}>`

const isVisibleControl = ({ tag, attributes }: Node) =>
  /^(input|select|textarea|progress)$/.test(tag) && attributes['type'] !== 'hidden'

/** Text that no person was meant to read. */
const LEAKED = /\bundefined\b|\bnull\b|\[object |\bNaN\b|Invalid Date|\{\w+\}/
const leaks: Rule = (root, all) => [
  ...spoken(root)
    .split('\n')
    .filter((line) => LEAKED.test(line))
    .map((line) => `says “${line.trim().slice(0, 100)}”`),
  ...all.flatMap((node) =>
    Object.entries(node.attributes)
      .filter(([name, value]) => name !== 'class' && name !== 'action' && LEAKED.test(value))
      .map(([name, value]) => `${startOf(node)} has ${name}="${value}"`),
  ),
]

const REFERENCES = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-errormessage']
const references: Rule = (_, all) => {
  const there = new Set(all.map(({ attributes }) => attributes['id']))
  return all.flatMap((node) => {
    const ids = REFERENCES.flatMap((name) => node.attributes[name]?.split(' ') ?? [])
    const { href = '' } = node.attributes
    if (href.startsWith('#')) ids.push(decodeURIComponent(href.slice(1)))
    return ids.filter((id) => !there.has(id)).map((id) => `${startOf(node)} refers to “${id}”, which is not there`)
  })
}

const ids: Rule = (_, all) => {
  const ownIds = all.flatMap(({ attributes }) => (attributes['id'] === undefined ? [] : [attributes['id']]))
  return [...new Set(ownIds.filter((id, at) => ownIds.indexOf(id) !== at))].map((id) => `id “${id}” stands twice`)
}

const headings: Rule = (root, all) => {
  const matches = all.filter(({ tag }) => /^h[1-6]$/.test(tag))
  const levels = matches.map(({ tag }) => Number(tag.slice(1)))
  return [
    ...levels.flatMap((level, at) => {
      const before = levels[at - 1] ?? level
      return level > before + 1 ? [`h${String(before)} is followed by h${String(level)}`] : []
    }),
    ...matches.filter((node) => nameOf(node, root) === '').map((node) => `${startOf(node)} is empty`),
    ...(levels.filter((level) => level === 1).length > 1 ? ['there are two h1'] : []),
    ...(levels.includes(1) && !all.some(({ tag }) => tag === 'title') ? ['the page has no title of its own'] : []),
  ]
}

const NAMED = /^(a|button|summary|nav|table|fieldset|dialog|iframe|legend|label|option|th|dt|figcaption)$/
const names: Rule = (root, all) => [
  ...all
    .filter((node) => isVisibleControl(node) || (NAMED.test(node.tag) && !/^(table|fieldset|option)$/.test(node.tag)))
    .filter((node) => nameOf(node, root) === '')
    .map((node) => `${startOf(node)} has no name`),
  ...all
    .filter(({ tag }) => tag === 'table' || tag === 'fieldset')
    .filter((node) => {
      const title = node.children.find((child) => typeof child !== 'string' && /^(caption|legend)$/.test(child.tag))
      const words = typeof title === 'object' ? spoken(title).trim() : ''
      return words === '' && (node.attributes['aria-label'] ?? node.attributes['aria-labelledby']) === undefined
    })
    .map((node) => `${startOf(node)} has no title`),
  ...all
    .filter(({ tag, attributes }) => tag === 'img' && attributes['alt'] === undefined)
    .map((node) => `${startOf(node)} has no alt`),
]

const CONTEXT = /^(li|tr|p|dd|article|#root)$/

/** Two links that sound the same must lead to the same place, unless what stands around them tells them apart (WCAG 2.4.4). */
const links: Rule = (root, all) => {
  const led = new Map<string, { name: string; hrefs: Set<string> }>()
  for (const link of all.filter(({ tag, attributes }) => tag === 'a' && attributes['href'] !== undefined)) {
    const around = ancestorsOf(link).find(({ tag }) => CONTEXT.test(tag)) ?? root
    const name = nameOf(link, root)
    const entry = led.get(`${name} ${spoken(around)}`) ?? { name, hrefs: new Set() }
    led.set(`${name} ${spoken(around)}`, { name, hrefs: entry.hrefs.add(link.attributes['href'] ?? '') })
  }
  return [...led.values()]
    .filter(({ hrefs }) => hrefs.size > 1)
    .map(({ name }) => `links called “${name}” lead to different places`)
}

/** Not shown where no script runs. */
const isScriptOnly = (attributes: Node['attributes']) => attributes['class']?.split(' ').includes('script-only')

/** Invalid fields say why, choices stand under one question, and nothing jumps the order of the page. */
const controls: Rule = (root, all) => [
  ...all
    .filter(({ attributes }) => attributes['aria-invalid'] === 'true')
    .filter((node) => {
      const about = [node, ...ancestorsOf(node)].flatMap(
        (element) => element.attributes['aria-describedby']?.split(' ') ?? [],
      )
      return !about.some((id) => id.includes('error') && byId(root, id) !== undefined)
    })
    .map((node) => `${startOf(node)} is invalid and does not say why`),
  ...all
    .filter(({ tag, attributes }) => tag === 'input' && attributes['type'] === 'radio')
    .filter(
      (node) =>
        !ancestorsOf(node).some(({ tag, attributes }) => tag === 'fieldset' || attributes['role'] === 'radiogroup'),
    )
    .map((node) => `${startOf(node)} belongs to no question`),
  ...all
    .filter(({ attributes }) => Number(attributes['tabindex']) > 0)
    .map((node) => `${startOf(node)} jumps the order`),
  ...all
    .filter(({ tag, attributes }) => tag === 'form' && attributes['action'] === undefined && !isScriptOnly(attributes))
    .map((node) => `${startOf(node)} goes nowhere without script`),
  ...all
    .filter(
      ({ tag, attributes }) => tag === 'button' && attributes['type'] !== 'button' && attributes['form'] === undefined,
    )
    .filter((node) => !ancestorsOf(node).some(({ tag }) => tag === 'form'))
    .map((node) => `${startOf(node)} “${nameOf(node, root)}” sends no form`),
]

const BLOCKS = 'div|p|ul|ol|dl|table|h1|h2|h3|h4|h5|h6|form|section|fieldset|header|footer|nav|figure|details|hr'
const NOT_INSIDE: Record<string, RegExp> = {
  p: new RegExp(`^(${BLOCKS})$`),
  label: /^(label|p|div|ul|ol|h[1-6]|fieldset|form)$/,
  a: /^(a|button|input|select|textarea|label|summary)$/,
  button: /^(a|button|input|select|textarea|label|div|p|ul|ol|h[1-6])$/,
  form: /^form$/,
}
const PARENTS: Record<string, RegExp> = {
  li: /^(ul|ol)$/,
  dt: /^(dl|div)$/,
  dd: /^(dl|div)$/,
  tr: /^(thead|tbody|tfoot)$/,
  td: /^tr$/,
  th: /^tr$/,
  option: /^(select|optgroup|datalist)$/,
  legend: /^fieldset$/,
  caption: /^table$/,
  figcaption: /^figure$/,
  summary: /^details$/,
}
const ONLY_INSIDE: Record<string, RegExp> = {
  ul: /^li$/,
  ol: /^li$/,
  dl: /^(div|dt|dd)$/,
  select: /^(option|optgroup)$/,
}

/** The groups of a list of terms: each begins with a term and ends with something about it. */
function badGroups(list: Node): string[] {
  const parts = (node: Node) => node.children.filter((child) => typeof child !== 'string')
  const groups = parts(list).every(({ tag }) => tag === 'div') ? parts(list).map(parts) : [parts(list)]
  return groups
    .filter((group) => group.length > 0)
    .filter((group) => group[0]?.tag !== 'dt' || group.at(-1)?.tag !== 'dd' || group.some(({ tag }) => tag === 'div'))
    .map((group) => `${startOf(list)} has a group of ${group.map(({ tag }) => tag).join(' ')}`)
}

/** A term, and nothing said of it. */
const terms: Rule = (_, all) => [
  ...all.filter(({ tag }) => tag === 'dl').flatMap(badGroups),
  ...all
    .filter((node) => node.tag === 'dd' && spoken(node).trim() === '')
    .map((node) => `nothing stands after “${spoken(node.parent ?? node).trim()}”`),
]

/** What a browser would move elsewhere, or a screen reader count wrong. */
const nesting: Rule = (_, all) =>
  all.flatMap((node) => {
    const parent = node.parent?.tag ?? ''
    const outer = ancestorsOf(node).find(({ tag }) => NOT_INSIDE[tag]?.test(node.tag))
    return [
      ...(outer === undefined ? [] : [`${startOf(node)} stands inside ${startOf(outer)}`]),
      ...(parent === '#root' || (PARENTS[node.tag]?.test(parent) ?? true)
        ? []
        : [`${startOf(node)} stands in <${parent}>`]),
      ...((ONLY_INSIDE[parent]?.test(node.tag) ?? true) ? [] : [`<${parent}> holds ${startOf(node)}`]),
    ]
  })

const SLOPPY = /[^.][.!?:;,…] ?[.:;,](?![.\d\p{L}])|\p{L} +[.,;:?!](?=\s|$)| · *$|^ *· |\S {2,}\S/u
const punctuation: Rule = (root) =>
  spoken(root)
    .split('\n')
    .filter((line) => SLOPPY.test(line))
    .map((line) => `is punctuated “${line.trim().slice(0, 120)}”`)

const RULES: readonly Rule[] = [leaks, references, ids, headings, names, links, controls, nesting, terms, punctuation]

/** What a person or a screen reader would stumble over on a page, or a part of one; `own` is what the case itself put in. */
export function faultsOf(html: string, own: readonly string[] = []): string[] {
  const root = parseMarkup(html)
  const all = elementsOf(root)
  return RULES.flatMap((rule) => rule(root, all)).filter((fault) => !own.some((words) => fault.includes(words)))
}

const DIACRITICS = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu
const ENGLISH = /\b(the|of|and|your|with|was|this|that|have|are|been)\b/i
/** A name out of the code instead of words: camelCase, snake_case, or dotted. */
const KEY = /(?<![\p{L}\d./@_-])(?:[a-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:_[a-z]+)+|[a-z]+\.[a-z]+[A-Z]\w*)(?![\p{L}\d@/])/u
/** Vietnamese that stays so in any language: names of the law and the portal, and what is quoted. */
const KEPT = /“[^”]*”|Một Cửa|\d+\/QĐ|(NĐ|QĐ|TT|NQ)(-\p{Lu}+| \d[\d/]*)|₫/gu

const humanAttributes = ['aria-label', 'alt', 'title', 'placeholder']

/** Every piece of text a person reads or hears, but what says of itself that it is in another language. */
function piecesOf(node: Node): string[] {
  if (node.attributes['lang'] !== undefined || node.tag === 'script') return []
  const attributes = humanAttributes.flatMap((name) => node.attributes[name] ?? [])
  return [
    ...attributes,
    ...node.children.flatMap((child) => (typeof child === 'string' ? child.trim() : piecesOf(child))),
  ]
}

/** Text that is not in the language of the page, or not words at all. */
export function foreignText(html: string, locale: Locale, own: readonly string[] = []): string[] {
  const stripped = (piece: string) => own.reduce((rest, words) => rest.replaceAll(words, ''), piece).replace(KEPT, '')
  return piecesOf(parseMarkup(html)).filter((piece) => {
    const rest = stripped(piece)
    return KEY.test(rest) || (locale === 'vi' ? ENGLISH.test(rest) : DIACRITICS.test(rest))
  })
}
