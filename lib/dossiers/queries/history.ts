import 'server-only'
import type { Attachment } from '@/lib/attachments'
import type { Answers, FormDefinition } from '@/lib/forms'
import type { actsOn } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { isEventType } from '../dossier/events'
import { EVENT_FACTS } from '../operations/operations'
import type { ActReason, SupplementRequest } from '../dossier/dossier'
import { procedureScope } from '../dossier/procedure'
import type { SupplementRound } from '../dossier/rounds'
import { roundOf } from '../dossier/rounds'

export type HistoryEntry = {
  entry: number
  at: Date
  action: string
  actorId: string | null
  actorKind: string
  actorName: string | null
  data: Record<string, unknown>
  /** Why it was done, where that had to be said and concerns the reader. */
  reason: ActReason | null
}

/** What officers say among themselves does not concern the applicant. */
function isToldTo({ actor }: Ctx, action: string): boolean {
  return actor.kind === 'officer' || (isEventType(action) && EVENT_FACTS[action].reasonFor === 'everybody')
}

/** What happened, with the reasons that concern the reader. */
export function historyFor(
  ctx: Ctx,
  acts: Awaited<ReturnType<typeof actsOn>>,
  { reasons, names }: { reasons: ReadonlyMap<string, ActReason>; names: ReadonlyMap<string, string> },
): HistoryEntry[] {
  return acts.map((act) => ({
    ...{ ...act, actorName: names.get(act.actorId ?? '') ?? null },
    reason: isToldTo(ctx, act.action) ? (reasons.get(act.id) ?? null) : null,
  }))
}

type RoundParts = {
  supplements: SupplementRequest[]
  names: ReadonlyMap<string, string>
  files: Attachment[]
  form: FormDefinition | undefined
  /** The dossier's answers, as far as the reader may see them. */
  answers: Answers
}

/** Every request with its answers in words. */
export async function roundsOf(ctx: Ctx, parts: RoundParts): Promise<SupplementRound[]> {
  const { supplements, names, files, form, answers } = parts
  // An earlier answer may lie in a province that no answer names any more.
  const before = supplements.map((request) => [request.id, Object.values(request.answers?.before ?? {})] as const)
  const named = before.flatMap(([id, values]) => values.map((value, at) => [`${id}:${String(at)}`, value] as const))
  const { places } = await procedureScope(ctx, { ...answers, ...Object.fromEntries(named) }, {})
  return supplements.map((request, index) => {
    const requestHead = {
      request,
      number: supplements.length - index,
      requesterName: names.get(request.requestedBy) ?? null,
    }
    return roundOf(
      { ...requestHead, answers: request.answers },
      { form, answers, places, files, locale: ctx.locale, now: ctx.now },
    )
  })
}
