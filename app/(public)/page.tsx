import { HomeView } from '@/components/catalogue/home-view'
import { PendingWork, PendingWorkPlaces } from '@/components/catalogue/pending-work'
import { localDate } from '@/lib/calendar'
import { searchProcedures, topicCounts } from '@/lib/catalogue/server'
import { pendingWork } from '@/lib/dossiers/server'
import type { Ctx } from '@/lib/ports'
import { requestContext } from '@/lib/runtime/server'
import { places } from '../viewer'

export default async function HomePage() {
  const ctx = await requestContext()
  const [online, topics, pending] = await Promise.all([
    searchProcedures(ctx, { online: true }),
    topicCounts(ctx),
    pendingFor(ctx),
  ])
  const services = online.items.map(({ definition }) => definition)
  return <HomeView online={services} topics={topics} pending={pending} today={localDate(ctx.now)} locale={ctx.locale} />
}

/** What waits for whoever is signed in; where the page is made for all of them, the places of it. */
async function pendingFor(ctx: Ctx) {
  const anybody = await places()
  if (anybody === null) return <PendingWork {...(await pendingWork(ctx))} locale={ctx.locale} />
  return anybody.area === 'applicant' && <PendingWorkPlaces places={anybody} locale={ctx.locale} />
}
