import { type Locale, localeOf } from '@/lib/i18n'

/** Who asks, as far as a page without a person depends on it. */
export type Visitor = { locale: string; size: string; isSignedIn: boolean }

const ANONYMOUS: Visitor = { locale: 'vi', size: 'normal', isSignedIn: false }
const LOCALE = /(?:^|; ?)ngon-ngu=(en)(?:;|$)/
const SIZE = /(?:^|; ?)co-chu=(large|largest)(?:;|$)/

/** Reads the cookie header; any cookie whose name contains one of `sessionCookies` is a session. */
export function visitorOf(cookie: string | undefined, sessionCookies: readonly string[]): Visitor {
  if (cookie === undefined || cookie === '') return ANONYMOUS
  return {
    locale: LOCALE.exec(cookie)?.[1] ?? 'vi',
    size: SIZE.exec(cookie)?.[1] ?? 'normal',
    isSignedIn: sessionCookies.some((name) => cookie.includes(name)),
  }
}

/** The language a cookie header asks for. */
export function localeOfCookie(cookie: string | undefined): Locale {
  return localeOf(visitorOf(cookie, []).locale)
}

/** The cookie header that makes Next render for such a visitor. */
export function cookieOf({ locale, size }: Visitor): string {
  return `ngon-ngu=${locale}; co-chu=${size}`
}
