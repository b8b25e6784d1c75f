import 'server-only'
import { say } from '@/lib/i18n'
import { ERRORS, HTTP_STATUS } from '@/lib/kernel'
import type { DomainError } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'

/** A refusal as JSON: its code, its words in the person's language, and the places concerned. */
export function errorResponse(ctx: Pick<Ctx, 'locale'>, error: DomainError): Response {
  const issues = (error.issues ?? []).map(({ path, code, words }) => ({ path, code, words: say(words, ctx.locale) }))
  return Response.json(
    { code: error.code, words: say(ERRORS[error.code].words, ctx.locale, error.detail), issues },
    { status: HTTP_STATUS[error.code] },
  )
}

/** The words of a refusal alone, which whoever uploads is shown as they come. */
export function plainRefusal(ctx: Pick<Ctx, 'locale'>, error: DomainError): Response {
  return new Response(say(ERRORS[error.code].words, ctx.locale, error.detail), { status: HTTP_STATUS[error.code] })
}
