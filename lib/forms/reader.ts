import type { Answer, Scope } from './answers'
import type { Field, FormDefinition, Page } from './definition'
import type { Verdict } from './judge'
import { judge } from './judge'
import type { RuleScope } from './rule'
import { evaluate } from './rule'

type Place = { field: Field; page: Page }

const indexes = new WeakMap<FormDefinition, ReadonlyMap<string, Place>>()

function indexOf(definition: FormDefinition): ReadonlyMap<string, Place> {
  const cached = indexes.get(definition)
  if (cached !== undefined) return cached
  const index = new Map(
    definition.pages.flatMap((page) => page.fields.map((field) => [field.id, { field, page }] as const)),
  )
  indexes.set(definition, index)
  return index
}

/** A form read once with one set of answers: each condition and each answer is judged at most once. */
export type Reader = {
  isPageShown(page: Page): boolean
  isShown(field: Field): boolean
  verdict(field: Field): Verdict
  /** The verified fact that answers the field, if any. */
  verified(field: Field): Answer | undefined
  rules: RuleScope
}

/** The fact behind a field, where it is known and fits the field. */
export function verifiedAnswer(field: Field, scope: Scope): Answer | undefined {
  const fact = field.fact === undefined ? undefined : scope.facts[field.fact]
  if (fact === undefined) return undefined
  const verdict = judge(field, field.id, fact, scope)
  return verdict.ok ? verdict.value : undefined
}

function remembering<K, V>(initial: V, work: (key: K) => V): (key: K) => V {
  const results = new Map<K, V>()
  return (key) => {
    const before = results.get(key)
    if (before !== undefined) return before
    results.set(key, initial)
    const value = work(key)
    results.set(key, value)
    return value
  }
}

/**
 * Reads a form. A field is shown when its page and its own condition hold; what a condition looks at counts only while
 * it is itself shown, so hiding a question hides what hangs on it.
 */
export function readForm(definition: FormDefinition, scope: Scope): Reader {
  const index = indexOf(definition)
  const rules: RuleScope = {
    field: (id) => visibleAnswer(id),
    fact: (path) => scope.facts[path],
    today: scope.today,
  }
  const isPageShown = remembering<Page, boolean>(
    false,
    (page) => page.showWhen === undefined || evaluate(page.showWhen, rules),
  )
  const isShown = remembering<Field, boolean>(false, (field) => {
    const page = index.get(field.id)?.page
    if (page !== undefined && !isPageShown(page)) return false
    return field.showWhen === undefined || evaluate(field.showWhen, rules)
  })
  const verifiedFact = (field: Field) => verifiedAnswer(field, scope)
  const verdict = remembering<Field, Verdict>({ ok: true, value: undefined }, (field) => {
    const fact = verifiedFact(field)
    if (fact !== undefined) return { ok: true, value: fact }
    return judge(field, field.id, scope.answers[field.id], { ...scope, rules })
  })
  function visibleAnswer(id: string): Answer | undefined {
    const field = index.get(id)?.field
    if (field === undefined || !isShown(field)) return undefined
    const outcome = verdict(field)
    return outcome.ok ? outcome.value : undefined
  }
  return { isPageShown, isShown, verdict, verified: verifiedFact, rules }
}
