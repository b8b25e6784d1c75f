import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { CATALOGUE_WORDS, type Fee, FEE_KIND_WORDS, type ProcedureCase } from '@/lib/catalogue'
import { formatDate, type IsoDate } from '@/lib/forms'
import { type Locale, say } from '@/lib/i18n'

import { amountWords, type FeeRow, isInForce, windowWords } from './money'
import { Section } from './section'
import { PROCEDURE_WORDS as W } from './words'

type Line = { fee: Fee; row: FeeRow }

/** Its name, and whether it is a fee or a charge where the name does not say so. */
function nameOf({ name, kind }: Fee, locale: Locale): ReactNode {
  const [named, sort] = [say(name, locale), say(FEE_KIND_WORDS[kind], locale)]
  if (named.startsWith(sort)) return named
  return (
    <>
      {named} <span className="text-ink-soft">({sort})</span>
    </>
  )
}

function Lines({ lines, locale }: { lines: Line[]; locale: Locale }) {
  return (
    <dl>
      {lines.map(({ fee, row }) => (
        <div
          key={`${fee.code}${row.from ?? ''}${String(row.amount)}${row.note?.vi ?? ''}`}
          className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2.5 last:border-b-0"
        >
          <dt>
            {nameOf(fee, locale)}
            <span className="block text-sm text-ink-soft">
              {[windowWords(row, locale), row.note && say(row.note, locale)].filter(Boolean).join('. ')}
            </span>
          </dt>
          <dd className="font-semibold tabular-nums">{amountWords(row, locale)}</dd>
        </div>
      ))}
    </dl>
  )
}

type FeeSectionProps = { chosen: ProcedureCase; today: IsoDate; locale: Locale }

/** What it costs today first; what it cost or will cost, folded. */
export function FeeSection({ chosen, today, locale }: FeeSectionProps) {
  const all = chosen.fees.flatMap((fee) => fee.rows.map((row) => ({ fee, row })))
  const now = all.filter(({ row }) => isInForce(row, today))
  const others = all.filter(({ row }) => !isInForce(row, today))
  const sources = [...new Set(chosen.fees.map((fee) => fee.source))]
  return (
    <Section id="phi" title={say(W.fees, locale)}>
      <p className="mb-1 text-sm text-ink-soft">{say(W.feesToday, locale, { day: formatDate(today) })}</p>
      {now.length === 0 ? (
        <p className="font-semibold">{say(CATALOGUE_WORDS.free, locale)}</p>
      ) : (
        <Lines lines={now} locale={locale} />
      )}
      {now.some(({ row }) => row.amount !== 0) && (
        <p className="mt-2 text-sm text-ink-soft">{say(W.notPaidHere, locale)}</p>
      )}
      {others.length > 0 && (
        <Disclosure summary={say(W.otherRates, locale)}>
          <Lines lines={others} locale={locale} />
        </Disclosure>
      )}
      {sources.length > 0 && (
        <p className="mt-2 text-sm text-ink-soft">
          {say(W.source, locale)}: <span lang="vi">{sources.join('; ')}</span>
        </p>
      )}
    </Section>
  )
}
