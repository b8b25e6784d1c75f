import { markOf } from '@/lib/forms'

/** What a draft would hand in, in a word: who submits on the review page submits this and nothing else. */
export function contentMark({
  draft,
  files,
}: {
  draft: { version: number }
  files: readonly { id: string }[]
}): string {
  return markOf([String(draft.version), ...files.map(({ id }) => id)])
}
