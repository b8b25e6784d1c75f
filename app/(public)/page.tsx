import { HomeView } from '@/components/catalogue/home-view'
import { localDate } from '@/lib/calendar'
import { searchProcedures, topicCounts } from '@/lib/catalogue/server'
import { pendingWork } from '@/lib/dossiers/server'
import { requestContext } from '@/lib/runtime/server'

export default async function HomePage() {
  const ctx = await requestContext()
  const [online, topics, pending] = await Promise.all([
    searchProcedures(ctx, { online: true }),
    topicCounts(ctx),
    pendingWork(ctx),
  ])
  const services = online.items.map(({ definition }) => definition)
  return <HomeView online={services} topics={topics} pending={pending} today={localDate(ctx.now)} locale={ctx.locale} />
}
