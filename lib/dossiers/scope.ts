import 'server-only'
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dossiers } from '@/db/schema/dossiers'
import type { Actor, Grant, Role } from '@/lib/access'

const AGENCY_STAFF: readonly Role[] = [
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

/** The rows an actor may know of; agrees with `dossier.see` (a property test holds them together). */
export function visibleTo(actor: Actor): SQL {
  const reaches = reachesOf(actor)
  return reaches.length === 0 ? sql`false` : sql`(${or(...reaches) ?? sql`false`})`
}

/**
 * What `visibleTo` is the union of, each part a condition one index can walk in the order of a list: PostgreSQL cannot
 * walk an index through an OR. Parts may overlap.
 */
export function reachesOf(actor: Actor): SQL[] {
  switch (actor.kind) {
    case 'anonymous':
      return []
    case 'worker':
      return [sql`true`]
    case 'citizen':
    case 'business':
      return [eq(dossiers.applicantId, actor.userId), eq(dossiers.submitterId, actor.userId)]
    case 'officer':
      return reachesThrough(actor.grants)
  }
}

function reachesThrough(grants: readonly Grant[]): SQL[] {
  const desks = agenciesIn(grants.filter(({ role }) => role === 'oneStopOfficer'))
  const posts = grants.filter(({ role }) => AGENCY_STAFF.includes(role))
  const whole = new Set([...desks, ...agenciesIn(posts.filter(({ unitId }) => unitId === null))])
  const narrow = posts.filter(({ agencyCode }) => !whole.has(agencyCode))
  return [
    ...[...whole].map((code) => eq(dossiers.agencyCode, code)),
    ...agenciesIn(narrow).map((code) => ofUnits(code, narrow)),
    ...desks.map(receivedElsewhere),
  ].filter((reach) => reach !== undefined)
}

const agenciesIn = (grants: readonly Grant[]) => [...new Set(grants.map(({ agencyCode }) => agencyCode))]

function ofUnits(agencyCode: string, grants: readonly Grant[]): SQL | undefined {
  const units = grants.filter((grant) => grant.agencyCode === agencyCode).flatMap(({ unitId }) => unitId ?? [])
  return and(eq(dossiers.agencyCode, agencyCode), or(isNull(dossiers.unitId), inArray(dossiers.unitId, units)))
}

/** What the desk received for another agency; its own are reached by their agency. */
function receivedElsewhere(agencyCode: string): SQL | undefined {
  return and(eq(dossiers.receivingAgencyCode, agencyCode), ne(dossiers.receivingAgencyCode, dossiers.agencyCode))
}
