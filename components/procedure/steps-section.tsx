import type { ProcedureDefinition } from '@/lib/catalogue'
import { type Locale, say } from '@/lib/i18n'

import { Section } from './section'
import { PROCEDURE_WORDS as W } from './words'

/** What happens, in order, and who does it. */
export function StepsSection({ steps, locale }: { steps: ProcedureDefinition['steps']; locale: Locale }) {
  return (
    <Section id="cac-buoc" title={say(W.steps, locale)}>
      <ol>
        {steps.map((step, index) => (
          <li key={step.name.vi} className="flex gap-4 py-2">
            <span aria-hidden="true" className="w-6 shrink-0 text-right font-semibold text-action tabular-nums">
              {index + 1}
            </span>
            <span>
              {say(step.name, locale)}
              <span className="block text-sm text-ink-soft">
                {say(step.actor === 'applicant' ? W.byYou : W.byAgency, locale)}
                {step.time && ` · ${say(step.time, locale)}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
