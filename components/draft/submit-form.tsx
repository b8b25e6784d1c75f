'use client'
import { useSentForm } from '@/components/islands/use-sent-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { paths } from '@/lib/dossiers'
import type { Refusal } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { FormName } from './draft-forms'
import type { MendPlaces } from './mend-places'
import { mendHref } from './mend-places'
import { SUBMIT_FORM } from './submit-place'
import { DRAFT_WORDS as D } from './words'

type Props = {
  /** What is handed in: a draft with the content that was shown, or a supplement to a dossier. */
  handsIn: { name: 'nop'; content: string } | { name: 'bo-sung'; dossierId: string }
  /** Why it was not, where it was tried before this page was drawn. */
  refused: Refusal | null
  isReady: boolean
  places: MendPlaces
  locale: Locale
}

/** The last button; the server judges once more and answers a second press with the same dossier. */
export function SubmitForm({ handsIn, refused, isReady, places, locale }: Props) {
  const action = paths.draftReview(places.draftId)
  const { refusal, isPending, wiring } = useSentForm({ action, refused, locale })
  const label = say(handsIn.name === 'nop' ? D.submit : D.sendSupplement, locale)
  return (
    <form {...wiring} id={SUBMIT_FORM} className="flex flex-col items-start gap-4 pt-8">
      {refusal !== null && <Refused refusal={refusal} places={places} locale={locale} />}
      <p className="max-w-reading">{say(D.commitment, locale)}</p>
      <FormName name={handsIn.name} />
      {handsIn.name === 'nop' ? (
        <input type="hidden" name="noiDung" value={handsIn.content} />
      ) : (
        <input type="hidden" name="hoSo" value={handsIn.dossierId} />
      )}
      <Button disabled={!isReady || isPending}>{isPending ? say(D.submitting, locale) : label}</Button>
    </form>
  )
}

type RefusedProps = { refusal: Refusal; places: MendPlaces; locale: Locale }

/** Why it was not handed in; each line leads to where that is mended, or to the review as it is by now. */
export function Refused({ refusal: { words, issues }, places, locale }: RefusedProps) {
  const review = paths.draftReview(places.draftId)
  const errors =
    issues.length > 0
      ? issues.map((issue) => ({ href: mendHref(places, issue.path) ?? review, words: issue.words }))
      : [{ href: review, words }]
  return <ErrorSummary locale={locale} errors={errors} />
}
