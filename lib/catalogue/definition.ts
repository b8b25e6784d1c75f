import { z } from 'zod'
import { routing } from '@/lib/agencies'
import type { DeadlinePolicy } from '@/lib/calendar'
import { AFTER_SUPPLEMENT, DEADLINE_UNITS } from '@/lib/calendar'
import { fieldSchema, formDefinition, ruleSchema, textSchema } from '@/lib/forms'
import { asWrittenToday } from './older-results'
import { resultTemplate } from './result-template'
import { AUDIENCES, CONFIDENCES, FIELD_CODES, LIFE_EVENT_CODES, PARTIAL_REASON_CODES } from './topics'

const day = z.iso.date()
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/)
const confidence = z.enum(CONFIDENCES)
const clock = z.string().regex(/^\d{2}:\d{2}$/)

/** Holds from `from` to `to`, both included; an unknown or open end is left out. */
const window = { from: day.optional(), to: day.optional() }
const sourced = { source: z.string().min(1), confidence }

const policy: z.ZodType<DeadlinePolicy> = z.strictObject({
  unit: z.enum(DEADLINE_UNITS),
  amount: z.int().min(1),
  sameDayCutoff: clock,
  intakeShift: z.boolean(),
  supplement: z.enum(AFTER_SUPPLEMENT),
  paymentPauses: z.boolean(),
  endOfDay: clock,
})

const feeRow = z.strictObject({
  ...window,
  /** Whole đồng; null where a people's council sets it. */
  amount: z.int().min(0).nullable(),
  isAtMost: z.boolean().optional(),
  /** Where the amount is for one of something ("một trang"). */
  per: textSchema.optional(),
  when: ruleSchema.optional(),
  /** More for each unit of a numeric field above a number. */
  plus: z.strictObject({ field: z.string(), above: z.int(), amount: z.int(), unit: textSchema.optional() }).optional(),
  note: textSchema.optional(),
})

/** One fee: the first row whose window holds the day and whose condition holds is what it costs. */
const fee = z.strictObject({
  code,
  name: textSchema,
  kind: z.enum(['FEE', 'CHARGE']),
  rows: z.array(feeRow).min(1),
  ...sourced,
})

const timeLimit = z.strictObject({
  ...window,
  policy,
  note: textSchema.optional(),
  /** The law that sets it, where one was found; `source` only says where the sample has it from. */
  ground: z.string().min(1).optional(),
  ...sourced,
})

const documentRequirement = z.strictObject({
  code,
  name: textSchema,
  hint: textSchema.optional(),
  /** Entry of the shared document dictionary (TP01...), for reuse from the personal store. */
  dictionaryCode: z
    .string()
    .regex(/^TP\d{2}$/)
    .optional(),
  /** Filled in here, given by the applicant, or looked up by the agency. */
  origin: z.enum(['form', 'upload', 'database']),
  form: z.enum(['ORIGINAL', 'CERTIFIED_COPY', 'COPY', 'ELECTRONIC']),
  accepts: z.array(z.enum(['image', 'pdf'])),
  maxFiles: z.int().min(1).max(200),
  maxMegabytes: z.int().min(1).max(2048),
  signature: z.enum(['CONFIRM', 'PERSON_CERT', 'ORG_CERT']),
})

const caseDocument = z.strictObject({
  code,
  isRequired: z.boolean(),
  /** Asked only where this holds of the answers. */
  when: ruleSchema.optional(),
  /** Said on the public page beside it. */
  note: textSchema.optional(),
})

const procedureCase = z.strictObject({
  code,
  name: textSchema,
  hint: textSchema.optional(),
  documents: z.array(caseDocument),
  fees: z.array(fee),
  /** Empty only where a service not taken online has none of its own (a bundle, a yearly plan). */
  timeLimits: z.array(timeLimit),
})

const ground = z.strictObject({ code, words: textSchema, source: z.string().optional() })

/** One procedure as data: what the public page says, what the form asks, what the officer may decide. */
export const procedureDefinition = z.strictObject({
  code: z.string().regex(/^[1-6]\.\d{6}(?:\.H\d{2})?$/),
  /** Further codes the same entry stands for. */
  otherCodes: z.array(z.strictObject({ code: z.string().regex(/^[1-6]\.\d{6}$/), name: textSchema })).optional(),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(100),
  name: textSchema,
  summary: textSchema,
  synonyms: z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) }),
  serviceField: z.enum(FIELD_CODES),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  lifeEvents: z.array(z.enum(LIFE_EVENT_CODES)),
  level: z.enum(['FULL', 'PARTIAL']),
  /** Published reason for anything less than FULL (NĐ 224/2026 Đ14). */
  partialReason: z.enum(PARTIAL_REASON_CODES).optional(),
  partialNote: textSchema.optional(),
  online: z.boolean(),
  /** Who handles it, in words; `routing` finds the agency. */
  handledBy: textSchema,
  routing,
  documents: z.array(documentRequirement),
  cases: z.array(procedureCase).min(1),
  /** The field whose answer is the code of the case; without it there is one case. */
  caseField: z.string().optional(),
  /** The field whose answer is the mail address at which the applicant is told about the dossier. */
  contactField: z.string().optional(),
  /** The field whose answer is one of the ways in which the result is delivered. */
  deliveryField: z.string().optional(),
  conditions: z.array(ground),
  steps: z
    .array(z.strictObject({ name: textSchema, actor: z.enum(['applicant', 'agency']), time: textSchema.optional() }))
    .min(1),
  legalBasis: z.array(z.strictObject({ title: textSchema, ...window, confidence })),
  result: z.preprocess(
    asWrittenToday,
    z.strictObject({
      name: textSchema,
      delivery: z.array(z.enum(['POST', 'DESK', 'ELECTRONIC'])).min(1),
      /** The form of paper the result is, and what fills it; a decision article by article unless said otherwise. */
      template: resultTemplate.optional(),
      /** What is granted, as the paper says it; `{id}` stands for a field of the result or the form, `{applicant}` for who asked. */
      decides: z.string().min(1).optional(),
      /** What the officer fills in, with kinds and rules like the form's; the rules may look at the form's answers. */
      fields: z.array(fieldSchema).optional(),
      /** Which answer of the dossier a field begins with, by the field's id. */
      fromAnswers: z.record(z.string(), z.string()).optional(),
    }),
  ),
  signature: z.enum(['CONFIRM', 'PERSON_CERT', 'ORG_CERT']),
  supplementReasons: z.array(ground).min(1),
  refusalGrounds: z.array(ground).min(1),
  form: formDefinition.optional(),
  effectiveFrom: day,
  source: z.string().min(1),
  verifiedOn: day,
  confidence,
  isSample: z.literal(true),
})

export type ProcedureDefinition = z.infer<typeof procedureDefinition>
export type ProcedureCase = z.infer<typeof procedureCase>
export type DocumentRequirement = z.infer<typeof documentRequirement>
export type CaseDocument = z.infer<typeof caseDocument>
export type Fee = z.infer<typeof fee>
export type TimeLimit = z.infer<typeof timeLimit>
export type Ground = z.infer<typeof ground>
export type SignatureLevel = ProcedureDefinition['signature']
