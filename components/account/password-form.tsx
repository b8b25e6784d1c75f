import { Column } from '@/components/layout/frame'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ROLE_WORDS } from '@/lib/accounts'
import type { Role } from '@/lib/access'
import { type Locale, say } from '@/lib/i18n'

import { SessionEnded } from './session-ended'
import { ACCOUNT_WORDS } from './words'

type DemoOfficer = { username: string; name: string; role: Role; agencyName: string }
type Props = {
  locale: Locale
  action: (form: FormData) => Promise<void>
  tiep: string
  error: string | undefined
  hasEnded: boolean
  demoOfficers: readonly DemoOfficer[]
}

/** An officer's first step: name and password. */
export function PasswordForm({ locale, action, tiep, error, hasEnded, demoOfficers }: Props) {
  const wrong = error === undefined ? {} : { 'aria-invalid': true as const, 'aria-describedby': 'error-summary' }
  return (
    <Column width="reading">
      <PageHeader title={say(ACCOUNT_WORDS.officerSignIn, locale)} />
      <form action={action} className="flex flex-col gap-6">
        {hasEnded && <SessionEnded locale={locale} />}
        {error !== undefined && <ErrorSummary locale={locale} errors={[{ href: '#username', words: error }]} />}
        <input type="hidden" name="tiep" value={tiep} />
        <Field id="username" label={say(ACCOUNT_WORDS.username, locale)} locale={locale}>
          <Input
            {...{ id: 'username', name: 'username', autoComplete: 'username', autoCapitalize: 'none', maxLength: 64 }}
            width="long"
            spellCheck={false}
            required
            {...wrong}
          />
        </Field>
        <Field id="password" label={say(ACCOUNT_WORDS.password, locale)} locale={locale}>
          <Input
            id="password"
            name="password"
            type="password"
            width="long"
            autoComplete="current-password"
            maxLength={200}
            required
            {...wrong}
          />
        </Field>
        <div>
          <Button>{say(ACCOUNT_WORDS.next, locale)}</Button>
        </div>
      </form>
      {demoOfficers.length > 0 && <DemoHint locale={locale} officers={demoOfficers} />}
    </Column>
  )
}

function DemoHint({ locale, officers }: { locale: Locale; officers: readonly DemoOfficer[] }) {
  const agencies = [...new Set(officers.map(({ agencyName }) => agencyName))]
  return (
    <div className="mt-10">
      <Notice tone="info" locale={locale} title={say(ACCOUNT_WORDS.demoTitle, locale)}>
        <p className="pb-2">{say(ACCOUNT_WORDS.demoOfficers, locale)}</p>
        {agencies.map((agency) => (
          <Disclosure key={agency} summary={agency}>
            <ul className="list-disc pl-5">
              {officers
                .filter(({ agencyName }) => agencyName === agency)
                .map(({ username, name, role }) => (
                  <li key={username}>
                    <strong>{username}</strong>: {name}, {say(ROLE_WORDS[role], locale)}
                  </li>
                ))}
            </ul>
          </Disclosure>
        ))}
      </Notice>
    </div>
  )
}
