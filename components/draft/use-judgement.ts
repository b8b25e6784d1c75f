'use client'
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { useForm } from 'react-hook-form'
import { pageResolver } from '@/components/form/page-resolver'
import type { FormDefinition, Page, Scope } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'

type Props = { definition: FormDefinition; page: Page; issues: Issue[]; locale: Locale }

/** The verdict on the page as it stands in the browser, by the server's own schema; until it is asked for, what the server said. */
export function useJudgement(
  { definition, page, issues, locale }: Props,
  live: Scope,
  element: RefObject<HTMLFormElement | null>,
) {
  const { register, unregister, handleSubmit, formState } = useForm({
    mode: 'onTouched',
    shouldFocusError: false,
    resolver: () => pageResolver(definition, page.id, live, locale)(new FormData(element.current ?? undefined)),
  })
  const { submitCount, isSubmitted, isDirty, errors } = formState
  useEffect(() => {
    // The summary is there only once the refusal is drawn.
    if (submitCount > 0 || issues.length > 0) document.getElementById('error-summary')?.focus()
  }, [submitCount, issues])
  const current = isSubmitted || isDirty ? flatten(errors) : issues
  return { register, forget: unregister, judged: handleSubmit, found: current, shown: isSubmitted ? current : issues }
}

/** react-hook-form's nested errors as issues by path. */
function flatten(errors: unknown, path = ''): Issue[] {
  if (typeof errors !== 'object' || errors === null) return []
  if ('message' in errors && typeof errors.message === 'string') {
    const code = 'type' in errors ? String(errors.type) : 'invalid'
    return [{ path, code, words: { vi: errors.message, en: errors.message } }]
  }
  const inner = Object.entries(errors).filter(([key]) => key !== 'ref' && key !== 'root')
  return inner.flatMap(([key, error]) => flatten(error, path === '' ? key : `${path}.${key}`))
}
