import 'server-only'
import { localDate } from '@/lib/calendar'
import type { Places, Scope } from '@/lib/forms'
import { answersSchema } from '@/lib/forms'
import type { Ctx } from '@/lib/ports'
import type { Dossier, DossierResult } from '../dossier/dossier'
import { procedureScope } from '../dossier/procedure'

/** What the questions of a dossier's result are judged and shown by: its answers, and of the result what was written on the day it was. */
export async function resultScope(
  ctx: Ctx,
  { answers, facts }: Pick<Dossier, 'answers' | 'facts'>,
  result: Pick<DossierResult, 'fields' | 'draftedAt'> | null,
): Promise<Scope & { places: Places }> {
  const scope = await procedureScope(
    ctx,
    { ...answersSchema.parse(answers), ...result?.fields },
    answersSchema.parse(facts),
  )
  return result === null ? scope : { ...scope, today: localDate(result.draftedAt) }
}
