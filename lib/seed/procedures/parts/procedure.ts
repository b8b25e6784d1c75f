import type { CaseDocument, Fee, ProcedureCase, ProcedureDefinition, TimeLimit } from '@/lib/catalogue'
import type { Text } from '@/lib/i18n'
import { COMMON_REFUSALS, SUPPLEMENT_REASONS, VERIFIED_ON } from './rules'
import { t } from './text'

const USUAL = {
  lifeEvents: [],
  conditions: [],
  signature: 'CONFIRM',
  supplementReasons: SUPPLEMENT_REASONS,
  refusalGrounds: COMMON_REFUSALS,
  effectiveFrom: '2025-07-01',
  verifiedOn: VERIFIED_ON,
  isSample: true,
} as const satisfies Partial<Record<keyof ProcedureDefinition, unknown>>

type ProcedureParts = Omit<ProcedureDefinition, keyof typeof USUAL> &
  Partial<Pick<ProcedureDefinition, keyof typeof USUAL>>

/** A sample procedure, with what all of them share. */
export function procedure(parts: ProcedureParts): ProcedureDefinition {
  return { ...USUAL, lifeEvents: [...USUAL.lifeEvents], conditions: [...USUAL.conditions], ...parts }
}

type CaseSaid = {
  documents: readonly CaseDocument[]
  fees: readonly Fee[]
  timeLimits: readonly TimeLimit[]
  hint?: Text
}

export function oneCase(code: string, name: Text, { documents, fees, timeLimits, ...parts }: CaseSaid): ProcedureCase {
  return { ...parts, code, name, documents: [...documents], fees: [...fees], timeLimits: [...timeLimits] }
}

/** Documents every applicant of a case gives. */
export function required(...codes: readonly string[]): CaseDocument[] {
  return codes.map((code) => ({ code, isRequired: true }))
}

export function ifAny(...codes: readonly string[]): CaseDocument[] {
  return codes.map((code) => ({ code, isRequired: false }))
}

/** A fee of one known amount. */
export function fixedFee(amount: number, source: string, confidence: Fee['confidence'], note?: Text): Fee {
  return { code: 'LP', name: t('Lệ phí', 'Charge'), kind: 'CHARGE', rows: [{ amount, note }], source, confidence }
}

/** What its circular calls “phí”, not “lệ phí”. */
export function asFee(fee: Fee): Fee {
  return { ...fee, name: t('Phí', 'Fee'), kind: 'FEE' }
}

/** A fee the people's council of the province sets. */
export function councilFee(source: string, note?: Text): Fee {
  return {
    code: 'LP',
    name: t('Lệ phí', 'Charge'),
    kind: 'CHARGE',
    rows: [{ amount: null, note }],
    source,
    confidence: 'F',
  }
}

/** What every one-stop procedure goes through, with its own steps in the middle. */
export function steps(...middle: readonly Text[]): ProcedureDefinition['steps'] {
  return [
    { name: t('Kê khai, đính kèm giấy tờ và nộp hồ sơ', 'Declare, attach papers and submit'), actor: 'applicant' },
    { name: t('Tiếp nhận, cấp mã hồ sơ và hẹn trả', 'Acceptance with dossier code and due date'), actor: 'agency' },
    ...middle.map((name) => ({ name, actor: 'agency' as const })),
    { name: t('Trả kết quả', 'The result is returned'), actor: 'agency' },
  ]
}

export const COMMUNE = {
  handledBy: t('Ủy ban nhân dân cấp xã nơi bạn ở', 'People’s Committee of the commune you live in'),
  routing: { by: 'ward', function: 'communeCommittee', address: 'person.currentAddress' },
} as const

export const COMMUNE_POLICE = {
  handledBy: t('Công an cấp xã nơi bạn ở', 'Police of the commune you live in'),
  routing: { by: 'ward', function: 'communePolice', address: 'person.currentAddress' },
} as const

export const PROVINCIAL_POLICE = {
  handledBy: t('Công an cấp tỉnh nơi bạn ở', 'Police of the province you live in'),
  routing: { by: 'province', function: 'provincialPolice', address: 'person.currentAddress' },
} as const
