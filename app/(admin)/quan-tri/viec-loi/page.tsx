import { notFound, redirect } from 'next/navigation'
import { FailedJobs } from '@/components/oversight/failed-jobs'
import { UndeliveredNotices } from '@/components/oversight/undelivered-notices'
import { accountPaths, withReturn } from '@/lib/accounts'
import { undeliveredNotices } from '@/lib/notices/server'
import { oversightPaths } from '@/lib/oversight'
import { failedJobs } from '@/lib/oversight/server'
import { requestContext } from '@/lib/runtime/server'
import { redeliverAction, retryJobAction } from './actions'

export default async function FailedJobsPage() {
  const ctx = await requestContext()
  if (ctx.actor.kind !== 'officer') redirect(withReturn(accountPaths.officerSignIn(), oversightPaths.failedJobs()))
  const [jobs, undelivered] = await Promise.all([failedJobs(ctx), undeliveredNotices(ctx)])
  if (!jobs.ok || !undelivered.ok) notFound()
  return (
    <>
      <FailedJobs jobs={jobs.value} retry={retryJobAction} locale={ctx.locale} />
      <UndeliveredNotices deliveries={undelivered.value} redeliver={redeliverAction} locale={ctx.locale} />
    </>
  )
}
