import { Column } from '@/components/layout/frame'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { SignInPanel } from './sign-in-panel'
import { SIGN_WORDS as S } from './words'

export function CertificateSignInPage({ locale, ...panel }: { challenge: string; tiep: string; locale: Locale }) {
  return (
    <Column width="reading">
      <PageHeader title={say(S.signInTitle, locale)} lead={say(S.signInLead, locale)} />
      <p className="pb-4 text-ink-soft">{say(S.withFileLead, locale)}</p>
      <noscript>
        <Notice tone="warn" locale={locale} title={say(S.signInNeedsScript, locale)}>
          <p>
            <a href="/dang-nhap">{say(S.signInElse, locale)}</a>
          </p>
        </Notice>
      </noscript>
      <SignInPanel locale={locale} {...panel} />
    </Column>
  )
}
