import { keepPage, markOf, seenEntry } from '@/lib/forms'
import type { FormDefinition, Page, Scope } from '@/lib/forms'
import type { Entries } from './kept-typing'

/** By field, the mark of the answer the page was drawn with. */
export type Seen = Readonly<Record<string, string>>

type About = { definition: FormDefinition; page: Page; scope: Scope; seen: Seen }

/** What this page knows of the kept answers: those it was drawn with, and those it sent itself. */
export function seenAnswers({ definition, page, scope, seen: seenMarks }: About) {
  const marksByField = new Map(Object.entries(seenMarks).map(([id, mark]) => [id, new Set([mark])]))
  return {
    entries: (): Entries => [...marksByField].flatMap(([id, marks]) => [...marks].map((mark) => seenEntry(id, mark))),
    /** These inputs are being sent: from now on they may be what is kept. Gives the marks, for when it is certain. */
    sending(entries: Entries, fieldIds: Iterable<string>): Map<string, string> {
      const form = new FormData()
      for (const [name, value] of entries) form.append(name, value)
      const answers = keepPage(definition, page.id, form, scope)
      const sent = new Map([...fieldIds].map((id) => [id, markOf(answers[id])]))
      for (const [id, mark] of sent) marksByField.get(id)?.add(mark)
      return sent
    },
    isKept(sent: ReadonlyMap<string, string>, disputed: readonly string[]): void {
      for (const [id, mark] of sent) if (!disputed.includes(id)) marksByField.set(id, new Set([mark]))
    },
    /** What an earlier visit had seen when it typed what stands here again. */
    before(earlier: ReadonlyMap<string, ReadonlySet<string>>, fieldIds: readonly string[]): void {
      for (const id of fieldIds) marksByField.set(id, new Set(earlier.get(id)))
    },
  }
}
