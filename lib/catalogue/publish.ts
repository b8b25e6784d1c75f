import type { Actor } from '@/lib/access'
import { holdsAnywhere } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { ProcedureDefinition } from './definition'
import { procedureDefinition } from './definition'
import { problemsOf } from './problems'

/** The definition, once its shape and what hangs together in it are right; otherwise every problem with its place. */
export function publishable(input: unknown): Result<ProcedureDefinition, DomainError> {
  const parsed = procedureDefinition.safeParse(input)
  if (!parsed.success) {
    return refused(
      parsed.error.issues.map(({ path, code, message }) => ({ at: path.join('.'), code, detail: message })),
    )
  }
  const problems = problemsOf(parsed.data)
  return problems.length === 0 ? ok(parsed.data) : refused(problems)
}

function refused(problems: { at: string; code: string; detail: string }[]): Result<never, DomainError> {
  const issues = problems.map(({ at, code, detail }) => ({
    path: at,
    code,
    words: { vi: `${at}: ${detail}`, en: `${at}: ${detail}` },
  }))
  return err({ code: 'invalid-input', issues })
}

/** Procedures are published by the system administrator, and by the worker when it sets up the portal. */
export function mayPublish(actor: Actor): boolean {
  if (actor.kind === 'worker') return true
  return holdsAnywhere(actor, ['systemAdmin'])
}
