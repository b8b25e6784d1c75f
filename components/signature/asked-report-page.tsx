import { LinkButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { CHECK_PATHS, exactMoment } from '@/lib/signing'
import type { VerificationReport } from '@/lib/signing'
import { ReportView } from './report-view'
import { VERIFY_WORDS as W } from './verify-words'

type Asked = { id: string; fileName: string; sha256: string; expiresAt: Date; report: VerificationReport }

/** A report on a file somebody brought, with its downloads. */
export function AskedReportPage({ asked, locale }: { asked: Asked; locale: Locale }) {
  const { id, fileName, sha256, expiresAt, report } = asked
  return (
    <>
      <PageHeader title={say(W.reportTitle, locale)} lead={<span className="wrap-anywhere">{fileName}</span>} />
      <ReportView report={report} fileName={fileName} sha256={sha256} locale={locale} />
      <h2 className="pt-8 pb-3 text-xl">{say(W.downloads, locale)}</h2>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={CHECK_PATHS.pdf(id)} variant="secondary">
          <Icon name="download" /> {say(W.asPdf, locale)}
        </LinkButton>
        <LinkButton href={CHECK_PATHS.json(id)} variant="secondary">
          <Icon name="download" /> {say(W.asJson, locale)}
        </LinkButton>
        <LinkButton href={CHECK_PATHS.form()} variant="quiet">
          {say(W.another, locale)}
        </LinkButton>
      </div>
      <p className="pt-4 text-ink-soft">{say(W.kept, locale, { time: exactMoment(expiresAt.toISOString()) })}</p>
    </>
  )
}
