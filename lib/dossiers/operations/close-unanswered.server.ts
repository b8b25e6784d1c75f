import 'server-only'
import { ok } from '@/lib/kernel'
import { openSupplement } from '../dossier/repository'
import { performed } from './perform'
import { closeUnanswered } from './close-unanswered'

export const closeUnansweredInDatabase = performed('closeUnanswered', closeUnanswered, async (ctx, dossier) =>
  ok({ open: await openSupplement(ctx.db, dossier.id) }),
)
