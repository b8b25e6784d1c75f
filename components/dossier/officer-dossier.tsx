import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { FactList } from '@/components/ui/summary-list'
import { paths } from '@/lib/dossiers'
import type { Command } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { ActBar } from './act-bar'
import type { ActAction } from './act-form'
import { AnswerSections } from './answer-sections'
import { DESK_WORDS as D } from './desk-words'
import type { DossierPageView } from './dossier-page-view'
import { FileList } from './file-list'
import { History } from './history'
import { Holder } from './holder'
import { moneyText, momentText } from './moment-text'
import { PaperList } from './paper-list'
import { ResultView } from './result-view'
import { Section } from './section'
import { StateBadge } from './state-badge'
import { SupplementItems } from './supplement-items'
import { DOSSIER_WORDS as W } from './words'

type Props = {
  view: DossierPageView
  units: { id: string; name: string; isUsual: boolean }[]
  done: Text | null
  actionOf: (command: Command) => ActAction
  locale: Locale
}

/** One dossier on an officer's desk: what to do, who holds it, what was said and sent, and how it came here. */
export function OfficerDossier({ view, units, done, actionOf, locale }: Props) {
  const { dossier, definition } = view
  const code = dossier.dossierCode ?? dossier.submissionCode
  return (
    <Column>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            locale={locale}
            items={[{ label: locale === 'vi' ? 'Hồ sơ cần xử lý' : 'Inbox', href: paths.inbox() }]}
          />
        }
        title={say(dossier.procedureName, locale)}
        marks={<StateBadge state={dossier.state} locale={locale} />}
        lead={<span className="wrap-anywhere">{code}</span>}
      />
      {done !== null && (
        <Notice tone="good" locale={locale} isLive title={say(D.done, locale, { act: say(done, locale) })} />
      )}
      <Section id="viec" title={say(D.acts, locale)}>
        <ActBar dossier={dossier} commands={view.commands} units={units} actionOf={actionOf} locale={locale} />
      </Section>
      <Section id="nguoi-giu" title={say(W.state, locale)}>
        <Holder {...view} agencyName={view.agency?.name ?? null} unitName={view.unit?.name ?? null} locale={locale} />
      </Section>
      <Body view={view} locale={locale} />
      <Section id="giay-to" title={say(W.files, locale)}>
        <FileList
          files={view.files}
          locale={locale}
          nameOf={(required) =>
            definition.documents.find((document) => document.code === required)?.name ?? { vi: required, en: required }
          }
          viewHref={(file) => paths.officerFile(dossier.id, file.id)}
        />
      </Section>
      <Section id="van-ban" title={say(W.papers, locale)}>
        <PaperList papers={view.documents} locale={locale} />
      </Section>
      <Section id="qua-trinh" title={say(W.history, locale)}>
        <History items={view.history} locale={locale} />
      </Section>
    </Column>
  )
}

function Body({ view, locale }: { view: DossierPageView; locale: Locale }) {
  const { dossier, definition, supplements, result, warnings } = view
  const labels = new Map((definition.result.fields ?? []).map(({ id, label }) => [id, say(label, locale)]))
  return (
    <>
      {supplements.map((request) => (
        <Section key={request.id} id={`bo-sung-${request.id}`} title={say(W.supplement, locale)}>
          <SupplementItems request={request} locale={locale} />
        </Section>
      ))}
      {result !== null && (
        <Section id="ket-qua" title={say(W.result, locale)}>
          <ResultView result={result} labelOf={(field) => labels.get(field) ?? field} locale={locale} />
        </Section>
      )}
      <Section id="noi-dung" title={say(W.answers, locale)}>
        <FactList
          items={[
            { key: 'applicant', term: say(W.applicant, locale), value: dossier.applicantName },
            { key: 'submitted', term: say(W.submittedAt, locale), value: momentText(dossier.submittedAt, locale) },
            { key: 'code', term: say(W.submissionCode, locale), value: dossier.submissionCode },
            {
              key: 'fee',
              term: say(W.fee, locale),
              value: dossier.fee.total === 0 ? say(W.free, locale) : moneyText(dossier.fee.total),
            },
          ]}
        />
        {warnings.length > 0 && (
          <div className="pt-4">
            <Notice tone="warn" locale={locale} title={say(D.warnings, locale)}>
              <ul className="list-disc pl-5">
                {warnings.map((issue) => (
                  <li key={issue.path + issue.code}>{say(issue.words, locale)}</li>
                ))}
              </ul>
            </Notice>
          </div>
        )}
        <div className="pt-6">
          <AnswerSections sections={view.answers} locale={locale} />
        </div>
      </Section>
    </>
  )
}
