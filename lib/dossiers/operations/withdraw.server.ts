import 'server-only'
import { calendarFor } from '@/lib/agencies/server'
import { localDate } from '@/lib/calendar'
import { ok } from '@/lib/kernel'
import { resumed } from '../dossier/clock'
import { supplementGround } from '../dossier/supplement-ground'
import { performed } from './perform'
import { withdraw } from './withdraw'

export const withdrawInDatabase = performed('withdraw', withdraw, async (ctx, dossier) => {
  const calendar = await calendarFor(ctx, dossier.agencyCode, ctx.now)
  return ok({ resumed: resumed(dossier, ctx.now, calendar, supplementGround(localDate(ctx.now))) })
})
