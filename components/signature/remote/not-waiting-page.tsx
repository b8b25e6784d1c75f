import { Column } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { errorWords } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'
import { SIGN_WORDS as S } from '../words'

type Props = { error: DomainError; backHref: string; locale: Locale }

/** Stands where a remote signature would be confirmed that no longer waits for it. */
export function NotWaitingPage({ error, backHref, locale }: Props) {
  return (
    <Column width="reading">
      <PageHeader title={say(S.confirmTitle, locale)} />
      <Notice tone="bad" locale={locale} isLive title={errorWords(error, locale)} />
      <p className="pt-6">
        <LinkButton href={backHref}>{say(S.backToSigning, locale)}</LinkButton>
      </p>
    </Column>
  )
}
