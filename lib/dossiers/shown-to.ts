import type { Actor } from '@/lib/access'
import { organisationFacts } from '@/lib/accounts'
import { fieldsOf } from '@/lib/forms'
import type { Answers, Facts, FormDefinition } from '@/lib/forms'

/**
 * What of a dossier this session sees: whoever signed in with the company's certificate not what its director's electronic
 * identity proved, neither as fact nor as the answer taken from it.
 */
export function shownTo(
  actor: Actor,
  form: FormDefinition | undefined,
  { answers, facts }: { answers: Answers; facts: Facts },
): { answers: Answers; facts: Facts } {
  if (actor.kind !== 'business' || actor.signedInBy !== 'certificate') return { answers, facts }
  const kept = organisationFacts(facts)
  const proven = form === undefined ? [] : fieldsOf(form).filter(({ fact }) => fact !== undefined && fact in facts)
  const hidden = new Set(proven.flatMap(({ id, fact }) => (fact !== undefined && fact in kept ? [] : [id])))
  return { facts: kept, answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(id))) }
}
