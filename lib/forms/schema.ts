import { z } from 'zod'
import type { Answers } from './answers'
import type { Field, FormDefinition } from './definition'
import { FIELD_KINDS } from './definition'
import { DATE_BOUND } from './dates'
import { KINDS } from './kinds/table'
import type { Rule } from './rule'

/* Each schema is made inside a function marked pure, so that a bundle that uses none of them carries no zod. */

export const textSchema = /* @__PURE__ */ (() => z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }))()

const ruleSchema = /* @__PURE__ */ (() => {
  const scalar = z.union([z.string(), z.number(), z.boolean()])
  const bound = z.string().regex(DATE_BOUND)
  const subject = { field: z.string().min(1).optional(), fact: z.string().min(1).optional() }
  const test = z
    .union([
      z.strictObject({ ...subject, eq: scalar }),
      z.strictObject({ ...subject, in: z.array(scalar).min(1) }),
      z.strictObject({ ...subject, contains: scalar }),
      z.strictObject({ ...subject, present: z.boolean() }),
      z.strictObject({ ...subject, gt: z.number() }),
      z.strictObject({ ...subject, gte: z.number() }),
      z.strictObject({ ...subject, lt: z.number() }),
      z.strictObject({ ...subject, lte: z.number() }),
      z.strictObject({ ...subject, dateWithin: z.strictObject({ from: bound.optional(), to: bound.optional() }) }),
    ])
    .refine(({ field, fact }) => (field === undefined) !== (fact === undefined), 'a test names a field or a fact')
  const rule: z.ZodType = z.lazy(() =>
    z.union([
      z.strictObject({ all: z.array(rule) }),
      z.strictObject({ any: z.array(rule) }),
      z.strictObject({ not: rule }),
      test,
    ]),
  )
  return z.custom<Rule>((value) => rule.safeParse(value).success, 'not a rule')
})()

export { ruleSchema }

/** One question as data. */
export const fieldSchema: z.ZodType<Field> = /* @__PURE__ */ (() => {
  const bound = z.string().regex(DATE_BOUND)
  const option = z.strictObject({ value: z.string().min(1).max(60), label: textSchema, hint: textSchema.optional() })
  const field: z.ZodType<Field> = z.lazy(() =>
    z
      .strictObject({
        id: z.string().regex(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/),
        kind: z.enum(FIELD_KINDS),
        label: textSchema,
        hint: textSchema.optional(),
        required: z.boolean().optional(),
        showWhen: ruleSchema.optional(),
        fact: z.string().min(1).optional(),
        autocomplete: z.string().min(1).optional(),
        sample: z.unknown().optional(),
        minLength: z.int().min(0).optional(),
        maxLength: z.int().min(1).max(20_000).optional(),
        min: z.number().optional(),
        max: z.number().optional(),
        scale: z.int().min(0).max(6).optional(),
        unit: textSchema.optional(),
        options: z.array(option).min(2).optional(),
        optionsFrom: z.enum(['provinces']).optional(),
        appearance: z.enum(['radio', 'select']).optional(),
        notBefore: bound.optional(),
        notAfter: bound.optional(),
        notBeforeField: z.string().optional(),
        differsFromField: z.string().optional(),
        withoutWords: z.array(z.string().min(1)).min(1).optional(),
        digits: z.int().min(1).max(40).optional(),
        birthDateField: z.string().optional(),
        sexField: z.string().optional(),
        allowPersonalId: z.boolean().optional(),
        fields: z.array(field).min(1).optional(),
        rowLabel: textSchema.optional(),
      })
      .superRefine((value, context) => {
        for (const name of misplacedOptions(value))
          context.addIssue({ code: 'custom', path: [name], message: `not for ${value.kind}` })
      }),
  )
  return field
})()

const COMMON = ['id', 'kind', 'label', 'hint', 'required', 'showWhen', 'fact', 'autocomplete', 'sample']

/** Options given to a kind that does not take them. */
function misplacedOptions(field: Field): string[] {
  const taken: readonly string[] =
    field.kind === 'group' ? ['fields', 'rowLabel', 'min', 'max'] : KINDS[field.kind].takes
  return Object.entries(field)
    .filter(([name, value]) => value !== undefined && !COMMON.includes(name) && !taken.includes(name))
    .map(([name]) => name)
}

/** A form as data, checked for its shape; `formProblems` checks what hangs together. */
export const formDefinition: z.ZodType<FormDefinition> = /* @__PURE__ */ (() =>
  z.strictObject({
    pages: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z][a-z0-9-]*$/),
          title: textSchema,
          hint: textSchema.optional(),
          fields: z.array(fieldSchema).min(1),
          showWhen: ruleSchema.optional(),
        }),
      )
      .min(1),
  }))()

/** Answers as a database row or a request holds them. */
export const answersSchema: z.ZodType<Answers> = /* @__PURE__ */ (() => {
  const scalar = z.union([z.string(), z.number(), z.boolean()])
  const parts = z.record(z.string(), z.union([z.string(), z.number()]))
  const row: z.ZodType<Answers> = z.lazy(() =>
    z.record(z.string(), z.union([scalar, parts, z.array(z.string()), z.array(row)])),
  )
  return row
})()
