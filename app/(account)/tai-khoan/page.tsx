import { redirect } from 'next/navigation'
import { AccountView } from '@/components/account/account-view'
import { accountPaths, withReturn } from '@/lib/accounts'
import { listSessions, visibleFactsOf } from '@/lib/accounts/server'
import { requestVisit } from '@/lib/runtime/server'
import { postsOf } from '../../posts'
import { languageAction, revokeOthersAction, revokeSessionAction } from './actions'
import { placesIn } from './places'

type Props = { searchParams: Promise<{ xong?: string }> }

export default async function AccountPage({ searchParams }: Props) {
  const { session, ...ctx } = await requestVisit()
  const { actor, locale } = ctx
  if (actor.kind === 'anonymous' || actor.kind === 'worker')
    redirect(withReturn(accountPaths.signIn(), accountPaths.account()))
  const facts = actor.kind === 'officer' ? {} : await visibleFactsOf(ctx, actor)
  const posts = await postsOf(ctx, actor.kind === 'officer' ? actor.grants : [])
  const shown = { facts, places: await placesIn(ctx, facts), posts }
  const sessions = {
    open: await listSessions(ctx),
    currentId: session?.id,
    revoke: revokeSessionAction,
    revokeOthers: revokeOthersAction,
  }
  const isRevoked = (await searchParams).xong === '1'
  return <AccountView {...{ locale, actor, shown, sessions, isRevoked }} setLanguage={languageAction} />
}
