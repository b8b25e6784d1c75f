import 'server-only'
import { userIdOf } from '@/lib/access'
import type { DomainError } from '@/lib/kernel'
import type { Ctx, TxCtx } from '@/lib/ports'
import { isClosedTo } from '../dossier/company-session'
import { assignable } from './desk-choices'
import type { Dossier, DossierResult, SupplementRequest } from '../dossier/dossier'
import type { Beside } from './operation'
import type { Command } from './operations'
import { OPERATIONS } from './operations'
import { openSupplement, resultOf } from '../dossier/repository'

type Loaded = Pick<Beside, 'result' | 'openRequest'>

/** Why the act must fail now; null where it can be done. */
const hindrance = (command: Command, dossier: Dossier, beside: Beside): DomainError | null =>
  OPERATIONS[command].hindrance?.(dossier, beside) ?? null

/** What stands in the way of an act of whoever asks; null where it can succeed. */
export async function hindranceNow(ctx: TxCtx, dossier: Dossier, command: Command): Promise<DomainError | null> {
  const [result, openRequest] = await Promise.all([resultOf(ctx.db, dossier.id), openSupplement(ctx.db, dossier.id)])
  return hindrance(command, dossier, await besideOf(ctx, dossier, { result, openRequest }, [command]))
}

/** Of these acts those that can succeed, and what stands in the way of the others. */
export async function sortCommands(
  ctx: Ctx,
  dossier: Dossier,
  { result, supplements }: { result: DossierResult | null; supplements: readonly SupplementRequest[] },
  commands: readonly Command[],
) {
  const openRequest = supplements.find(({ answeredAt, closedAt }) => answeredAt === null && closedAt === null) ?? null
  const beside = await besideOf(ctx, dossier, { result, openRequest }, commands)
  const outcomes = commands.map((command) => ({ command, error: hindrance(command, dossier, beside) }))
  return {
    commands: outcomes.flatMap(({ command, error }) => (error === null ? [command] : [])),
    hindered: outcomes.flatMap(({ command, error }) => (error === null ? [] : [{ command, error }])),
  }
}

async function besideOf(ctx: Ctx, dossier: Dossier, loaded: Loaded, commands: readonly Command[]): Promise<Beside> {
  const people = commands.some((command) => OPERATIONS[command].needsPeople) ? await assignable(ctx, dossier) : []
  const by = userIdOf(ctx.actor) ?? ''
  return { ...loaded, assignable: people, by, isClosed: isClosedTo(ctx.actor, dossier), now: ctx.now }
}
