import 'server-only'
import { calendarFor } from '@/lib/agencies/server'
import { localDate } from '@/lib/calendar'
import { timeLimitAt } from '@/lib/catalogue'
import { ok } from '@/lib/kernel'
import { nextDossierCode } from '../dossier/codes'
import { definitionOf } from '../dossier/definition-of'
import { receivingUnits } from './desk-choices'
import { performed } from './perform'
import { accept } from './accept'

export const acceptInDatabase = performed('accept', accept, async (ctx, dossier) => {
  const definition = await definitionOf(ctx, dossier)
  const limit = timeLimitAt(definition, dossier.caseCode, localDate(ctx.now))
  if (!limit) throw new Error(`revision ${dossier.revisionId} has no time limit for case ${dossier.caseCode} today`)
  const units = await receivingUnits(ctx, dossier, definition.routing)
  return ok({
    dossierCode: await nextDossierCode(ctx.db, dossier.agencyCode, ctx.now),
    policy: limit.policy,
    legalGround: limit.ground ?? '',
    calendar: await calendarFor(ctx, dossier.agencyCode, ctx.now),
    usualUnitId: units.find(({ isUsual }) => isUsual)?.id ?? null,
    staffedUnits: units.map(({ id }) => id),
  })
})
