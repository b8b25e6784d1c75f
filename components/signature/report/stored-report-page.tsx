import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { signingPaths, exactMoment } from '@/lib/signing'
import type { VerificationReport } from '@/lib/signing'
import { ReportDownloads } from './report-downloads'
import { ReportView } from './report-view'
import { VERIFY_WORDS as W } from './verify-words'

type StoredReport = { id: string; fileName: string; sha256: string; expiresAt: Date; report: VerificationReport }

/** A report on a file somebody brought, with its downloads. */
export function StoredReportPage({ stored, locale }: { stored: StoredReport; locale: Locale }) {
  const { id, fileName, sha256, expiresAt, report } = stored
  return (
    <>
      <PageHeader title={say(W.reportTitle, locale)} lead={<span className="wrap-anywhere">{fileName}</span>} />
      <ReportView report={report} fileName={fileName} sha256={sha256} locale={locale} />
      <ReportDownloads id={id} locale={locale}>
        <LinkButton href={signingPaths.check()} variant="quiet">
          {say(W.another, locale)}
        </LinkButton>
      </ReportDownloads>
      <p className="pt-4 text-ink-soft">{say(W.kept, locale, { time: exactMoment(expiresAt.toISOString()) })}</p>
    </>
  )
}
