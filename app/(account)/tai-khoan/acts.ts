import 'server-only'
import { ACCOUNT_ACTS, type AccountAct, accountPaths } from '@/lib/accounts'
import { revokeOtherSessions, revokeSession, setLanguage } from '@/lib/accounts/server'
import { localeOf } from '@/lib/i18n'
import { uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { requestCookies } from '@/lib/runtime/server'

const YEAR_SECONDS = 31_536_000

type Sent = { headers: Headers; values: Readonly<Record<string, string>> }

const sessionsAfter = (isDone: boolean) => `${accountPaths.account()}${isDone ? '?xong=1' : ''}#phien`

/** What each act of the page does, and where it leads. */
export const ACTS = {
  [ACCOUNT_ACTS.endSession]: async (ctx, { values }) => {
    const id = uuid.safeParse(values['phien'])
    return sessionsAfter(id.success && (await revokeSession(ctx, id.data)).ok)
  },
  [ACCOUNT_ACTS.endOtherSessions]: async (ctx, { headers }) =>
    sessionsAfter((await revokeOtherSessions(ctx, headers)).ok),
  [ACCOUNT_ACTS.chooseLanguage]: async (ctx, { values }) => {
    const locale = localeOf(values['ngon-ngu'])
    await setLanguage(ctx, locale)
    const jar = await requestCookies()
    jar.set('ngon-ngu', locale, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true })
    return accountPaths.account()
  },
} as const satisfies Record<AccountAct, (ctx: Ctx, sent: Sent) => Promise<string>>
