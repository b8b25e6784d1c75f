'use client'
import { useActionState } from 'react'
import { Column } from '@/components/layout/frame'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { describedBy, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PageHeader } from '@/components/ui/page-header'
import { OFFICER_NUMBER_INPUT, OFFICER_PATHS } from '@/lib/accounts'
import type { NumberState } from '@/lib/accounts'
import { type Locale, say } from '@/lib/i18n'
import { type DomainError, ERRORS } from '@/lib/kernel'
import type { OfficerRow } from './signing-officers'
import { SIGNING_WORDS as W } from './signing-words'

type Props = {
  officer: OfficerRow
  /** What was typed before the session ended. */
  kept: string | undefined
  record: (state: NumberState, form: FormData) => Promise<NumberState>
  locale: Locale
}

/** Records or changes the number an officer's certificate must carry. */
export function OfficerNumberForm({ officer, kept, record, locale }: Props) {
  const [state, action] = useActionState(record, null)
  const wrong = state === null ? undefined : wordsOf(state.error, locale)
  const hint = say(W.numberHint, locale)
  return (
    <Column width="reading">
      <PageHeader title={say(W.formTitle, locale, { name: officer.name })} lead={officer.posts.join('; ')} />
      <form action={action} className="flex flex-col gap-6">
        {wrong !== undefined && (
          <ErrorSummary locale={locale} errors={[{ href: `#${OFFICER_NUMBER_INPUT}`, words: wrong }]} />
        )}
        <Field id={OFFICER_NUMBER_INPUT} label={say(W.number, locale)} hint={hint} error={wrong} locale={locale}>
          <Input
            {...{ id: OFFICER_NUMBER_INPUT, name: OFFICER_NUMBER_INPUT, required: true, maxLength: 40 }}
            width="medium"
            defaultValue={state?.typed ?? kept}
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={wrong === undefined ? undefined : true}
            aria-describedby={describedBy(OFFICER_NUMBER_INPUT, { hint, error: wrong })}
          />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button>{say(W.save, locale)}</Button>
          <LinkButton href={OFFICER_PATHS.list()} variant="quiet">
            {say(W.back, locale)}
          </LinkButton>
        </div>
      </form>
    </Column>
  )
}

function wordsOf({ code, detail, issues = [] }: DomainError, locale: Locale): string {
  return issues[0]?.words[locale] ?? say(ERRORS[code].words, locale, detail)
}
