import 'server-only'
import { userIdOf } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'
import { actsSince } from './acts-since'
import { hindranceNow } from './beside'
import type { Change } from '../dossier/change'
import type { Dossier } from '../dossier/dossier'
import { factsOf } from '../dossier/dossier'
import type { Operation, Step } from './operation'
import type { Command } from './operations'
import { EVENT_FACTS, step } from './operations'
import { commitDossier, find } from '../dossier/repository'
import { transact } from '../dossier/transact'

/** Which dossier, and the version the screen showed: whoever decides on an old picture is told so. */
export type Ask = { id: string; seenVersion?: number | undefined }

type Decide = (
  dossier: Dossier,
  ctx: TxCtx,
  step: Step,
) => Promise<Result<Change, DomainError>> | Result<Change, DomainError>

/** find (scoped) -> authorise -> nothing in the way -> decide -> commit; a refusal anywhere leaves nothing behind. */
export async function change(
  ctx: Ctx,
  ask: Ask,
  command: Command,
  decide: Decide,
): Promise<Result<Dossier, DomainError>> {
  const done = await transact(ctx, async (ctx) => {
    const current = await asSeen(ctx, ask)
    if (!current.ok) return current
    const dossier = current.value
    const next = step(dossier.state, command)
    if (!next.ok) return next
    if (!next.value.right(ctx.actor, factsOf(dossier))) return err({ code: 'forbidden' })
    const hindered = await hindranceNow(ctx, dossier, command)
    if (hindered !== null) return err(hindered)
    const { to } = next.value
    const decided = await decide(dossier, ctx, { to, by: userIdOf(ctx.actor) ?? '', now: ctx.now })
    if (!decided.ok) return decided
    return commitDossier(ctx, dossier, reasoned(decided.value))
  })
  if (done.ok || done.error.code !== 'changed-meanwhile') return done
  // Whoever came too late reads what was done meanwhile, by whom and when.
  return err({ ...done.error, issues: await actsSince(ctx, ask.id, ask.seenVersion) })
}

/** The dossier, while it is as the screen showed it. */
async function asSeen(ctx: Ctx, { id, seenVersion }: Ask): Promise<Result<Dossier, DomainError>> {
  const dossier = await find(ctx, id)
  if (dossier === null) return err({ code: 'not-found' })
  return seenVersion === undefined || seenVersion === dossier.version ? ok(dossier) : err({ code: 'changed-meanwhile' })
}

/** An act that needs a reason is not done without one. */
function reasoned(change: Change): Change {
  const { type } = change.event
  if (change.reason === undefined && EVENT_FACTS[type].reasonFor !== null) throw new Error(`${type} without a reason`)
  return change
}

/** An operation with what it needs of the database. */
export type Performed<I> = {
  /** Carries it out for `input`. */
  perform(ctx: Ctx, ask: Ask, input: I): Promise<Result<Dossier, DomainError>>
  /** The same for what its form sent. */
  performForm(ctx: Ctx, ask: Ask, form: FormData): Promise<Result<Dossier, DomainError>>
}

/** What an operation has to know, read (or, as a number or a lock, taken) in its transaction; or why it cannot be done. */
export type Prepare<I, F> = (ctx: TxCtx, dossier: Dossier, input: I) => Promise<Result<F, DomainError>>

export function performed<I, F>(
  command: Command,
  operation: Pick<Operation<I, F>, 'read' | 'decide'>,
  prepare: Prepare<I, F>,
): Performed<I> {
  const perform = (ctx: Ctx, ask: Ask, input: I) =>
    change(ctx, ask, command, async (dossier, ctx, step) => {
      const facts = await prepare(ctx, dossier, input)
      return facts.ok ? operation.decide(dossier, input, facts.value, step) : facts
    })
  return {
    perform,
    async performForm(ctx, ask, form) {
      const input = operation.read(form)
      return input.ok ? perform(ctx, ask, input.value) : input
    },
  }
}
