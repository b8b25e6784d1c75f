import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { People, PersonOnPage } from './people'
import type { PageRule } from './rules'
import { personIn, requestAs, wantedBy } from './wanted'

const rules: readonly PageRule[] = [
  { path: /^\/$/, query: ['q'], pool: 'kept', tags: () => [] },
  { path: /^\/ky$/, query: [], pool: 'kept', tags: () => [], scripts: 'late' },
]
const people: People = {
  known: () => undefined,
  find: () => Promise.resolve(null),
  changed: () => false,
  forget: () => undefined,
}
const sessionCookies = ['session']
const withPeople = { options: { rules, sessionCookies, people }, hasNews: true }

function requestFor(url: string, method = 'GET', headers: IncomingMessage['headers'] = {}): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { url, method, headers })
}
const signedIn = { cookie: 'session=1' }

describe('what is sent from here', () => {
  test.each([
    ['GET', {}, true],
    ['HEAD', {}, true],
    ['POST', {}, false],
    ['PUT', {}, false],
    ['OPTIONS', {}, false],
    // A part of a page for a script that is there already.
    ['GET', { rsc: '1' }, false],
    ['GET', { rsc: '' }, false],
  ])('is asked for by %s with %j: %s', (method, headers, isSent) => {
    expect(wantedBy(withPeople, requestFor('/', method, headers)) !== null).toBe(isSent)
  })

  test('to who is signed in only with news, without scripts, and where people are known', () => {
    const sent = (options: Parameters<typeof wantedBy>[0], url: string) =>
      wantedBy(options, requestFor(url, 'GET', signedIn)) !== null
    expect(sent(withPeople, '/')).toBe(true)
    expect(sent(withPeople, '/ky')).toBe(false)
    expect(sent({ ...withPeople, hasNews: false }, '/')).toBe(false)
    expect(sent({ options: { rules, sessionCookies }, hasNews: true }, '/')).toBe(false)
  })

  test('to nobody known all the same', () => {
    const without = { options: { rules, sessionCookies }, hasNews: false }
    expect(['/', '/ky', '/khac'].map((url) => wantedBy(without, requestFor(url)) !== null)).toEqual([true, true, false])
  })
})

test('pages that differ have keys that differ: by question, language, text size and area', () => {
  const keyOf = (url: string, cookie: string, person: PersonOnPage | null = null) => {
    const wish = wantedBy(withPeople, requestFor(url, 'GET', { cookie }))
    return wish === null ? '' : requestAs(person, wish).key
  }
  const keys = [
    ...['', 'ngon-ngu=en', 'co-chu=large', 'co-chu=largest'].map((cookie) => keyOf('/', cookie)),
    ...[keyOf('/?q=1', ''), keyOf('/ky', '')],
    ...['applicant', 'officer'].map((area) => keyOf('/', 'session=1', { area, values: {} })),
  ]
  expect(new Set(keys).size).toBe(keys.length)
  expect(keyOf('/?x=1', 'khac=1')).toBe(keyOf('/', ''))
  // A person's name is in no key: all of an area share the page that has their places.
  expect(keyOf('/', 'session=1', { area: 'officer', values: { name: 'An' } })).toBe(keys.at(-1))
})

test('who somebody is, is asked by the whole cookie header and for the page they see', () => {
  const cookie = 'session=1; ngon-ngu=en'
  const wish = wantedBy(withPeople, requestFor('/?q=1', 'GET', { cookie }))
  expect(wish && personIn(wish)).toEqual([cookie, { path: '/', locale: 'en' }])
})
