import 'server-only'
import { paths } from '@/lib/dossiers'
import { openDraft } from '@/lib/dossiers/server'
import type { OpenDraft } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { notFoundPage, seeOther } from '../../../../html-page'
import type { Visit } from '../../../../html-page'
import { asApplicant } from '../../../../signed-in'

export type DraftOnPage = { ctx: ReturnType<typeof asApplicant>; opened: OpenDraft }
type Place = { id: string; path: string }
type Draw = (draft: DraftOnPage) => Promise<Response> | Response

/** Draws a page about a draft; a foreign one is not found, a closed one leads to the list. */
export async function drawDraft(visit: Visit, { id, path }: Place, draw: Draw): Promise<Response> {
  const ctx = asApplicant(visit, path)
  const opened = uuid.safeParse(id).success ? await openDraft(ctx, id) : null
  if (opened === null || (!opened.ok && opened.error.code === 'not-found')) return notFoundPage(visit)
  if (!opened.ok) return seeOther(paths.mine())
  return draw({ ctx, opened: opened.value })
}

/** The same for the pages after the questions, which must have been answered. */
export function drawAnsweredDraft(visit: Visit, place: Place, draw: Draw): Promise<Response> {
  return drawDraft(visit, place, (draft) =>
    draft.opened.journey.complete ? draw(draft) : seeOther(paths.draft(place.id)),
  )
}
