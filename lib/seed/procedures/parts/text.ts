import type { Text } from '@/lib/i18n'

export function t(vi: string, en: string): Text {
  return { vi, en }
}

/** Options of a choice, each [value, Vietnamese, English]. */
export function options(...rows: readonly (readonly [string, string, string])[]) {
  return rows.map(([value, vi, en]) => ({ value, label: t(vi, en) }))
}
