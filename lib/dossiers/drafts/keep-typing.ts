import 'server-only'
import { actionOf, answerText, FORM_WORDS, seenIn } from '@/lib/forms'
import type { Answers, FormAction, FormDefinition, FormInput, Journey, Places } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Issue, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { findDraft, writeTyping } from './draft-repository'
import type { Draft } from './draft-repository'
import { mergeTyping } from './merge-typing'
import type { Merged } from './merge-typing'

/** `elsewhere`: fields changed by another page; `disputed`: fields that now have two contents. */
export type Saved = { savedAt: Date; elsewhere: string[]; disputed: string[] }

const MOST_TRIES = 5

/**
 * Keeps what was typed without overwriting what the page did not know of. Written over the draft as it was read; who comes
 * second reads it again and is merged again.
 */
export async function keepTyping(
  ctx: Ctx,
  firstRead: Draft,
  typed: Answers,
  input: FormInput,
): Promise<Result<Saved, DomainError>> {
  let draft = firstRead
  for (let turn = 0; turn < MOST_TRIES; turn++) {
    const merged = settle(mergeTyping(draft, typed, seenIn(input)), draft, actionOf(input))
    const { elsewhere } = merged
    const disputed = Object.keys(merged.disputed)
    if (isUnchanged(draft, merged)) return ok({ savedAt: ctx.now, elsewhere, disputed })
    const savedAt = await writeTyping(ctx, draft, merged)
    if (savedAt !== null) return ok({ savedAt, elsewhere, disputed })
    const now = await findDraft(ctx, firstRead.id)
    if (now === null || now.submittedAt !== null || now.discardedAt !== null) return err({ code: 'draft-closed' })
    draft = now
  }
  return err({ code: 'changed-meanwhile' })
}

function isUnchanged({ disputed }: Draft, merged: Merged): boolean {
  return Object.keys(merged.patch).length === 0 && JSON.stringify(merged.disputed) === JSON.stringify(disputed)
}

/** After the choice between two contents of a field one is its answer, and the other is gone. */
function settle(merged: Merged, { disputed }: Draft, action: FormAction): Merged {
  if (action.type !== 'settle' || disputed[action.field] === undefined) return merged
  const { field, isTyped } = action
  const others = Object.fromEntries(Object.entries(merged.disputed).filter(([id]) => id !== field))
  return { ...merged, disputed: others, patch: isTyped ? { ...merged.patch, [field]: disputed[field] } : merged.patch }
}

/** A question with two contents: the one that was saved first, and the one another page typed over it. */
export type Dispute = { fieldId: string; label: string; saved: string; typed: string }

type Opened = { draft: Draft; journey: Journey; scope: { places: Places }; form: FormDefinition }

export function disputesOn({ draft, journey, scope }: Opened, pageId: string, locale: Locale): Dispute[] {
  const words = (field: Parameters<typeof answerText>[0], answers: Answers) =>
    answerText(field, answers[field.id], locale, scope.places) || FORM_WORDS.blank[locale]
  return (journey.pages.find(({ page }) => page.id === pageId)?.fields ?? [])
    .filter(({ id }) => draft.disputed[id] !== undefined)
    .map((field) => ({
      fieldId: field.id,
      label: field.label[locale],
      saved: words(field, draft.answers),
      typed: words(field, draft.disputed),
    }))
}

/** Nothing is handed in while a question that applies has two contents. */
export function disputeIssues({ draft, journey }: Pick<Opened, 'draft' | 'journey'>): Issue[] {
  return journey.pages
    .flatMap(({ fields }) => fields)
    .filter(({ id }) => draft.disputed[id] !== undefined)
    .map(({ id, label }) => ({
      path: id,
      code: 'two-contents',
      words: {
        vi: `“${label.vi}” có hai nội dung vì được sửa ở hai trang. Hãy mở trang đó và chọn một.`,
        en: `“${label.en}” has two contents, for it was changed on two pages. Open its page and choose one.`,
      },
    }))
}
