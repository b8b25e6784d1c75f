import type { Field, FieldKind, Page } from '@/lib/forms'
import { t } from './text'

/** A question in one line: its id, kind, words in both languages, and whatever else it has. */
export function q(
  id: string,
  kind: FieldKind,
  words: readonly [vi: string, en: string],
  more: Partial<Field> = {},
): Field {
  return { ...more, id, kind, label: t(...words) }
}

export function page(
  id: string,
  words: readonly [vi: string, en: string],
  fields: readonly Field[],
  more: Partial<Page> = {},
): Page {
  return { ...more, id, title: t(...words), fields }
}

export const optional = { required: false } as const
