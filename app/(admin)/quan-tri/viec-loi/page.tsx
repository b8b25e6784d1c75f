import { notFound, redirect } from 'next/navigation'
import { TroubledJobs } from '@/components/oversight/troubled-jobs'
import { troubledJobs } from '@/lib/oversight/server'
import { requestContext } from '@/lib/runtime/server'
import { retryJobAction } from './actions'

export default async function TroubledJobsPage() {
  const ctx = await requestContext()
  if (ctx.actor.kind !== 'officer') redirect('/dang-nhap/can-bo?tiep=/quan-tri/viec-loi')
  const jobs = await troubledJobs(ctx)
  if (!jobs.ok) notFound()
  return <TroubledJobs jobs={jobs.value} retry={retryJobAction} locale={ctx.locale} />
}
