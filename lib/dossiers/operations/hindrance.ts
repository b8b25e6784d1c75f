import type { DomainError } from '@/lib/kernel'
import type { Assignment } from './assign'
import { placeOf } from './assign'
import type { Dossier, DossierResult, SupplementRequest } from '../dossier/dossier'
import { UNIT_ISSUES } from '../dossier/issue-words'
import type { Command } from '../dossier/lifecycle'

/** What lies beside a dossier and decides whether an act on it can succeed now. */
export type Beside = {
  result: DossierResult | null
  openRequest: SupplementRequest | null
  /** To whom it can be given, each with their unit. */
  assignable: readonly Assignment[]
  /** Who asks. */
  by: string
  /** Whether its contents are not for the session of whoever asks. */
  isClosed: boolean
  now: Date
}

type Hindrance = (dossier: Dossier, beside: Beside) => DomainError | null

const withoutResult: Hindrance = (_, { result }) => (result === null ? { code: 'result-missing' } : null)

const nobodyThere: DomainError = {
  code: 'invalid-input',
  issues: [{ path: 'unitId', code: 'nobodyThere', words: UNIT_ISSUES.nobodyAtAll }],
}

/** Acts that cannot succeed whatever is said in them, and why: screens offer no button for these, and the server refuses them. */
const HINDRANCES: Partial<Record<Command, Hindrance>> = {
  accept: (_, { assignable }) => (assignable.length === 0 ? nobodyThere : null),
  take: (dossier, { by, assignable }) => (placeOf(by, dossier, assignable) === null ? { code: 'forbidden' } : null),
  assign: ({ assigneeId, unitId }, { assignable }) =>
    assignable.some((one) => one.assigneeId !== assigneeId || one.unitId !== unitId) ? null : { code: 'nobody-else' },
  closeUnanswered: (_, { openRequest, now }) =>
    openRequest === null || openRequest.dueAt >= now ? { code: 'supplement-term-running' } : null,
  supplement: (_, { isClosed }) => (isClosed ? { code: 'filed-by-a-person' } : null),
  submitForApproval: withoutResult,
  approve: withoutResult,
  sendBack: withoutResult,
}

/** Why the act must fail now; null where it can be done. */
export function hindrance(command: Command, dossier: Dossier, beside: Beside): DomainError | null {
  return HINDRANCES[command]?.(dossier, beside) ?? null
}

/** Acts that depend on who works at the agency. */
const NEED_PEOPLE: readonly Command[] = ['accept', 'take', 'assign']

export const needsPeople = (command: Command): boolean => NEED_PEOPLE.includes(command)
