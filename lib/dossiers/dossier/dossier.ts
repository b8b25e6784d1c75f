import { z } from 'zod'
import type { Deadline } from '@/lib/calendar'
import type { Answers } from '@/lib/forms'
import { answersSchema } from '@/lib/forms'
import type { Text } from '@/lib/i18n'
import { freeText } from '@/lib/kernel'
import type { DossierFacts } from './rights'
import type { State } from './state'
import { LONGEST } from './longest'
import { storedDeadline } from './stored-deadline'

const words = z.object({ vi: z.string(), en: z.string() })
const record = z.record(z.string(), z.unknown())

/** The fee as it stood on the day of submission; VND, integers. */
export const feeSnapshot = z.object({
  items: z.array(z.object({ code: z.string(), name: words, amount: z.int() })),
  /** Null where a people's council sets a part of it that no source gives. */
  total: z.int().nullable(),
})
export type FeeSnapshot = z.infer<typeof feeSnapshot>

/** Why a dossier ended without a result: the ground in law or rule, and the reason in plain words. */
export const closing = z.object({ ground: z.string(), reason: z.string().min(1), guidance: z.string().optional() })
export type Closing = z.infer<typeof closing>

/** Why an act was done, as it is kept with the act. */
export type ActReason = { ground: string | null; reason: string; guidance: string | null }

/** A dossier as the rules see it. */
export const dossierSchema = z.object({
  id: z.uuid(),
  draftId: z.uuid(),
  submissionCode: z.string(),
  dossierCode: z.string().nullable(),
  procedureCode: z.string(),
  procedureName: words,
  revisionId: z.uuid(),
  caseCode: z.string(),
  submitterId: z.uuid(),
  applicantId: z.uuid(),
  applicantName: z.string(),
  answers: record,
  facts: record,
  fee: feeSnapshot,
  state: z.custom<State>((value) => typeof value === 'string'),
  agencyCode: z.string(),
  receivingAgencyCode: z.string(),
  unitId: z.uuid().nullable(),
  assigneeId: z.uuid().nullable(),
  version: z.int(),
  submittedAt: z.date(),
  intakeDueAt: z.date(),
  acceptedAt: z.date().nullable(),
  originalDueAt: z.date().nullable(),
  dueAt: z.date().nullable(),
  deadline: storedDeadline.nullable(),
  completedAt: z.date().nullable(),
  returnedAt: z.date().nullable(),
  stateSince: z.date(),
  heldSince: z.date(),
  closing: closing.nullable(),
  supplementCount: z.int(),
})
export type Dossier = Omit<z.infer<typeof dossierSchema>, 'deadline'> & { deadline: Deadline | null }

/** What the policy table asks of a dossier. */
export function factsOf(dossier: Dossier): DossierFacts {
  return dossier
}

export const SUPPLEMENT_REASONS = {
  missing: { vi: 'Thiếu', en: 'Missing' },
  wrong: { vi: 'Sai thông tin', en: 'Wrong' },
  unreadable: { vi: 'Mờ, không đọc được', en: 'Unreadable' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  mismatch: { vi: 'Không khớp', en: 'Does not match' },
} as const satisfies Record<string, Text>
export type SupplementReason = keyof typeof SUPPLEMENT_REASONS

/** One thing to mend as an officer sends it: a field or a document, what is wrong with it, and how to put it right. */
export const supplementItemInput = z.object({
  target: z.enum(['field', 'document']),
  ref: z.string().min(1).max(200),
  reason: z.enum(['missing', 'wrong', 'unreadable', 'expired', 'mismatch']),
  howToMend: freeText({ min: 5, max: LONGEST.howToMend }),
})
/** The same with its name in the procedure. */
export type SupplementItem = z.infer<typeof supplementItemInput> & { label: Text }

/** How one item was answered: with another answer or other files, in words, or both. */
const supplementAnswer = z.object({
  target: z.enum(['field', 'document']),
  ref: z.string(),
  /** Why it was not mended, or a word beside what was. */
  explanation: z.string().nullable(),
  /** Files sent now, and earlier ones they replace. */
  added: z.array(z.uuid()),
  replaced: z.array(z.uuid()),
})
export type SupplementAnswer = z.infer<typeof supplementAnswer>

/** The answers to one request. Questions whose answer is another one now stand in `before` and `after`, those nobody asked for among them. */
export const supplementAnswers = z.object({
  items: z.array(supplementAnswer),
  before: answersSchema,
  after: answersSchema,
})
export type SupplementAnswers = z.infer<typeof supplementAnswers>

export type SupplementRequest = {
  id: string
  dossierId: string
  items: SupplementItem[]
  note: string
  requestedBy: string
  requestedAt: Date
  dueAt: Date
  answeredAt: Date | null
  closedAt: Date | null
  answers: SupplementAnswers | null
}

export type Outcome = 'granted' | 'denied'

export type DossierResult = {
  dossierId: string
  outcome: Outcome
  ground: string | null
  reason: string
  /** Answers to the fields of the procedure's result. */
  fields: Answers
  draftedBy: string
  draftedAt: Date
  number: string | null
  approvedBy: string | null
  approvedAt: Date | null
  sentBackReason: string | null
}
