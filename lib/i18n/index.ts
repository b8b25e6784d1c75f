/** Languages of the portal, the first being the default. */
export const LOCALES = ['vi', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** One string in every language; a missing one is a type error. */
export type Text = Record<Locale, string>

/** The string of `text` in `locale`, with `{name}` placeholders filled from `values`. */
export function say(text: Text, locale: Locale, values: Record<string, string | number> = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Parses a cookie or query value; anything unknown is Vietnamese. */
export function localeOf(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? 'vi'
}
