import { ERRORS, isErrorCode } from '@/lib/kernel'
import type { DomainError } from '@/lib/kernel'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'

/** The address of a page with a refusal to be told there: `loi` is its code, `t.…` the values of its words. */
export function refusedTo(path: string, { code, detail }: DomainError): string {
  const values = Object.entries(detail ?? {}).map(([key, value]) => [`t.${key}`, String(value)])
  return `${path}?${new URLSearchParams([['loi', code], ...values]).toString()}`
}

/** The words of a refusal an address carries; null where it carries none. */
export function refusalIn(asked: Record<string, string | string[] | undefined>, locale: Locale): string | null {
  const code = asked['loi']
  if (typeof code !== 'string' || !isErrorCode(code)) return null
  const values = Object.entries(asked).flatMap(([key, value]): [string, string][] =>
    key.startsWith('t.') && typeof value === 'string' ? [[key.slice(2), value.slice(0, 300)]] : [],
  )
  return say(ERRORS[code].words, locale, Object.fromEntries(values))
}
