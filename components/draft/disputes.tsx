import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DRAFT_WORDS as D } from './words'

export type Dispute = { fieldId: string; label: string; saved: string; typed: string }

/** Questions with two contents, each with the choice between them; buttons of the page's form. */
export function Disputes({ disputes, locale }: { disputes: readonly Dispute[]; locale: Locale }) {
  return disputes.map((dispute) => (
    <Notice key={dispute.fieldId} tone="warn" locale={locale} title={say(D.disputed, locale, { label: dispute.label })}>
      <p>{say(D.disputedWords, locale)}</p>
      <dl className="flex flex-col gap-4 pt-3">
        <Content name={D.savedFirst} text={dispute.saved} choice={`-${dispute.fieldId}`} locale={locale} />
        <Content name={D.typedLater} text={dispute.typed} choice={`+${dispute.fieldId}`} locale={locale} />
      </dl>
    </Notice>
  ))
}

type ContentProps = { name: (typeof D)['savedFirst' | 'typedLater']; text: string; choice: string; locale: Locale }

function Content({ name, text, choice, locale }: ContentProps) {
  return (
    <div>
      <dt className="font-semibold">{say(name, locale)}</dt>
      <dd className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="min-w-0 flex-1 basis-64 wrap-anywhere whitespace-pre-line">{text}</span>
        <Button variant="secondary" name="_settle" value={choice} formNoValidate>
          {say(D.useThis, locale)}
        </Button>
      </dd>
    </div>
  )
}
