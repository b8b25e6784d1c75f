import type { FormDefinition, Rule } from '@/lib/forms'
import { FACTS, fieldsIn, fieldsOf, formProblems } from '@/lib/forms'
import type { ProcedureDefinition } from './definition'
import { formField, namedIn, RESERVED_FIELDS, resultForm } from './result-form'

export type DefinitionProblem = { code: string; at: string; detail: string }

function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))]
}

/** Everything wrong with a definition that its shape allows; a revision with any of it is refused. */
export function problemsOf(definition: ProcedureDefinition): DefinitionProblem[] {
  return [
    ...formProblems(resultForm(definition) ?? definition.form ?? { pages: [] }),
    ...duplicateCodes(definition),
    ...danglingDocuments(definition),
    ...signaturesNowhere(definition),
    ...danglingFields(definition),
    ...resultProblems(definition),
    ...unknownFacts(definition.form),
    ...contradictions(definition),
    ...casesWithoutField(definition),
    ...contactElsewhere(definition),
    ...brokenWindows(definition),
  ]
}

function duplicateCodes(definition: ProcedureDefinition): DefinitionProblem[] {
  const lists = {
    cases: definition.cases,
    documents: definition.documents,
    conditions: definition.conditions,
    supplementReasons: definition.supplementReasons,
    refusalGrounds: definition.refusalGrounds,
    ...Object.fromEntries(definition.cases.map(({ code, documents }) => [`cases.${code}`, documents])),
  }
  return Object.entries(lists).flatMap(([at, list]) =>
    repeated(list.map(({ code }) => code)).map((code) => ({
      code: 'duplicate-code',
      at,
      detail: `${code} is used twice`,
    })),
  )
}

function danglingDocuments({ cases, documents }: ProcedureDefinition): DefinitionProblem[] {
  const known = new Set(documents.map(({ code }) => code))
  const asked = new Set(cases.flatMap((one) => one.documents.map(({ code }) => code)))
  const missing = cases.flatMap((one) =>
    one.documents
      .filter(({ code }) => !known.has(code))
      .map(({ code }) => ({ code: 'dangling-document', at: one.code, detail: `no document ${code}` })),
  )
  const unused = [...known].filter((code) => !asked.has(code))
  return [...missing, ...unused.map((code) => ({ code: 'unused-document', at: code, detail: 'no case asks for it' }))]
}

/** A certificate's signature is found in a PDF the applicant gives, and nowhere else. */
function signaturesNowhere({ documents }: ProcedureDefinition): DefinitionProblem[] {
  return documents
    .filter(({ signature }) => signature !== 'CONFIRM')
    .filter(({ origin, accepts }) => origin !== 'upload' || accepts.join() !== 'pdf')
    .map(({ code }) => ({ code: 'signature-nowhere', at: code, detail: 'only an uploaded PDF can carry a signature' }))
}

function rulesOutsideForm(definition: ProcedureDefinition): { at: string; rule: Rule }[] {
  return definition.cases.flatMap(({ code, documents, fees }) =>
    [...documents.map(({ when }) => when), ...fees.flatMap(({ rows }) => rows.map(({ when }) => when))].flatMap(
      (rule) => (rule === undefined ? [] : [{ at: code, rule }]),
    ),
  )
}

function danglingFields(definition: ProcedureDefinition): DefinitionProblem[] {
  const known = new Set(definition.form === undefined ? [] : fieldsOf(definition.form).map(({ id }) => id))
  const named = [
    ...rulesOutsideForm(definition).flatMap(({ at, rule }) => fieldsIn(rule).map((id) => ({ at, id }))),
    ...(definition.form === undefined || definition.routing.by === 'agency'
      ? []
      : [{ at: 'routing', id: definition.routing.address }]),
    ...(definition.caseField === undefined ? [] : [{ at: 'caseField', id: definition.caseField }]),
    ...(definition.contactField === undefined ? [] : [{ at: 'contactField', id: definition.contactField }]),
    ...definition.cases.flatMap(({ code, fees }) =>
      fees.flatMap(({ rows }) =>
        rows.flatMap(({ plus }) => (plus === undefined ? [] : [{ at: code, id: plus.field }])),
      ),
    ),
  ]
  return named
    .filter(({ id }) => !known.has(id))
    .map(({ at, id }) => ({ code: 'dangling-field', at, detail: `no field ${id}` }))
}

