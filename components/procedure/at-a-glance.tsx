import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import {
  CATALOGUE_WORDS,
  LEVEL_WORDS,
  PARTIAL_REASON_WORDS,
  type ProcedureCase,
  type ProcedureDefinition,
} from '@/lib/catalogue'
import { paths } from '@/lib/dossiers'
import type { IsoDate } from '@/lib/forms'
import { type Locale, say, type Text } from '@/lib/i18n'

import { costWords, timeWords } from './money'
import { PROCEDURE_WORDS as W } from './words'

type AtAGlanceProps = {
  definition: ProcedureDefinition
  chosen: ProcedureCase
  /** Whether the person chose the case; the first one stands there until they do. */
  isChosen: boolean
  today: IsoDate
  locale: Locale
}

function Start({ definition, chosen, isChosen, locale }: Omit<AtAGlanceProps, 'today'>) {
  if (!definition.online) {
    return (
      <Notice tone="info" locale={locale}>
        <p>{say(CATALOGUE_WORDS.offline, locale)}</p>
      </Notice>
    )
  }
  return (
    <div className="print:hidden">
      <LinkButton
        href={paths.startCase(definition.slug, isChosen ? chosen.code : undefined)}
        rel="nofollow"
        className="w-full text-lg"
      >
        {say(W.start, locale)}
      </LinkButton>
      <p className="mt-2 text-sm text-ink-soft">{say(W.startHint, locale)}</p>
    </div>
  )
}

/** Who, how long, how much, and the way in: the first thing to read, beside the page where there is room. */
export function AtAGlance({ definition, chosen, isChosen, today, locale }: AtAGlanceProps) {
  const { level, partialReason, partialNote } = definition
  const reasons = [partialReason && PARTIAL_REASON_WORDS[partialReason], partialNote].filter(
    (reason) => reason !== undefined,
  )
  const facts: { term: Text; value: string; more?: Text[] }[] = [
    { term: W.handledBy, value: say(definition.handledBy, locale) },
    { term: W.time, value: timeWords(definition, chosen.code, today, locale) },
    { term: W.cost, value: costWords(chosen.fees, today, locale) },
    { term: W.result, value: say(definition.result.name, locale) },
    { term: W.level, value: say(LEVEL_WORDS[level], locale), more: reasons },
  ]
  return (
    <aside
      aria-label={say(W.atAGlance, locale)}
      className="flex flex-col gap-5 border-t-4 border-action bg-band px-5 py-5"
    >
      <dl className="flex flex-col gap-3">
        {facts.map(({ term, value, more = [] }) => (
          <div key={term.vi}>
            <dt className="text-sm text-ink-soft">{say(term, locale)}</dt>
            <dd className="font-semibold">{value}</dd>
            {more.map((words) => (
              <dd key={words.vi} className="mt-1 text-sm">
                {say(words, locale)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <Start {...{ definition, chosen, isChosen, locale }} />
    </aside>
  )
}
