import { Badge } from '@/components/ui/badge'
import { cataloguePaths, FIELD_WORDS, LEVEL_WORDS, type ProcedureDefinition } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/forms'
import { type Locale, say } from '@/lib/i18n'

import { costRange, timeWords } from '../procedure/money'

import { CATALOGUE_WORDS as W } from './words'

type LineProps = { definition: ProcedureDefinition; today: IsoDate; locale: Locale }

/** What its cases say, each thing once. */
export function serviceFacts({ definition, today, locale }: LineProps) {
  const times = definition.cases.map((procedureCase) => timeWords(definition, procedureCase.code, today, locale))
  const costs = costRange(
    definition.cases.flatMap((procedureCase) => procedureCase.fees),
    today,
    locale,
  )
  return { time: [...new Set(times)].join(' · '), cost: costs }
}

function Line({ definition, today, locale }: LineProps) {
  const { slug, name, handledBy, serviceField, level, online } = definition
  const { time, cost } = serviceFacts({ definition, today, locale })
  return (
    <li className="border-t border-line py-5 last:border-b">
      <h3 className="text-lg">
        <a href={cataloguePaths.procedure(slug)}>{say(name, locale)}</a>
      </h3>
      <p className="mt-1 text-ink-soft">
        {say(handledBy, locale)} · {say(FIELD_WORDS[serviceField], locale)}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1.5">
        <Badge tone={level === 'FULL' ? 'good' : 'info'}>{say(LEVEL_WORDS[level], locale)}</Badge>
        <span>
          {say(W.time, locale)}: {time}
        </span>
        <span>
          {say(W.cost, locale)}: {cost}
        </span>
        {!online && <span className="text-ink-soft">{say(W.offline, locale)}</span>}
      </div>
    </li>
  )
}

type ServiceListProps = { services: ProcedureDefinition[]; today: IsoDate; locale: Locale }

/** Procedures one under the other, each with what decides whether to open it. Stands under a heading of level two. */
export function ServiceList({ services, today, locale }: ServiceListProps) {
  return (
    <ul>
      {services.map((definition) => (
        <Line key={definition.code} definition={definition} today={today} locale={locale} />
      ))}
    </ul>
  )
}
