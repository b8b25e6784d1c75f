import { parsePage } from '@/lib/forms'
import type { FormDefinition } from '@/lib/forms'
import type { LocalDate } from '@/lib/calendar'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { OFFICER_NUMBER_INPUT } from './admin-inputs'

const label = { vi: 'Số định danh cá nhân', en: 'Personal identification number' }
const FORM: FormDefinition = {
  pages: [
    { id: 'so', title: label, fields: [{ id: OFFICER_NUMBER_INPUT, kind: 'personalId', label, required: true }] },
  ],
}

/** The number in its one spelling, or what is wrong with it (domain rule 3.1.4). */
export function officerNumberTyped(typed: string, today: LocalDate): Result<string, DomainError> {
  const parsed = parsePage(FORM, 'so', { [OFFICER_NUMBER_INPUT]: typed }, { answers: {}, facts: {}, today })
  if (!parsed.ok) return parsed
  const number = parsed.value[OFFICER_NUMBER_INPUT]
  return typeof number === 'string' ? ok(number) : err({ code: 'invalid-input' })
}

/** What the seal of an officer's number is bound to. */
export const boundNumber = (owner: string) => ({ purpose: 'officer-number', owner }) as const
