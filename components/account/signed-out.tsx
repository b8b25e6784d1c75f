import { Column } from '@/components/layout/frame'
import { Button, LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { accountPaths } from '@/lib/accounts'
import { cataloguePaths } from '@/lib/catalogue'
import { type Locale, say } from '@/lib/i18n'

import { ACCOUNT_WORDS } from './words'

/** After signing out; for who came here while still signed in, the button to do it. */
export function SignedOut({ locale, isStillSignedIn }: { locale: Locale; isStillSignedIn: boolean }) {
  const title = say(isStillSignedIn ? ACCOUNT_WORDS.stillSignedIn : ACCOUNT_WORDS.signedOut, locale)
  return (
    <Column width="reading">
      <div className="flex flex-col items-start gap-4 py-8 md:py-12">
        <PageTitle>{title}</PageTitle>
        <h1 className="text-2xl md:text-3xl">{title}</h1>
        {!isStillSignedIn && <p className="text-lg">{say(ACCOUNT_WORDS.signedOutWords, locale)}</p>}
        <div className="mt-2 flex flex-wrap gap-3">
          {isStillSignedIn && (
            <form method="post" action={accountPaths.signOut()}>
              <Button>{say(ACCOUNT_WORDS.signOut, locale)}</Button>
            </form>
          )}
          <LinkButton href={cataloguePaths.home()} variant={isStillSignedIn ? 'secondary' : 'primary'}>
            {say(ACCOUNT_WORDS.home, locale)}
          </LinkButton>
        </div>
      </div>
    </Column>
  )
}
