import type { Calendar, Deadline, DeadlinePolicy } from '@/lib/calendar'
import { addWorkingMinutes, pause, resume, startClock } from '@/lib/calendar'
import type { ClockStep } from './change'
import type { Dossier } from './dossier'

/** The desk answers within one working day of eight hours (domain reference 3.4.4, state 1). */
const INTAKE_MINUTES = 8 * 60

/** Until when the desk says whether it takes what arrived now. */
export function intakeDue(now: Date, calendar: Calendar): Date {
  return addWorkingMinutes(calendar, now, INTAKE_MINUTES)
}

/** The clock starts at acceptance. */
export function started(
  policy: DeadlinePolicy,
  at: Date,
  calendar: Calendar,
  legalGround: string,
): { deadline: Deadline; clock: ClockStep } {
  const deadline = startClock(policy, at, calendar)
  return {
    deadline,
    clock: { kind: 'started', dueAt: deadline.currentDueAt, explanation: [...deadline.explanation], legalGround },
  }
}

/** The columns and the step of a clock that stands still while the applicant supplements; nothing before acceptance. */
export function paused(dossier: Dossier, at: Date, legalGround: string): ClockChange {
  if (dossier.deadline === null) return {}
  const deadline = pause(dossier.deadline, at, 'supplement')
  return {
    set: { deadline },
    clock: {
      kind: 'paused',
      dueAt: deadline.currentDueAt,
      explanation: newIn(dossier.deadline, deadline),
      legalGround,
    },
  }
}

/** The clock runs again: from where it stood, or in full, as the procedure's policy says. */
export function resumed(dossier: Dossier, at: Date, calendar: Calendar, legalGround: string): ClockChange {
  if (dossier.deadline?.pause === undefined || dossier.deadline.pause === null) return {}
  const deadline = resume(dossier.deadline, at, calendar)
  const kind = dossier.deadline.policy.supplement === 'RESTART' ? 'restarted' : 'resumed'
  return {
    set: { deadline, dueAt: deadline.currentDueAt },
    clock: { kind, dueAt: deadline.currentDueAt, explanation: newIn(dossier.deadline, deadline), legalGround },
  }
}

export type ClockChange = { set?: { deadline: Deadline; dueAt?: Date }; clock?: ClockStep }

function newIn(before: Deadline, after: Deadline) {
  return after.explanation.slice(before.explanation.length)
}
