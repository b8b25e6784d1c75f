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

type StepperProps = { label: string; steps: Step[]; locale: Locale }

/** Where a person is among the steps of a task; done steps can be gone back to. On a phone one line that opens. */
export function Stepper({ label, steps, locale }: StepperProps) {
  const current = steps.findIndex(({ status }) => status === 'current')
  // Where nothing is current, everything is done.
  const at = current === -1 ? steps.length - 1 : current
  const now = { number: at + 1, count: steps.length, label: steps[at]?.label ?? '' }
  return (
    <nav aria-label={label} className="print:hidden">
      <details className="group md:hidden">
        <summary className="flex min-h-11 items-center gap-2 rounded-md border border-line bg-band px-4 py-2">
          <span className="flex-1 font-semibold">{say(UI_WORDS.stepOf, locale, now)}</span>
          <Icon name="down" className="group-open:rotate-180" />
        </summary>
        <ol className="flex flex-col gap-1 px-4 pt-3">
          <Steps steps={steps} locale={locale} />
        </ol>
      </details>
      <ol className="hidden flex-wrap gap-x-6 gap-y-2 md:flex">
        <Steps steps={steps} locale={locale} />
      </ol>
    </nav>
  )
}

function Steps({ steps, locale }: Omit<StepperProps, 'label'>) {
  return steps.map((step, index) => (
    <li
      key={step.key}
      aria-current={step.status === 'current' ? 'step' : undefined}
      className="flex items-center gap-2 py-1"
    >
      <span
        aria-hidden="true"
        className={classes('grid size-7 shrink-0 place-items-center rounded-full border-2 text-sm', MARKS[step.status])}
      >
        {step.status === 'done' ? <Icon name="check" /> : index + 1}
      </span>
      <span
        className={classes(step.status === 'current' && 'font-semibold', step.status === 'todo' && 'text-ink-soft')}
      >
        {step.href ? <a href={step.href}>{step.label}</a> : step.label}
        {step.status !== 'todo' && <span className="sr-only"> ({say(UI_WORDS[step.status], locale)})</span>}
      </span>
    </li>
  ))
}
