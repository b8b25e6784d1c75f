/** A calendar day written YYYY-MM-DD. */
export type IsoDate = string

/** A day, a month or only a year: elderly people's papers often say "chỉ có năm". */
export type PartialDate = { y: number; m?: number; d?: number }

/** An address of today's two levels: province, commune, and the rest as people write it. */
export type Address = { provinceCode: string; wardCode: string; detail: string }

/** An answer of several inputs, parsed (`PartialDate`, `Address`) or still as it was typed. */
export type Parts = { readonly [part: string]: string | number | undefined }

/** What is kept for a field: the parsed value, or what was typed while it is not yet valid. */
export type Answer = string | number | boolean | Parts | readonly string[] | readonly Answers[]
export type Answers = { readonly [fieldId: string]: Answer | undefined }

/** Verified facts about the applicant by path ("person.fullName"); written by the server only. */
export type Facts = { readonly [path: string]: Answer | undefined }

export type Place = { code: string; name: string }
/** Territorial data a form needs; wards only of the provinces that were loaded. */
export type Places = {
  provinces: readonly Place[]
  wards: { readonly [provinceCode: string]: readonly Place[] | undefined }
  /** Where the place chosen in one field decides who receives: those of which somebody does; `wards` null where any will do. */
  receiving?: { fieldId: string; provinces: readonly string[]; wards: readonly string[] | null } | undefined
}

/** Everything an answer is judged by; `row` is what stands before it in the same row of a group. */
export type Scope = { answers: Answers; facts: Facts; today: IsoDate; places?: Places; row?: Answers }

/** What was answered to the question with this id; ".name" stands in the same row. */
export function answerTo(id: string, { answers, row }: Scope): Answer | undefined {
  return id.startsWith('.') ? row?.[id.slice(1)] : answers[id]
}

/** Whether two answers say the same; the order in which parts were kept says nothing. */
export function isSameAnswer(first: Answer | undefined, other: Answer | undefined): boolean {
  return inOrder(first) === inOrder(other)
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`
  if (value === undefined) return ''
  if (!isParts(value)) return JSON.stringify(value)
  const parts = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{${parts
    .map(([name, part]) => `${JSON.stringify(name)}:${inOrder(part)}`)
    .sort()
    .join()}}`
}

export function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

export function isRows(value: unknown): value is readonly Answers[] {
  return Array.isArray(value) && value.every(isParts)
}

export function isPartialDate(value: unknown): value is PartialDate {
  return isParts(value) && typeof value['y'] === 'number'
}

export function isAddress(value: unknown): value is Address {
  return isParts(value) && ['provinceCode', 'wardCode', 'detail'].every((part) => typeof value[part] === 'string')
}

const PATH = /^(.+?)\.(\d{1,3})(?:\.(.+))?$/

/** Where a path points: a field, or a row of a group and the field in it ("children.0.name"). */
export type FieldPath = { fieldId: string; row?: { index: number; fieldId: string | undefined } }

export function readPath(path: string): FieldPath {
  const match = PATH.exec(path)
  if (match?.[1] === undefined) return { fieldId: path }
  return { fieldId: match[1], row: { index: Number(match[2]), fieldId: match[3] } }
}

/** The answers with one more at `path`; a missing row of a group is created. */
export function withAnswer(answers: Answers, path: string, value: Answer | undefined): Answers {
  const { fieldId, row } = readPath(path)
  if (row?.fieldId === undefined) return { ...answers, [fieldId]: value }
  const before = answers[fieldId]
  const rows = isRows(before) ? [...before] : []
  while (rows.length <= row.index) rows.push({})
  rows[row.index] = { ...rows[row.index], [row.fieldId]: value }
  return { ...answers, [fieldId]: rows }
}
