import type { Actor, Person } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { SESSION } from './session-policy'

/** Stands for "not yet in this session" in `Person.verifiedAt`. */
export const NEVER_VERIFIED = new Date(0)

/**
 * What submitting, withdrawing and the like demand: a person whose identity was proven face to face (level 2) and who
 * confirmed it with a second factor a short while ago. `step-up-required` is answered by `accountPaths.stepUpFor`.
 */
export function requireRecentVerification(actor: Actor, now: Date): Result<Person, DomainError> {
  if (actor.kind === 'anonymous') return err({ code: 'sign-in-required' })
  if (actor.kind === 'officer' || actor.kind === 'worker') return err({ code: 'forbidden' })
  if (actor.assurance < 2) return err({ code: 'assurance-too-low' })
  const age = now.getTime() - actor.verifiedAt.getTime()
  return age < SESSION.verification ? ok(actor) : err({ code: 'step-up-required' })
}
