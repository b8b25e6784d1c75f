import 'server-only'
import { localDate } from '@/lib/calendar'
import { ok } from '@/lib/kernel'
import { resultOf } from '../dossier/repository'
import { resultScope } from '../results/result-scope'
import { definitionOf } from '../dossier/definition-of'
import { performed } from './perform'
import { draftResult } from './draft-result'

export const draftResultInDatabase = performed('draftResult', draftResult, async (ctx, dossier) => {
  const [definition, before] = await Promise.all([definitionOf(ctx, dossier), resultOf(ctx.db, dossier.id)])
  return ok({ definition, scope: { ...(await resultScope(ctx, dossier, before)), today: localDate(ctx.now) } })
})
