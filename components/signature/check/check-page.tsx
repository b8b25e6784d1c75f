import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { CheckForm } from './check-form'
import { VERIFY_WORDS as W } from '../report/verify-words'

type Props = { refusal: string | null; locale: Locale }

/** The public check: a file, what becomes of it, and what is looked at. */
export function CheckPage({ refusal, locale }: Props) {
  return (
    <>
      <PageHeader title={say(W.title, locale)} lead={say(W.lead, locale)} />
      {refusal !== null && (
        <div className="pb-6">
          <Notice tone="bad" title={refusal} locale={locale} isLive />
        </div>
      )}
      <CheckForm locale={locale} />
      <h2 className="pt-10 pb-3 text-xl">{say(W.whatTitle, locale)}</h2>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {[W.whatBytes, W.whatWho, W.whatWhen].map((words) => (
          <li key={words.vi}>{say(words, locale)}</li>
        ))}
      </ul>
    </>
  )
}
