'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonVariant } from '@/components/ui/button'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { ActError } from './act-error'
import { ActField } from './act-field'
import type { ActFieldSpec } from './act-field'
import { useAct } from './use-act'
import type { ActAction, ActState } from './use-act'

export type ActFormProps = {
  action: ActAction
  seenVersion: number
  fields: ActFieldSpec[]
  submit: { label: string; variant?: ButtonVariant }
  locale: Locale
  /** Where to look again after somebody else changed the dossier. */
  reloadHref: string
  children?: ReactNode
  /** Questions of another kind, given the last answer of the server. */
  more?: (state: ActState) => ReactNode
}

/** The form of one act: what was typed stays when it is refused, with or without script. */
export function ActForm({ action, seenVersion, fields, submit, locale, reloadHref, children, more }: ActFormProps) {
  const [state, send, isPending] = useAct(action)
  const issues = state.error?.issues ?? []
  return (
    <form action={send} aria-busy={isPending} className="flex flex-col items-start gap-5" noValidate>
      <ActError
        error={state.error}
        labelOf={(path) => fields.find(({ name }) => name === path)?.label}
        locale={locale}
        reloadHref={reloadHref}
      />
      <input type="hidden" name="seenVersion" value={seenVersion} />
      {children}
      {fields.map((field) => {
        const issue = issues.find(({ path }) => path === field.name)
        const error = issue === undefined ? undefined : say(issue.words, locale)
        return (
          <ActField key={field.name} field={field} typed={state.values[field.name]} error={error} locale={locale} />
        )
      })}
      {more?.(state)}
      <Button variant={submit.variant ?? 'primary'} disabled={isPending}>
        {submit.label}
      </Button>
    </form>
  )
}
