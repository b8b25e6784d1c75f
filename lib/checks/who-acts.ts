import type { Actor, Role } from '@/lib/access'
import { ROLES } from '@/lib/access'
import type { Command, OPERATIONS } from '@/lib/dossiers'

type Right = (typeof OPERATIONS)[Command]['right']
type Facts = Parameters<Right>[1]

const [AGENCY, UNIT, OFFICER, APPLICANT] = ['agency', 'unit', 'officer', 'applicant']
const NOBODY = 'nobody in question'

const officer = (role: Role): Actor => ({
  kind: 'officer',
  userId: OFFICER,
  name: '',
  grants: [{ role, agencyCode: AGENCY, unitId: UNIT }],
})
const applicant: Actor = { kind: 'citizen', userId: APPLICANT, name: '', assurance: 2, verifiedAt: new Date(0) }

function facts({ isAccepted, supplementCount }: { isAccepted: boolean; supplementCount: number }): Facts {
  return {
    ...{ applicantId: APPLICANT, submitterId: APPLICANT, agencyCode: AGENCY, receivingAgencyCode: AGENCY },
    ...{ unitId: isAccepted ? UNIT : null, acceptedAt: isAccepted ? new Date(0) : null },
    ...{ assigneeId: NOBODY, supplementCount },
  }
}

/** Whom a right lets act, found by asking it for everybody: `*` where only whoever works on the dossier. */
function allowedRoles(right: Right, dossier: Facts): string[] {
  const officers = ROLES.flatMap((role) => {
    if (right(officer(role), dossier)) return [role]
    return right(officer(role), { ...dossier, assigneeId: OFFICER }) ? [`${role}*`] : []
  })
  const worker = right({ kind: 'worker', name: '' }, dossier) ? ['worker'] : []
  return [...(right(applicant, dossier) ? ['applicant'] : []), ...officers, ...worker]
}

/** The same in one line; a second request for a supplement may be for others than the first. */
export function whoActs(right: Right, isAccepted: boolean): string {
  const [first = '', again = ''] = [0, 1].map((supplementCount) =>
    allowedRoles(right, facts({ isAccepted, supplementCount })).join(', '),
  )
  return first === again ? first : `${first}; a second time ${again}`
}
