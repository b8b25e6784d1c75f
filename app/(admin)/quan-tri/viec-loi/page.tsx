import { notFound, redirect } from 'next/navigation'
import { TroubledJobs } from '@/components/oversight/troubled-jobs'
import { UndeliveredNotices } from '@/components/oversight/undelivered-notices'
import { undeliveredNotices } from '@/lib/notices/server'
import { troubledJobs } from '@/lib/oversight/server'
import { requestContext } from '@/lib/runtime/server'
import { redeliverAction, retryJobAction } from './actions'

export default async function TroubledJobsPage() {
  const ctx = await requestContext()
  if (ctx.actor.kind !== 'officer') redirect('/dang-nhap/can-bo?tiep=/quan-tri/viec-loi')
  const [jobs, undelivered] = await Promise.all([troubledJobs(ctx), undeliveredNotices(ctx)])
  if (!jobs.ok || !undelivered.ok) notFound()
  return (
    <>
      <TroubledJobs jobs={jobs.value} retry={retryJobAction} locale={ctx.locale} />
      <UndeliveredNotices deliveries={undelivered.value} redeliver={redeliverAction} locale={ctx.locale} />
    </>
  )
}
