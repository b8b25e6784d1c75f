import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import type { Locale } from '@/lib/i18n'

import { classes } from './classes'
import { FieldError, Hint, describedBy } from './field'

type GroupProps = {
  id: string
  legend: ReactNode
  hint?: ReactNode
  error?: string | undefined
  locale: Locale
  isInline?: boolean
  children: ReactNode
}

/** Radio buttons or checkboxes that answer one question. */
export function ChoiceGroup({ id, legend, hint, error, locale, isInline = false, children }: GroupProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, { hint, error })}
      className={classes('flex flex-col gap-1.5', Boolean(error) && 'border-l-4 border-bad pl-4')}
    >
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {Boolean(hint) && <Hint id={id}>{hint}</Hint>}
      {error && (
        <FieldError id={id} locale={locale}>
          {error}
        </FieldError>
      )}
      <div className={classes('flex gap-2', isInline ? 'flex-wrap' : 'flex-col')}>{children}</div>
    </fieldset>
  )
}

type ChoiceProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  type: 'radio' | 'checkbox'
  label: ReactNode
  hint?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** One answer as a card: the whole card can be pressed. */
export function Choice({ type, label, hint, className, ...rest }: ChoiceProps) {
  return (
    <label
      className={classes(
        'flex min-h-12 items-start gap-3 rounded-md border border-edge bg-raised px-4 py-3',
        'hover:border-action has-checked:border-action has-checked:bg-band has-checked:outline has-checked:outline-action',
        className,
      )}
    >
      <input type={type} className="mt-1 size-5 shrink-0 accent-action" {...rest} />
      <span>
        {label}
        {Boolean(hint) && <span className="block text-ink-soft">{hint}</span>}
      </span>
    </label>
  )
}
