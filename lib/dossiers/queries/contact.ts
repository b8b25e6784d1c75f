import 'server-only'
import type { ContactPhone } from '@/lib/accounts'
import { contactPhonesAt } from '@/lib/accounts/server'
import type { Ctx } from '@/lib/ports'
import type { Dossier } from '../dossier/dossier'
import { contactIn } from '../dossier/place'

/** Whom the person of a dossier calls about it; null for officers, who find their colleagues without its page. */
export async function contactFor(ctx: Ctx, dossier: Dossier): Promise<ContactPhone | null> {
  if (ctx.actor.kind === 'officer') return null
  const phones = await contactPhonesAt(ctx, dossier.agencyCode, [dossier.assigneeId])
  return phones(contactIn(dossier))
}
