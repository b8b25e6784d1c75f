import 'server-only'
import { ok } from '@/lib/kernel'
import { resultOf } from '../dossier/repository'
import { resultFaults } from '../results/result-draft'
import { resultScope } from '../results/result-scope'
import { definitionOf } from '../dossier/definition-of'
import { performed } from './perform'
import { submitForApproval } from './submit-for-approval'

export const submitForApprovalInDatabase = performed('submitForApproval', submitForApproval, async (ctx, dossier) => {
  const result = await resultOf(ctx.db, dossier.id)
  if (result === null) return ok({ result, faults: [] })
  const scope = await resultScope(ctx, dossier, result)
  return ok({ result, faults: resultFaults(await definitionOf(ctx, dossier), result, scope) })
})
