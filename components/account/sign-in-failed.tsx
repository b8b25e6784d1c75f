import { Column } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { FAULT_WORDS, returnPath, type SignInFault } from '@/lib/accounts'
import { type Locale, say } from '@/lib/i18n'

import { IdentityForm } from './identity-form'
import { ACCOUNT_WORDS } from './words'

type Props = { locale: Locale; fault: SignInFault; tiep: string; isSignedIn: boolean }

/** What happened, what is safe, and the way back to where the person was going. */
export function SignInFailed({ locale, fault, tiep, isSignedIn }: Props) {
  const { title, words } = FAULT_WORDS[fault]
  return (
    <Column width="reading">
      <div className="flex flex-col items-start gap-4 py-8 md:py-12">
        <PageTitle>{say(title, locale)}</PageTitle>
        <h1 className="text-2xl md:text-3xl">{say(title, locale)}</h1>
        <p className="text-lg">{say(words, locale)}</p>
        <div className="mt-2 flex flex-wrap gap-3">
          <IdentityForm
            tiep={tiep}
            isStepUp={isSignedIn}
            label={say(isSignedIn ? ACCOUNT_WORDS.confirm : ACCOUNT_WORDS.again, locale)}
          />
          <LinkButton href={returnPath(tiep)} variant="secondary">
            {say(returnPath(tiep) === '/' ? ACCOUNT_WORDS.home : ACCOUNT_WORDS.back, locale)}
          </LinkButton>
        </div>
      </div>
    </Column>
  )
}
