'use server'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { accountPaths } from '@/lib/accounts'
import { revokeOtherSessions, revokeSession, setLanguage } from '@/lib/accounts/server'
import { localeOf } from '@/lib/i18n'
import { uuid } from '@/lib/kernel'
import { actingContext } from '../../acting'

const YEAR_SECONDS = 31_536_000

const backTo = (isDone: boolean) => `${accountPaths.account()}${isDone ? '?xong=1' : ''}#phien`

export async function revokeSessionAction(form: FormData): Promise<void> {
  const ctx = await actingContext(accountPaths.account())
  const id = uuid.safeParse(form.get('phien'))
  redirect(backTo(id.success && (await revokeSession(ctx, id.data)).ok))
}

export async function revokeOthersAction(): Promise<void> {
  redirect(backTo((await revokeOtherSessions(await actingContext(accountPaths.account()), await headers())).ok))
}

export async function languageAction(form: FormData): Promise<void> {
  const chosen = form.get('ngon-ngu')
  const locale = localeOf(typeof chosen === 'string' ? chosen : undefined)
  await setLanguage(await actingContext(accountPaths.account()), locale)
  const jar = await cookies()
  jar.set('ngon-ngu', locale, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true })
  redirect(accountPaths.account())
}
