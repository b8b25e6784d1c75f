'use client'
import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import { Question } from '@/components/form/question'
import { keepPage, readForm } from '@/lib/forms'
import type { Answers, FormDefinition, Page, Scope } from '@/lib/forms'
import { say } from '@/lib/i18n'
import { ActForm } from './act-form'
import type { ActFormProps } from './act-form'
import { DESK_WORDS } from './desk-words'
import type { ActState } from './use-act'

/** The result's own questions: a page of a form that holds what its conditions look at, and what it begins with. */
export type ResultQuestions = { definition: FormDefinition; page: Page; scope: Scope }
type Props = Omit<ActFormProps, 'more'> & { questions: ResultQuestions | null }

/** The officer's proposal: what is decided and why, and what the paper states. Questions appear at once where script runs. */
export function ResultForm({ questions, ...form }: Props) {
  const more =
    questions === null
      ? undefined
      : (state: ActState) => <ResultFields {...questions} state={state} locale={form.locale} />
  return <ActForm {...form} {...(more && { more })} />
}

function ResultFields({
  definition,
  page,
  scope,
  state,
  locale,
}: ResultQuestions & { state: ActState; locale: Props['locale'] }) {
  const [typed, setTyped] = useState<{ after: ActState; answers: Answers } | null>(null)
  // Sent before, refused or with a session that had ended.
  const hasSent = Object.keys(state.values).length > 0
  const sent = hasSent ? keepPage(definition, page.id, state.values, scope) : scope.answers
  // What was typed since the server answered; its answer goes before anything older.
  const answers = typed?.after === state ? typed.answers : sent
  const reader = readForm(definition, { ...scope, answers })

  function announceChange(event: SyntheticEvent<HTMLFieldSetElement>) {
    const { form } = event.currentTarget
    if (form !== null)
      setTyped({ after: state, answers: keepPage(definition, page.id, new FormData(form), { ...scope, answers }) })
  }

  return (
    <fieldset onChange={announceChange} className="flex w-full flex-col gap-5 border-t border-line pt-5">
      <legend className="sr-only">{say(DESK_WORDS.resultFields, locale)}</legend>
      <p aria-hidden className="text-lg font-semibold">
        {say(DESK_WORDS.resultFields, locale)}
      </p>
      {page.fields
        .filter((field) => reader.isShown(field))
        .map((field) => (
          <Question
            {...{ field, locale, scope, issues: state.error?.issues ?? [] }}
            key={field.id}
            name={field.id}
            value={answers[field.id]}
          />
        ))}
    </fieldset>
  )
}
