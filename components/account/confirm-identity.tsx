import { Column } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { type Locale, say } from '@/lib/i18n'

import { IdentityForm } from './identity-form'
import { ACCOUNT_WORDS } from './words'

type Props = { locale: Locale; tiep: string; assurance: 1 | 2 | null }

/** Asks for the second factor before something of legal effect. */
export function ConfirmIdentity({ locale, tiep, assurance }: Props) {
  return (
    <Column width="reading">
      <PageHeader title={say(ACCOUNT_WORDS.confirmTitle, locale)} lead={say(ACCOUNT_WORDS.confirmLead, locale)} />
      <div className="flex flex-col gap-6">
        {assurance === 1 && (
          <Notice tone="warn" locale={locale} title={say(ACCOUNT_WORDS.levelOne, locale)}>
            <p>{say(ACCOUNT_WORDS.levelOneWords, locale)}</p>
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          <IdentityForm tiep={tiep} label={say(ACCOUNT_WORDS.confirm, locale)} isStepUp />
          <LinkButton href={tiep} variant="quiet">
            {say(ACCOUNT_WORDS.back, locale)}
          </LinkButton>
        </div>
      </div>
    </Column>
  )
}
