const ELSEWHERE = 'http://elsewhere.invalid'
const MAX_LENGTH = 2000

/**
 * A path of this site as it may stand in a Location header: begins with one slash and stays on the origin whatever
 * browsers make of backslashes, tabs or dots in it; null for anything else.
 */
export function sameSitePath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_LENGTH || !value.startsWith('/')) return null
  if (!URL.canParse(value, ELSEWHERE)) return null
  const url = new URL(value, ELSEWHERE)
  const path = `${url.pathname}${url.search}${url.hash}`
  return url.origin === ELSEWHERE && !/^\/[/\\]/.test(path) ? path : null
}

/** Of the addresses that are no pages only one is returned to: where a remote signature, begun before, goes on. */
const NOT_A_PLACE_TO_RETURN_TO = /^\/(?:dang-nhap|dang-xuat|api(?!\/ky\/tu-xa\/tro-lai\?))(?:[/?#]|$)/

/** Where to send a person back after signing in: the `tiep` parameter where it is a page of ours, else `otherwise`. */
export function returnPath(tiep: unknown, otherwise = '/'): string {
  const path = sameSitePath(tiep)
  return path === null || NOT_A_PLACE_TO_RETURN_TO.test(path) ? otherwise : path
}

/** Where staff go after signing in: the page asked for, else their desk; the citizens' home page is no place of theirs. */
export function staffPath(tiep: unknown): string {
  const path = returnPath(tiep)
  return path === '/' ? '/can-bo' : path
}

type Query = Readonly<Record<string, string | string[] | undefined>>

/** A page with the query it was asked with; without it where that is too long to come back with. */
export function withQuery(path: string, query: Query): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((part) => (part === undefined || part === '' ? [] : [[name, part]])),
  )
  const address = parts.length === 0 ? path : `${path}?${new URLSearchParams(parts).toString()}`
  return address.length > MAX_LENGTH ? path : address
}

/** `base` with the page to return to, left out where it is the home page. */
export function withReturn(base: string, tiep: unknown): string {
  const path = returnPath(tiep)
  return path === '/' ? base : `${base}?tiep=${encodeURIComponent(path)}`
}
