import 'server-only'
import { err, ok } from '@/lib/kernel'
import { isApprovedBySigning } from '../dossier/approved-by-signing'
import { resultOf } from '../dossier/repository'
import { paperNumberIn, RESULT_NUMBER } from '../papers/paper-number'
import { performed } from './perform'
import { approve } from './approve'

/** Where no seal of the agency is here; elsewhere signing approves (`result-signing`). The result takes the agency's next number of the year. */
export const approveInDatabase = performed('approve', approve, async (ctx, dossier) => {
  if (isApprovedBySigning(ctx, dossier)) return err({ code: 'signature-required' })
  const number = await paperNumberIn(ctx, dossier, RESULT_NUMBER)
  return ok({ result: await resultOf(ctx.db, dossier.id), number: `${dossier.agencyCode}:${number}` })
})
