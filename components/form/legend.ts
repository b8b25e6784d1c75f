import { FORM_WORDS } from '@/lib/forms'
import type { Field } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'

/** The label of a question of several inputs, saying so where it may be left out. */
export function legendOf(field: Field, locale: Locale): string {
  const label = field.label[locale]
  return field.required === false ? `${label} (${FORM_WORDS.optional[locale]})` : label
}
