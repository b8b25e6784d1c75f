import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Column } from '@/components/layout/frame'
import { ProcedureView } from '@/components/procedure/procedure-view'
import { localDate } from '@/lib/calendar'
import { cataloguePaths } from '@/lib/catalogue'
import { procedureBySlug } from '@/lib/catalogue/server'
import { say } from '@/lib/i18n'
import { requestContext } from '@/lib/runtime/server'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ 'truong-hop'?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await requestContext()
  const revision = await procedureBySlug(ctx, (await params).slug)
  if (!revision) return {}
  const { summary, slug } = revision.definition
  return {
    description: say(summary, ctx.locale),
    alternates: { canonical: cataloguePaths.procedure(slug) },
  }
}

export default async function ProcedurePage({ params, searchParams }: Props) {
  const ctx = await requestContext()
  const revision = await procedureBySlug(ctx, (await params).slug)
  if (!revision) notFound()
  const caseCode = String((await searchParams)['truong-hop'] ?? '')
  return (
    <Column>
      <ProcedureView
        definition={revision.definition}
        caseCode={caseCode}
        today={localDate(ctx.now)}
        locale={ctx.locale}
      />
    </Column>
  )
}
