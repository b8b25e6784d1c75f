import { redirect } from 'next/navigation'
import { InboxView } from '@/components/inbox/inbox-view'
import { holdsAnywhere } from '@/lib/access'
import { administersOfficers } from '@/lib/accounts/server'
import { searchProcedures } from '@/lib/catalogue/server'
import { desk, signsResults } from '@/lib/dossiers/server'
import { legible } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function InboxPage({ searchParams }: Search) {
  const [ctx, asked] = await Promise.all([requestContext(), searchParams])
  if (ctx.actor.kind !== 'officer') redirect('/dang-nhap/can-bo?tiep=/can-bo')
  const one = (name: string) => legible([asked[name]].flat()[0] ?? '') || undefined
  const procedureCode = one('thu-tuc')
  const [view, online] = await Promise.all([
    desk(ctx, { queue: one('hang-doi'), q: one('q'), cursor: one('sau'), procedureCode }),
    searchProcedures(ctx, { online: true }),
  ])
  return (
    <InboxView
      view={view}
      procedures={online.items.map(({ definition }) => definition)}
      procedureCode={procedureCode}
      now={ctx.now}
      runsPortal={holdsAnywhere(ctx.actor, ['systemAdmin'])}
      looksAfterOfficers={administersOfficers(ctx.actor)}
      signsResults={signsResults(ctx)}
      locale={ctx.locale}
    />
  )
}
