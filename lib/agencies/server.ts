import 'server-only'
import { unitId } from '@/db/unit-id'
import { localDate } from '@/lib/calendar'
import type { Calendar } from '@/lib/calendar'
import type { Text } from '@/lib/i18n'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Agency, Unit, UnitKind } from './agency'
import { rememberAnswers } from './memory'
import { addressLine } from './place'
import type { Province, Ward } from './place'
import {
  agenciesByCode,
  agenciesOn,
  agencyOn,
  codesAbove,
  provincesOn,
  successorOn,
  unitsOn,
  wardOn,
  wardsOn,
} from './queries'
import type { AgencyFilter } from './queries'
import { agencyQuery, nobodyCompetent } from './routing'
import type { Routing } from './routing'
import { COMMUNE_DESK, GENERIC_UNITS } from './words'
import { calendarOn } from './working-time'

type Reading = Pick<Ctx, 'db' | 'now'>

const provincesBy = rememberAnswers((db, _: string, day) => provincesOn(db, day))
const wardsBy = rememberAnswers(wardsOn)
const wardBy = rememberAnswers(wardOn)
const agencyBy = rememberAnswers((db, code: string, day) => agencyOn(db, { code }, day))
const calendarBy = rememberAnswers(calendarOn)
const unitsBy = rememberAnswers(async (db, code: string, day) => {
  const [agency, described] = await Promise.all([agencyOn(db, { code }, day), unitsOn(db, code, day)])
  if (agency === null) return []
  return described.length > 0 ? described : genericUnits(agency)
})

/** The agency with this organ code, as it is named on that day (today by default); null when it does not exist then. */
export function agencyByCode(ctx: Reading, code: string, at = ctx.now): Promise<Agency | null> {
  return agencyBy(ctx, code, at)
}

/** Agencies that pass every given filter, by code. */
export function listAgencies(ctx: Reading, filter: AgencyFilter, at = ctx.now): Promise<Agency[]> {
  return agenciesOn(ctx.db, filter, localDate(at))
}

/** The agencies above one, nearest first: `territorial` along places, `vertical` along the trade. */
export async function agenciesAbove(
  ctx: Reading,
  code: string,
  line: 'territorial' | 'vertical',
  at = ctx.now,
): Promise<Agency[]> {
  const day = localDate(at)
  return agenciesByCode(ctx.db, await codesAbove(ctx.db, code, line, day), day)
}

export function listProvinces(ctx: Reading, at = ctx.now): Promise<Province[]> {
  return provincesBy(ctx, '', at)
}

export function listWards(ctx: Reading, provinceCode: string, at = ctx.now): Promise<Ward[]> {
  return wardsBy(ctx, provinceCode, at)
}

/** An address on one line in both languages; codes unknown on that day are left out. */
export async function placeName(
  ctx: Reading,
  address: { provinceCode?: string; wardCode?: string; detail?: string },
  at = ctx.now,
): Promise<Text> {
  const [all, ward] = await Promise.all([
    listProvinces(ctx, at),
    address.wardCode === undefined ? null : wardBy(ctx, address.wardCode, at),
  ])
  const province = all.find(({ code }) => code === (address.provinceCode ?? ward?.provinceCode))
  return addressLine({
    ...(address.detail === undefined ? {} : { detail: address.detail }),
    ...(ward === null ? {} : { ward }),
    ...(province === undefined ? {} : { province }),
  })
}

/** The units of an agency: as described, else the four that every one-stop mechanism has. */
export function unitsOf(ctx: Reading, agencyCode: string, at = ctx.now): Promise<Unit[]> {
  return unitsBy(ctx, agencyCode, at)
}

export async function unitOf(ctx: Reading, agencyCode: string, id: string, at = ctx.now): Promise<Unit | null> {
  return (await unitsOf(ctx, agencyCode, at)).find((unit) => unit.id === id) ?? null
}

/** The desk where dossiers are received; null when the agency does not exist. */
export async function oneStopUnit(ctx: Reading, agencyCode: string, at = ctx.now): Promise<Unit | null> {
  return (await unitsOf(ctx, agencyCode, at)).find((unit) => unit.kind === 'oneStop') ?? null
}

/** Who is competent under a procedure's rule, given the answers and facts; a closed agency gives way to its successor. */
export async function competentAgency(
  ctx: Reading,
  rule: Routing,
  answers: Record<string, unknown>,
  at = ctx.now,
): Promise<Result<Agency, DomainError>> {
  const query = agencyQuery(rule, answers)
  if (!query.ok) return query
  const day = localDate(at)
  const agency = await agencyOn(ctx.db, query.value, day)
  const competent = agency ?? ('code' in query.value ? await successorOn(ctx.db, query.value.code, day) : null)
  return competent === null ? err(nobodyCompetent(rule)) : ok(competent)
}

/** The unit of the competent agency that handles it: the one a procedure's rule names, or its only professional one. */
export async function handlingUnit(ctx: Reading, rule: Routing, agencyCode: string): Promise<Unit | null> {
  const units = await unitsOf(ctx, agencyCode)
  const [only, ...others] = units.filter(({ kind }) => kind === 'professional')
  return units.find(({ code }) => code === rule.unitCode) ?? (others.length === 0 ? only : undefined) ?? null
}

/** When the agency works: days off, make-up days, office hours. */
export function calendarFor(ctx: Reading, agencyCode: string, at = ctx.now): Promise<Calendar> {
  return calendarBy(ctx, agencyCode, at)
}

function genericUnits(agency: Agency): Unit[] {
  const kinds: UnitKind[] = ['oneStop', 'professional', 'registry', 'leadership']
  return kinds.map((kind) => {
    const { code, name } = GENERIC_UNITS[kind]
    const isCommuneDesk = kind === 'oneStop' && agency.function === 'communeCommittee'
    return {
      id: unitId(agency.code, code),
      agencyCode: agency.code,
      code,
      kind,
      name: isCommuneDesk ? COMMUNE_DESK : name,
    }
  })
}
