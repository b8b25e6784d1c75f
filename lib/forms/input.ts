import type { Field, FieldOptions } from './definition'
import { KINDS } from './kinds/table'

/** A submitted form: the browser's own, or an object as flat ("licence.number") or as nested as you like. */
export type FormInput = FormData | Readonly<Record<string, unknown>>

/** The inputs by name; a name may come several times. Files are not answers and are left out. */
export type Inputs = ReadonlyMap<string, readonly string[]>

/** Rows of a repeating group read at most; more are refused by the group's own limit. */
const MOST_ROWS = 200
const DEEPEST = 4

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function add(into: Map<string, string[]>, name: string, value: string): void {
  const values = into.get(name) ?? []
  values.push(value)
  into.set(name, values)
}

function collect(into: Map<string, string[]>, name: string, value: unknown, depth: number): void {
  if (isScalar(value)) {
    add(into, name, String(value))
    return
  }
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return
  for (const [part, item] of Object.entries(value)) {
    const isOneOfSeveral = Array.isArray(value) && isScalar(item)
    collect(into, isOneOfSeveral ? name : `${name}.${part}`, item, depth + 1)
  }
}

export function readInputs(form: FormInput): Inputs {
  const inputs = new Map<string, string[]>()
  const entries = form instanceof FormData ? form.entries() : Object.entries(form)
  for (const [name, value] of entries) collect(inputs, name, value, 0)
  return inputs
}

/** What was typed for a field, in the shape its kind parses; `undefined` when the form did not ask for it. */
export function rawOf(field: Field, name: string, inputs: Inputs): unknown {
  if (field.kind === 'group') return rawRows(field, name, inputs)
  const { parts, isMultiple } = KINDS[field.kind] satisfies { parts: readonly string[]; isMultiple?: true }
  const values = inputs.get(name)
  if (isMultiple === true) return values
  const single = values?.at(-1)
  if (parts.length === 0 || single !== undefined) return single
  const typedParts = parts.flatMap((part) => {
    const value = inputs.get(`${name}.${part}`)?.at(-1)
    return value === undefined ? [] : [[part, value] as const]
  })
  return typedParts.length === 0 ? undefined : Object.fromEntries(typedParts)
}

/** Rows in the order of their numbers, gaps closed, so that a row removed in the browser leaves no hole. */
function rawRows(group: Pick<Field, 'id'> & FieldOptions, name: string, inputs: Inputs): unknown {
  const numbers = new Set<number>()
  for (const key of inputs.keys()) {
    const number = key.startsWith(`${name}.`) ? /^\d{1,3}/.exec(key.slice(name.length + 1))?.[0] : undefined
    if (number !== undefined) numbers.add(Number(number))
  }
  if (numbers.size === 0) return undefined
  const ordered = [...numbers].sort((a, b) => a - b).slice(0, MOST_ROWS)
  return ordered.map((number) => rawRow(group.fields ?? [], `${name}.${String(number)}`, inputs))
}

function rawRow(fields: readonly Field[], name: string, inputs: Inputs): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.id, rawOf(field, `${name}.${field.id}`, inputs)]))
}
