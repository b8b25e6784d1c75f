import { type ProcedureDefinition, timeLimitAt } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/forms'
import { type Locale, say } from '@/lib/i18n'

import { timeWords, windowWords } from './money'
import { Section } from './section'
import { COUNTING_WORDS, PROCEDURE_WORDS as W } from './words'

type TimeSectionProps = { definition: ProcedureDefinition; caseCode: string; today: IsoDate; locale: Locale }

/** How long it may take, and how that is counted. */
export function TimeSection({ definition, caseCode, today, locale }: TimeSectionProps) {
  const limit = timeLimitAt(definition, caseCode, today)
  if (!limit) return null
  const { policy } = limit
  const values = { cutoff: policy.sameDayCutoff }
  const rules = [
    COUNTING_WORDS[policy.unit],
    ...(policy.intakeShift && policy.unit !== 'SAME_DAY' ? [COUNTING_WORDS.intakeShift] : []),
    COUNTING_WORDS[policy.supplement],
    COUNTING_WORDS.late,
  ]
  return (
    <Section id="thoi-han" title={say(W.timeLimit, locale)}>
      <p className="font-semibold">
        {timeWords(definition, caseCode, today, locale)}{' '}
        <span className="font-normal text-ink-soft">{windowWords(limit, locale)}</span>
      </p>
      {limit.note && <p>{say(limit.note, locale)}</p>}
      <ul className="mt-2 list-disc pl-5">
        {rules.map((rule) => (
          <li key={rule.vi}>{say(rule, locale, values)}</li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-soft">
        {say(W.source, locale)}: <span lang="vi">{limit.source}</span>
      </p>
    </Section>
  )
}
