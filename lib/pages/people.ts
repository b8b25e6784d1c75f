import type { Locale } from '@/lib/i18n'
import { placeholder, repeated, type Values } from './template'

/** Somebody signed in, as far as a public page shows them. */
export type PersonOnPage = {
  /** The part of the portal they work in, which decides what the frame of a page holds. */
  area: string
  /** What belongs in the places of their page. */
  values: Values
}

export type PageOfPerson = { path: string; locale: Locale }

/** Who sends a request and what of theirs stands on a page, told by the whole cookie header. */
export type People = {
  /** From memory; undefined where it must be looked up. */
  known: (cookie: string, page: PageOfPerson) => PersonOnPage | undefined
  /** Null for a session that has ended or that nobody has; rejects when nobody can say. */
  find: (cookie: string, page: PageOfPerson) => Promise<PersonOnPage | null>
  /** Forgets what a change concerns; whether it was a change of people at all. */
  changed: (tag: string) => boolean
  /** Forgets everything: changes may have been missed. */
  forget: () => void
}

/** Asks for the page of somebody signed in, with place-holders for what is theirs. */
export const PERSON_HEADER = 'x-page-person'

const ASKED = /^([a-z]+) ([0-9a-f]{32})$/

/** `secret` is in every place-holder, so that nothing else on a page, such as the words of a search, can look like one. */
export const personHeader = (area: string, secret: string) => `${area} ${secret}`

export const personPrefix = (secret: string) => `${secret}:`

/** The places of what is a person's, in a page made with place-holders. */
export type PersonPlaces = {
  area: string
  value: (name: string) => string
  repeated: (name: string) => { begin: string; end: string }
}

/** What a request asks place-holders for; null when it is somebody's own request. */
export function personPlaces(header: string | null): PersonPlaces | null {
  const [, area, secret] = ASKED.exec(header ?? '') ?? []
  if (area === undefined || secret === undefined) return null
  const prefix = personPrefix(secret)
  return { area, value: (name) => placeholder(prefix + name), repeated: (name) => repeated(prefix + name) }
}
