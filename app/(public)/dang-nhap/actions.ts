'use server'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { accountPaths, credentials, SECOND_STEP_COOKIE, secondStep, staffPath } from '@/lib/accounts'
import { beginOfficerSignIn, finishOfficerSignIn, cookieRules } from '@/lib/accounts/server'
import { paths } from '@/lib/dossiers'
import { requestContext } from '@/lib/runtime/server'
import { formAt, signInAddressWithRefusal } from './sign-in-address'

export async function passwordAction(form: FormData): Promise<void> {
  const tiep = form.get('tiep')
  const ctx = await requestContext()
  const parsed = credentials.safeParse(Object.fromEntries(form))
  if (!parsed.success)
    redirect(await signInAddressWithRefusal(ctx, accountPaths.officerSignIn(), { code: 'sign-in-failed' }, tiep))
  const begun = await beginOfficerSignIn(ctx, await headers(), parsed.data)
  if (!begun.ok) redirect(await signInAddressWithRefusal(ctx, accountPaths.officerSignIn(), begun.error, tiep))
  const jar = await cookies()
  jar.set(SECOND_STEP_COOKIE, begun.value, { ...cookieRules(), path: accountPaths.signIn(), maxAge: 300 })
  redirect(formAt(accountPaths.officerCode(), tiep))
}

export async function codeAction(form: FormData): Promise<void> {
  const tiep = form.get('tiep')
  const [ctx, jar] = await Promise.all([requestContext(), cookies()])
  const step = secondStep.safeParse({ challenge: jar.get(SECOND_STEP_COOKIE)?.value, code: form.get('ma') })
  if (!step.success)
    redirect(await signInAddressWithRefusal(ctx, accountPaths.officerCode(), { code: 'code-refused' }, tiep))
  const done = await finishOfficerSignIn(ctx, await headers(), step.data)
  if (!done.ok) redirect(await signInAddressWithRefusal(ctx, accountPaths.officerCode(), done.error, tiep))
  jar.delete({ name: SECOND_STEP_COOKIE, path: accountPaths.signIn() })
  redirect(staffPath(tiep, paths.inbox()))
}
