import type { InputHTMLAttributes } from 'react'
import type { Answer, Field, Scope } from '@/lib/forms'
import { withoutLabel } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'

/** Handlers and ref that a script puts on an input; with react-hook-form, its `register`. */
export type Bind = (name: string) => Pick<InputHTMLAttributes<unknown>, 'onBlur' | 'onChange'> & {
  ref?: (element: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | null) => void
}

export type QuestionProps = {
  field: Field
  /** Name and id of the input: the field's id, or its place in a row ("children.0.name"). */
  name: string
  value: Answer | undefined
  /** What the row is called in which the question stands. */
  row?: string | undefined
  /** All issues of the page; each view takes those of its own inputs. */
  issues: readonly Issue[]
  locale: Locale
  /** What answers are judged by: facts, the day, territorial data. */
  scope: Scope
  bind?: Bind | undefined
  /** With script: puts the wards of a province chosen just now into `scope`. Without, a button asks the server. */
  followProvince?: ((provinceCode: string) => void) | undefined
}

/** What is wrong with an input or its parts, without the label that stands above it anyway. */
export function errorAt({ field, name, row, issues, locale }: QuestionProps): string | undefined {
  const own = issues.find(({ path }) => path === name || (field.kind !== 'group' && path.startsWith(`${name}.`)))
  return own === undefined ? undefined : withoutLabel(own.words[locale], field.label[locale], row)
}

export function isWrong(issues: readonly Issue[], name: string): true | undefined {
  return issues.some(({ path }) => path === name) ? true : undefined
}
