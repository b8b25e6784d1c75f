import { markOf } from '@/lib/forms'
import type { Answers } from '@/lib/forms'

export type Merged = {
  /** What is written; undefined takes an answer out. */
  patch: Answers
  /** Everything that now has two contents: by field, the one that is not written. */
  disputed: Answers
  /** Fields the page shows as they no longer are. */
  elsewhere: string[]
}

/**
 * Typing merged into what is kept, three ways: a page that shows an answer as it no longer is does not overwrite it. Where
 * it changed nothing, what is kept stays; where it did, too, and its own content is put beside it for the person to choose.
 */
export function mergeTyping(
  stored: { answers: Answers; disputed: Answers },
  typed: Answers,
  seenMarks: ReadonlyMap<string, ReadonlySet<string>>,
): Merged {
  const isStale = (id: string) => seenMarks.get(id)?.has(markOf(stored.answers[id])) === false
  const isSame = (id: string) => markOf(typed[id]) === markOf(stored.answers[id])
  const isOwn = (id: string) => seenMarks.get(id)?.has(markOf(typed[id])) === false || stored.disputed[id] !== undefined
  const ids = Object.keys(typed)
  const written = ids.filter((id) => !isStale(id) || isSame(id))
  const contested = ids.filter((id) => !written.includes(id) && isOwn(id))
  const before = Object.entries(stored.disputed).filter(([id]) => !(id in typed && isSame(id)))
  return {
    patch: Object.fromEntries(written.map((id) => [id, typed[id]])),
    disputed: Object.fromEntries([...before, ...contested.map((id) => [id, typed[id] ?? ''] as const)]),
    elsewhere: [...seenMarks.keys()].filter((id) => isStale(id) && !written.includes(id)),
  }
}
