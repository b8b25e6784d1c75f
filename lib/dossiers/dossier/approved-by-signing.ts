import type { Ctx } from '@/lib/ports'
import type { Dossier } from './dossier'

/** Whether results of this agency are approved by signing them: where its seal is here, that seals what a leader signed. */
export function isApprovedBySigning(ctx: Ctx, { agencyCode }: Pick<Dossier, 'agencyCode'>): boolean {
  return ctx.ports.seals.has(agencyCode)
}
