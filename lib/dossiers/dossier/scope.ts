import 'server-only'
import type { SQL } from 'drizzle-orm'
import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { dossiers } from '@/db/schema/dossiers'
import type { Actor, Grant } from '@/lib/access'
import { AGENCY_STAFF } from '@/lib/access'

/** The rows an actor may know of; agrees with `dossier.see` (a property test holds them together). */
export function visibleTo(actor: Actor): SQL {
  const reaches = reachesOf(actor).map(({ rows }) => rows)
  return reaches.length === 0 ? sql`false` : sql`(${or(...reaches) ?? sql`false`})`
}

export type Reach = {
  rows: SQL | undefined
  /** Where all its rows have one agency in one column: which, and what else holds of them. */
  agency: Within | null
}
type Within = {
  column: typeof dossiers.agencyCode | typeof dossiers.receivingAgencyCode
  code: string
  further: SQL | undefined
}

/**
 * What `visibleTo` is the union of, each part a condition one index can walk in the order of a list: PostgreSQL cannot
 * walk an index through an OR. Parts may overlap.
 */
export function reachesOf(actor: Actor): Reach[] {
  switch (actor.kind) {
    case 'anonymous':
      return []
    case 'worker':
      return [anywhere(sql`true`)]
    case 'citizen':
    case 'business':
      return [eq(dossiers.applicantId, actor.userId), eq(dossiers.submitterId, actor.userId)].map(anywhere)
    case 'officer':
      return reachesThrough(actor.grants)
  }
}

const anywhere = (rows: SQL): Reach => ({ rows, agency: null })

function reachesThrough(grants: readonly Grant[]): Reach[] {
  const desks = agenciesIn(grants.filter(({ role }) => role === 'oneStopOfficer'))
  const posts = grants.filter(({ role }) => AGENCY_STAFF.includes(role))
  const whole = new Set([...desks, ...agenciesIn(posts.filter(({ unitId }) => unitId === null))])
  const narrow = posts.filter(({ agencyCode }) => !whole.has(agencyCode))
  return [
    ...[...whole].map((code) => ofAgency(code)),
    ...agenciesIn(narrow).map((code) => ofAgency(code, unitsIn(narrow, code))),
    ...desks.map(receivedElsewhere),
  ]
}

const agenciesIn = (grants: readonly Grant[]) => [...new Set(grants.map(({ agencyCode }) => agencyCode))]

const unitsIn = (grants: readonly Grant[], code: string) =>
  grants.filter(({ agencyCode }) => agencyCode === code).flatMap(({ unitId }) => unitId ?? [])

/** All of an agency's, or what lies with these units and what was accepted into none: before that it lies at the desk. */
function ofAgency(code: string, units: readonly string[] | null = null): Reach {
  const further = units === null ? undefined : or(acceptedNowhere, inArray(dossiers.unitId, [...units]))
  return within({ column: dossiers.agencyCode, code, further })
}

/** What the desk received for another agency; its own are reached by their agency. */
function receivedElsewhere(code: string): Reach {
  const { receivingAgencyCode: column } = dossiers
  return within({ column, code, further: ne(column, dossiers.agencyCode) })
}

const acceptedNowhere = and(isNull(dossiers.unitId), isNotNull(dossiers.acceptedAt))

const within = (agency: Within): Reach => ({ rows: and(eq(agency.column, agency.code), agency.further), agency })
