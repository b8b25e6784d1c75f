'use client'
import { useActionState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonVariant } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { ERRORS } from '@/lib/kernel'
import type { DomainError } from '@/lib/kernel'
import { ActField } from './act-field'
import type { ActFieldSpec } from './act-field'

export type ActState = { error: DomainError | null; values: Record<string, string> }
export type ActAction = (state: ActState, form: FormData) => Promise<ActState>

const NOTHING: ActState = { error: null, values: {} }
const RELOAD = {
  vi: 'Tải lại hồ sơ để xem nội dung mới',
  en: 'Reload the dossier to see what changed',
} as const satisfies Text

type Props = {
  action: ActAction
  seenVersion: number
  fields: ActFieldSpec[]
  submit: { label: string; variant?: ButtonVariant }
  locale: Locale
  /** Where to look again after somebody else changed the dossier. */
  reloadHref: string
  children?: ReactNode
}

/** The form of one act: what was typed stays when it is refused, with or without script. */
export function ActForm({ action, seenVersion, fields, submit, locale, reloadHref, children }: Props) {
  const [state, send, isPending] = useActionState(action, NOTHING)
  const issues = state.error?.issues ?? []
  return (
    <form action={send} aria-busy={isPending} className="flex flex-col items-start gap-5" noValidate>
      <ActError error={state.error} locale={locale} reloadHref={reloadHref} />
      <input type="hidden" name="seenVersion" value={seenVersion} />
      {children}
      {fields.map((field) => {
        const issue = issues.find(({ path }) => path === field.name)
        const error = issue === undefined ? undefined : say(issue.words, locale)
        return (
          <ActField key={field.name} field={field} typed={state.values[field.name]} error={error} locale={locale} />
        )
      })}
      <Button variant={submit.variant ?? 'primary'} disabled={isPending}>
        {submit.label}
      </Button>
    </form>
  )
}

function ActError({ error, locale, reloadHref }: { error: DomainError | null; locale: Locale; reloadHref: string }) {
  if (error === null) return null
  const words = say(ERRORS[error.code].words, locale, error.detail)
  const issues = error.issues ?? []
  if (issues.length > 0) {
    const errors = issues.map((issue) => ({ href: `#${issue.path}`, words: say(issue.words, locale) }))
    return <ErrorSummary locale={locale} title={words} errors={errors} />
  }
  return (
    <Notice tone="bad" locale={locale} isLive title={words}>
      <a href={reloadHref}>{say(RELOAD, locale)}</a>
    </Notice>
  )
}
