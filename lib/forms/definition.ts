import type { Text } from '@/lib/i18n'
import type { DateBound } from './dates'
import type { Rule } from './rule'

export const FIELD_KINDS = [
  'text',
  'multiline',
  'integer',
  'decimal',
  'money',
  'choice',
  'multiChoice',
  'yesNo',
  'commitment',
  'date',
  'partialDate',
  'address',
  'personalId',
  'taxCode',
  'phone',
  'email',
  'personName',
  'licenceNumber',
  'socialInsuranceNo',
  'industryCode',
  'passport',
  'plate',
  'group',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

export type Option = { value: string; label: Text; hint?: Text | undefined }

/** What a kind may be told; which kind takes which is in the kind's file (`takes`). */
export type FieldOptions = {
  minLength?: number | undefined
  maxLength?: number | undefined
  /** Least and greatest number, or fewest and most rows or choices. */
  min?: number | undefined
  max?: number | undefined
  /** Digits after the comma. */
  scale?: number | undefined
  unit?: Text | undefined
  options?: readonly Option[] | undefined
  /** A list of the reference data instead of written-out options. */
  optionsFrom?: 'provinces' | undefined
  appearance?: 'radio' | 'select' | undefined
  notBefore?: DateBound | undefined
  notAfter?: DateBound | undefined
  /** The day answered there is the first this one can be; ".from" is a sibling that stands before in the same row. */
  notBeforeField?: string | undefined
  /** Text that says something else than the answer of that field does. */
  differsFromField?: string | undefined
  /** Words that a text may not contain, however they are capitalised. */
  withoutWords?: readonly string[] | undefined
  /** Text of exactly so many digits. */
  digits?: number | undefined
  /** Fields a personal number is compared with (domain rule 3.1.4). */
  birthDateField?: string | undefined
  sexField?: string | undefined
  /** A person's own number is accepted as tax code (since 1/7/2025). */
  allowPersonalId?: boolean | undefined
  fields?: readonly Field[] | undefined
  rowLabel?: Text | undefined
}

export type Field = FieldOptions & {
  /** Survives revisions; also the name of the HTML input. */
  id: string
  kind: FieldKind
  label: Text
  hint?: Text | undefined
  /** Required unless said otherwise. */
  required?: boolean | undefined
  showWhen?: Rule | undefined
  /** Path of the verified fact that answers this field where it is known; then nobody edits it. */
  fact?: string | undefined
  /** For HTML `autocomplete`. */
  autocomplete?: string | undefined
  /** A made-up answer for demonstrations and tests, as it would be typed. */
  sample?: unknown
}

export type Page = {
  id: string
  title: Text
  hint?: Text | undefined
  fields: readonly Field[]
  showWhen?: Rule | undefined
}

export type FormDefinition = { pages: readonly Page[] }

export function fieldsOf(definition: FormDefinition): Field[] {
  return definition.pages.flatMap((page) => page.fields)
}

/** The field at a path, also inside a repeating group ("children.0.name"). */
export function fieldAt(definition: FormDefinition, path: { fieldId: string; row?: { fieldId: string | undefined } }) {
  const field = fieldsOf(definition).find(({ id }) => id === path.fieldId)
  const inner = path.row?.fieldId
  return inner === undefined ? field : field?.fields?.find(({ id }) => id === inner)
}
