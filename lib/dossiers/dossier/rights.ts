import type { Actor, Role } from '@/lib/access'
import { AGENCY_STAFF, holds, LEADERS } from '@/lib/access'

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

/** Whether this actor may do it with such a dossier. */
export type Right = (actor: Actor, dossier: DossierFacts) => boolean

const place = (dossier: DossierFacts) => ({ agencyCode: dossier.agencyCode, unitId: dossier.unitId })

export const isApplicant: Right = (actor, dossier) =>
  (actor.kind === 'citizen' || actor.kind === 'business') &&
  (actor.userId === dossier.applicantId || actor.userId === dossier.submitterId)

export const roleAt =
  (...roles: Role[]): Right =>
  (actor, dossier) =>
    holds(actor, roles, place(dossier))

export const desk: Right = (actor, dossier) =>
  holds(actor, ['oneStopOfficer'], { agencyCode: dossier.agencyCode }) ||
  holds(actor, ['oneStopOfficer'], { agencyCode: dossier.receivingAgencyCode })

/** No grant names this unit; those for the whole agency cover it. */
const AT_NO_UNIT = ''

export const supervisor = roleAt('unitHead', 'departmentHead', 'agencyLeader')
export const leader = roleAt(...LEADERS)

export const handler: Right = (actor, dossier) =>
  actor.kind === 'officer' &&
  actor.userId === dossier.assigneeId &&
  holds(actor, ['caseOfficer', 'unitHead'], place(dossier))

export const either =
  (...rules: Right[]): Right =>
  (actor, dossier) =>
    rules.some((rule) => rule(actor, dossier))

/** Before it is accepted a dossier lies at the desk: nobody of a single unit can do anything with it. */
const anyStaff = either(desk, (actor, { agencyCode, unitId, acceptedAt }) => {
  const whole = unitId === null && acceptedAt === null
  return holds(actor, AGENCY_STAFF, { agencyCode, unitId: whole ? AT_NO_UNIT : unitId })
})

const worker: Right = (actor) => actor.kind === 'worker'

/** Who may know of a dossier; what SQL lets an actor find agrees with it (`scope.ts`). */
export const maySee: Right = either(isApplicant, anyStaff, worker)

/** A first request is for whoever works on it; the law allows one, a second needs a superior. */
export const mayAskForMore: Right = (actor, dossier) =>
  dossier.supplementCount === 0 ? either(handler, desk)(actor, dossier) : supervisor(actor, dossier)
