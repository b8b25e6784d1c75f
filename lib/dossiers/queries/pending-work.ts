import 'server-only'
import { and, asc, inArray } from 'drizzle-orm'
import { dossiers } from '@/db/schema/dossiers'
import type { Text } from '@/lib/i18n'
import type { Ctx } from '@/lib/ports'
import { myDrafts } from '../drafts/drafts'
import { stateOf } from '../dossier/state'
import type { State } from '../dossier/state'
import { visibleTo } from '../dossier/scope'

/** States in which nothing goes on until the applicant acts: something is asked for, or the result is there. */
const WAITING_FOR_APPLICANT = ['incomplete', 'awaiting_supplement', 'completed'] as const satisfies readonly State[]
const MOST = 5

export type PendingWork = {
  drafts: { id: string; procedureName: Text }[]
  waiting: { id: string; procedureName: Text; state: State }[]
}

/** What an applicant began, and what waits for them, longest first; nothing for anybody else. */
export async function pendingWork(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<PendingWork> {
  if (ctx.actor.kind !== 'citizen' && ctx.actor.kind !== 'business') return { drafts: [], waiting: [] }
  const { id, procedureName, state } = dossiers
  const [drafts, waiting] = await Promise.all([
    myDrafts(ctx),
    ctx.db
      .select({ id, procedureName, state })
      .from(dossiers)
      .where(and(visibleTo(ctx.actor), inArray(state, [...WAITING_FOR_APPLICANT])))
      .orderBy(asc(dossiers.stateSince))
      .limit(MOST),
  ])
  // The buffer of a supplement is reached from its dossier, which is among what waits.
  const begun = drafts.filter(({ dossierId }) => dossierId === null).slice(0, MOST)
  return { drafts: begun, waiting: waiting.map((row) => ({ ...row, state: stateOf(row.state) })) }
}
