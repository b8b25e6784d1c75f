import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { DomainError, ErrorCode } from '@/lib/kernel'
import { ERRORS } from './errors'

/** What is wrong and what to do next. */
export function errorWords({ code, detail }: DomainError, locale: Locale): string {
  return say(ERRORS[code].words, locale, detail)
}

/** What a program is answered: the HTTP status of a refusal and its words. */
export function errorAnswer(error: DomainError, locale: Locale): { status: number; words: string } {
  return { status: ERRORS[error.code].status, words: errorWords(error, locale) }
}

/** A refusal as it leaves the server: its code, its words in the person's language, and the places concerned. */
export type Refusal = { code: ErrorCode; words: string; issues: { path: string; code: string; words: string }[] }

export function refusalOf(error: DomainError, locale: Locale): Refusal {
  const issues = (error.issues ?? []).map(({ path, code, words }) => ({ path, code, words: say(words, locale) }))
  return { code: error.code, words: errorWords(error, locale), issues }
}

/** A refusal in one line: what is wrong at the first place concerned, or else the words of the refusal itself. */
export function errorLine(error: DomainError, locale: Locale): string {
  const [issue] = error.issues ?? []
  return issue === undefined ? errorWords(error, locale) : say(issue.words, locale, error.detail)
}

/** A refusal as it was kept in a row or a cookie, perhaps by an older release. */
export type KeptError = { code: string; detail?: DomainError['detail'] | undefined }

/** The words of a kept refusal; null where its code is none of the house's any more. */
export function keptErrorWords({ code, detail }: KeptError, locale: Locale): string | null {
  return isErrorCode(code) ? say(ERRORS[code].words, locale, detail) : null
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text)
}
