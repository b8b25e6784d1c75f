import { LOCALES, type Locale } from '@/lib/i18n'

export const TEXT_SIZES = ['normal', 'large', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** What a page needs to know of whoever looks at it. */
export type Viewer = {
  locale: Locale
  size: TextSize
  /** Path of the page, to mark the present place in the header; empty when unknown. */
  path: string
  person: { name: string; area: 'applicant' | 'officer' } | null
}

/** The cookies of the two preferences; both are set by a POST to `/tuy-chon`. */
export const PREFERENCES = {
  'ngon-ngu': LOCALES,
  'co-chu': TEXT_SIZES,
} as const

export function textSizeOf(value: string | undefined): TextSize {
  return TEXT_SIZES.find((size) => size === value) ?? 'normal'
}
