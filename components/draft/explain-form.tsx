'use client'
import { ActError } from '@/components/dossier/act-error'
import { useAct } from '@/components/dossier/use-act'
import type { ActAction, ActState } from '@/components/dossier/use-act'
import { Button } from '@/components/ui/button'
import { CountedTextarea } from '@/components/ui/counted-textarea'
import { Disclosure } from '@/components/ui/disclosure'
import { describedBy, Field } from '@/components/ui/field'
import { LONGEST } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'
import { DRAFT_WORDS as D } from './words'

type Props = {
  action: ActAction
  /** What was sent from here before the session had ended, where it was refused. */
  refused: ActState | null
  /** The item it is about. */
  about: string
  explanation: string | null
  reviewHref: string
  locale: Locale
}

/** Why one thing is not mended, in the applicant's own words; what is refused stays as it was typed, beside the reason. */
export function ExplainForm({ action, refused, about, explanation, reviewHref, locale }: Props) {
  const [state, send, isPending] = useAct(action, refused?.values['muc'] === about ? refused : null)
  const id = `ly-do-${about}`
  const error = placed(state.error, id)
  return (
    <Disclosure
      summary={say(explanation === null ? D.cannotMend : D.changeExplanation, locale)}
      isOpen={error !== null}
    >
      <form action={send} aria-busy={isPending} className="flex flex-col items-start gap-3" noValidate>
        <ActError error={error} labelOf={() => say(D.explanation, locale)} locale={locale} reloadHref={reviewHref} />
        <input type="hidden" name="muc" value={about} />
        <div className="w-full">
          <Words
            id={id}
            value={state.values['lyDo'] ?? explanation}
            issue={error?.issues?.[0]?.words}
            locale={locale}
          />
        </div>
        <Button variant="secondary" disabled={isPending}>
          {say(D.keepExplanation, locale)}
        </Button>
      </form>
    </Disclosure>
  )
}

/** Every fault is one of the text itself. */
const placed = (error: DomainError | null, id: string): DomainError | null =>
  error && { ...error, issues: (error.issues ?? []).map((issue) => ({ ...issue, path: id })) }

type WordsProps = { id: string; value: string | null; issue: Text | undefined; locale: Locale }

function Words({ id, value, issue, locale }: WordsProps) {
  const hint = say(D.explanationHint, locale)
  const error = issue && say(issue, locale)
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
