import type { Answers, Scope } from './answers'
import type { Field, FormDefinition, Page } from './definition'
import { fieldsOf } from './definition'
import { fieldsIn } from './rule'

export type Excerpt = { definition: FormDefinition; scope: Scope }

/**
 * What it takes to read one page of a form: the page, the questions its conditions hang on, directly or through others,
 * and their answers. The page reads as it does in the whole form, and a browser is sent a tenth of it.
 */
export function excerptOf(definition: FormDefinition, pageId: string, scope: Scope): Excerpt {
  const fieldIds = fieldsBehind(definition, pageId)
  const pages = definition.pages
    .map((page) => (page.id === pageId ? page : { ...page, fields: page.fields.filter(({ id }) => fieldIds.has(id)) }))
    .filter(({ fields }) => fields.length > 0)
  const excerpt = { pages }
  const answers: Answers = Object.fromEntries(Object.entries(scope.answers).filter(([id]) => fieldIds.has(id)))
  const { places, ...rest } = scope
  const isPlaced = fieldsOf(excerpt).some(asksForPlaces)
  return { definition: excerpt, scope: { ...rest, answers, ...(places && isPlaced && { places }) } }
}

function fieldsBehind({ pages }: FormDefinition, pageId: string): ReadonlySet<string> {
  const homes = new Map(pages.flatMap((page) => page.fields.map((field) => [field.id, { page, field }] as const)))
  const fieldIds = new Set<string>()
  const add = (id: string): void => {
    const home = homes.get(id)
    if (home === undefined || fieldIds.has(id)) return
    fieldIds.add(id)
    lookedAt(home).forEach(add)
  }
  pages
    .find(({ id }) => id === pageId)
    ?.fields.forEach(({ id }) => {
      add(id)
    })
  return fieldIds
}

/** The fields that say whether a field is shown and what it is compared with; siblings in a row lead nowhere. */
function lookedAt({ page, field }: { page: Page; field: Field }): string[] {
  const rules = [page, field, ...(field.fields ?? [])].map(({ showWhen }) => showWhen)
  const compared = [field.notBeforeField, field.differsFromField].flatMap((id) => id ?? [])
  return [...rules.flatMap((rule) => (rule === undefined ? [] : fieldsIn(rule))), ...compared]
}

function asksForPlaces(field: Field): boolean {
  return field.kind === 'address' || field.optionsFrom !== undefined || (field.fields ?? []).some(asksForPlaces)
}
