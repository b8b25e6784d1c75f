import 'server-only'
import type { Database, Tx } from '@/db/client'
import { may } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { actsSince } from './acts-since'
import { hindranceNow } from './beside'
import type { Change } from './change'
import type { Dossier } from './dossier'
import { factsOf } from './dossier'
import type { Command } from './lifecycle'
import { step } from './lifecycle'
import { commitDossier, find } from './repository'

/** Which dossier, and the version the screen showed: whoever decides on an old picture is told so. */
export type Ask = { id: string; seenVersion?: number | undefined }

type Decide = (dossier: Dossier, tx: Tx) => Promise<Result<Change, DomainError>> | Result<Change, DomainError>

/** find (scoped) -> authorise -> nothing in the way -> decide -> commit; a refusal anywhere leaves nothing behind. */
export async function change(
  ctx: Ctx,
  ask: Ask,
  command: Command,
  decide: Decide,
): Promise<Result<Dossier, DomainError>> {
  const done = await transact(ctx.db, async (tx) => {
    const dossier = await find(tx, ctx.actor, ask.id)
    if (dossier === null) return err({ code: 'not-found' })
    if (ask.seenVersion !== undefined && ask.seenVersion !== dossier.version) return err({ code: 'changed-meanwhile' })
    const next = step(dossier.state, command)
    if (!next.ok) return next
    if (!may(ctx.actor, next.value.permission, factsOf(dossier))) return err({ code: 'forbidden' })
    const hindered = await hindranceNow(ctx, tx, dossier, command)
    if (hindered !== null) return err(hindered)
    const decided = await decide(dossier, tx)
    return decided.ok ? commitDossier(tx, ctx, dossier, decided.value) : decided
  })
  if (done.ok || done.error.code !== 'changed-meanwhile') return done
  // Whoever came too late reads what was done meanwhile, by whom and when.
  return err({ ...done.error, issues: await actsSince(ctx, ask.id, ask.seenVersion) })
}

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
  db: Database,
  work: (tx: Tx) => Promise<Result<T, DomainError>>,
): Promise<Result<T, DomainError>> {
  try {
    return await db.transaction(async (tx) => {
      const done = await work(tx)
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
