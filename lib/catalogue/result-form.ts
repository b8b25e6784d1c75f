import type { Field, FormDefinition } from '@/lib/forms'
import { fieldsOf } from '@/lib/forms'
import type { ProcedureDefinition } from './definition'

type Described = Pick<ProcedureDefinition, 'form' | 'result'>

/** The page of a result among those of the form. */
export const RESULT_PAGE = 'ket-qua-giai-quyet'

/** What an act on the result asks besides its fields. */
export const RESERVED_FIELDS: readonly string[] = ['outcome', 'ground', 'reason', 'seenVersion']

/**
 * The form with one page more, which asks for the result: so a result's fields are judged, shown and kept like the form's,
 * and their conditions see the answers. Null where the procedure asks nothing about its result.
 */
export function resultForm({ form, result }: Described): FormDefinition | null {
  const { fields = [], name } = result
  if (fields.length === 0) return null
  return { pages: [...(form?.pages ?? []), { id: RESULT_PAGE, title: name, fields }] }
}

/** The fields and answers the words of a decision name. */
export function namedIn(decides: string): string[] {
  return [...decides.matchAll(PLACEHOLDER)].flatMap(([, id]) => (id === undefined ? [] : [id]))
}

/** Whether every brace in the words of a decision belongs to a name. */
export function isWellSpelt(decides: string): boolean {
  return !/[{}]/.test(filledIn(decides, () => ''))
}

/** The words of a decision with what they name filled in. */
export function filledIn(decides: string, say: (id: string) => string): string {
  return decides.replace(PLACEHOLDER, (_, id: string) => say(id))
}

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9.]*)\}/g

/** A field of the form by its id. */
export function formField({ form }: Pick<ProcedureDefinition, 'form'>, id: string): Field | undefined {
  return form === undefined ? undefined : fieldsOf(form).find((field) => field.id === id)
}
