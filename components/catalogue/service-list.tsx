import { Badge } from '@/components/ui/badge'
import { type Locale, say } from '@/lib/i18n'

import { CATALOGUE_WORDS as W } from './words'

/** A procedure in a list, its words already in the reader's language. */
export type ServiceLine = {
  slug: string
  name: string
  field: string
  agency: string
  level: 'FULL' | 'PARTIAL'
  isOnline: boolean
  time: string
  cost: string
}

function Line({ service, locale }: { service: ServiceLine; locale: Locale }) {
  const { slug, name, field, agency, level, isOnline, time, cost } = service
  return (
    <li className="border-t border-line py-5 last:border-b">
      <h3 className="text-lg">
        <a href={`/dich-vu/${slug}`}>{name}</a>
      </h3>
      <p className="mt-1 text-ink-soft">
        {agency} · {field}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1.5">
        <Badge tone={level === 'FULL' ? 'good' : 'info'}>{say(level === 'FULL' ? W.full : W.partial, locale)}</Badge>
        <span>
          {say(W.time, locale)}: {time}
        </span>
        <span>
          {say(W.cost, locale)}: {cost}
        </span>
        {!isOnline && <span className="text-ink-soft">{say(W.offline, locale)}</span>}
      </div>
    </li>
  )
}

export function ServiceList({ services, locale }: { services: ServiceLine[]; locale: Locale }) {
  return (
    <ul>
      {services.map((service) => (
        <Line key={service.slug} service={service} locale={locale} />
      ))}
    </ul>
  )
}
