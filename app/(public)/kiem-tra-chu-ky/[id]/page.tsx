import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Column } from '@/components/layout/frame'
import { StoredReportPage } from '@/components/signature/report/stored-report-page'
import { requestContext } from '@/lib/runtime/server'
import { findReport } from '@/lib/signing/server'

export const metadata: Metadata = { robots: { index: false } }

export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  const stored = await findReport(ctx, id)
  if (stored === null) notFound()
  return (
    <Column>
      <StoredReportPage stored={stored} locale={ctx.locale} />
    </Column>
  )
}
