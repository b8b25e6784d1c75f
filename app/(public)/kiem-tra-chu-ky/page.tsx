import type { Metadata } from 'next'
import { Column } from '@/components/layout/frame'
import { CheckPage } from '@/components/signature/check-page'
import { IssuedReport } from '@/components/signature/issued-report'
import { issuedContent } from '@/lib/dossiers/server'
import { ERRORS } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { withoutPersonalIds } from '@/lib/signing'
import { currentVerdict } from '@/lib/signing/server'
import { notFound } from 'next/navigation'

export const metadata: Metadata = { title: 'Kiểm tra chữ ký số' }

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const isErrorCode = (code: string): code is keyof typeof ERRORS => Object.hasOwn(ERRORS, code)

export default async function VerifyPage({ searchParams }: Search) {
  const [ctx, asked] = await Promise.all([requestContext(), searchParams])
  const documentId = asked['van-ban']
  if (documentId !== undefined) {
    const issued = await issuedContent(ctx, String(documentId))
    const report = issued && (await currentVerdict(ctx, issued.sha256))
    if (report === null) notFound()
    return (
      <Column>
        <IssuedReport report={withoutPersonalIds(report)} sha256={issued?.sha256 ?? ''} locale={ctx.locale} />
      </Column>
    )
  }
  const code = String(asked['loi'] ?? '')
  return (
    <Column width="reading">
      <CheckPage refusal={isErrorCode(code) ? ERRORS[code].words : null} detail={asked} locale={ctx.locale} />
    </Column>
  )
}
