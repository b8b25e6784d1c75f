import { UI_WORDS } from './words'

/** What the browser calls the page: React puts it into the head. Every page has exactly one, in the reader's language. */
export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} – ${UI_WORDS.portal.vi}`}</title>
}
