import { notFound } from 'next/navigation'
import { Column } from '@/components/layout/frame'
import { ReportView } from '@/components/signature/report/report-view'
import { VERIFY_WORDS as W } from '@/components/signature/report/verify-words'
import { PageHeader } from '@/components/ui/page-header'
import { readableFile } from '@/lib/dossiers/server'
import { say } from '@/lib/i18n'
import { signingPaths } from '@/lib/signing'
import { currentVerdict } from '@/lib/signing/server'
import { readingContext } from '../../../acting'

/** The signatures on a file of a draft or dossier, for whoever may open the file. */
export default async function FileSignaturesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const ctx = await readingContext(signingPaths.storedReport(id))
  const file = await readableFile(ctx, id)
  const report = file?.mediaType === 'application/pdf' ? await currentVerdict(ctx, file.sha256) : null
  if (file === null || report === null) notFound()
  return (
    <Column>
      <PageHeader title={say(W.reportTitle, ctx.locale)} lead={<span className="wrap-anywhere">{file.name}</span>} />
      <ReportView report={report} fileName={file.name} sha256={file.sha256} locale={ctx.locale} />
    </Column>
  )
}
