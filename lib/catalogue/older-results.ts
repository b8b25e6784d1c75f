import { z } from 'zod'
import type { ResultTemplate } from './result-template'

/**
 * Published revisions are immutable: a result written before its fields had kinds, or before a template was told what fills it, is
 * read as what it has always meant.
 */
export function asWrittenToday(result: unknown): unknown {
  return withSlots(withKinds(result))
}

const withoutKinds = z.looseObject({
  fields: z.array(z.strictObject({ id: z.string(), label: z.unknown(), fromAnswer: z.string().optional() })).min(1),
})

/** What those fields have always meant; any other is a line of text. */
const KINDS: Readonly<Record<string, object>> = {
  number: { kind: 'licenceNumber' },
  issuedOn: { kind: 'date', required: false },
  expiresOn: { kind: 'date', required: false, notBefore: 'today' },
}
const LINE = { kind: 'text', required: false }

function withKinds(result: unknown): unknown {
  const old = withoutKinds.safeParse(result)
  if (!old.success) return result
  const { fields, ...more } = old.data
  const from = fields.flatMap(({ id, fromAnswer }) => (fromAnswer === undefined ? [] : [[id, fromAnswer] as const]))
  return {
    ...more,
    fields: fields.map(({ id, label }) => ({ id, label, ...(KINDS[id] ?? LINE) })),
    fromAnswers: Object.fromEntries(from),
  }
}

const withoutSlots = z.looseObject({ template: z.enum(['decision', 'drivingLicence']) })

/** What the paper of a driving licence was always filled from. */
const DRIVING_LICENCE: ResultTemplate = {
  name: 'drivingLicence',
  slots: {
    holderBirthDate: [{ fact: 'person.dob' }],
    previousNumber: [{ answer: 'licence.number' }, { answer: 'licence.paperNumber' }],
    previousClass: [{ answer: 'licence.class' }],
    previousIssuedOn: [{ answer: 'licence.issueDate' }],
    previousExpiresOn: [{ answer: 'licence.expiryDate' }],
    number: [{ field: 'number' }],
    class: [{ field: 'class' }],
    issuedOn: [{ field: 'issuedOn' }],
    expiresOn: [{ field: 'expiresOn' }],
    delivery: [
      { answer: 'delivery.way', words: { POST: 'qua bưu chính công ích', DESK: 'tại bộ phận Một cửa' } },
      { text: 'bản điện tử trên tài khoản định danh' },
    ],
  },
}

/** A decision article by article needed no name. */
function withSlots(result: unknown): unknown {
  const old = withoutSlots.safeParse(result)
  if (!old.success) return result
  const { template, ...more } = old.data
  return template === 'decision' ? more : { ...more, template: DRIVING_LICENCE }
}
