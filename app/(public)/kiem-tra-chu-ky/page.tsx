import type { Metadata } from 'next'
import { LookUpResult } from '@/components/catalogue/look-up-result'
import { Column } from '@/components/layout/frame'
import { CheckPage } from '@/components/signature/check/check-page'
import { IssuedReport } from '@/components/signature/report/issued-report'
import { agencyByCode } from '@/lib/agencies/server'
import { stageOf } from '@/lib/dossiers'
import { heldPaper } from '@/lib/dossiers/server'
import type { Ctx } from '@/lib/ports'
import { requestContext } from '@/lib/runtime/server'
import { withoutPersonalIds } from '@/lib/signing'
import { currentVerdict } from '@/lib/signing/server'
import { refusalIn } from '../../address-with-refusal'

export const metadata: Metadata = { robots: { index: false } }

type Query = Record<string, string | string[] | undefined>

export default async function VerifyPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const checkCode = query['van-ban']
  if (checkCode !== undefined) return <Issued ctx={ctx} checkCode={String(checkCode)} />
  return (
    <Column width="reading">
      <CheckPage refusal={await refusalIn(ctx, query)} locale={ctx.locale} />
    </Column>
  )
}

/** Behind the QR code of a paper. */
async function Issued({ ctx, checkCode }: { ctx: Ctx; checkCode: string }) {
  const paper = await heldPaper(ctx, checkCode)
  const [agency, verdict] = await Promise.all([
    paper && agencyByCode(ctx, paper.agencyCode),
    paper?.issued ? currentVerdict(ctx, paper.issued.sha256) : null,
  ])
  return (
    <Column>
      <IssuedReport
        {...{ checkCode, paper, agency, locale: ctx.locale }}
        report={verdict && withoutPersonalIds(verdict)}
        progress={
          paper && (
            <LookUpResult
              answer={{ code: paper.dossierCode, state: paper.state, reached: stageOf(paper.state, true) }}
              locale={ctx.locale}
            />
          )
        }
      />
    </Column>
  )
}
