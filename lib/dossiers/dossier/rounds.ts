import type { Attachment } from '@/lib/attachments'
import type { Answer, Answers, FormDefinition, Places } from '@/lib/forms'
import { answerText, fieldsOf } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'
import { say } from '@/lib/i18n'
import type { SupplementAnswer, SupplementAnswers, SupplementItem, SupplementRequest } from './dossier'

/** One thing asked for and what became of it: the old answer beside the new one, files sent and replaced, or why not. */
export type RoundItem = {
  item: SupplementItem
  /** The answer as it was; null for a document, and where it stayed as it was. */
  before: string | null
  after: string | null
  added: Attachment[]
  replaced: Attachment[]
  explanation: string | null
}

/** One request for a supplement as people read it. */
export type SupplementRound = {
  id: string
  /** The first is 1. */
  number: number
  requestedAt: Date
  requesterName: string | null
  dueAt: Date
  answeredAt: Date | null
  closedAt: Date | null
  /** Whether it still waits though its term is over. */
  isTermPassed: boolean
  note: string
  items: RoundItem[]
  /** Answers nobody asked for, which followed a new one. */
  followed: { ref: string; label: string; before: string; after: string }[]
}

export type AnsweredRequest = {
  request: SupplementRequest
  number: number
  requesterName: string | null
  /** What was answered, or would be now; null while nothing is. */
  answers: SupplementAnswers | null
}

type Material = {
  form: FormDefinition | undefined
  /** The answers as they are now. */
  answers: Answers
  places: Places
  files: readonly Attachment[]
  locale: Locale
  now: Date
}

/** A request with its answers in words. */
export function roundOf(supplement: AnsweredRequest, material: Material): SupplementRound {
  const { request, number, requesterName, answers } = supplement
  const { id, requestedAt, dueAt, answeredAt, closedAt, note, items } = request
  const text = textIn(material)
  const refs = items.map(({ ref }) => ref)
  const touched = new Set([...Object.keys(answers?.before ?? {}), ...Object.keys(answers?.after ?? {})])
  return {
    ...{ id, number, requesterName, requestedAt, dueAt, answeredAt, closedAt, note },
    isTermPassed: answeredAt === null && closedAt === null && dueAt < material.now,
    items: items.map((item) => itemOf(item, supplement, material)),
    followed: [...touched]
      .filter((ref) => !refs.includes(ref))
      .map((ref) => ({ ref, label: labelIn(material, ref), ...both(ref, answers, text) })),
  }
}

function itemOf(item: SupplementItem, supplement: AnsweredRequest, material: Material): RoundItem {
  const { target, ref } = item
  const { answers } = supplement
  const answer: Partial<SupplementAnswer> =
    answers?.items.find((candidate) => candidate.target === target && candidate.ref === ref) ?? {}
  const { explanation = null, added = [], replaced = [] } = answer
  const files = (ids: readonly string[]) => material.files.filter(({ id }) => ids.includes(id))
  return {
    ...{ item, explanation, added: files(added), replaced: files(replaced) },
    ...(target === 'field' ? fieldTexts(ref, supplement, material) : { before: null, after: null }),
  }
}

function fieldTexts(ref: string, { request, answers }: AnsweredRequest, material: Material) {
  const text = textIn(material)
  const isChanged = answers !== null && (Object.hasOwn(answers.before, ref) || Object.hasOwn(answers.after, ref))
  if (isChanged) return both(ref, answers, text)
  // Once answered, the dossier's answers may be of a later round.
  return { before: request.answeredAt === null ? text(ref, material.answers[ref]) : null, after: null }
}

type Text = (ref: string, answer: Answer | undefined) => string

function both(ref: string, answers: SupplementAnswers | null, text: Text) {
  return { before: text(ref, answers?.before[ref]), after: text(ref, answers?.after[ref]) }
}

const fieldIn = ({ form }: Material, ref: string) =>
  form === undefined ? undefined : fieldsOf(form).find(({ id }) => id === ref)

function labelIn(material: Material, ref: string): string {
  const field = fieldIn(material, ref)
  return field === undefined ? ref : say(field.label, material.locale)
}

function textIn(material: Material): Text {
  return (ref, answer) => {
    const field = fieldIn(material, ref)
    return field === undefined ? '' : answerText(field, answer, material.locale, material.places)
  }
}
