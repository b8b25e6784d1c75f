import { signInOrganisation } from '@/lib/accounts/server'
import { requestVisit } from '@/lib/runtime/server'
import { challengeAnswer } from '@/lib/signing'
import { organisationBehind } from '@/lib/signing/server'
import { errorResponse } from '../../../error-response'

/** Takes a signature over our challenge and opens, or confirms, the session of the organisation behind it. */
export async function POST(request: Request): Promise<Response> {
  const { session, ...ctx } = await requestVisit()
  const answer = challengeAnswer.safeParse(await request.json().catch(() => null))
  if (!answer.success) return errorResponse(ctx, { code: 'invalid-input' })
  const { isStepUp, tiep, ...proof } = answer.data
  const proven = await organisationBehind(ctx, { isStepUp, tiep, sessionId: session?.id ?? null }, proof)
  const done = proven.ok ? await signInOrganisation(ctx, request.headers, { ...proven.value, isStepUp }) : proven
  return done.ok ? Response.json({ ok: true }) : errorResponse(ctx, done.error)
}
