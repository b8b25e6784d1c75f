/** Asks the page to be made once with place-holders instead of one answer; the value names the kind of answer. */
export const TEMPLATE_HEADER = 'x-page-template'

/** What stands in a template where the value called `name` belongs. */
export function placeholder(name: string): string {
  return `\u27e6${name}\u27e7`
}

/** What stands in a template before and after the part that is repeated for each of the values called `name`. */
export function repeated(name: string): { begin: string; end: string } {
  return { begin: placeholder(`#${name}`), end: placeholder(`/${name}`) }
}

/** A value `inAddress` stands in a link, where it is encoded as addresses are (`lib/kernel/address.ts`). */
type Place = { value: string; inAddress: boolean }

export type Part<Text> = { text: Text } | Place | { each: string; parts: Template<Text> }

/** A page in parts: what is always the same, places of values, and what is repeated for each of several. */
export type Template<Text = string> = readonly Part<Text>[]

/** What belongs in the places of a template. */
export type Values = { readonly [name: string]: string | readonly Values[] }

/** One step of a filled template: text of the page itself, or a value, escaped. */
export type Step<Text> = { text: Text } | { escaped: string }

/** React parts two texts by an empty comment; what begins or ends a repetition is no text of the page. */
const MARKS = (prefixes: readonly string[]) => {
  const nameAfter = (starts: readonly string[]) => `(?:${starts.join('|')})([a-z_-]+)`
  const name = nameAfter(prefixes)
  const encoded = placeholder('|')
    .split('|')
    .map(encodeURIComponent)
    .join(nameAfter(prefixes.map(encodeURIComponent)))
  return new RegExp(`(?:<!-- -->)?\u27e6([#/])${name}\u27e7(?:<!-- -->)?|\u27e6${name}\u27e7|${encoded}`)
}

/** Between its place-holders: a text, then `#` or `/` and a name, or the name of a value, or of one in an address. */
const TOKENS_A_MARK = 5

type Open = { name: string; parts: Part<string>[] }
/** What the reading stands in: the page, and the repetitions in it that have not ended. */
type Reading = { page: Open; inner: readonly Open[] }

/** Reads the HTML of a template. Its place-holders begin with one of `prefixes`; anything else of their look is text. */
export function templateOf(html: string, prefixes: readonly string[] = ['']): Template {
  const tokens = html.split(MARKS(prefixes))
  let reading: Reading = { page: { name: 'page', parts: [] }, inner: [] }
  for (let at = 0; at < tokens.length; at += TOKENS_A_MARK)
    reading = readOn(reading, tokens.slice(at, at + TOKENS_A_MARK))
  const [unended] = reading.inner
  if (unended) throw new Error(`the repetition of ${unended.name} does not end`)
  return reading.page.parts
}

function readOn({ page, inner }: Reading, [text, kind, name, value, encoded]: readonly string[]): Reading {
  const { parts } = inner[0] ?? page
  if (text) parts.push({ text })
  if (value) parts.push({ value, inAddress: false })
  if (encoded) parts.push({ value: encoded, inAddress: true })
  if (!name) return { page, inner }
  return { page, inner: kind === '#' ? [{ name, parts: [] }, ...inner] : ended(page, inner, name) }
}

function ended(page: Open, [last, ...around]: readonly Open[], name: string): readonly Open[] {
  if (last?.name !== name) throw new Error(`the repetition of ${name} ends out of turn`)
  const { parts } = around[0] ?? page
  parts.push({ each: name, parts: last.parts })
  return around
}

/** The same template with its texts made into something else. */
export function mapTexts<A, B>(template: Template<A>, map: (text: A) => B): Template<B> {
  return template.map((part) => {
    if ('text' in part) return { text: map(part.text) }
    return 'each' in part ? { each: part.each, parts: mapTexts(part.parts, map) } : part
  })
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

/** `value` as HTML text or attribute value, as React would write it. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** Walks through the page with every value in its place; a name without value becomes nothing. */
export function filled<Text>(template: Template<Text>, values: Values): Step<Text>[] {
  return template.flatMap((part): Step<Text>[] => {
    if ('text' in part) return [part]
    if ('value' in part) {
      const value = values[part.value]
      if (typeof value !== 'string' || value === '') return []
      return [{ escaped: escapeHtml(part.inAddress ? encodeURIComponent(value) : value) }]
    }
    const items = values[part.each]
    return typeof items === 'object' ? items.flatMap((item) => filled(part.parts, item)) : []
  })
}

/** The page with every value in its place, escaped. */
export function fill(template: Template, values: Values): string {
  return filled(template, values)
    .map((step) => ('text' in step ? step.text : step.escaped))
    .join('')
}
