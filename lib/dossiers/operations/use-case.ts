import 'server-only'
import { may } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'
import { actsSince } from './acts-since'
import { hindranceNow } from './beside'
import type { Change } from '../dossier/change'
import type { Dossier } from '../dossier/dossier'
import { factsOf } from '../dossier/dossier'
import type { Command } from '../dossier/lifecycle'
import { step } from '../dossier/lifecycle'
import { commitDossier, find } from '../dossier/repository'
import { transact } from '../dossier/transact'

/** Which dossier, and the version the screen showed: whoever decides on an old picture is told so. */
export type Ask = { id: string; seenVersion?: number | undefined }

type Decide = (dossier: Dossier, ctx: TxCtx) => Promise<Result<Change, DomainError>> | Result<Change, DomainError>

/** find (scoped) -> authorise -> nothing in the way -> decide -> commit; a refusal anywhere leaves nothing behind. */
export async function change(
  ctx: Ctx,
  ask: Ask,
  command: Command,
  decide: Decide,
): Promise<Result<Dossier, DomainError>> {
  const done = await transact(ctx, async (ctx) => {
    const dossier = await find(ctx, ask.id)
    if (dossier === null) return err({ code: 'not-found' })
    if (ask.seenVersion !== undefined && ask.seenVersion !== dossier.version) return err({ code: 'changed-meanwhile' })
    const next = step(dossier.state, command)
    if (!next.ok) return next
    if (!may(ctx.actor, next.value.permission, factsOf(dossier))) return err({ code: 'forbidden' })
    const hindered = await hindranceNow(ctx, dossier, command)
    if (hindered !== null) return err(hindered)
    const decided = await decide(dossier, ctx)
    return decided.ok ? commitDossier(ctx, dossier, decided.value) : decided
  })
  if (done.ok || done.error.code !== 'changed-meanwhile') return done
  // Whoever came too late reads what was done meanwhile, by whom and when.
  return err({ ...done.error, issues: await actsSince(ctx, ask.id, ask.seenVersion) })
}
