import { Column } from '@/components/layout/frame'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { describedBy, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { accountPaths, withReturn } from '@/lib/accounts'
import { type Locale, say } from '@/lib/i18n'

import { ACCOUNT_WORDS } from './words'

type Props = {
  locale: Locale
  action: (form: FormData) => Promise<void>
  tiep: string
  error: string | undefined
  demoCode: string | null
}

/** An officer's second step: the code of the authenticator application. */
export function CodeForm({ locale, action, tiep, error, demoCode }: Props) {
  const hint = say(ACCOUNT_WORDS.codeHint, locale)
  return (
    <Column width="reading">
      <PageHeader title={say(ACCOUNT_WORDS.codeTitle, locale)} />
      <form action={action} className="flex flex-col gap-6">
        {error !== undefined && <ErrorSummary locale={locale} errors={[{ href: '#ma', words: error }]} />}
        <input type="hidden" name="tiep" value={tiep} />
        <Field id="ma" label={say(ACCOUNT_WORDS.code, locale)} hint={hint} error={error} locale={locale}>
          <Input
            id="ma"
            name="ma"
            width="short"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            required
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={describedBy('ma', { hint, error })}
          />
        </Field>
        {demoCode !== null && (
          <Notice tone="info" locale={locale} title={say(ACCOUNT_WORDS.demoTitle, locale)}>
            <p>
              {say(ACCOUNT_WORDS.demoCode, locale)}
              <strong data-demo-code>{demoCode}</strong>
            </p>
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          <Button>{say(ACCOUNT_WORDS.signIn, locale)}</Button>
          <LinkButton href={withReturn(accountPaths.officerSignIn(), tiep)} variant="quiet">
            {say(ACCOUNT_WORDS.otherAccount, locale)}
          </LinkButton>
        </div>
      </form>
    </Column>
  )
}
