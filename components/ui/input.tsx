import type { InputHTMLAttributes, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

import { classes } from './classes'

/** Led to from a list of errors, its label and what is wrong with it stay in sight above it. */
const CONTROL =
  'min-h-11 w-full scroll-mt-44 rounded-md border border-edge bg-raised px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-bad disabled:bg-band'

/** Widths say how long an answer is expected to be. */
const WIDTHS = {
  full: '',
  digits: 'max-w-20',
  year: 'max-w-28',
  short: 'max-w-36',
  medium: 'max-w-64',
  long: 'max-w-md',
} as const

export type ControlWidth = keyof typeof WIDTHS

type InputProps = InputHTMLAttributes<HTMLInputElement> & { width?: ControlWidth; ref?: Ref<HTMLInputElement> }

export function Input({ width = 'full', className, ...rest }: InputProps) {
  return <input className={classes(CONTROL, 'read-only:bg-band', WIDTHS[width], className)} {...rest} />
}

type TextareaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }

export function Textarea({ className, rows = 4, ...rest }: TextareaProps) {
  return <textarea rows={rows} className={classes(CONTROL, 'read-only:bg-band', className)} {...rest} />
}

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & { width?: ControlWidth; ref?: Ref<HTMLSelectElement> }

export function Select({ width = 'full', className, ...rest }: SelectProps) {
  return <select className={classes(CONTROL, 'pr-8', WIDTHS[width], className)} {...rest} />
}
