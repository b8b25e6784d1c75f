import { firstPart } from '@/lib/kernel'
import { accountPaths } from './paths'
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

const API = firstPart(accountPaths.auth())
const SIGNING_IN_OR_OUT = [accountPaths.signIn(), accountPaths.signOut()].map(firstPart)
/** What is no page is returned to only where something begun elsewhere goes on, as a remote signature does. */
const GOES_ON = /^[a-z/-]+\/tro-lai\?/

function isPlaceToReturnTo(path: string): boolean {
  const part = firstPart(path)
  return part === API ? GOES_ON.test(path) : !SIGNING_IN_OR_OUT.includes(part)
}

/** Where to send a person back after signing in: the `tiep` parameter where it is a page of ours, else `otherwise`. */
export function returnPath(tiep: unknown, otherwise = '/'): string {
  const path = sameSitePath(tiep)
  return path !== null && isPlaceToReturnTo(path) ? path : otherwise
}

/** Where staff go after signing in: the page asked for, else their `desk`; the citizens' home page is no place of theirs. */
export function staffPath(tiep: unknown, desk: string): string {
  const path = returnPath(tiep)
  return path === '/' ? desk : path
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
