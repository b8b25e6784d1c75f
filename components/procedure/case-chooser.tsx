import { classes } from '@/components/ui/classes'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { cataloguePaths } from '@/lib/catalogue'
import { type Locale, say } from '@/lib/i18n'

import { PROCEDURE_WORDS as W } from './words'

type CaseChooserProps = { definition: ProcedureDefinition; chosen: string; locale: Locale }

/** The cases as links, so that each has its address and no script is needed; nothing where there is one case. */
export function CaseChooser({ definition, chosen, locale }: CaseChooserProps) {
  if (definition.cases.length < 2) return null
  return (
    <nav aria-labelledby="truong-hop-ten" className="rounded-md bg-band px-4 py-5 sm:px-6 print:hidden">
      <h2 id="truong-hop-ten" className="text-lg">
        {say(W.yourCase, locale)}
      </h2>
      <p className="text-ink-soft">{say(W.yourCaseHint, locale)}</p>
      <ul className="mt-3 grid gap-2 sm:grid-cols-2">
        {definition.cases.map((option) => (
          <li key={option.code} className="grid">
            <a
              href={`${cataloguePaths.procedureCase(definition.slug, option.code)}#giay-to`}
              aria-current={option.code === chosen ? 'true' : undefined}
              className={classes(
                'flex min-h-12 items-start gap-3 rounded-md border bg-raised px-4 py-3 text-ink no-underline hover:border-action',
                option.code === chosen ? 'border-action outline outline-action' : 'border-edge',
              )}
            >
              <span
                aria-hidden="true"
                className={classes(
                  'mt-1.5 size-3.5 shrink-0 rounded-full border-2',
                  option.code === chosen ? 'border-action bg-action' : 'border-edge',
                )}
              />
              <span>
                <span className={option.code === chosen ? 'font-semibold' : undefined}>{say(option.name, locale)}</span>
                {option.hint && <span className="block text-sm text-ink-soft">{say(option.hint, locale)}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
