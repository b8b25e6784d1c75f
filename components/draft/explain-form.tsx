'use client'
import { RefusalNotice } from '@/components/dossier/refusal-notice'
import { useSentForm } from '@/components/islands/use-sent-form'
import { Button } from '@/components/ui/button'
import { CountedTextarea } from '@/components/ui/counted-textarea'
import { Disclosure } from '@/components/ui/disclosure'
import { describedBy, Field } from '@/components/ui/field'
import type { Refusal } from '@/lib/errors'
import { LONGEST } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { FormName } from './draft-forms'
import { DRAFT_WORDS as D } from './words'

type Props = {
  /** The page it stands on, to which it is sent. */
  action: string
  /** The item it is about. */
  about: string
  explanation: string | null
  /** What was sent from here before this page was drawn, and why it was refused. */
  refused: { refusal: Refusal; typed: string } | null
  locale: Locale
}

/** Why one thing is not mended, in the applicant's own words; what is refused stays as it was typed, beside the reason. */
export function ExplainForm({ explanation, refused, ...rest }: Props) {
  const form = useSentForm({
    action: rest.action,
    refused: refused === null ? null : refused.refusal,
    locale: rest.locale,
  })
  return (
    <Disclosure
      summary={say(explanation === null ? D.cannotMend : D.changeExplanation, rest.locale)}
      isOpen={form.refusal !== null}
    >
      <Explanation {...rest} form={form} value={refused === null ? explanation : refused.typed} />
    </Disclosure>
  )
}

type ExplanationProps = Pick<Props, 'action' | 'about' | 'locale'> & {
  form: ReturnType<typeof useSentForm>
  value: string | null
}

function Explanation({ form: { refusal, isPending, wiring }, action, about, value, locale }: ExplanationProps) {
  const id = `ly-do-${about}`
  const placed = refusal && placedAt(refusal, id)
  return (
    <form {...wiring} className="flex flex-col items-start gap-3" noValidate>
      {placed && (
        <RefusalNotice
          refusal={placed}
          labelOf={() => say(D.explanation, locale)}
          locale={locale}
          reloadHref={action}
        />
      )}
      <FormName name="giai-thich" />
      <input type="hidden" name="muc" value={about} />
      <div className="w-full">
        <Words id={id} value={value} error={placed?.issues[0]?.words} locale={locale} />
      </div>
      <Button variant="secondary" disabled={isPending}>
        {say(D.keepExplanation, locale)}
      </Button>
    </form>
  )
}

/** Every fault is one of the text itself. */
const placedAt = (refusal: Refusal, id: string): Refusal => ({
  ...refusal,
  issues: refusal.issues.map((issue) => ({ ...issue, path: id })),
})

type WordsProps = { id: string; value: string | null; error: string | undefined; locale: Locale }

function Words({ id, value, error, locale }: WordsProps) {
  const hint = say(D.explanationHint, locale)
  return (
    <Field id={id} label={say(D.explanation, locale)} hint={hint} error={error} locale={locale}>
      <CountedTextarea
        id={id}
        name="lyDo"
        defaultValue={value ?? ''}
        max={LONGEST.explanation}
        locale={locale}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </Field>
  )
}
