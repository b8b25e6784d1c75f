import type { Field, FormDefinition, Page } from './definition'
import { fieldsOf } from './definition'
import { isFact } from './facts'
import type { Rule } from './rule'
import { fieldsIn } from './rule'
import type { RuleProblem } from './rule-problems'
import { ruleProblems, wantedBy } from './rule-problems'

export type Problem = {
  code: RuleProblem['code'] | 'duplicate-id' | 'rule-cycle' | 'unreachable-page' | 'bad-field'
  at: string
  detail: string
}

function repeatedIds(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}

/** What the shape of the data cannot show: ids used twice, rules and facts about nothing, rules in circles, pages nobody reaches. */
export function formProblems(definition: FormDefinition): Problem[] {
  return [
    ...duplicates(definition),
    ...brokenRules(definition),
    ...unknownFacts(definition),
    ...cycles(definition),
    ...unreachable(definition),
    ...badFields(definition),
  ]
}

function duplicates({ pages }: FormDefinition): Problem[] {
  const ids = [pages.map(({ id }) => id), pages.flatMap((page) => page.fields.map(({ id }) => id))]
  const inner = fieldsOf({ pages }).map(({ fields = [] }) => fields.map(({ id }) => id))
  return [...ids, ...inner].flatMap((list) =>
    repeatedIds(list).map((id) => ({ code: 'duplicate-id' as const, at: id, detail: `${id} is used twice` })),
  )
}

type Placed = { at: string; rule: Rule; siblings: readonly Field[] }

/** Every rule with the place it stands at, and the siblings a row's rule may name. */
function rulesOf({ pages }: FormDefinition): Placed[] {
  const own = (at: string, rule: Rule | undefined, siblings: readonly Field[]): Placed[] =>
    rule === undefined ? [] : [{ at, rule, siblings }]
  return pages.flatMap((page) => [
    ...own(page.id, page.showWhen, []),
    ...page.fields.flatMap((field) => [
      ...own(field.id, field.showWhen, []),
      ...(field.fields ?? []).flatMap((inner, at, all) =>
        own(`${field.id}.${inner.id}`, inner.showWhen, all.slice(0, at)),
      ),
    ]),
  ])
}

function brokenRules(definition: FormDefinition): Problem[] {
  const fieldsById = new Map(fieldsOf(definition).map((field) => [field.id, field]))
  return rulesOf(definition).flatMap(({ at, rule, siblings }) => {
    const fieldOf = (id: string) => fieldsById.get(id) ?? siblings.find((sibling) => `.${sibling.id}` === id)
    return ruleProblems(rule, fieldOf).map((problem) => ({ at, ...problem }))
  })
}

function unknownFacts(definition: FormDefinition): Problem[] {
  const placed = fieldsOf(definition).flatMap((field) => [
    { at: field.id, fact: field.fact },
    ...(field.fields ?? []).map(({ id, fact }) => ({ at: `${field.id}.${id}`, fact })),
  ])
  return placed.flatMap(({ at, fact }) =>
    fact === undefined || isFact(fact) ? [] : [{ code: 'unknown-fact' as const, at, detail: `no fact ${fact}` }],
  )
}

/** What each field's showing hangs on: its own rule and its page's. */
export function dependencies({ pages }: FormDefinition): Map<string, string[]> {
  const dependsOn = (page: Page, field: Field) =>
    [page.showWhen, field.showWhen].flatMap((rule) => (rule === undefined ? [] : fieldsIn(rule)))
  return new Map(pages.flatMap((page) => page.fields.map((field) => [field.id, dependsOn(page, field)] as const)))
}

function cycles(definition: FormDefinition): Problem[] {
  const graph = dependencies(definition)
  const done = new Set<string>()
  const problems: Problem[] = []
  const visit = (id: string, trail: readonly string[]): void => {
    if (trail.includes(id))
      problems.push({ code: 'rule-cycle', at: id, detail: [...trail.slice(trail.indexOf(id)), id].join(' > ') })
    else if (!done.has(id)) {
      for (const next of graph.get(id) ?? []) visit(next, [...trail, id])
      done.add(id)
    }
  }
  for (const id of graph.keys()) visit(id, [])
  return problems
}

/** A page whose rules wait for an option that its choice does not offer, or for a later page, never comes. */
function unreachable({ pages }: FormDefinition): Problem[] {
  const pageOf = new Map(pages.flatMap((page, at) => page.fields.map((field) => [field.id, { field, at }] as const)))
  return pages.flatMap((page, at) => {
    if (page.showWhen === undefined) return []
    const later = fieldsIn(page.showWhen).filter((id) => (pageOf.get(id)?.at ?? -1) >= at)
    const never = isImpossible(page.showWhen, (id) => pageOf.get(id)?.field)
    const detail = never ? 'its condition can never hold' : `its condition waits for ${later.join(', ')}, asked later`
    return never || later.length > 0 ? [{ code: 'unreachable-page' as const, at: page.id, detail }] : []
  })
}

function isImpossible(rule: Rule, field: (id: string) => Field | undefined): boolean {
  if ('all' in rule) return rule.all.some((part) => isImpossible(part, field))
  if ('any' in rule) return rule.any.every((part) => isImpossible(part, field))
  if ('not' in rule || rule.field === undefined) return false
  const options = field(rule.field)?.options
  const values = wantedBy(rule)
  return options !== undefined && values !== undefined && !options.some(({ value }) => values.includes(value))
}

function badFields(definition: FormDefinition): Problem[] {
  const knownIds = new Set(fieldsOf(definition).map(({ id }) => id))
  return fieldsOf(definition).flatMap((field) => [
    ...needs(field),
    ...comparedWithNothing(field, knownIds),
    ...(field.fields ?? []).flatMap((inner, at, all) =>
      comparedWithNothing(inner, new Set([...knownIds, ...all.slice(0, at).map(({ id }) => `.${id}`)])),
    ),
  ])
}

function comparedWithNothing(field: Field, knownIds: ReadonlySet<string>): Problem[] {
  return [field.birthDateField, field.sexField, field.notBeforeField, field.differsFromField]
    .filter((id) => id !== undefined && !knownIds.has(id))
    .map((id) => ({
      code: 'dangling-field' as const,
      at: field.id,
      detail: `it is compared with ${String(id)}, which is no field`,
    }))
}

function needs(field: Field): Problem[] {
  const { options = [], fields = [] } = field
  const details = [
    hasNoOptions(field) ? ['a choice needs options'] : [],
    field.kind === 'group' && fields.length === 0 ? ['a group needs fields'] : [],
    fields.some(({ kind, id }) => kind === 'group' || id.includes('.')) ? ['a row holds plain fields only'] : [],
    repeatedIds(options.map(({ value }) => value)).map((value) => `option ${value} is given twice`),
  ].flat()
  return details.map((detail) => ({ code: 'bad-field' as const, at: field.id, detail }))
}

function hasNoOptions({ kind, options, optionsFrom }: Field): boolean {
  return (kind === 'choice' || kind === 'multiChoice') && options === undefined && optionsFrom === undefined
}