/** A result's fields and words name only what there is, and no input of the act that asks for them. */
function resultProblems(definition: ProcedureDefinition): DefinitionProblem[] {
  const { fields = [], fromAnswers = {}, decides = '' } = definition.result
  const own = fields.map(({ id }) => id)
  const isAnswer = (id: string) => formField(definition, id) !== undefined
  const named = namedIn(decides).filter((id) => id !== 'applicant' && !own.includes(id) && !isAnswer(id))
  const dangling = [
    ...named,
    ...Object.keys(fromAnswers).filter((id) => !own.includes(id)),
    ...Object.values(fromAnswers).filter((id) => !isAnswer(id)),
  ]
  return [
    ...dangling.map((id) => ({ code: 'dangling-field', at: 'result', detail: `no field ${id}` })),
    ...own
      .filter((id) => RESERVED_FIELDS.includes(id))
      .map((id) => ({ code: 'reserved-field', at: 'result', detail: `${id} is asked by the act itself` })),
  ]
}

function unknownFacts(form: FormDefinition | undefined): DefinitionProblem[] {
  return (form === undefined ? [] : fieldsOf(form))
    .filter(({ fact }) => fact !== undefined && !(fact in FACTS))
    .map(({ id, fact }) => ({ code: 'unknown-fact', at: id, detail: `no fact ${String(fact)}` }))
}

function contradictions(definition: ProcedureDefinition): DefinitionProblem[] {
  const { code, level, partialReason, online, form, cases } = definition
  const hasReason = partialReason !== undefined
  const isTimed = cases.every(({ timeLimits }) => timeLimits.length > 0)
  const said = [
    { isWrong: level === 'PARTIAL' && !hasReason, detail: 'a service partly online publishes its reason' },
    { isWrong: level === 'FULL' && hasReason, detail: 'a service wholly online has no reason not to be' },
    { isWrong: online && form === undefined, detail: 'a service taken online has a form' },
    { isWrong: online && !isTimed, detail: 'a service taken online has a time limit' },
  ]
  return said.filter(({ isWrong }) => isWrong).map(({ detail }) => ({ code: 'contradiction', at: code, detail }))
}

/** Each case must be an option of the case field, and the other way round. */
function casesWithoutField({ cases, caseField, form }: ProcedureDefinition): DefinitionProblem[] {
  if (form === undefined) return []
  if (caseField === undefined) {
    return cases.length > 1 ? [{ code: 'unreachable-case', at: 'cases', detail: 'several cases and no caseField' }] : []
  }
  const options = (fieldsOf(form).find(({ id }) => id === caseField)?.options ?? []).map(({ value }) => value)
  const codes = cases.map(({ code }) => code)
  const lonely = [
    ...codes.filter((code) => !options.includes(code)),
    ...options.filter((value) => !codes.includes(value)),
  ]
  return lonely.map((code) => ({ code: 'unreachable-case', at: code, detail: 'not both a case and an option' }))
}

function contactElsewhere({ contactField, form }: ProcedureDefinition): DefinitionProblem[] {
  const field = form === undefined ? undefined : fieldsOf(form).find(({ id }) => id === contactField)
  if (field === undefined || field.kind === 'email') return []
  return [{ code: 'contact-not-email', at: field.id, detail: 'notices can only be mailed to an e-mail address' }]
}

function brokenWindows({ cases }: ProcedureDefinition): DefinitionProblem[] {
  return cases.flatMap(({ code, fees, timeLimits }) =>
    [...fees.flatMap(({ rows }) => rows), ...timeLimits]
      .filter(({ from, to }) => from !== undefined && to !== undefined && to < from)
      .map(({ from, to }) => ({ code: 'empty-window', at: code, detail: `${String(from)} is after ${String(to)}` })),
  )
}
