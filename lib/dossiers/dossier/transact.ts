import 'server-only'
import { inTransaction } from '@/db/client'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'

/** Carries a refusal out of a transaction, so that what was written before it is undone. */
class Refused extends Error {
  readonly refusal: DomainError
  constructor(refusal: DomainError) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Runs `work` in one transaction; a refusal rolls it back, and losing a race to another writer is a refusal too. */
export async function transact<T>(
  ctx: Ctx,
  work: (ctx: TxCtx) => Promise<Result<T, DomainError>>,
): Promise<Result<T, DomainError>> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      const done = await work(ctx)
      if (!done.ok) throw new Refused(done.error)
      return ok(done.value)
    })
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal)
    if (isLostRace(error)) return err({ code: 'changed-meanwhile' })
    throw error
  }
}

/** Constraints that only a second writer of the same dossier can meet. */
const RACES = ['audit_log_chain', 'supplement_requests_one_open', 'drafts_one_open_per_dossier']

function isLostRace(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('constraint_name' in error && typeof error.constraint_name === 'string')
    return RACES.includes(error.constraint_name)
  return isLostRace(error.cause)
}
