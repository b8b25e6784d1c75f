import type { Issue, Result } from '@/lib/kernel'
import { err } from '@/lib/kernel'
import { LOCALES, say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { Answer } from './answers'
import type { Field } from './definition'
import { FORM_WORDS, ISSUES } from './words'

export type IssueCode = keyof typeof ISSUES

/** What is wrong with an answer, and with which of its parts. */
export type Fault = { code: IssueCode; values?: Record<string, string | number | Text>; part?: string }

/** The value, `undefined` for a blank, or what is wrong. */
export type Parsed = Result<Answer | undefined, Fault>

export function fault(code: IssueCode, values: Record<string, string | number | Text> = {}, part?: string) {
  return err<Fault>(part === undefined ? { code, values } : { code, values, part })
}

/** Whether a label is a whole sentence or question, and so takes no colon. */
export const isSentence = (label: string) => /[.?!]$/.test(label)

/** What is wrong behind the name of its place; a label that is a whole sentence or question is followed by one. */
export function labelWords(label: string, words: string): string {
  return isSentence(label) ? `${label} ${capitalise(words)}` : `${label}: ${uncapitalise(words)}`
}

const capitalise = (words: string) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
const uncapitalise = (words: string) => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)

/** A row of a group as the page and refusals call it: "Nơi cư trú 2". */
export function rowName({ rowLabel = FORM_WORDS.row }: Field, at: number): Text {
  const inLocale = (locale: Locale) => `${capitalise(rowLabel[locale])} ${String(at + 1)}`
  return { vi: inLocale('vi'), en: inLocale('en') }
}

const rowWords = (row: string, words: string) => `${row} – ${words}`

/** An issue that says in which row of the group it is. */
export function inRow(issue: Issue, group: Field, at: number): Issue {
  const row = rowName(group, at)
  return { ...issue, words: { vi: rowWords(row.vi, issue.words.vi), en: rowWords(row.en, issue.words.en) } }
}

/** What an issue says, for a place where the label stands above it anyway; a row stays named. */
export function withoutLabel(words: string, label: string, row?: string): string {
  if (row !== undefined && words.startsWith(rowWords(row, label)))
    return rowWords(row, withoutLabel(words.slice(rowWords(row, '').length), label))
  return capitalise(words.startsWith(label) ? words.slice(label.length).replace(/^:? /, '') : words)
}

/** The fault in words a person reads, with the label of the field in front. */
export function issueOf(path: string, label: Text, { code, values = {}, part }: Fault): Issue {
  const inLocale = (locale: (typeof LOCALES)[number]) => {
    const texts = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[locale] : value]),
    )
    return labelWords(label[locale], say(ISSUES[code], locale, texts))
  }
  return {
    path: part === undefined ? path : `${path}.${part}`,
    code,
    words: { vi: inLocale('vi'), en: inLocale('en') },
  }
}
