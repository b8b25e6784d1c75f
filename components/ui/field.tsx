import type { ReactNode } from 'react'
import { type Locale, say } from '@/lib/i18n'

import { classes } from './classes'
import { UI_WORDS } from './words'

type FieldWords = { hint?: ReactNode; error?: string | undefined }

/** The value of `aria-describedby` for the control of a field: its hint, then its error. */
export function describedBy(id: string, { hint, error }: FieldWords): string | undefined {
  return classes(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-hint`} className="text-ink-soft">
      {children}
    </p>
  )
}

export function FieldError({ id, locale, children }: { id: string; locale: Locale; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="font-semibold text-bad">
      <span className="sr-only">{say(UI_WORDS.error, locale)}: </span>
      {children}
    </p>
  )
}

type FieldProps = FieldWords & {
  id: string
  label: ReactNode
  locale: Locale
  isOptional?: boolean
  children: ReactNode
}

/** A label, its hint and error around one control; give the control `id` and `describedBy(id, { hint, error })`. */
export function Field({ id, label, hint, error, locale, isOptional = false, children }: FieldProps) {
  return (
    <div className={classes('flex flex-col gap-1.5', Boolean(error) && 'border-l-4 border-bad pl-4')}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {isOptional && <span className="font-normal text-ink-soft"> ({say(UI_WORDS.optional, locale)})</span>}
      </label>
      {Boolean(hint) && <Hint id={id}>{hint}</Hint>}
      {error && (
        <FieldError id={id} locale={locale}>
          {error}
        </FieldError>
      )}
      {children}
    </div>
  )
}
