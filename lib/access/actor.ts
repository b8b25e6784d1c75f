/** Roles of people who work for an agency (domain reference 1.2). */
export const ROLES = [
  'oneStopOfficer',
  'caseOfficer',
  'unitHead',
  'departmentHead',
  'agencyLeader',
  'registrar',
  'financeOfficer',
  'archivist',
  'agencyAdmin',
  'nationalOverseer',
  'taskforceMember',
  'systemAdmin',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** Who approves results, and so signs them. */
export const LEADERS: readonly Role[] = ['agencyLeader', 'departmentHead']

/** Who sees every dossier of their agency or unit; the desk sees what it receives. */
export const AGENCY_STAFF: readonly Role[] = [
  'caseOfficer',
  'unitHead',
  'departmentHead',
  'agencyLeader',
  'registrar',
  'financeOfficer',
  'archivist',
  'agencyAdmin',
  'auditor',
]

/** One role at one agency, narrowed to a unit where `unitId` is given. */
export type Grant = { role: Role; agencyCode: string; unitId: string | null }

export type Person = {
  kind: 'citizen' | 'business'
  userId: string
  name: string
  /** Assurance of the electronic identity: 1 self-registered, 2 proven face to face. */
  assurance: 1 | 2
  /** When the person last proved who they are; a step-up compares it with now. */
  verifiedAt: Date
  /** Set where whoever holds the organisation's certificate signed in: who that is nobody knows. */
  signedInBy?: 'certificate'
}

export type Officer = { kind: 'officer'; userId: string; name: string; grants: readonly Grant[] }

/** Whoever acts: nobody known, a person or business, an officer, or the worker that carries out jobs. */
export type Actor = { kind: 'anonymous' } | Person | Officer | { kind: 'worker'; name: string }

/** The account behind an actor, if there is one. */
export function userIdOf(actor: Actor): string | null {
  return actor.kind === 'anonymous' || actor.kind === 'worker' ? null : actor.userId
}

/** Whether the officer holds one of `roles` at the agency (and, where the grant names a unit, at that unit). */
export function holds(
  actor: Actor,
  roles: readonly Role[],
  place: { agencyCode: string | null; unitId?: string | null },
): boolean {
  if (actor.kind !== 'officer') return false
  return actor.grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      grant.agencyCode === place.agencyCode &&
      (grant.unitId === null || place.unitId === undefined || place.unitId === null || grant.unitId === place.unitId),
  )
}

/** Whether the officer holds one of `roles` anywhere: for rights over the portal itself. */
export function holdsAnywhere(actor: Actor, roles: readonly Role[]): boolean {
  return actor.kind === 'officer' && actor.grants.some(({ role }) => roles.includes(role))
}
