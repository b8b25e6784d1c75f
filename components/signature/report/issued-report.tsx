import type { ReactNode } from 'react'
import { PAPER_WORDS } from '@/components/dossier/words'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { signingPaths, exactMoment } from '@/lib/signing'
import type { VerificationReport } from '@/lib/signing'
import { ReportDownloads } from './report-downloads'
import { ReportView } from './report-view'
import { VERIFY_WORDS as W } from './verify-words'

type Paper = { kind: string; number: string; dossierCode: string; issued: { sha256: string; at: Date } | null }
type Props = {
  checkCode: string
  paper: Paper | null
  agency: { name: Text } | null
  report: VerificationReport | null
  progress: ReactNode
  locale: Locale
}

/** Behind the QR code of a paper: which paper it is, the verdict on the original, and how far its dossier is. */
export function IssuedReport({ checkCode, paper, locale, ...details }: Props) {
  return (
    <>
      <PageHeader title={say(W.issuedTitle, locale)} {...(paper?.issued && { lead: say(W.issuedLead, locale) })} />
      {paper === null ? (
        <Notice tone="bad" title={say(W.noSuchPaper, locale, { code: checkCode.slice(0, 60) })} locale={locale} isLive>
          <p>{say(W.noSuchPaperHelp, locale)}</p>
        </Notice>
      ) : (
        <Held paper={paper} checkCode={checkCode} locale={locale} {...details} />
      )}
      <p className="pt-8">
        <LinkButton href={signingPaths.check()} variant="secondary">
          {say(W.checkOwn, locale)}
        </LinkButton>
      </p>
    </>
  )
}

function Held({ checkCode, paper, agency, report, progress, locale }: Props & { paper: Paper }) {
  return (
    <>
      <AboutPaper paper={paper} agency={agency} locale={locale} />
      {paper.issued !== null && report !== null ? (
        <>
          <ReportView report={report} sha256={paper.issued.sha256} locale={locale} />
          <ReportDownloads id={checkCode} locale={locale} />
        </>
      ) : (
        <Notice tone="warn" title={say(W.notIssued, locale)} locale={locale} isLive>
          <p>{say(W.notIssuedHelp, locale)}</p>
        </Notice>
      )}
      <div className="pt-10">{progress}</div>
      <p className="pt-4">
        <a href={paths.lookUp(paper.dossierCode)}>{say(W.lookUp, locale)}</a>
      </p>
    </>
  )
}

function AboutPaper({ paper, agency, locale }: Pick<Props, 'agency' | 'locale'> & { paper: Paper }) {
  const { kind, number, issued } = paper
  const rows = [
    { key: 'kind', term: say(W.paperKind, locale), value: say(PAPER_WORDS[kind] ?? { vi: kind, en: kind }, locale) },
    { key: 'number', term: say(W.paperNumber, locale), value: number },
    ...(agency === null ? [] : [{ key: 'agency', term: say(W.issuer, locale), value: say(agency.name, locale) }]),
    ...(issued === null
      ? []
      : [{ key: 'at', term: say(W.issuedAt, locale), value: exactMoment(issued.at.toISOString()) }]),
  ]
  return (
    <section aria-label={say(W.aboutPaper, locale)} className="pb-8">
      <SummaryList items={rows} />
    </section>
  )
}
