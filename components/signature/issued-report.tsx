import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { CHECK_PATHS } from '@/lib/signing'
import type { VerificationReport } from '@/lib/signing'
import { ReportView } from './report-view'
import { VERIFY_WORDS as W } from './verify-words'

type Props = { report: VerificationReport; sha256: string; locale: Locale }

/** Behind the QR code of what was issued: the verdict on the original, and a way to check one's own copy. */
export function IssuedReport({ report, sha256, locale }: Props) {
  return (
    <>
      <PageHeader title={say(W.issuedTitle, locale)} lead={say(W.issuedLead, locale)} />
      <ReportView report={report} sha256={sha256} locale={locale} />
      <p className="pt-8">
        <LinkButton href={CHECK_PATHS.form()} variant="secondary">
          {say(W.another, locale)}
        </LinkButton>
      </p>
    </>
  )
}
