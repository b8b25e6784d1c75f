import { AGENCY_STAFF, holds, LEADERS } from './actor'
import type { Actor, Role } from './actor'

/** What a rule may know of a dossier: who applied, who submitted, where it lies and who works on it. */
export type DossierFacts = {
  applicantId: string
  submitterId: string
  agencyCode: string
  /** The unit that holds it now; null until it is accepted. */
  unitId: string | null
  acceptedAt: Date | null
  /** The desk that may receive it beside the competent agency's own (any commune may receive). */
  receivingAgencyCode: string
  assigneeId: string | null
  /** Requests made so far: the law allows one, a second needs a superior. */
  supplementCount: number
}

type Rule = (actor: Actor, dossier: DossierFacts) => boolean

const place = (dossier: DossierFacts) => ({ agencyCode: dossier.agencyCode, unitId: dossier.unitId })

const isApplicant: Rule = (actor, dossier) =>
  (actor.kind === 'citizen' || actor.kind === 'business') &&
  (actor.userId === dossier.applicantId || actor.userId === dossier.submitterId)

const roleAt =
  (...roles: Role[]): Rule =>
  (actor, dossier) =>
    holds(actor, roles, place(dossier))

const desk: Rule = (actor, dossier) =>
  holds(actor, ['oneStopOfficer'], { agencyCode: dossier.agencyCode }) ||
  holds(actor, ['oneStopOfficer'], { agencyCode: dossier.receivingAgencyCode })

/** No grant names this unit; those for the whole agency cover it. */
const AT_NO_UNIT = ''

const supervisor = roleAt('unitHead', 'departmentHead', 'agencyLeader')
const leader = roleAt(...LEADERS)

const handler: Rule = (actor, dossier) =>
  actor.kind === 'officer' &&
  actor.userId === dossier.assigneeId &&
  holds(actor, ['caseOfficer', 'unitHead'], place(dossier))

const either =
  (...rules: Rule[]): Rule =>
  (actor, dossier) =>
    rules.some((rule) => rule(actor, dossier))

/** Before it is accepted a dossier lies at the desk: nobody of a single unit can do anything with it. */
const anyStaff = either(desk, (actor, { agencyCode, unitId, acceptedAt }) => {
  const whole = unitId === null && acceptedAt === null
  return holds(actor, AGENCY_STAFF, { agencyCode, unitId: whole ? AT_NO_UNIT : unitId })
})

const worker: Rule = (actor) => actor.kind === 'worker'

/** Who may do what with a dossier. What is not in the table is denied. */
export const PERMISSIONS = {
  'dossier.see': either(isApplicant, anyStaff, worker),
  'dossier.accept': desk,
  'dossier.rejectIntake': desk,
  'dossier.assign': either(supervisor, desk),
  'dossier.take': roleAt('caseOfficer', 'unitHead'),
  'dossier.requestSupplement': (actor, dossier) =>
    dossier.supplementCount === 0 ? either(handler, desk)(actor, dossier) : supervisor(actor, dossier),
  'dossier.closeUnanswered': either(handler, desk, supervisor),
  'dossier.supplement': isApplicant,
  'dossier.draftResult': handler,
  'dossier.submitForApproval': handler,
  'dossier.approve': leader,
  'dossier.sendBack': leader,
  'dossier.returnResult': either(desk, roleAt('registrar')),
  'dossier.withdraw': isApplicant,
  'dossier.decideWithdrawal': either(handler, supervisor),
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof PERMISSIONS

/** Whether `actor` may do this with such a dossier; screens and the server read the same table. */
export function may(actor: Actor, permission: Permission, dossier: DossierFacts): boolean {
  return PERMISSIONS[permission](actor, dossier)
}
