import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { ConfirmIdentity } from '@/components/account/confirm-identity'
import { accountPaths, returnPath, withReturn } from '@/lib/accounts'
import { beginSignIn } from '@/lib/accounts/server'
import { drawn, htmlPage, seeOther } from '../../../html-page'
import { sentForm } from '../../../sent-form'

/** Asks for the second factor before something of legal effect. */
export function GET({ nextUrl }: NextRequest): Promise<Response> {
  return drawn(async (visit) => {
    const { actor, locale } = visit
    const tiep = returnPath(nextUrl.searchParams.get('tiep'))
    const isPerson = actor.kind === 'citizen' || actor.kind === 'business'
    if (isPerson && actor.signedInBy === 'certificate') redirect(withReturn(accountPaths.certificateStepUp(), tiep))
    return htmlPage(visit, <ConfirmIdentity {...{ locale, tiep }} assurance={isPerson ? actor.assurance : null} />)
  })
}

/** Leads to the identity provider, which asks for it. */
export function POST(request: Request): Promise<Response> {
  return drawn(async (visit) => {
    const tiep = (await sentForm(request)).get('tiep')
    return seeOther(await beginSignIn(visit, request.headers, { tiep, isStepUp: true }))
  })
}
