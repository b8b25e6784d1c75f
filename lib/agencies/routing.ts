import { z } from 'zod'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { AGENCY_FUNCTIONS } from './agency'
import type { AgencyFunction } from './agency'
import { isOrganCode } from './organ-code'
import { ROUTING_ISSUES } from './words'

const agencyFunction = z.custom<AgencyFunction>(
  (value) => typeof value === 'string' && Object.hasOwn(AGENCY_FUNCTIONS, value),
)

/**
 * Who is competent for a dossier: always one agency, or the agency of a kind in the province or commune of an address.
 * `address` names where that address is found: an answer's id or a dotted path (`person.permanentAddress`).
 */
/** The code of the unit that handles it there; else the only professional one, or the one the desk chooses. */
const unitCode = z.string().min(1).max(20).optional()

export const routing = z.discriminatedUnion('by', [
  z.object({ by: z.literal('agency'), unitCode, agencyCode: z.string().refine(isOrganCode) }),
  z.object({ by: z.literal('province'), unitCode, function: agencyFunction, address: z.string().min(1) }),
  z.object({ by: z.literal('ward'), unitCode, function: agencyFunction, address: z.string().min(1) }),
])
export type Routing = z.infer<typeof routing>

const place = z.object({
  provinceCode: z.string().regex(/^\d{2}$/),
  wardCode: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
})

/** What an agency is looked up by. */
export type AgencyQuery = { code: string } | { function: AgencyFunction; provinceCode: string; wardCode: string | null }

/** What to look for under this rule, or which address is still missing. */
export function agencyQuery(rule: Routing, answers: Record<string, unknown>): Result<AgencyQuery, DomainError> {
  if (rule.by === 'agency') return ok({ code: rule.agencyCode })
  const address = place.safeParse(valueAt(answers, rule.address))
  if (!address.success) return err(addressMissing(rule.address))
  const { provinceCode, wardCode } = address.data
  if (rule.by === 'province') return ok({ function: rule.function, provinceCode, wardCode: null })
  return wardCode === undefined
    ? err(addressMissing(rule.address))
    : ok({ function: rule.function, provinceCode, wardCode })
}

function addressMissing(path: string): DomainError {
  return { code: 'invalid-input', issues: [{ path, code: 'address-missing', words: ROUTING_ISSUES.addressMissing }] }
}

/** No agency of the wanted kind works in that place on that day. */
export function nobodyCompetent(rule: Routing): DomainError {
  const path = rule.by === 'agency' ? '' : rule.address
  return { code: 'invalid-input', issues: [{ path, code: 'nobody-competent', words: ROUTING_ISSUES.nobodyCompetent }] }
}

function valueAt(answers: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(answers, path)) return answers[path]
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), answers)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
