import 'server-only'
import { errorAnswer } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'

/** A refusal as JSON: its code, its words in the person's language, and the places concerned. */
export function errorResponse(ctx: Pick<Ctx, 'locale'>, error: DomainError): Response {
  const { status, words } = errorAnswer(error, ctx.locale)
  const issues = (error.issues ?? []).map(({ path, code, words }) => ({ path, code, words: say(words, ctx.locale) }))
  return Response.json({ code: error.code, words, issues }, { status })
}

/** The words of a refusal alone, which whoever uploads is shown as they come. */
export function plainRefusal(ctx: Pick<Ctx, 'locale'>, error: DomainError): Response {
  const { status, words } = errorAnswer(error, ctx.locale)
  return new Response(words, { status })
}
