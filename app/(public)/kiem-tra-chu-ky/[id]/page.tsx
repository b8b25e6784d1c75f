import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Column } from '@/components/layout/frame'
import { AskedReportPage } from '@/components/signature/report/asked-report-page'
import { requestContext } from '@/lib/runtime/server'
import { askedReport } from '@/lib/signing/server'

export const metadata: Metadata = { robots: { index: false } }

export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  const asked = await askedReport(ctx, id)
  if (asked === null) notFound()
  return (
    <Column>
      <AskedReportPage asked={asked} locale={ctx.locale} />
    </Column>
  )
}
