import { Column } from '@/components/layout/frame'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { accountPaths } from '@/lib/accounts'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { signatoryWords } from '@/lib/signing'
import type { RightSubject } from '@/lib/signing'
import { SignInPanel } from './sign-in-panel'
import { SIGN_WORDS as S } from '../words'

type Props = {
  challenge: string
  tiep: string
  subject: RightSubject
  /** Whether the session there is is confirmed before something of legal effect. */
  isStepUp?: boolean
  locale: Locale
}

/** Signs in with an organisation's certificate, or confirms with it the session it opened. */
export function CertificateSignInPage({ isStepUp = false, locale, ...panel }: Props) {
  const [title, lead] = isStepUp ? [S.confirmInTitle, S.confirmInLead] : [S.signInTitle, S.signInLead]
  return (
    <Column width="reading">
      <PageHeader title={say(title, locale)} lead={say(lead, locale)} />
      <div className="pb-4">
        <Notice tone="info" locale={locale} title={say(signatoryWords(panel.subject), locale)} />
      </div>
      <p className="pb-4 text-ink-soft">{say(S.withFileLead, locale)}</p>
      <noscript>
        <Notice tone="warn" locale={locale} title={say(S.signInNeedsScript, locale)}>
          <p>
            <a href={accountPaths.signIn()}>{say(S.signInElse, locale)}</a>
          </p>
        </Notice>
      </noscript>
      <SignInPanel {...{ isStepUp, locale }} {...panel} />
    </Column>
  )
}
