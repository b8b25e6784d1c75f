'use client'
import { useAct } from '@/components/dossier/use-act'
import type { ActState } from '@/components/dossier/use-act'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { ERRORS } from '@/lib/kernel'
import { DRAFT_WORDS as D } from './words'

export type SubmitAction = (state: ActState, form: FormData) => Promise<ActState>

type Props = { action: SubmitAction; label: string; isReady: boolean; documentHref: string; locale: Locale }

export const SUBMIT_FORM = 'nop'

/** The last button; the server judges once more and answers a second press with the same dossier. */
export function SubmitForm({ action, label, isReady, documentHref, locale }: Props) {
  const [state, send, isPending] = useAct(action)
  const { error } = state
  const issues = error?.issues ?? []
  const errors =
    issues.length > 0
      ? issues.map((issue) => ({ href: documentHref, words: say(issue.words, locale) }))
      : [{ href: documentHref, words: error === null ? '' : say(ERRORS[error.code].words, locale, error.detail) }]
  return (
    <form id={SUBMIT_FORM} action={send} aria-busy={isPending} className="flex flex-col items-start gap-4 pt-8">
      {error !== null && <ErrorSummary locale={locale} errors={errors} />}
      <p className="max-w-reading">{say(D.commitment, locale)}</p>
      <Button disabled={!isReady || isPending}>{isPending ? say(D.submitting, locale) : label}</Button>
    </form>
  )
}
