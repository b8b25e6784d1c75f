'use client'
import { useActionState } from 'react'
import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { describedBy, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { CONTACT_PHONE_INPUT, OFFICER_NUMBER_INPUT } from '@/lib/accounts'
import type { NumberState } from '@/lib/accounts'
import { formatDate, localDate } from '@/lib/calendar'
import { errorLine } from '@/lib/errors'
import { type Locale, say, type Text } from '@/lib/i18n'
import { STAFF_WORDS as W } from './staff-words'

type Props = {
  /** What stands in the input at first: what is recorded, or what was typed before the session ended. */
  value: string | undefined
  record: (state: NumberState, form: FormData) => Promise<NumberState>
  locale: Locale
}

/** Records where an officer, or a desk, is called; an empty box takes the number away. */
export function PhoneForm(props: Props) {
  const words = { label: W.phone, hint: say(W.phoneHint, props.locale), save: W.savePhone }
  return <RecordForm {...props} {...words} input={{ id: CONTACT_PHONE_INPUT, type: 'tel', inputMode: 'tel' }} />
}

type NumberProps = Props & { number: { ending: string; recordedAt: Date } | null }

/** Records or changes the number an officer's certificate must carry; of the one recorded its end is told. */
export function NumberForm({ number, ...props }: NumberProps) {
  const { locale } = props
  const currentNumber = number && { ending: number.ending, day: formatDate(localDate(number.recordedAt)) }
  const hint = [say(W.numberHint, locale), currentNumber && say(W.numberKnown, locale, currentNumber)]
    .filter(Boolean)
    .join(' ')
  const words = { label: W.number, hint, save: W.saveNumber }
  return <RecordForm {...props} {...words} input={{ id: OFFICER_NUMBER_INPUT, required: true, inputMode: 'numeric' }} />
}

type RecordFormProps = Props & {
  label: Text
  hint: string
  save: Text
  input: Pick<ComponentProps<typeof Input>, 'type' | 'inputMode' | 'required'> & { id: string }
}

function RecordForm({ value, record, label, hint, save, input, locale }: RecordFormProps) {
  const [state, action] = useActionState(record, null)
  const wrong = state === null ? undefined : errorLine(state.error, locale)
  return (
    <form action={action} className="flex flex-col items-start gap-4">
      {wrong !== undefined && <ErrorSummary locale={locale} errors={[{ href: `#${input.id}`, words: wrong }]} />}
      <Field id={input.id} label={say(label, locale)} hint={hint} error={wrong} locale={locale}>
        <Input
          {...input}
          name={input.id}
          maxLength={40}
          width="medium"
          defaultValue={state?.typed ?? value}
          autoComplete="off"
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={describedBy(input.id, { hint, error: wrong })}
        />
      </Field>
      <Button>{say(save, locale)}</Button>
    </form>
  )
}
