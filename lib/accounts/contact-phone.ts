import type { LocalDate } from '@/lib/calendar'
import { parsePage, showAnswer } from '@/lib/forms'
import type { Field, FormDefinition } from '@/lib/forms'
import type { DomainError, Result } from '@/lib/kernel'
import { ok } from '@/lib/kernel'
import { CONTACT_PHONE_INPUT } from './admin-inputs'

const label = { vi: 'Điện thoại', en: 'Telephone' }
const PHONE: Field = { id: CONTACT_PHONE_INPUT, kind: 'phone', label, required: false }
const FORM: FormDefinition = { pages: [{ id: 'so', title: label, fields: [PHONE] }] }

/** The number in its one spelling, null where none was typed, or what is wrong with it (domain rule 3.1.4). */
export function contactPhoneTyped(typed: string, today: LocalDate): Result<string | null, DomainError> {
  const parsed = parsePage(FORM, 'so', { [CONTACT_PHONE_INPUT]: typed }, { answers: {}, facts: {}, today })
  if (!parsed.ok) return parsed
  const phone = parsed.value[CONTACT_PHONE_INPUT]
  return ok(typeof phone === 'string' ? phone : null)
}

/** As people write it: 0912 345 678. */
export const phoneWritten = (phone: string): string => showAnswer(PHONE, phone, 'vi')

/** A telephone and who answers there: the officer, or the one-stop desk of the agency. */
export type ContactPhone = { phone: string; answers: 'officer' | 'desk' }

/** Whom a person with a question calls: the officer, where that one has a telephone, else the desk; null where neither has one. */
export function contactPhone(officer: string | undefined, desk: string | undefined): ContactPhone | null {
  if (officer !== undefined) return { phone: officer, answers: 'officer' }
  return desk === undefined ? null : { phone: desk, answers: 'desk' }
}
