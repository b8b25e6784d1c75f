import type { FieldKind, Rule } from '@/lib/forms'
import { fieldsOf, formProblems, ruleProblems } from '@/lib/forms'
import type { ProcedureDefinition } from './definition'
import type { DefinitionProblem } from './definition-problem'
import { formField, resultForm } from './result-form'
import { resultProblems } from './result-problems'

function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))]
}

/** Everything wrong with a definition that its shape allows; a revision with any of it is refused. */
export function problemsOf(definition: ProcedureDefinition): DefinitionProblem[] {
  return [
    ...questionProblems(definition),
    ...duplicateCodes(definition),
    ...danglingDocuments(definition),
    ...signaturesNowhere(definition),
    ...brokenRules(definition),
    ...badlyNamedFields(definition),
    ...deliveryProblems(definition),
    ...resultProblems(definition),
    ...contradictions(definition),
    ...casesWithoutField(definition),
    ...brokenWindows(definition),
  ]
}

/** The form by itself, which may name no field of the result, and with the result's questions. */
function questionProblems(definition: ProcedureDefinition): DefinitionProblem[] {
  const alone = definition.form === undefined ? [] : formProblems(definition.form)
  const both = formProblems(resultForm(definition) ?? { pages: [] })
  const isKnown = (problem: DefinitionProblem) =>
    alone.some((other) => other.at === problem.at && other.detail === problem.detail)
  return [...alone, ...both.filter((problem) => !isKnown(problem))]
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
  const documentCodes = new Set(documents.map(({ code }) => code))
  const askedCodes = new Set(cases.flatMap((eachCase) => eachCase.documents.map(({ code }) => code)))
  const missing = cases.flatMap((eachCase) =>
    eachCase.documents
      .filter(({ code }) => !documentCodes.has(code))
      .map(({ code }) => ({ code: 'dangling-document', at: eachCase.code, detail: `no document ${code}` })),
  )
  const unused = [...documentCodes].filter((code) => !askedCodes.has(code))
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
  const own = (at: string, rules: readonly (Rule | undefined)[]) =>
    rules.flatMap((rule) => (rule === undefined ? [] : [{ at, rule }]))
  return definition.cases.flatMap(({ code, documents, fees }) => [
    ...documents.flatMap((document) => own(`cases.${code}.documents.${document.code}`, [document.when])),
    ...fees.flatMap((fee) =>
      own(
        `cases.${code}.fees.${fee.code}`,
        fee.rows.map(({ when }) => when),
      ),
    ),
  ])
}

/** Rules of documents and fees look at the form's fields alone. */
function brokenRules(definition: ProcedureDefinition): DefinitionProblem[] {
  return rulesOutsideForm(definition).flatMap(({ at, rule }) =>
    ruleProblems(rule, (id) => formField(definition, id)).map((problem) => ({ at, ...problem })),
  )
}

type Named = { at: string; id: string; kinds: readonly FieldKind[] }

/** Each field the definition names by its id, and what it has to be to serve. */
function namedFields({ form, routing, caseField, contactField, deliveryField, cases }: ProcedureDefinition): Named[] {
  const own = (at: string, id: string | undefined, kinds: readonly FieldKind[]): Named[] =>
    id === undefined ? [] : [{ at, id, kinds }]
  const counted = cases.flatMap(({ code, fees }) =>
    fees.flatMap((fee) => fee.rows.flatMap(({ plus }) => own(`cases.${code}.fees.${fee.code}`, plus?.field, COUNTED))),
  )
  return [
    ...(form === undefined || routing.by === 'agency' ? [] : own('routing', routing.address, ['address'])),
    ...own('caseField', caseField, ['choice']),
    ...own('contactField', contactField, ['email']),
    ...own('deliveryField', deliveryField, ['choice']),
    ...counted,
  ]
}

const COUNTED: readonly FieldKind[] = ['integer', 'decimal', 'money']

function badlyNamedFields(definition: ProcedureDefinition): DefinitionProblem[] {
  return namedFields(definition).flatMap(({ at, id, kinds }) => {
    const field = formField(definition, id)
    if (field === undefined) return [{ code: 'dangling-field', at, detail: `no field ${id} of the form` }]
    if (kinds.includes(field.kind)) return []
    return [{ code: 'wrong-kind', at, detail: `${id} is a ${field.kind}, not a ${kinds.join(' or ')}` }]
  })
}

/** Every way the form offers is one the procedure has, and every one it has is offered. */
function deliveryProblems(definition: ProcedureDefinition): DefinitionProblem[] {
  const { deliveryField, result } = definition
  const options = deliveryField === undefined ? undefined : formField(definition, deliveryField)?.options
  if (options === undefined) return []
  const offered = options.map(({ value }) => value)
  const ways: readonly string[] = result.delivery
  const lonely = [...offered.filter((way) => !ways.includes(way)), ...ways.filter((way) => !offered.includes(way))]
  return lonely.map((way) => ({
    code: 'unknown-option',
    at: 'deliveryField',
    detail: `${way} is not both an option of ${String(deliveryField)} and a way of result.delivery`,
  }))
}

function contradictions(definition: ProcedureDefinition): DefinitionProblem[] {
  const { code, level, partialReason, online, form, cases } = definition
  const hasReason = partialReason !== undefined
  const isTimed = cases.every(({ timeLimits }) => timeLimits.length > 0)
  const texts = [
    { isWrong: level === 'PARTIAL' && !hasReason, detail: 'a service partly online publishes its reason' },
    { isWrong: level === 'FULL' && hasReason, detail: 'a service wholly online has no reason not to be' },
    { isWrong: online && form === undefined, detail: 'a service taken online has a form' },
    { isWrong: online && !isTimed, detail: 'a service taken online has a time limit' },
  ]
  return texts.filter(({ isWrong }) => isWrong).map(({ detail }) => ({ code: 'contradiction', at: code, detail }))
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

function brokenWindows({ cases }: ProcedureDefinition): DefinitionProblem[] {
  return cases.flatMap(({ code, fees, timeLimits }) =>
    [...fees.flatMap(({ rows }) => rows), ...timeLimits]
      .filter(({ from, to }) => from !== undefined && to !== undefined && to < from)
      .map(({ from, to }) => ({ code: 'empty-window', at: code, detail: `${String(from)} is after ${String(to)}` })),
  )
}
