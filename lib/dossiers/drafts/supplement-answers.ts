import type { Attachment } from '@/lib/attachments'
import type { RequiredDocument } from '@/lib/catalogue'
import type { Answers, Reopened } from '@/lib/forms'
import type { Text } from '@/lib/i18n'
import { say } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import type { SupplementAnswer, SupplementAnswers, SupplementItem, SupplementRequest } from '../dossier/dossier'
import { SUPPLEMENT_ISSUES } from './supplement-words'

/** What the applicant says while mending, kept with the buffer. */
export type Replies = { explanations: Record<string, string>; replaced: Record<string, boolean> }

/** A request and how far it is answered. */
export type Supplementing = {
  request: Pick<SupplementRequest, 'items'>
  /** The answers as they were handed in. */
  before: Answers
  reopened: Reopened
  /** The documents that may be sent: those asked for, and those a new answer calls for. */
  documents: readonly Pick<RequiredDocument, 'code' | 'name' | 'isRequired' | 'maxFiles' | 'origin'>[]
  /** Files sent now, and those in force before. */
  files: readonly Attachment[]
  earlier: readonly Attachment[]
  replies: Replies
}

type Item = Pick<SupplementItem, 'target' | 'ref'>

/** Under which an item's reply is kept. */
export const itemKey = ({ target, ref }: Item) => `${target}:${ref}`

const ofRequirement = (files: readonly Attachment[], code: string) =>
  files.filter(({ requirementCode }) => requirementCode === code)

export type FilePlan = {
  /** Where only one file has room, a new one takes the place of the old. */
  canStay: boolean
  isReplaced: boolean
}

/**
 * What becomes of an earlier file once a new one is sent. Unless the applicant says otherwise it stays, but for a single
 * one that was not found in order.
 */
export function planFor(file: Attachment, supplementing: Supplementing): FilePlan {
  const { documents, earlier, replies, request } = supplementing
  const code = file.requirementCode
  const canStay = documents.find((document) => document.code === code)?.maxFiles !== 1
  const reason = request.items.find(({ target, ref }) => target === 'document' && ref === code)?.reason
  const isTheOne = ofRequirement(earlier, code).length === 1 && reason !== 'missing'
  return { canStay, isReplaced: !canStay || (replies.replaced[file.id] ?? isTheOne) }
}

/** The earlier files that the new ones replace; where nothing new is sent, none. */
export function replacedFiles(supplementing: Supplementing, code: string): Attachment[] {
  if (ofRequirement(supplementing.files, code).length === 0) return []
  return ofRequirement(supplementing.earlier, code).filter((file) => planFor(file, supplementing).isReplaced)
}

/** What is handed in for a request: for each item what is new about it, and every answer that is another one now. */
export function answersTo(supplementing: Supplementing): SupplementAnswers {
  const { request, before, reopened } = supplementing
  const pick = (answers: Answers): Answers =>
    Object.fromEntries(reopened.changed.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]])))
  return {
    items: request.items.map((item) => answerTo(item, supplementing)),
    before: pick(before),
    after: pick(reopened.submitted),
  }
}

function answerTo(item: Item, supplementing: Supplementing): SupplementAnswer {
  const { target, ref } = item
  const isDocument = target === 'document'
  const ids = (files: readonly Attachment[]) => files.map(({ id }) => id)
  return {
    ...{ target, ref },
    explanation: supplementing.replies.explanations[itemKey(item)] ?? null,
    added: isDocument ? ids(ofRequirement(supplementing.files, ref)) : [],
    replaced: isDocument ? ids(replacedFiles(supplementing, ref)) : [],
  }
}

/** Every file the supplement replaces, also those of documents that a new answer called for. */
export function allReplaced(supplementing: Supplementing): string[] {
  return supplementing.documents.flatMap(({ code }) => replacedFiles(supplementing, code).map(({ id }) => id))
}

/** What still stands between the answers and their sending: each item is mended, or it is said why not. */
export function supplementIssues(supplementing: Supplementing): Issue[] {
  return [
    ...supplementing.request.items.filter((item) => !isAnswered(item, supplementing)).map(unansweredIssue),
    ...wrongAnswers(supplementing),
    ...supplementing.documents.flatMap((document) => documentIssues(document, supplementing)),
  ]
}

/** Typing that is wrong; where it is said why an item is not mended, its old answer stays. */
function wrongAnswers({ request, reopened, replies }: Supplementing): Issue[] {
  const explained = request.items.filter(
    (item) => item.target === 'field' && replies.explanations[itemKey(item)] !== undefined,
  )
  return reopened.issues.filter(({ path }) => !explained.some(({ ref }) => isWithin(path, ref)))
}

const isWithin = (path: string, ref: string) => path === ref || path.startsWith(`${ref}.`)

function isAnswered(item: Item, supplementing: Supplementing): boolean {
  if (supplementing.replies.explanations[itemKey(item)] !== undefined) return true
  if (item.target === 'document') return ofRequirement(supplementing.files, item.ref).length > 0
  const { changed, issues } = supplementing.reopened
  // A wrong answer is told as such.
  return changed.includes(item.ref) || issues.some(({ path }) => isWithin(path, item.ref))
}

function unansweredIssue({ ref, label }: SupplementItem): Issue {
  return { path: ref, code: 'item-unanswered', words: fillWords(SUPPLEMENT_ISSUES.unanswered, label) }
}

function documentIssues(
  { code, name, isRequired, maxFiles, origin }: Supplementing['documents'][number],
  supplementing: Supplementing,
): Issue[] {
  const added = ofRequirement(supplementing.files, code)
  const earlier = ofRequirement(supplementing.earlier, code)
  const count = earlier.length - replacedFiles(supplementing, code).length + added.length
  if (added.length > 0 && count > maxFiles)
    return [
      { path: code, code: 'too-many-files', words: fillWords(SUPPLEMENT_ISSUES.tooMany, name, { count, maxFiles }) },
    ]
  const isAsked = supplementing.request.items.some(({ target, ref }) => target === 'document' && ref === code)
  if (isAsked || !isRequired || origin !== 'upload' || count > 0) return []
  return [{ path: code, code: 'document-missing', words: fillWords(SUPPLEMENT_ISSUES.nowNeeded, name) }]
}

function fillWords(words: Text, name: Text, values: Record<string, number> = {}): Text {
  return {
    vi: say(words, 'vi', { ...values, name: name.vi }),
    en: say(words, 'en', { ...values, name: name.en }),
  }
}
