import 'server-only'
import { calendarFor } from '@/lib/agencies/server'
import { addWorkingDays, instant, localDate, parseTime } from '@/lib/calendar'
import { answersSchema } from '@/lib/forms'
import { ok } from '@/lib/kernel'
import { procedureScope } from '../dossier/procedure'
import { askableItems } from './askable'
import { definitionOf } from '../dossier/definition-of'
import { performed } from './perform'
import { requestSupplement } from './request-supplement'

/** Working days an applicant has to supplement, unless the procedure says otherwise. */
const SUPPLEMENT_DAYS = 10

export const requestSupplementInDatabase = performed('requestSupplement', requestSupplement, async (ctx, dossier) => {
  const calendar = await calendarFor(ctx, dossier.agencyCode, ctx.now)
  const scope = await procedureScope(ctx, answersSchema.parse(dossier.answers), answersSchema.parse(dossier.facts))
  return ok({
    id: ctx.newId(),
    askable: askableItems(await definitionOf(ctx, dossier), dossier.caseCode, scope),
    dueAt: instant(addWorkingDays(calendar, localDate(ctx.now), SUPPLEMENT_DAYS), parseTime('17:00')),
  })
})
