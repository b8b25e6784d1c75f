import { type Locale, say } from '@/lib/i18n'

import { classes } from './classes'
import { Icon } from './icon'
import { UI_WORDS } from './words'

export type Step = { key: string; label: string; status: 'done' | 'current' | 'todo'; href?: string | undefined }

const MARKS = {
  done: 'border-action bg-action text-on-action',
  current: 'border-action text-action font-semibold',
  todo: 'border-edge text-ink-soft',
} as const

/** Where a person is among the steps of a task; done steps can be gone back to. */
export function Stepper({ label, steps, locale }: { label: string; steps: Step[]; locale: Locale }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ol className="flex flex-col gap-1">
        {steps.map((step, index) => (
          <li key={step.key} aria-current={step.status === 'current' ? 'step' : undefined} className="flex gap-3 py-1">
            <span
              aria-hidden="true"
              className={classes(
                'grid size-7 shrink-0 place-items-center rounded-full border-2 text-sm',
                MARKS[step.status],
              )}
            >
              {step.status === 'done' ? <Icon name="check" /> : index + 1}
            </span>
            <span
              className={classes(
                step.status === 'current' && 'font-semibold',
                step.status === 'todo' && 'text-ink-soft',
              )}
            >
              {step.href ? <a href={step.href}>{step.label}</a> : step.label}
              {step.status !== 'todo' && <span className="sr-only"> ({say(UI_WORDS[step.status], locale)})</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
