import type { Field, FieldKind } from '@/lib/forms'
import { FACTS, isFact } from '@/lib/forms'
import type { ProcedureDefinition } from './definition'
import type { DefinitionProblem } from './definition-problem'
import { formField, isWellSpelt, namedIn, RESERVED_FIELDS } from './result-form'
import type { ResultTemplate, SlotKind, SlotSource } from './result-template'
import { TEMPLATE_SLOTS } from './result-template'

/** A result's fields, words and template name only what there is, and no input of the act that asks for them. */
export function resultProblems(definition: ProcedureDefinition): DefinitionProblem[] {
  return [
    ...reservedFields(definition),
    ...wordsProblems(definition),
    ...beginningProblems(definition),
    ...templateProblems(definition),
  ]
}

const resultField = ({ result }: ProcedureDefinition, id: string) => result.fields?.find((field) => field.id === id)

function dangling(at: string, id: string, where = ''): DefinitionProblem {
  return { code: 'dangling-field', at, detail: `no field ${id}${where}` }
}

function reservedFields({ result }: ProcedureDefinition): DefinitionProblem[] {
  return (result.fields ?? [])
    .filter(({ id }) => RESERVED_FIELDS.includes(id))
    .map(({ id }) => ({ code: 'reserved-field', at: 'result.fields', detail: `${id} is asked by the act itself` }))
}

function wordsProblems(definition: ProcedureDefinition): DefinitionProblem[] {
  const { decides = '' } = definition.result
  const at = 'result.decides'
  const isKnown = (id: string) =>
    id === 'applicant' || resultField(definition, id) !== undefined || formField(definition, id) !== undefined
  return [
    ...namedIn(decides).flatMap((id) => (isKnown(id) ? [] : [dangling(at, id)])),
    ...(isWellSpelt(decides) ? [] : [{ code: 'bad-placeholder', at, detail: 'a brace that names no field' }]),
  ]
}

function beginningProblems(definition: ProcedureDefinition): DefinitionProblem[] {
  return Object.entries(definition.result.fromAnswers ?? {}).flatMap(([own, answer]) => {
    const at = `result.fromAnswers.${own}`
    return [
      ...(resultField(definition, own) === undefined ? [dangling(at, own, ' of the result')] : []),
      ...(formField(definition, answer) === undefined ? [dangling(at, answer, ' of the form')] : []),
    ]
  })
}

function templateProblems(definition: ProcedureDefinition): DefinitionProblem[] {
  const { template } = definition.result
  return template === undefined ? [] : slotsOf(template).flatMap((slot) => slotProblems(definition, slot))
}

type Slot = { at: string; takes: SlotKind; sources: readonly SlotSource[] }

function slotsOf({ name, slots }: ResultTemplate): Slot[] {
  const kinds: Readonly<Record<string, SlotKind>> = TEMPLATE_SLOTS[name]
  return Object.entries(slots).flatMap(([slot, sources]) => {
    const takes = kinds[slot]
    return takes === undefined ? [] : [{ at: `result.template.slots.${slot}`, takes, sources }]
  })
}

function slotProblems(definition: ProcedureDefinition, { at, takes, sources }: Slot): DefinitionProblem[] {
  return sources.flatMap((source) => {
    if ('text' in source) return kindProblems(at, takes, 'text', 'fixed words')
    if ('fact' in source) return factProblems(at, takes, source.fact)
    const isAnswer = 'answer' in source
    const id = isAnswer ? source.answer : source.field
    const field = isAnswer ? formField(definition, id) : resultField(definition, id)
    if (field === undefined) return [dangling(at, id, isAnswer ? ' of the form' : ' of the result')]
    return [...kindProblems(at, takes, field.kind, id), ...optionProblems(at, field, source.words)]
  })
}

function factProblems(at: string, takes: SlotKind, path: string): DefinitionProblem[] {
  const kind = kindOfFact(path)
  return kind === undefined
    ? [{ code: 'unknown-fact', at, detail: `no fact ${path}` }]
    : kindProblems(at, takes, kind, path)
}

const kindOfFact = (path: string): FieldKind | undefined => (isFact(path) ? FACTS[path] : undefined)

/** Kinds whose answers a slot can show; the words of a choice are in the definition or its values themselves. */
const SHOWN: Readonly<Record<SlotKind, readonly FieldKind[]>> = {
  text: [
    ...(['text', 'multiline', 'choice', 'personalId', 'taxCode', 'phone', 'email', 'personName'] as const),
    ...(['licenceNumber', 'socialInsuranceNo', 'industryCode', 'passport', 'plate'] as const),
  ],
  date: ['date'],
  partialDate: ['partialDate'],
}

function kindProblems(at: string, takes: SlotKind, kind: FieldKind, what: string): DefinitionProblem[] {
  if (SHOWN[takes].includes(kind)) return []
  return [{ code: 'wrong-kind', at, detail: `${what} (${kind}) cannot be shown as ${takes}` }]
}

type OptionWords = Readonly<Record<string, string>> | undefined

/** Words for each option of the field, and for no other. */
function optionProblems(at: string, { id, options = [] }: Field, words: OptionWords): DefinitionProblem[] {
  if (words === undefined) return []
  const values = options.map(({ value }) => value)
  const unknown = Object.keys(words).filter((value) => !values.includes(value))
  const unsaid = values.filter((value) => !Object.hasOwn(words, value))
  return [
    ...unknown.map((value) => ({ code: 'unknown-option', at, detail: `${value} is no option of ${id}` })),
    ...unsaid.map((value) => ({ code: 'unsaid-option', at, detail: `no words for option ${value} of ${id}` })),
  ]
}
