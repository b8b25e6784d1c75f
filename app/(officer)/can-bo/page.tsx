import { InboxView } from '@/components/inbox/inbox-view'
import { OwnStart } from '@/components/inbox/own-start'
import { withQuery } from '@/lib/accounts'
import { searchProcedures } from '@/lib/catalogue/server'
import { paths } from '@/lib/dossiers'
import { assignees, desk, signsResults, worksOnDossiers } from '@/lib/dossiers/server'
import { legible } from '@/lib/kernel'
import { officerContext } from '../../officer-signed-in'
import { assignManyAction } from './actions'
import { ownPages } from './own-pages'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function InboxPage({ searchParams }: Search) {
  const query = await searchParams
  const here = withQuery(paths.inbox(), query)
  const ctx = await officerContext(here)
  const pages = ownPages(ctx.actor)
  if (!worksOnDossiers(ctx)) return <OwnStart pages={pages} locale={ctx.locale} />
  const parameter = (name: string) => legible([query[name]].flat()[0] ?? '') || undefined
  const filter = { procedureCode: parameter('thu-tuc'), holderId: parameter('nguoi') }
  const [view, online, people] = await Promise.all([
    desk(ctx, { queue: parameter('hang-doi'), q: parameter('q'), cursor: parameter('sau'), ...filter }),
    searchProcedures(ctx, { online: true }),
    assignees(ctx),
  ])
  return (
    <InboxView
      {...{ view, people, pages }}
      procedures={online.items.map(({ definition }) => definition)}
      assign={assignManyAction.bind(null, here)}
      isAllChosen={parameter('chon') === 'tat-ca'}
      signsResults={signsResults(ctx)}
      locale={ctx.locale}
    />
  )
}
