import type { z } from 'zod'
import type { Text } from '../i18n'
import type { DomainError, Issue } from './errors'
import { lengthOf } from './length'
import { err, ok } from './result'
import type { Result } from './result'
import { legible } from './unreadable'

type Nested = { [key: string]: Nested | string | Nested[] }

/** What an officer's form sends, parsed: dotted names become objects, numbered ones lists, and each fault names its field. */
export function parseForm<T>(schema: z.ZodType<T>, form: FormData): Result<T, DomainError> {
  const typed = nestedOf(form)
  const parsed = schema.safeParse(typed, { reportInput: true })
  if (parsed.success) return ok(parsed.data)
  return err({ code: 'invalid-input', issues: parsed.error.issues.map(issueOf) })
}

/** The typed values by input name, to fill the form again. */
export function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
  )
}

const FORBIDDEN = ['__proto__', 'prototype', 'constructor']

function nestedOf(form: FormData): unknown {
  const root: Nested = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    const path = name.split('.')
    if (path.length <= 4 && !path.some((part) => FORBIDDEN.includes(part))) put(root, path, legible(value))
  }
  return asList(root)
}

function put(into: Nested, [first = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    into[first] = value
    return
  }
  // Only what the form itself named: `toString` is every object's, and what is put into that is put into all of them.
  const inner = Object.hasOwn(into, first) ? into[first] : undefined
  const next = inner !== undefined && typeof inner !== 'string' && !Array.isArray(inner) ? inner : {}
  into[first] = next
  put(next, rest, value)
}

/** An object whose keys are all numbers is a list in their order, gaps closed. */
function asList(value: Nested | string | Nested[]): unknown {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, asList(inner)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key))
  return isList
    ? entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
    : Object.fromEntries(entries)
}

function issueOf(issue: z.core.$ZodIssue): Issue {
  const words = isBlank(issue.input) ? BLANK : wordsOf(issue)
  return { path: issue.path.map(String).join('.'), code: issue.code, words }
}

const BLANK = { vi: 'Mục này còn trống. Hãy điền hoặc chọn.', en: 'This is empty. Fill it in or choose.' }

/** What is not there asks to be filled in or chosen, whatever rule for its length it breaks. */
function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '')
}

function wordsOf(issue: z.core.$ZodIssue): Text {
  const { input } = issue
  if (issue.code === 'too_small')
    return typeof input === 'string' ? tooShort(input, issue.minimum) : tooFew(issue.minimum)
  if (issue.code === 'too_big')
    return typeof input === 'string' ? tooLong(input, issue.maximum) : tooMany(issue.maximum)
  if (issue.code === 'invalid_format' && issue.format === 'words') return WORDLESS
  return { vi: 'Mục này chưa đúng. Hãy điền lại.', en: 'This is not right. Fill it in again.' }
}

const WORDLESS: Text = {
  vi: 'Mục này chỉ có dấu, chưa có chữ hay số. Hãy viết thành lời.',
  en: 'There are only signs here, no letter or digit. Say it in words.',
}

type Bound = number | bigint

const tooShort = (text: string, min: Bound): Text => ({
  vi: `Mục này dài ${String(lengthOf(text))} ký tự, ít nhất phải là ${String(min)}. Hãy viết rõ hơn.`,
  en: `This is ${String(lengthOf(text))} characters long; at least ${String(min)} are needed. Say more.`,
})

const tooLong = (text: string, max: Bound): Text => ({
  vi: `Mục này dài ${String(lengthOf(text))} ký tự, nhiều nhất là ${String(max)}. Nội dung vẫn còn đây; hãy rút ngắn rồi gửi lại.`,
  en: `This is ${String(lengthOf(text))} characters long; at most ${String(max)} are allowed. It is kept; shorten it and send it again.`,
})

const tooFew = (min: Bound): Text => ({
  vi: `Hãy chọn ít nhất ${String(min)} mục.`,
  en: `Choose at least ${String(min)}.`,
})

const tooMany = (max: Bound): Text => ({
  vi: `Chỉ chọn được nhiều nhất ${String(max)} mục.`,
  en: `At most ${String(max)} can be chosen.`,
})
