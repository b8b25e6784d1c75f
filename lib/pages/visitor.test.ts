import { describe, expect, test } from 'vitest'
import { cookieOf, localeOfCookie, visitorOf } from './visitor'

const SESSIONS = ['authjs.session-token', 'staff-session']

describe('who asks, by the cookie header', () => {
  test.each([
    [undefined, 'vi', 'normal', false],
    ['', 'vi', 'normal', false],
    ['ngon-ngu=en', 'en', 'normal', false],
    ['co-chu=largest; ngon-ngu=en', 'en', 'largest', false],
    ['a=1;co-chu=large;ngon-ngu=en', 'en', 'large', false],
    // Only whole cookies, and only what there is.
    ['x-ngon-ngu=en; y-co-chu=large', 'vi', 'normal', false],
    ['ngon-ngu=english; co-chu=larger', 'vi', 'normal', false],
    ['ngon-ngu=fr; co-chu=huge', 'vi', 'normal', false],
    ['NGON-NGU=en', 'vi', 'normal', false],
    // One of either area is enough, cut in parts or with the prefix of encrypted connections.
    ['__Secure-authjs.session-token.0=x', 'vi', 'normal', true],
    ['ngon-ngu=en; staff-session=x', 'en', 'normal', true],
    ['session=x', 'vi', 'normal', false],
  ])('%j', (cookie, locale, size, isSignedIn) => {
    expect(visitorOf(cookie, SESSIONS)).toEqual({ locale, size, isSignedIn })
    expect(localeOfCookie(cookie)).toBe(locale)
  })

  test('is told to Next without the session, and read back as it was', () => {
    for (const locale of ['vi', 'en'])
      for (const size of ['normal', 'large', 'largest']) {
        const visitor = { locale, size, isSignedIn: true }
        expect(visitorOf(cookieOf(visitor), SESSIONS)).toEqual({ ...visitor, isSignedIn: false })
      }
  })
})
