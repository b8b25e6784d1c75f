import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { cataloguePaths, FIELD_WORDS, LEVEL_WORDS, type ProcedureDefinition } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/forms'
import { type Locale, say, type Text } from '@/lib/i18n'

import { AtAGlance } from './at-a-glance'
import { AboutSection, ConditionsSection, LegalSection, ResultSection, WhereSection } from './background-sections'
import { CaseChooser } from './case-chooser'
import { DocumentList } from './document-list'
import { FeeSection } from './fee-section'
import { Section } from './section'
import { StepsSection } from './steps-section'
import { TimeSection } from './time-section'
import { PROCEDURE_WORDS as W } from './words'

const SAMPLE: Text = { vi: 'Dữ liệu minh họa', en: 'Sample data' }

function Top({ definition, locale }: { definition: ProcedureDefinition; locale: Locale }) {
  const field = definition.serviceField
  const up = [
    { href: cataloguePaths.search(), label: say(W.services, locale) },
    { href: cataloguePaths.results({ 'linh-vuc': field }), label: say(FIELD_WORDS[field], locale) },
  ]
  return (
    <PageHeader
      breadcrumb={<Breadcrumb items={up} locale={locale} />}
      title={say(definition.name, locale)}
      marks={
        <>
          <Badge tone={definition.level === 'FULL' ? 'good' : 'info'}>
            {say(LEVEL_WORDS[definition.level], locale)}
          </Badge>
          <Badge tone="accent">{say(SAMPLE, locale)}</Badge>
        </>
      }
      lead={<p>{say(definition.summary, locale)}</p>}
    />
  )
}

type ProcedureViewProps = {
  definition: ProcedureDefinition
  caseCode: string | undefined
  today: IsoDate
  locale: Locale
}

/** Everything one needs to know before starting, for one case on one day. */
export function ProcedureView({ definition, caseCode, today, locale }: ProcedureViewProps) {
  const requestedCase = definition.cases.find(({ code }) => code === caseCode)
  const chosen = requestedCase ?? definition.cases[0]
  if (!chosen) return null
  const shared = { definition, locale }
  return (
    <>
      <Top {...shared} />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="lg:sticky lg:top-4 lg:order-2">
          <AtAGlance {...shared} chosen={chosen} isChosen={requestedCase !== undefined} today={today} />
        </div>
        <div className="flex max-w-reading flex-col gap-8">
          <CaseChooser {...shared} chosen={chosen.code} />
          <Section id="giay-to" title={say(W.documents, locale)}>
            {definition.cases.length > 1 && (
              <p className="mb-3 text-ink-soft">{say(W.documentsOf, locale, { name: say(chosen.name, locale) })}</p>
            )}
            <DocumentList {...shared} chosen={chosen} />
          </Section>
          <FeeSection chosen={chosen} today={today} locale={locale} />
          <TimeSection {...shared} caseCode={chosen.code} today={today} />
          <StepsSection steps={definition.steps} locale={locale} />
          <WhereSection {...shared} />
          <ResultSection {...shared} />
          <ConditionsSection {...shared} />
          <LegalSection {...shared} />
          <AboutSection {...shared} />
        </div>
      </div>
    </>
  )
}
