import type { ResultTemplate, SlotSource } from './result-template'

type Said = Readonly<Record<string, unknown>>

/** What slots are filled from: the dossier's answers and facts, and the valid fields of its result. */
export type SlotScope = { answers: Said; facts: Said; fields: Said }

type SlotName = keyof ResultTemplate['slots']

/** What fills each slot of a template; undefined where none of its sources says anything. */
export function filledSlots({ slots }: ResultTemplate, scope: SlotScope): (name: SlotName) => unknown {
  return (name) => {
    for (const source of slots[name]) {
      const value = valueOf(source, scope)
      if (value !== undefined && value !== '') return value
    }
    return undefined
  }
}

function valueOf(source: SlotSource, { answers, facts, fields }: SlotScope): unknown {
  if ('text' in source) return source.text
  if ('fact' in source) return facts[source.fact]
  const value = 'answer' in source ? answers[source.answer] : fields[source.field]
  if (source.words === undefined) return value
  return typeof value === 'string' && Object.hasOwn(source.words, value) ? source.words[value] : undefined
}
