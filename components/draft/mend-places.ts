import { paths } from '@/lib/dossiers'
import type { Journey } from '@/lib/forms'

/** Which questions and documents of a draft are open, and on which page. */
export type MendPlaces = {
  draftId: string
  documents: readonly string[]
  pages: readonly { id: string; fields: readonly string[] }[]
}

export function mendPlaces(
  draftId: string,
  { pages }: Pick<Journey, 'pages'>,
  documents: readonly { code: string }[],
): MendPlaces {
  return {
    draftId,
    documents: documents.map(({ code }) => code),
    pages: pages.map(({ page, fields }) => ({ id: page.id, fields: fields.map(({ id }) => id) })),
  }
}

/** Where what an issue is about is mended; null where it is asked for on no page. */
export function mendHref({ draftId, documents, pages }: MendPlaces, path: string): string | null {
  if (documents.includes(path)) return `${paths.draftDocuments(draftId)}#${path}`
  const page = pages.find(({ fields }) => fields.some((id) => path === id || path.startsWith(`${id}.`)))
  return page === undefined ? null : `${paths.draftPage(draftId, page.id)}#${path}`
}
