import type { Actor } from '@/lib/access'
import { organisationFacts } from '@/lib/accounts'
import type { Answers, Facts } from '@/lib/forms'
import { answersSchema } from '@/lib/forms'
import type { Dossier } from './dossier'

/** Whether whoever acts holds a company's certificate: who that is nobody knows, and its director's own things are not theirs. */
export function isByCertificate(actor: Actor): boolean {
  return actor.kind === 'business' && actor.signedInBy === 'certificate'
}

/** Whether a person's electronic identity stood behind it: then what is in it, and what was made of it, may say who they are. */
export function isFiledByPerson({ facts }: Pick<Dossier, 'facts'>): boolean {
  return Object.keys(facts).some((path) => path.startsWith('person.'))
}

/** Whether a dossier's answers, files, papers and supplements are not for this session, though it may know of the dossier. */
export function isClosedTo(actor: Actor, dossier: Pick<Dossier, 'facts'>): boolean {
  return isByCertificate(actor) && isFiledByPerson(dossier)
}

/** What of a dossier this session sees. */
export function shownTo(actor: Actor, dossier: Pick<Dossier, 'answers' | 'facts'>): { answers: Answers; facts: Facts } {
  const [answers, facts] = [answersSchema.parse(dossier.answers), answersSchema.parse(dossier.facts)]
  return isClosedTo(actor, dossier) ? { answers: {}, facts: organisationFacts(facts) } : { answers, facts }
}
