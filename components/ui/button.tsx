import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'

import { classes } from './classes'

const VARIANTS = {
  primary: 'border-transparent px-5 bg-action text-on-action hover:bg-action-strong hover:text-on-action',
  secondary: 'border-edge px-5 bg-raised text-ink hover:border-action hover:text-action-strong',
  quiet: 'border-transparent px-1 bg-transparent text-action underline hover:text-action-strong',
  danger: 'border-bad px-5 bg-raised text-bad hover:bg-bad-soft',
} as const

export type ButtonVariant = keyof typeof VARIANTS

function look(variant: ButtonVariant, className: string | undefined) {
  return classes(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-md border py-2 text-center font-semibold no-underline',
    'disabled:cursor-not-allowed disabled:opacity-60 print:hidden',
    VARIANTS[variant],
    className,
  )
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { variant?: ButtonVariant }

export function Button({ variant = 'primary', className, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={look(variant, className)} {...rest} />
}

type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; variant?: ButtonVariant }

/** A link that is the next step of a page; it looks like a button and stays a link. */
export function LinkButton({ variant = 'primary', className, children, ...rest }: LinkButtonProps) {
  return (
    <a className={look(variant, className)} {...rest}>
      {children}
    </a>
  )
}
