import { parsePage } from '@/lib/forms'
import type { Answers, FormDefinition, FormInput, Scope } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'

type FieldError = { type: string; message: string }
type Errors = { [part: string]: Errors | FieldError }

/** react-hook-form keeps errors nested along the dots of the names. */
function place(errors: Errors, path: readonly string[], error: FieldError): void {
  const [head = '', ...rest] = path
  if (rest.length === 0) {
    errors[head] ??= error
    return
  }
  const inner = errors[head]
  const next: Errors = inner === undefined || 'message' in inner ? {} : inner
  errors[head] = next
  place(next, rest, error)
}

/** A resolver for react-hook-form that gives the server's own verdict on the page, without zod. */
export function pageResolver(definition: FormDefinition, pageId: string, scope: Scope, locale: Locale) {
  return (
    values: FormInput,
  ): { values: Answers; errors: Record<string, never> } | { values: Record<string, never>; errors: Errors } => {
    const parsed = parsePage(definition, pageId, values, scope)
    if (parsed.ok) return { values: parsed.value, errors: {} }
    const errors: Errors = {}
    for (const { path, code, words } of parsed.error.issues ?? []) {
      place(errors, path.split('.'), { type: code, message: words[locale] })
    }
    return { values: {}, errors }
  }
}
