import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { cataloguePaths } from '@/lib/catalogue'

/** A page that Next draws for everybody, with the style sheets all pages have. */
export const STYLED_PAGE = cataloguePaths.help()

/** The addresses of the style sheets that a page names, in its order. */
export function stylesheetsIn(html: string): string[] {
  return (html.match(/<link\b[^>]*\brel="stylesheet"[^>]*>/g) ?? []).flatMap(
    (tag) => /\bhref="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? [],
  )
}

/**
 * Asks for the addresses of the style sheets that Next's pages name, once there is an answer once and for all: their names change
 * with each build, and a page that is drawn without Next has no other way to know them. `where` is where Next itself is reached.
 */
export function stylesheetsOf(where: { socketPath: string } | { port: number }): () => Promise<readonly string[]> {
  let pending: Promise<readonly string[]> | null = null
  const ask = () =>
    new Promise<string>((resolve, reject) => {
      get({ ...where, path: STYLED_PAGE }, (answer) => {
        text(answer).then(resolve, reject)
      }).on('error', reject)
    })
  const look = async () => {
    const sheets = stylesheetsIn(await ask())
    if (sheets.length === 0) pending = null
    return sheets
  }
  return () => {
    pending ??= look().catch(() => {
      pending = null
      return []
    })
    return pending
  }
}
