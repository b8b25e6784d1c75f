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
  kept: { answers: Answers; disputed: Answers },
  typed: Answers,
  seen: ReadonlyMap<string, ReadonlySet<string>>,
): Merged {
  const isStale = (id: string) => seen.get(id)?.has(markOf(kept.answers[id])) === false
  const isSame = (id: string) => markOf(typed[id]) === markOf(kept.answers[id])
  const isOwn = (id: string) => seen.get(id)?.has(markOf(typed[id])) === false || kept.disputed[id] !== undefined
  const ids = Object.keys(typed)
  const written = ids.filter((id) => !isStale(id) || isSame(id))
  const contested = ids.filter((id) => !written.includes(id) && isOwn(id))
  const before = Object.entries(kept.disputed).filter(([id]) => !(id in typed && isSame(id)))
  return {
    patch: Object.fromEntries(written.map((id) => [id, typed[id]])),
    disputed: Object.fromEntries([...before, ...contested.map((id) => [id, typed[id] ?? ''] as const)]),
    elsewhere: [...seen.keys()].filter((id) => isStale(id) && !written.includes(id)),
  }
}
