import type { ReactNode } from 'react'
import { ChoiceGroup } from '@/components/ui/choice'
import { describedBy, Field } from '@/components/ui/field'
import { legendOf } from './legend'
import type { Bind, QuestionProps } from './question-props'
import { errorAt } from './question-props'

/** What ties an input to its question: its name, and the words that describe it. */
type Tie = ReturnType<Bind> & {
  id: string
  name: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

type OneInputProps = { question: QuestionProps; label?: string; children: (tie: Tie) => ReactNode }

/** A question with one input: its label, hint and error around the input. */
export function OneInput({ question, label, children }: OneInputProps) {
  const { field, name, locale, bind } = question
  const [hint, error] = [field.hint?.[locale], errorAt(question)]
  const tie: Tie = {
    ...{ id: name, name, 'aria-invalid': error === undefined ? undefined : true },
    ...{ 'aria-describedby': describedBy(name, { hint, error }), ...bind?.(name) },
  }
  return (
    <Field
      {...{ id: name, label: label ?? field.label[locale], hint, error, locale }}
      isOptional={field.required === false}
    >
      {children(tie)}
    </Field>
  )
}

type SeveralInputsProps = { question: QuestionProps; isInline?: boolean; children: ReactNode }

/** A question with several inputs: a legend, hint and error above them all. */
export function SeveralInputs({ question, isInline = false, children }: SeveralInputsProps) {
  const { field, name, locale } = question
  return (
    <ChoiceGroup
      {...{ id: name, legend: legendOf(field, locale), hint: field.hint?.[locale], locale, isInline }}
      error={errorAt(question)}
    >
      {children}
    </ChoiceGroup>
  )
}
