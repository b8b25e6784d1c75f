import type { NextRequest } from 'next/server'
import { ChooseSignIn } from '@/components/account/choose-sign-in'
import { userIdOf } from '@/lib/access'
import { accountPaths, returnPath, withReturn } from '@/lib/accounts'
import { beginSignIn, hasEndedSession, isDemo } from '@/lib/accounts/server'
import { drawn, htmlPage, seeOther } from '../../html-page'
import { sentForm } from '../../sent-form'

/** Who are you? */
export function GET({ nextUrl, headers }: NextRequest): Promise<Response> {
  return drawn(async (visit) => {
    const { actor, locale } = visit
    const tiep = nextUrl.searchParams.get('tiep')
    return htmlPage(
      visit,
      <ChooseSignIn
        locale={locale}
        tiep={returnPath(tiep)}
        officerHref={withReturn(accountPaths.officerSignIn(), tiep)}
        certificateHref={withReturn(accountPaths.certificateSignIn(), tiep)}
        signedInAs={userIdOf(actor) !== null && 'name' in actor ? actor.name : null}
        hasEnded={await hasEndedSession(visit, headers)}
        isDemo={isDemo()}
      />,
    )
  })
}

/** Leads to the identity provider. */
export function POST(request: Request): Promise<Response> {
  return drawn(async (visit) => {
    const tiep = (await sentForm(request)).get('tiep')
    return seeOther(await beginSignIn(visit, request.headers, { tiep }))
  })
}
