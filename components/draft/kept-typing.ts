/** Inputs by name, as a form sends them. */
export type Entries = [string, string][]

const keyOf = (url: string) => `mot-cua:${url}`

/** What could not be sent is kept on this device until it could. */
export function keep(url: string, entries: Entries): void {
  localStorage.setItem(keyOf(url), JSON.stringify(entries))
}

export function forgetKept(url: string): void {
  localStorage.removeItem(keyOf(url))
}

/** What an earlier visit to the page could not send, and the questions it answers; null when there is nothing. */
export function keptTyping(url: string): { form: FormData; fieldIds: readonly string[] } | null {
  const form = new FormData()
  for (const [name, value] of entriesIn(localStorage.getItem(keyOf(url)))) form.append(name, value)
  const fieldIds = form.getAll('_asked').filter((id) => typeof id === 'string')
  return fieldIds.length === 0 ? null : { form, fieldIds }
}

function entriesIn(text: string | null): Entries {
  const parsed: unknown = JSON.parse(text ?? '[]')
  return Array.isArray(parsed)
    ? parsed.flatMap((pair: unknown): Entries => (Array.isArray(pair) ? [[String(pair[0]), String(pair[1])]] : []))
    : []
}
