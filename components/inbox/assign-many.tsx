'use client'
import type { ReactNode } from 'react'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/lib/dossiers'
import { errorLine, errorWords } from '@/lib/errors'
import type { Locale } from '@/lib/i18n'
import { say } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'
import { ChoosePerson } from './choose-person'
import type { Candidate } from './choose-person'
import { INBOX_WORDS as W } from './words'

type Outcome = { done: number; failed: { id: string; code: string; error: DomainError }[] }
export type AssignManyState = { error: DomainError } | { outcome: Outcome } | null

type Props = {
  action: (state: AssignManyState, form: FormData) => Promise<AssignManyState>
  people: Candidate[]
  /** Whether there is nothing to pass on any more. */
  isEmpty: boolean
  /** The address at which every row of the page is ticked. */
  allHref: string
  locale: Locale
  /** The rows, each with its box. */
  children: ReactNode
}

const wordsOf = (error: DomainError, locale: Locale) =>
  error.code === 'changed-meanwhile' ? errorWords(error, locale) : errorLine(error, locale)

/** Passes the ticked dossiers of a page on to one person; says of each that could not be passed on why. */
export function AssignMany({ action, people, isEmpty, allHref, locale, children }: Props) {
  const [state, send, isPending] = useActionState(action, null)
  return (
    <form action={send} aria-busy={isPending}>
      <Outcome state={state} locale={locale} />
      {children}
      {!isEmpty && <GiveTo {...{ people, allHref, isPending, locale }} />}
    </form>
  )
}

function GiveTo({
  people,
  allHref,
  isPending,
  locale,
}: Pick<Props, 'people' | 'allHref' | 'locale'> & { isPending: boolean }) {
  return (
    <div className="flex flex-wrap items-end gap-3 pt-4">
      <a href={allHref} className="inline-flex min-h-11 items-center">
        {say(W.chooseAll, locale)}
      </a>
      <div className="min-w-0 flex-1 basis-64 md:max-w-sm">
        <Field id="nguoi-nhan" label={say(W.giveTo, locale)} locale={locale}>
          <ChoosePerson id="nguoi-nhan" people={people} chosen="" none={say(W.choosePerson, locale)} />
        </Field>
      </div>
      <Button variant="secondary" disabled={isPending}>
        {say(W.give, locale)}
      </Button>
    </div>
  )
}

function Outcome({ state, locale }: { state: AssignManyState; locale: Locale }) {
  if (state === null) return null
  if ('error' in state)
    return (
      <div className="pb-4">
        <Notice tone="bad" locale={locale} isLive title={wordsOf(state.error, locale)} />
      </div>
    )
  const { done, failed } = state.outcome
  return (
    <div className="flex flex-col gap-3 pb-4">
      {done > 0 && <Notice tone="good" locale={locale} isLive title={say(W.given, locale, { count: done })} />}
      {failed.length > 0 && (
        <Notice tone="bad" locale={locale} isLive title={say(W.notGiven, locale, { count: failed.length })}>
          <ul className="list-disc pl-5">
            {failed.map(({ id, code, error }) => (
              <li key={id}>
                <a href={paths.officerDossier(id)}>{code}</a>: {wordsOf(error, locale)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
