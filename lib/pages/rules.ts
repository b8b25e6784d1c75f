/** `kept` pages are few and always the same; `asked` ones are as many as people ask, and must not push the others out. */
export type Pool = 'kept' | 'asked'

/** One public page, in the words of its module: which query values it depends on and which changes make it stale. */
export type PageRule = {
  path: RegExp
  query: readonly string[]
  pool: Pool
  tags: (path: string) => readonly string[]
  /** `late`: the page has one part that needs script, which comes when the visitor turns to it. */
  scripts?: 'late'
  /** Asked for with one of these, it is another page, which is Next's. */
  notWith?: readonly string[]
}

export type PublicPage = {
  path: string
  query: string
  values: URLSearchParams
  pool: Pool
  tags: readonly string[]
  scripts: 'none' | 'late'
}

const LONGEST_URL = 1024

function keptValues(query: string, names: readonly string[]): URLSearchParams {
  const values = new URLSearchParams()
  if (query === '') return values
  const parameters = new URLSearchParams(query)
  for (const name of names) {
    const value = parameters.get(name)?.normalize('NFC').trim()
    if (value) values.set(name, value)
  }
  return values
}

function isOther(query: string, { notWith }: PageRule): boolean {
  if (notWith === undefined || query === '') return false
  const parameters = new URLSearchParams(query)
  return notWith.some((name) => parameters.has(name))
}

/** What a URL asks for, reduced to what its page depends on; null when it is no public page. */
export function publicPage(rules: readonly PageRule[], url: string): PublicPage | null {
  if (url.length > LONGEST_URL) return null
  const [path = '', ...queries] = url.split('?')
  // A query may hold further question marks, as questions do.
  const query = queries.join('?')
  const rule = rules.find((pageRule) => pageRule.path.test(path))
  if (!rule || isOther(query, rule)) return null
  const values = keptValues(query, rule.query)
  return {
    path,
    query: values.toString(),
    values,
    pool: rule.pool,
    tags: rule.tags(path),
    scripts: rule.scripts ?? 'none',
  }
}
