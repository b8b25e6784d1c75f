import { Column } from '@/components/layout/frame'
import { feeTotal } from '@/components/procedure/money'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { INBOX_WORDS } from '@/components/inbox/words'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { FactList } from '@/components/ui/summary-list'
import { paths } from '@/lib/dossiers'
import type { Command, Dossier } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import { ActBar } from './act-bar'
import type { ActAction } from './use-act'
import { AnswerSections } from './answer-sections'
import { Awaited } from './awaited'
import { Closed } from './closed'
import { DESK_WORDS as D } from './desk-words'
import { documentName, needsSignature } from './document-name'
import type { DraftSeen } from './draft-preview'
import type { DossierPageView } from './dossier-page-view'
import { FileList } from './file-list'
import { History } from './history'
import { Holder } from './holder'
import { momentText } from './moment-text'
import { PaperList } from './paper-list'
import { ResultView } from './result-view'
import { Section } from './section'
import { StateBadge } from './state-badge'
import { roundTitle, SupplementRoundView } from './supplement-round'
import { DOSSIER_WORDS as W } from './words'

type Props = {
  view: DossierPageView
  draft: DraftSeen | null
  units: { id: string; name: string; isUsual: boolean }[]
  done: Text | null
  actionOf: (command: Command) => ActAction
  sign: () => Promise<void>
  locale: Locale
}

/** One dossier on an officer's desk: what to do, who holds it, what was said and sent, and how it came here. */
export function OfficerDossier({ view, draft, units, done, actionOf, sign, locale }: Props) {
  const { dossier, definition } = view
  return (
    <Column>
      <Head dossier={dossier} locale={locale} />
      {done !== null && (
        <Notice tone="good" locale={locale} isLive title={say(D.done, locale, { act: say(done, locale) })} />
      )}
      <Closed dossier={dossier} locale={locale} />
      <Awaited view={view} locale={locale} />
      <Section id="viec" title={say(D.acts, locale)}>
        <ActBar {...view} {...{ units, actionOf, locale }} sign={view.isApprovedBySigning ? sign : null} />
      </Section>
      <Section id="nguoi-giu" title={say(W.whereIsIt, locale)}>
        <Holder {...view} agencyName={view.agency?.name ?? null} unitName={view.unit?.name ?? null} locale={locale} />
      </Section>
      <Body {...{ view, draft, locale }} />
      <Section id="giay-to" title={say(W.files, locale)}>
        <FileList
          files={view.files}
          verdicts={view.verdicts}
          locale={locale}
          nameOf={(required) => documentName(definition, required)}
          isSigned={(required) => needsSignature(definition, required)}
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

function Head({ dossier, locale }: { dossier: Dossier; locale: Locale }) {
  const code = dossier.dossierCode ?? dossier.submissionCode
  const name = say(dossier.procedureName, locale)
  return (
    <PageHeader
      breadcrumb={
        <Breadcrumb locale={locale} items={[{ label: say(INBOX_WORDS.title, locale), href: paths.inbox() }]} />
      }
      title={name}
      tab={`${code} – ${name}`}
      marks={<StateBadge state={dossier.state} locale={locale} />}
      lead={<span className="wrap-anywhere">{`${code} · ${dossier.applicantName}`}</span>}
    />
  )
}

function Body({ view, draft, locale }: Pick<Props, 'view' | 'draft' | 'locale'>) {
  const { dossier, rounds, result, warnings } = view
  return (
    <>
      {rounds.map((round) => (
        <Section key={round.id} id={`bo-sung-${String(round.number)}`} title={roundTitle(round, locale)}>
          <SupplementRoundView round={round} locale={locale} />
        </Section>
      ))}
      {result !== null && (
        <Section id="ket-qua" title={say(W.result, locale)}>
          <ResultView result={result} rows={view.resultRows} draft={draft} locale={locale} />
        </Section>
      )}
      <Section id="noi-dung" title={say(W.answers, locale)}>
        <SubmittedFacts dossier={dossier} locale={locale} />
        <Warnings issues={warnings} locale={locale} />
        <div className="pt-6">
          <AnswerSections sections={view.answers} locale={locale} />
        </div>
      </Section>
    </>
  )
}

function SubmittedFacts({ dossier, locale }: { dossier: Dossier; locale: Locale }) {
  const { applicantName, submittedAt, submissionCode, fee } = dossier
  return (
    <FactList
      items={[
        { key: 'applicant', term: say(W.applicant, locale), value: applicantName },
        { key: 'submitted', term: say(W.submittedAt, locale), value: momentText(submittedAt, locale) },
        { key: 'code', term: say(W.submissionCode, locale), value: submissionCode },
        {
          key: 'fee',
          term: say(W.fee, locale),
          value: feeTotal(fee.total, locale),
        },
      ]}
    />
  )
}

function Warnings({ issues, locale }: { issues: readonly Issue[]; locale: Locale }) {
  if (issues.length === 0) return null
  return (
    <div className="pt-4">
      <Notice tone="warn" locale={locale} title={say(D.warnings, locale)}>
        <ul className="list-disc pl-5">
          {issues.map((issue) => (
            <li key={issue.path + issue.code}>{say(issue.words, locale)}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
