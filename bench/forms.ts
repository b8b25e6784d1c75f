import type { Field, FormDefinition, Rule, Scope } from '../lib/forms'
import { evaluate, parsePage, walk } from '../lib/forms'

type BenchRow = { name: string; value: number; unit: string; limit: number; ratio: number }

const ROUNDS = 200
const label = { vi: 'Mục', en: 'Item' }

/** The best of many rounds, so that neighbours on the machine do not count. */
function fastest(work: () => unknown): number {
  const samples = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return Number(Math.min(...samples).toFixed(3))
}

/** `pages` pages of `fields` questions, each shown only while the one before it is answered "A": one chain through all. */
function chainOfQuestions(pages: number, fields: number): { definition: FormDefinition; scope: Scope } {
  const id = (at: number) => `f${String(at)}`
  const fieldAt = (at: number): Field => ({
    id: id(at),
    kind: 'text',
    label,
    ...(at > 0 && {
      showWhen: { all: [{ field: id(at - 1), eq: 'A' }, { not: { field: id(at - 1), in: ['B', 'C'] } }] },
    }),
  })
  const definition = {
    pages: Array.from({ length: pages }, (_, page) => ({
      id: `p${String(page)}`,
      title: label,
      fields: Array.from({ length: fields }, (__, at) => fieldAt(page * fields + at)),
    })),
  }
  const answers = Object.fromEntries(Array.from({ length: pages * fields }, (_, at) => [id(at), 'A']))
  return { definition, scope: { answers, facts: {}, today: '2026-11-21' } }
}

function row(name: string, value: number, limit: number): BenchRow {
  return { name, value, unit: 'ms', limit, ratio: Number((value / limit).toFixed(3)) }
}

/** A rule of `depth` levels, each asking for both halves of what is below. */
function nestedRule(depth: number): Rule {
  if (depth === 0) return { field: 'x', eq: 'A' }
  return { all: [nestedRule(depth - 1), { not: { not: nestedRule(depth - 1) } }] }
}

/** How long a form's conditions take: the whole journey, one page sent, and one deep rule alone. */
export function run(): BenchRow[] {
  const long = chainOfQuestions(10, 100)
  const short = chainOfQuestions(1, 100)
  const deep = nestedRule(9)
  const rules = { field: () => 'A', fact: () => undefined, today: '2026-11-21' }
  if (!walk(long.definition, long.scope).complete) throw new Error('the chain is broken')
  return [
    row(
      'walk 10 steps of 100 chained conditions',
      fastest(() => walk(long.definition, long.scope)),
      5,
    ),
    row(
      'parse one step of 100 in that form',
      fastest(() => parsePage(long.definition, 'p9', long.scope.answers, long.scope)),
      10,
    ),
    row(
      'walk 100 chained conditions',
      fastest(() => walk(short.definition, short.scope)),
      1,
    ),
    row(
      'evaluate one rule of 512 tests',
      fastest(() => evaluate(deep, rules)),
      1,
    ),
  ]
}
