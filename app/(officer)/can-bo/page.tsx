import { redirect } from 'next/navigation'
import { InboxView } from '@/components/inbox/inbox-view'
import { OwnStart } from '@/components/inbox/own-start'
import { searchProcedures } from '@/lib/catalogue/server'
import { assignees, desk, signsResults, worksOnDossiers } from '@/lib/dossiers/server'
import { legible } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { assignManyAction } from './actions'
import { ownPages } from './own-pages'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function InboxPage({ searchParams }: Search) {
  const [ctx, asked] = await Promise.all([requestContext(), searchParams])
  if (ctx.actor.kind !== 'officer') redirect('/dang-nhap/can-bo?tiep=/can-bo')
  const pages = ownPages(ctx.actor)
  if (!worksOnDossiers(ctx)) return <OwnStart pages={pages} locale={ctx.locale} />
  const one = (name: string) => legible([asked[name]].flat()[0] ?? '') || undefined
  const filter = { procedureCode: one('thu-tuc'), holderId: one('nguoi') }
  const [view, online, people] = await Promise.all([
    desk(ctx, { queue: one('hang-doi'), q: one('q'), cursor: one('sau'), ...filter }),
    searchProcedures(ctx, { online: true }),
    assignees(ctx),
  ])
  return (
    <InboxView
      {...{ view, people, pages }}
      procedures={online.items.map(({ definition }) => definition)}
      assign={assignManyAction}
      isAllChosen={one('chon') === 'tat-ca'}
      signsResults={signsResults(ctx)}
      locale={ctx.locale}
    />
  )
}
