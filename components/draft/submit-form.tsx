'use client'
import { useAct } from '@/components/dossier/use-act'
import type { ActState } from '@/components/dossier/use-act'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { paths } from '@/lib/dossiers'
import { errorWords } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'
import type { MendPlaces } from './mend-places'
import { mendHref } from './mend-places'
import { DRAFT_WORDS as D } from './words'

export type SubmitAction = (state: ActState, form: FormData) => Promise<ActState>

type Props = { action: SubmitAction; label: string; isReady: boolean; places: MendPlaces; locale: Locale }

export const SUBMIT_FORM = 'nop'

/** The last button; the server judges once more and answers a second press with the same dossier. */
export function SubmitForm({ action, label, isReady, places, locale }: Props) {
  const [{ error }, send, isPending] = useAct(action)
  return (
    <form id={SUBMIT_FORM} action={send} aria-busy={isPending} className="flex flex-col items-start gap-4 pt-8">
      {error !== null && <Refused error={error} places={places} locale={locale} />}
      <p className="max-w-reading">{say(D.commitment, locale)}</p>
      <Button disabled={!isReady || isPending}>{isPending ? say(D.submitting, locale) : label}</Button>
    </form>
  )
}

type RefusedProps = { error: DomainError; places: MendPlaces; locale: Locale }

/** Why it was not handed in; each line leads to where that is mended, or to the review as it is by now. */
export function Refused({ error, places, locale }: RefusedProps) {
  const review = paths.draftReview(places.draftId)
  const { issues = [] } = error
  const errors =
    issues.length > 0
      ? issues.map(({ path, words }) => ({ href: mendHref(places, path) ?? review, words: say(words, locale) }))
      : [{ href: review, words: errorWords(error, locale) }]
  return <ErrorSummary locale={locale} errors={errors} />
}
