import { Column } from '@/components/layout/frame'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { accountPaths } from '@/lib/accounts'
import { type Locale, say } from '@/lib/i18n'

import { IdentityForm } from './identity-form'
import { SessionEnded } from './session-ended'
import { SignInCard } from './sign-in-card'
import { ACCOUNT_WORDS } from './words'

type Props = {
  locale: Locale
  tiep: string
  officerHref: string
  certificateHref: string
  signedInAs: string | null
  hasEnded: boolean
  isDemo: boolean
}

/** The first page of signing in: who are you? */
export function ChooseSignIn({ locale, tiep, officerHref, certificateHref, signedInAs, hasEnded, isDemo }: Props) {
  return (
    <Column width="reading">
      <PageHeader title={say(ACCOUNT_WORDS.signIn, locale)} lead={say(ACCOUNT_WORDS.signInLead, locale)} />
      <div className="flex flex-col gap-6">
        {hasEnded && <SessionEnded locale={locale} />}
        {signedInAs !== null && <AlreadyIn locale={locale} name={signedInAs} tiep={tiep} />}
        <SignInCard title={say(ACCOUNT_WORDS.forPeople, locale)} words={say(ACCOUNT_WORDS.forPeopleWords, locale)}>
          <IdentityForm tiep={tiep} label={say(ACCOUNT_WORDS.signInWithIdentity, locale)} />
          <p className="pt-3">
            <a href={certificateHref}>{say(ACCOUNT_WORDS.signInWithCertificate, locale)}</a>
          </p>
        </SignInCard>
        <SignInCard title={say(ACCOUNT_WORDS.forOfficers, locale)} words={say(ACCOUNT_WORDS.forOfficersWords, locale)}>
          <LinkButton href={officerHref} variant="secondary">
            {say(ACCOUNT_WORDS.officerSignIn, locale)}
          </LinkButton>
        </SignInCard>
        {isDemo && (
          <Notice tone="info" locale={locale} title={say(ACCOUNT_WORDS.demoTitle, locale)}>
            <p>{say(ACCOUNT_WORDS.demoPeople, locale)}</p>
          </Notice>
        )}
      </div>
    </Column>
  )
}

function AlreadyIn({ locale, name, tiep }: { locale: Locale; name: string; tiep: string }) {
  return (
    <Notice tone="good" locale={locale} title={say(ACCOUNT_WORDS.signedInAs, locale, { name })}>
      <div className="mt-2 flex flex-wrap gap-3">
        <LinkButton href={tiep} variant="secondary">
          {say(ACCOUNT_WORDS.goOn, locale)}
        </LinkButton>
        <form method="post" action={accountPaths.signOut()}>
          <Button variant="quiet">{say(ACCOUNT_WORDS.signOut, locale)}</Button>
        </form>
      </div>
    </Notice>
  )
}
