import { ok } from '@/lib/kernel'
import { asIs } from '../kind'
import type { Kind } from '../kind'
import type { Answer, Scope } from '../answers'
import { answerTo, isPartialDate } from '../answers'
import type { Field } from '../definition'
import type { Fault } from '../issue'
import { fault } from '../issue'
import { isIsoDate } from '../dates'
import { compact, typedText } from './text'

/** The 63 provinces that registered births before 1/7/2025 (GSO codes); from 100 on come foreign countries. */
const BIRTH_PLACES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
)

export type PersonalId = { birthPlace: string; sex: 'male' | 'female'; birthYear: number }

/** What a 12-digit personal identification number says (NĐ 70/2024 numbering; domain rule 3.1.4). No check digit exists. */
export function readPersonalId(digits: string): PersonalId | undefined {
  if (!/^\d{12}$/.test(digits)) return undefined
  const century = Number(digits.charAt(3))
  return {
    birthPlace: digits.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(digits.slice(4, 6)),
  }
}

function birthYearIn(value: Answer | undefined): number | undefined {
  if (isPartialDate(value)) return value.y
  return typeof value === 'string' && isIsoDate(value) ? Number(value.slice(0, 4)) : undefined
}

/** Where the number disagrees with the birth date and sex declared beside it. */
function mismatches(digits: string, field: Field, answerOf: (id: string) => Answer | undefined): Fault[] {
  const facts = readPersonalId(digits)
  if (facts === undefined) return []
  const { birthDateField = '', sexField = '' } = field
  const year = birthYearIn(answerOf(birthDateField)) ?? facts.birthYear
  const sex = answerOf(sexField) ?? facts.sex
  const wrongYear: Fault = { code: 'personal-id-birth-year', values: { year: facts.birthYear } }
  return [
    year === facts.birthYear ? [] : wrongYear,
    sex === facts.sex ? [] : { code: 'personal-id-sex' as const },
  ].flat()
}

/** A declared birth date or sex may be mistaken: a doubt. A verified one is not: an error. */
function contradictsFacts(digits: string, field: Field, { facts }: Scope): Fault | undefined {
  const verified = { ...field, birthDateField: 'person.dob', sexField: 'person.sex' }
  return field.fact === undefined ? undefined : mismatches(digits, verified, (path) => facts[path])[0]
}

export const personalId: Kind = {
  takes: ['birthDateField', 'sexField'],
  parts: [],
  blank: 'required',
  parse(raw, field, scope) {
    const digits = compact(raw)
    if (digits === '') return ok(undefined)
    if (!/^\d{12}$/.test(digits)) return fault('personal-id-digits', { length: digits.length })
    const place = digits.slice(0, 3)
    if (!BIRTH_PLACES.has(place) && Number(place) < 100) return fault('personal-id-province', { code: place })
    const contradiction = contradictsFacts(digits, field, scope)
    return contradiction === undefined ? ok(digits) : { ok: false, error: contradiction }
  },
  show: (value) => asIs(typedText(value).replace(/^(\d{3})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4')),
  doubts: (value, field, scope) => mismatches(typedText(value), field, (id) => answerTo(id, scope)),
}
