import type { Answer } from './answers'
import type { FormInput } from './input'
import { readInputs } from './input'

/** Whether nothing is said: what the database does not even keep. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.values(value).every(isNothing)
}

/** The answer written one way whatever order its parts came in; blank rows at its end are not said. */
function canonicalText(value: unknown): string {
  if (isNothing(value)) return ''
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) {
    const items = value.map(canonicalText)
    return `[${items.slice(0, items.findLastIndex((item) => item !== '') + 1).join()}]`
  }
  const parts = Object.entries(value)
    .filter(([, part]) => !isNothing(part))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${parts.map(([name, part]) => `${name}:${canonicalText(part)}`).join()}}`
}

/**
 * A short mark of what an answer says, to tell whether it is still the one somebody saw. It keeps nobody out: whoever
 * sends it may change the answer anyway.
 */
export function markOf(answer: Answer | undefined): string {
  const [first, second] = [0x811c9dc5, 0x9747b28c].map((start) => {
    let hash = start
    for (const letter of canonicalText(answer)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
    return (hash >>> 0).toString(36)
  })
  return `${first ?? ''}.${second ?? ''}`
}

/** The hidden inputs that tell the server which answers the page was drawn with. */
export function seenEntry(fieldId: string, mark: string): [name: string, value: string] {
  return ['_seen', `${fieldId}=${mark}`]
}

/** By field, the marks of what the page showed or sent; a field may have several. */
export function seenIn(form: FormInput): ReadonlyMap<string, ReadonlySet<string>> {
  const seenMarks = new Map<string, Set<string>>()
  for (const value of readInputs(form).get('_seen') ?? []) {
    const at = value.lastIndexOf('=')
    if (at <= 0) continue
    const marks = seenMarks.get(value.slice(0, at)) ?? new Set()
    seenMarks.set(value.slice(0, at), marks.add(value.slice(at + 1)))
  }
  return seenMarks
}
