import 'server-only'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { revisionById } from '@/lib/catalogue/server'
import type { Ctx } from '@/lib/ports'
import type { Dossier } from './dossier'

/** The procedure as it was when the dossier was filed. */
export async function definitionOf(
  ctx: Ctx,
  { revisionId }: Pick<Dossier, 'revisionId'>,
): Promise<ProcedureDefinition> {
  const revision = await revisionById(ctx, revisionId)
  if (revision === null) throw new Error(`revision ${revisionId} is missing`)
  return revision.definition
}
