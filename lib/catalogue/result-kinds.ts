import { z } from 'zod'

/** The fields of results as revisions held them before they had kinds. */
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

/** Published revisions are immutable: one whose result's fields have no kinds is read as if they had. */
export function withKinds(result: unknown): unknown {
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
