import type { IsoDate, RuleScope, Scope } from '@/lib/forms'
import { evaluate, readForm } from '@/lib/forms'
import type {
  CaseDocument,
  DocumentRequirement,
  Fee,
  ProcedureCase,
  ProcedureDefinition,
  TimeLimit,
} from './definition'

type Window = { from?: IsoDate | undefined; to?: IsoDate | undefined }

function holdsOn({ from, to }: Window, day: IsoDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to)
}

function caseOfCode(definition: ProcedureDefinition, caseCode: string): ProcedureCase | undefined {
  return definition.cases.find(({ code }) => code === caseCode)
}

/** What rules outside the form see: the visible, valid answers, or raw ones where the procedure has no form. */
function rulesOf(definition: ProcedureDefinition, scope: Scope): RuleScope {
  if (definition.form !== undefined) return readForm(definition.form, scope).rules
  return { field: (id) => scope.answers[id], fact: (path) => scope.facts[path], today: scope.today }
}

/** The case the answers make it: the answer of `caseField`, or the only case. */
export function caseOf(definition: ProcedureDefinition, scope: Scope): string | undefined {
  if (definition.caseField === undefined) return definition.cases[0]?.code
  const chosen = rulesOf(definition, scope).field(definition.caseField)
  return definition.cases.find(({ code }) => code === chosen)?.code
}

export type FeeLine = { fee: Fee; row: Fee['rows'][number]; amount: number | null }

function lineOf(fee: Fee, rules: RuleScope): FeeLine[] {
  const row = fee.rows.find(
    (feeRow) => holdsOn(feeRow, rules.today) && (feeRow.when === undefined || evaluate(feeRow.when, rules)),
  )
  if (row === undefined) return []
  const count = row.plus === undefined ? 0 : rules.field(row.plus.field)
  const extra =
    row.plus !== undefined && typeof count === 'number' ? Math.max(0, count - row.plus.above) * row.plus.amount : 0
  return [{ fee, row, amount: row.amount === null ? null : row.amount + extra }]
}

/** What the case costs on the day: its lines, and their sum (null while a people's council sets one of them). */
export function feeAt(definition: ProcedureDefinition, caseCode: string, scope: Scope) {
  const rules = rulesOf(definition, scope)
  const lines = (caseOfCode(definition, caseCode)?.fees ?? []).flatMap((fee) => lineOf(fee, rules))
  const amounts = lines.map(({ amount }) => amount)
  const isKnown = amounts.every((amount) => amount !== null)
  return { lines, total: isKnown ? amounts.reduce((sum, amount) => sum + amount, 0) : null }
}

/**
 * The law a paper of this day may cite: in force on it, and checked against its text. What comes into force later, what was
 * repealed, and what nobody has looked up is not.
 */
export function basesOn({ legalBasis }: Pick<ProcedureDefinition, 'legalBasis'>, day: IsoDate) {
  return legalBasis.filter((basis) => basis.confidence === 'F' && holdsOn(basis, day))
}

/** The time limit of the case in force on the day. */
export function timeLimitAt(definition: ProcedureDefinition, caseCode: string, day: IsoDate): TimeLimit | undefined {
  return caseOfCode(definition, caseCode)?.timeLimits.find((limit) => holdsOn(limit, day))
}

export type RequiredDocument = DocumentRequirement & Pick<CaseDocument, 'isRequired' | 'note'>

/** The documents the case asks for, given the answers; those looked up by the agency and the form itself included. */
export function requiredDocuments(definition: ProcedureDefinition, caseCode: string, scope: Scope): RequiredDocument[] {
  const rules = rulesOf(definition, scope)
  return (caseOfCode(definition, caseCode)?.documents ?? []).flatMap(({ code, isRequired, when, note }) => {
    const document = definition.documents.find((candidate) => candidate.code === code)
    const isAsked = when === undefined || evaluate(when, rules)
    return document === undefined || !isAsked ? [] : [{ ...document, isRequired, note }]
  })
}
