import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { identities, users } from '@/db/schema/accounts'
import { userIdOf } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Origin } from './officers-repository'
import { keyedHash, seal, unseal } from './sealing'
import { openSession } from './sessions-repository'
import { recordOnUser } from './acts'

/** Which organisation's certificate was proven, by whoever verifies certificates. */
export type ProvenOrganisation = { taxCode: string; certificateSha256: string }

const LIFE_MS = 60_000
const SEAL = { purpose: 'certificate-ticket', owner: 'sign-in' } as const
const ticket = z.object({
  userId: z.uuid(),
  certificateSha256: z.string(),
  isStepUp: z.boolean(),
  until: z.number(),
})

/**
 * A ticket for the account of an organisation whose certificate was proven, or which confirms with it the session it has
 * (`isStepUp`; nobody else may take its place). next-auth's entrance can be called by anybody, so only what was sealed here
 * counts there.
 */
export async function ticketFor(
  ctx: Ctx,
  proven: ProvenOrganisation,
  { isStepUp }: { isStepUp: boolean },
): Promise<Result<string, DomainError>> {
  const key = ctx.ports.secrets.personalData
  const [account] = await ctx.db
    .select({ id: users.id, disabledAt: users.disabledAt })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.identifierHash, keyedHash(key, 'identifier', proven.taxCode)), eq(users.kind, 'business')))
    .limit(1)
  if (account === undefined) return err({ code: 'organisation-unknown', detail: { taxCode: proven.taxCode } })
  if (account.disabledAt !== null) return err({ code: 'account-disabled' })
  if (isStepUp && userIdOf(ctx.actor) !== account.id) return err({ code: 'not-the-same-person' })
  const { certificateSha256 } = proven
  const text = JSON.stringify({ userId: account.id, certificateSha256, isStepUp, until: ctx.now.getTime() + LIFE_MS })
  return ok(Buffer.from(seal(key, SEAL, text, ctx.random(12))).toString('base64url'))
}

/** Opens the session a ticket is for; the answer is its token, null for a ticket that is not ours or too old. */
export async function redeemTicket(ctx: Ctx, sealedTicket: string, origin: Origin): Promise<string | null> {
  const opened = openedTicket(ctx, sealedTicket)
  if (opened === null || opened.until < ctx.now.getTime()) return null
  const { userId, certificateSha256, isStepUp } = opened
  const { device, currentToken } = origin
  return inTransaction(ctx, async (ctx) => {
    const data = { by: 'certificate' as const, certificateSha256, device }
    await recordOnUser(ctx, userId, { type: isStepUp ? 'user.verified' : 'user.signedIn', data })
    const verifiedAt = isStepUp ? ctx.now : null
    return openSession(ctx, { userId, device, verifiedAt, certificateSha256 }, currentToken)
  })
}

function openedTicket(ctx: Ctx, sealedTicket: string): z.infer<typeof ticket> | null {
  try {
    const text = unseal(ctx.ports.secrets.personalData, SEAL, Buffer.from(sealedTicket, 'base64url'))
    return ticket.parse(JSON.parse(text))
  } catch {
    // Not sealed by us.
    return null
  }
}
