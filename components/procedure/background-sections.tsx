import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import {
  CATALOGUE_WORDS,
  CONFIDENCE_WORDS,
  DELIVERY_WORDS,
  type ProcedureDefinition,
  SIGNATURE_WORDS,
} from '@/lib/catalogue'
import { formatDate } from '@/lib/forms'
import { type Locale, say } from '@/lib/i18n'

import { windowWords } from './money'
import { Section } from './section'
import { PROCEDURE_WORDS as W } from './words'

type Props = { definition: ProcedureDefinition; locale: Locale }

export function WhereSection({ definition, locale }: Props) {
  return (
    <Section id="noi-nop" title={say(W.where, locale)}>
      <p>{say(W.whereWords, locale)}</p>
      <p className="mt-2">
        {say(W.handledBy, locale)}: {say(definition.handledBy, locale)}.
      </p>
    </Section>
  )
}

export function ResultSection({ definition, locale }: Props) {
  const { result, signature } = definition
  return (
    <Section id="ket-qua" title={say(W.result, locale)}>
      <SummaryList
        items={[
          { key: 'name', term: say(W.result, locale), value: say(result.name, locale) },
          {
            key: 'delivery',
            term: say(W.delivery, locale),
            value: result.delivery.map((way) => say(DELIVERY_WORDS[way], locale)).join('; '),
          },
          { key: 'signature', term: say(W.signature, locale), value: say(SIGNATURE_WORDS[signature], locale) },
        ]}
      />
    </Section>
  )
}

export function ConditionsSection({ definition, locale }: Props) {
  if (definition.conditions.length === 0) return null
  return (
    <Section id="dieu-kien" title={say(W.conditions, locale)}>
      <ul className="list-disc pl-5">
        {definition.conditions.map((condition) => (
          <li key={condition.code}>{say(condition.words, locale)}</li>
        ))}
      </ul>
    </Section>
  )
}

export function LegalSection({ definition, locale }: Props) {
  if (definition.legalBasis.length === 0) return null
  return (
    <Section id="can-cu" title={say(W.legalBasis, locale)}>
      <ul className="list-disc pl-5">
        {definition.legalBasis.map((law) => (
          <li key={law.title.vi}>
            {say(law.title, locale)}{' '}
            <span className="text-sm text-ink-soft">
              {[windowWords(law, locale), say(CONFIDENCE_WORDS[law.confidence], locale)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Where the facts of the page come from and how far to trust them. */
export function AboutSection({ definition, locale }: Props) {
  const others = (definition.otherCodes ?? []).map((other) => `${other.code} ${say(other.name, locale)}`)
  return (
    <Section id="nguon" title={say(W.about, locale)}>
      <div className="flex flex-col gap-4">
        <Notice tone="warn" locale={locale}>
          <p>{say(CATALOGUE_WORDS.sample, locale)}</p>
        </Notice>
        <SummaryList
          items={[
            { key: 'code', term: say(W.code, locale), value: definition.code },
            ...(others.length > 0
              ? [{ key: 'others', term: say(W.otherCodes, locale), value: others.join('; ') }]
              : []),
            { key: 'source', term: say(W.source, locale), value: <span lang="vi">{definition.source}</span> },
            { key: 'day', term: say(W.verifiedOn, locale), value: formatDate(definition.verifiedOn) },
            {
              key: 'trust',
              term: say(W.confidence, locale),
              value: say(CONFIDENCE_WORDS[definition.confidence], locale),
            },
          ]}
        />
      </div>
    </Section>
  )
}
