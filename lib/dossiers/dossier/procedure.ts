import 'server-only'
import { factsOf, visibleFactsOf } from '@/lib/accounts/server'
import { listProvinces, listWards } from '@/lib/agencies/server'
import { localDate } from '@/lib/calendar'
import type { Answer, Answers, Facts, Places, Scope } from '@/lib/forms'
import { isAddress, isParts, isRows } from '@/lib/forms'
import type { Ctx } from '@/lib/ports'
import type { RightSubject } from '@/lib/signing'

/** Everything a form is judged by: answers, verified facts, today in Vietnam, and the places it mentions. */
export async function procedureScope(ctx: Ctx, answers: Answers, facts: Facts): Promise<Scope & { places: Places }> {
  return { answers, facts, today: localDate(ctx.now), places: await placesFor(ctx, answers, facts) }
}

/** The verified facts of whoever fills in the form, as far as their session may see them. */
export async function factsOfActor({ actor, ...ctx }: Ctx): Promise<Facts> {
  return actor.kind === 'citizen' || actor.kind === 'business' ? visibleFactsOf({ actor, ...ctx }, actor) : {}
}

/** The numbers a certificate of the applicant carries: for judging signatures, not for showing. */
export async function signatoryOf(ctx: Ctx): Promise<RightSubject> {
  const { actor } = ctx
  return numbersIn(actor.kind === 'citizen' || actor.kind === 'business' ? await factsOf(ctx, actor.userId) : {})
}

export function numbersIn(facts: Facts): RightSubject {
  const text = (path: 'person.personalId' | 'organisation.taxCode') => {
    const fact = facts[path]
    return typeof fact === 'string' ? fact : null
  }
  return { personalId: text('person.personalId'), taxCode: text('organisation.taxCode') }
}

async function placesFor(ctx: Ctx, answers: Answers, facts: Facts): Promise<Places> {
  const provinces = await listProvinces(ctx)
  const mentioned = new Set([...Object.values(answers), ...Object.values(facts)].flatMap(provincesIn))
  const mentionedProvinces = provinces.filter(({ code }) => mentioned.has(code))
  const wards = await Promise.all(
    mentionedProvinces.map(async ({ code }) => [code, await listWards(ctx, code)] as const),
  )
  return { provinces, wards: Object.fromEntries(wards) }
}

function provincesIn(answer: Answer | undefined): string[] {
  if (isRows(answer) && !isAddress(answer)) return answer.flatMap((row) => Object.values(row).flatMap(provincesIn))
  if (!isParts(answer)) return []
  const code = answer['provinceCode']
  return typeof code === 'string' ? [code] : []
}
