import type { NextRequest } from 'next/server'
import { AccountView } from '@/components/account/account-view'
import { ACCOUNT_ACT_INPUT, accountAct, accountPaths, withReturn } from '@/lib/accounts'
import { listSessions, visibleFactsOf } from '@/lib/accounts/server'
import { typedValues } from '@/lib/kernel'
import { signInAddress } from '../../acting'
import { drawn, htmlPage, seeOther } from '../../html-page'
import { postsOf } from '../../posts'
import { ACTS } from './acts'
import { placesIn } from './places'
import { sentForm } from '../../sent-form'

/** What is known of somebody here, and where they are signed in. */
export function GET({ nextUrl }: NextRequest): Promise<Response> {
  return drawn(async (visit) => {
    const { actor, locale, session } = visit
    if (actor.kind === 'anonymous' || actor.kind === 'worker')
      return seeOther(withReturn(accountPaths.signIn(), accountPaths.account()))
    const facts = actor.kind === 'officer' ? {} : await visibleFactsOf(visit, actor)
    const [places, posts, open] = await Promise.all([
      placesIn(visit, facts),
      postsOf(visit, actor.kind === 'officer' ? actor.grants : []),
      listSessions(visit),
    ])
    const isRevoked = nextUrl.searchParams.get('xong') === '1'
    const sessions = { open, currentId: session?.id }
    return htmlPage(visit, <AccountView {...{ locale, actor, sessions, isRevoked }} shown={{ facts, places, posts }} />)
  })
}

/** Ends sessions, or chooses the language of letters. */
export function POST(request: NextRequest): Promise<Response> {
  return drawn(async (visit) => {
    if (visit.actor.kind === 'anonymous') return seeOther(await signInAddress(visit, accountPaths.account()))
    const values = typedValues(await sentForm(request))
    const act = accountAct.safeParse(values[ACCOUNT_ACT_INPUT])
    return seeOther(
      act.success ? await ACTS[act.data](visit, { headers: request.headers, values }) : accountPaths.account(),
    )
  })
}
