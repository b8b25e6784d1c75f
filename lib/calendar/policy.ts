import type { TimeOfDay } from './local-date'

/** In what a time limit is counted. */
export const DEADLINE_UNITS = ['WORKING_DAYS', 'CALENDAR_DAYS', 'WORKING_HOURS', 'SAME_DAY'] as const
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number]

/** After a supplement the limit starts again in full (`RESTART`) or goes on where it stopped (`RESUME`). */
export const AFTER_SUPPLEMENT = ['RESTART', 'RESUME'] as const
export type AfterSupplement = (typeof AFTER_SUPPLEMENT)[number]

/** The only two reasons for which a clock may stand still; a slow colleague or a broken system never is one. */
export const PAUSE_CAUSES = ['supplement', 'payment'] as const
export type PauseCause = (typeof PAUSE_CAUSES)[number]

/** How one procedure's time limit is counted (domain reference 3.5.3). */
export type DeadlinePolicy = {
  unit: DeadlineUnit
  /** Days or hours, a whole number from 1; not read for `SAME_DAY`. */
  amount: number
  /** From this time on a same-day procedure, and the passing on of `intakeShift`, is for the next working day. */
  sameDayCutoff: TimeOfDay
  /** Whether a dossier accepted from the cutoff on counts as accepted at the next opening (terms in days only). */
  intakeShift: boolean
  supplement: AfterSupplement
  /** Whether the clock stands still while the applicant is asked to pay. */
  paymentPauses: boolean
  /** Time of the last day at which the result is due. */
  endOfDay: TimeOfDay
}

/** A policy with everything not said at its usual value. */
export function deadlinePolicy(
  policy: Pick<DeadlinePolicy, 'unit' | 'amount'> & Partial<DeadlinePolicy>,
): DeadlinePolicy {
  return {
    sameDayCutoff: '15:00',
    intakeShift: true,
    supplement: 'RESTART',
    paymentPauses: true,
    endOfDay: '17:00',
    ...policy,
  }
}
