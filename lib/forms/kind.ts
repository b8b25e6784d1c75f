import type { Text } from '@/lib/i18n'
import type { Answer, Places, Scope } from './answers'
import type { Field, FieldOptions } from './definition'
import type { Fault, IssueCode, Parsed } from './issue'

/** What an answer looks like for a reader: words in both languages. */
export type ShowScope = { places?: Places | undefined }

/**
 * One kind of question. `parse` takes what was typed or what was kept (so that writing and parsing again changes
 * nothing) and returns the normal value; `undefined` is a blank.
 */
export type Kind = {
  /** Options a definition may give it. */
  takes: readonly (keyof FieldOptions)[]
  /** Inputs it has: none means one input named as the field. */
  parts: readonly string[]
  /** Several values under one name. */
  isMultiple?: true
  /** What a required blank is told. */
  blank: IssueCode
  parse(raw: unknown, field: Field, scope: Scope): Parsed
  show(value: Answer, field: Field, scope: ShowScope): Text
  /** Doubts for the officer that do not stop the applicant. */
  doubts?(value: Answer, field: Field, scope: Scope): Fault[]
}

/** The same words in every language: names, numbers, codes. */
export function asIs(value: string): Text {
  return { vi: value, en: value }
}
