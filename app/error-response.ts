import 'server-only'
import { errorAnswer, refusalOf } from '@/lib/errors'
import type { DomainError } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'

/** A refusal as JSON. */
export function errorResponse(ctx: Pick<Ctx, 'locale'>, error: DomainError): Response {
  return Response.json(refusalOf(error, ctx.locale), { status: errorAnswer(error, ctx.locale).status })
}

/** The words of a refusal alone, which whoever uploads is shown as they come. */
export function plainRefusal(ctx: Pick<Ctx, 'locale'>, error: DomainError): Response {
  const { status, words } = errorAnswer(error, ctx.locale)
  return new Response(words, { status })
}
