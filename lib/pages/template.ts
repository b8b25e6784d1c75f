/** Asks the page to be made once with place-holders instead of one answer; the value names the kind of answer. */
export const TEMPLATE_HEADER = 'x-page-template'

const MARK = /\u27e6([a-z-]+)\u27e7/g

/** What stands in a template where the value called `name` belongs. */
export function placeholder(name: string): string {
  return `\u27e6${name}\u27e7`
}

/** Text between place-holders at even places, names of values at odd places. */
export type Template = readonly string[]

export function templateOf(html: string): Template {
  return html.split(MARK)
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

/** `value` as HTML text or attribute value, as React would write it. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** The page with every value in its place, escaped; a name without value becomes nothing. */
export function fill(template: Template, values: Record<string, string>): string {
  return template.map((part, place) => (place % 2 === 0 ? part : escapeHtml(values[part] ?? ''))).join('')
}
