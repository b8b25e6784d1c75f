import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { roleGrants, users } from '@/db/schema/accounts'
import { agencies } from '@/db/schema/reference'
import { grantInForce } from '@/lib/accounts/server'
import type { Agency, Routing } from '@/lib/agencies'
import { competentAgency } from '@/lib/agencies/server'
import { localDate } from '@/lib/calendar'
import type { ProcedureDefinition } from '@/lib/catalogue'
import type { FormDefinition, Page, Places, Scope } from '@/lib/forms'
import { submittedAnswers } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { DomainError, Issue } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { RECEIVING_ISSUES } from '../dossier/issue-words'

/** Without somebody who receives and somebody who works on what was received nothing handed in is ever opened. */
const isStaffed = sql<boolean | null>`bool_or(${roleGrants.role} = 'oneStopOfficer')
  and bool_or(${roleGrants.role} in ('caseOfficer', 'unitHead'))`

/** Whether a dossier handed in to this agency now would be received. */
async function receives({ db, now }: Pick<Ctx, 'db' | 'now'>, agencyCode: string): Promise<boolean> {
  const [row] = await db
    .select({ isStaffed })
    .from(roleGrants)
    .innerJoin(users, and(eq(users.id, roleGrants.userId), isNull(users.disabledAt)))
    .where(and(eq(roleGrants.agencyCode, agencyCode), grantInForce(now)))
  return row?.isStaffed === true
}

/** Why nothing can be handed in to this agency now, which is told by name; null where somebody receives it. */
export async function notReceiving(
  ctx: Ctx,
  agency: Pick<Agency, 'code' | 'name'>,
  path = '',
): Promise<(DomainError & { issues: Issue[] }) | null> {
  if (await receives(ctx, agency.code)) return null
  const inLocale = (locale: Ctx['locale']) =>
    say(RECEIVING_ISSUES.nobodyReceives, locale, { agency: agency.name[locale] })
  return {
    code: 'nobody-receives',
    detail: { agency: agency.name[ctx.locale] },
    issues: [{ path, code: 'nobody-receives', words: { vi: inLocale('vi'), en: inLocale('en') } }],
  }
}

export type Filing = { definition: Pick<ProcedureDefinition, 'routing'>; form: FormDefinition; scope: Scope }

/** Why it cannot be handed in where it leads; null while nobody knows where that is, and where it is received. */
export async function refusedPlace(ctx: Ctx, { definition, form, scope }: Filing): Promise<DomainError | null> {
  const { routing } = definition
  const answers = submittedAnswers(form, scope)
  const agency = await competentAgency(ctx, routing, { ...scope.facts, ...answers })
  if (agency.ok) return notReceiving(ctx, agency.value, placeField(routing))
  return agency.error.issues?.some(({ code }) => code === 'nobody-competent') === true ? agency.error : null
}

/** The question whose answer decides which agency it is; none where the procedure names one. */
export const placeField = (routing: Routing): string => (routing.by === 'agency' ? '' : routing.address)

/** For the choice of that place on a page: where somebody receives online. */
export async function receivingPlaces(
  ctx: Ctx,
  { definition: { routing }, supplement }: Pick<Filing, 'definition'> & { supplement: object | null },
  page: Page,
): Promise<Places['receiving']> {
  if (routing.by === 'agency' || supplement !== null || !page.fields.some(({ id }) => id === routing.address))
    return undefined
  const rows = await ctx.db
    .select({ province: agencies.provinceCode, ward: agencies.wardCode })
    .from(agencies)
    .innerJoin(roleGrants, and(eq(roleGrants.agencyCode, agencies.code), grantInForce(ctx.now)))
    .innerJoin(users, and(eq(users.id, roleGrants.userId), isNull(users.disabledAt)))
    .where(
      sql`${agencies.function} = ${routing.function}
        and daterange(${agencies.effectiveFrom}, ${agencies.effectiveTo}, '[]') @> ${localDate(ctx.now)}::date`,
    )
    .groupBy(agencies.code, agencies.provinceCode, agencies.wardCode)
    .having(isStaffed)
  const provinces = [...new Set(rows.flatMap(({ province }) => province ?? []))]
  const wards = routing.by === 'ward' ? rows.flatMap(({ ward }) => ward ?? []) : null
  return { fieldId: routing.address, provinces, wards }
}
