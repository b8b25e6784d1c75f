import { mkdtempSync } from 'node:fs'
import { request as ask, createServer, type IncomingMessage, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Locale } from '@/lib/i18n'
import { PUBLIC_PAGES } from '@/lib/portal/server'
import { createPageCache, type PageCache } from './page-cache'
import { PERSON_HEADER, type People, type PersonOnPage, personPlaces } from './people'
import { withoutScripts } from './scriptless'
import { escapeHtml, placeholder, TEMPLATE_HEADER } from './template'

type Account = { name: string; area: 'applicant' | 'officer'; drafts: string[] }
type Asked = { path: string; locale: Locale; session: string | null; encoding: string; method: 'GET' | 'HEAD' }

/** Who has which session: what the database would say. */
const sessions = new Map<string, Account>()
let cache: PageCache
let servers: Server[] = []
let origin: string
/** Whether the memory of people knows them, or every request has to look them up. */
let isRemembering = true
/** What was asked of Next itself. */
const asideOfStore: string[] = []

const sessionOf = (cookie: string) => /session=([^;]*)/.exec(cookie)?.[1] ?? ''
const localeIn = (cookie: string) => (/ngon-ngu=en/.test(cookie) ? 'en' : 'vi')

/** The page as React would write it: `name` and `drafts` are HTML already. */
function pageHtml(url: string, locale: string, person: { area: string; name: string; drafts: string } | null): string {
  const account = person ? `<b title="${person.name}">${person.name}</b> ${person.area}` : 'Đăng nhập'
  return `<html lang="${locale}"><body nonce="1"><script>"${person?.name ?? ''}"</script><header>${account}</header><ul>${person?.drafts ?? ''}</ul><main>${escapeHtml(decodeURIComponent(url))}</main></body></html>`
}

const draftHtml = (draft: string) => `<li><a href="/ho-so/nhap/${draft}">${draft}</a></li>`

/** What Next makes of a request: a page with somebody's own, or with the places of it. */
function nextHtml({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): string {
  const cookie = headers.cookie ?? ''
  const places = personPlaces(String(headers[PERSON_HEADER] ?? ''))
  if (places === null) {
    const person = sessions.get(sessionOf(cookie))
    const drafts = person?.drafts.map((draftName) => draftHtml(escapeHtml(draftName))).join('') ?? ''
    return pageHtml(url, localeIn(cookie), person ? { ...person, name: escapeHtml(person.name), drafts } : null)
  }
  const draftPlaces = places.repeated('drafts')
  const drafts = `${draftPlaces.begin}<!-- -->${draftHtml(places.value('id'))}${draftPlaces.end}`
  return pageHtml(url, localeIn(cookie), { area: places.area, name: places.value('name'), drafts })
}

const onPage = ({ name, area, drafts }: Account): PersonOnPage => ({
  area,
  // Whoever has nothing there leaves the place empty, and must not find another's in it.
  values: { name, ...(drafts.length > 0 && { drafts: drafts.map((id) => ({ id })) }) },
})

const people: People = {
  known: (cookie) => {
    const account = isRemembering ? sessions.get(sessionOf(cookie)) : undefined
    return account && onPage(account)
  },
  find: async (cookie) => {
    await new Promise((resolve) => setImmediate(resolve))
    const account = sessions.get(sessionOf(cookie))
    return account ? onPage(account) : null
  },
  changed: (tag) => tag.startsWith('person:'),
  forget: () => undefined,
}

beforeAll(async () => {
  const application = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(nextHtml(request))
  })
  const socketPath = path.join(mkdtempSync(path.join(os.tmpdir(), 'people-')), 'a.sock')
  await new Promise<void>((resolve) => application.listen(socketPath, resolve))
  cache = createPageCache({
    ...{ socketPath, now: () => new Date('2026-11-21T10:00:00Z'), maxBytes: 1e6, answers: {}, isEncrypted: false },
    ...{ people, rules: PUBLIC_PAGES, sessionCookies: ['session'], formTargets: ['https://dinh-danh.example'] },
    next: (request, response) => {
      asideOfStore.push(request.url ?? '')
      response.writeHead(204).end()
    },
    onFault: (fault) => {
      throw fault
    },
  })
  const portal = createServer((request, response) => {
    if (!cache.fromMemory(request, response) && !cache.handle(request, response)) response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve))
  const address = portal.address()
  origin = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`
  servers = [application, portal]
})
afterAll(() => {
  cache.close()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

type Answer = { status: number; headers: IncomingMessage['headers']; html: string }

function get(url: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = ask(`${origin}${url}`, { headers, method }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => {
        const body = Buffer.concat(pieces)
        const isPacked = response.headers['content-encoding'] === 'gzip' && body.length > 0
        const html = (isPacked ? gunzipSync(body) : body).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, html })
      })
    })
    request.on('error', reject)
    request.end()
  })
}

const cookieFor = ({ locale, session }: Pick<Asked, 'locale' | 'session'>) =>
  [`ngon-ngu=${locale}`, ...(session === null ? [] : [`session=${session}`])].join('; ')

/** Names as hostile as names can be: markup, place-holders, what React writes between texts. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('<script>1</script>', '⟦name⟧', '⟦#drafts⟧', '⟦/drafts⟧', '<!-- -->', '"\'&amp;', '$&$1', '</body>'),
  fc
    .array(fc.constantFrom('⟦', '⟧', 'name', '#', '<', '>', '&', '"', "'", ':'), { maxLength: 8 })
    .map((all) => all.join('')),
)
const account = fc.record({
  name: hostile,
  area: fc.constantFrom<Account['area']>('applicant', 'officer'),
  drafts: fc.array(hostile, { maxLength: 3 }),
})
const paths = fc.oneof(
  fc.constantFrom('/', '/tro-giup', '/dich-vu/doi-giay-phep-lai-xe', '/co-quan'),
  hostile.map((word) => `/tim-kiem?q=${encodeURIComponent(word)}`),
)
const requests = fc.record({
  path: paths,
  locale: fc.constantFrom<Locale>('vi', 'en'),
  session: fc.option(fc.constantFrom('s0', 's1', 's2', 's3')),
  encoding: fc.constantFrom('gzip', 'identity'),
  method: fc.constantFrom<Asked['method']>('GET', 'GET', 'GET', 'HEAD'),
})
type QueuedEvent = { ends: string } | { opens: string; account: Account } | { ask: Asked[] }
const happening: fc.Arbitrary<QueuedEvent> = fc.oneof(
  fc.record({ ends: fc.constantFrom('s0', 's1', 's2') }),
  fc.record({ opens: fc.constantFrom('s0', 's1', 's2'), account }),
  fc.record({ ask: fc.array(requests, { minLength: 1, maxLength: 6 }) }),
)

/** What Next itself would have sent, without its scripts. */
function wouldBe({ path: url, locale, session }: Asked): string {
  const headers = { cookie: cookieFor({ locale, session }) }
  const { pathname, searchParams } = new URL(url, origin)
  const query = searchParams.get('q')?.normalize('NFC').trim() ?? ''
  const address = query === '' ? pathname : `${pathname}?${new URLSearchParams({ q: query }).toString()}`
  return withoutScripts(nextHtml({ url: address, headers })) ?? ''
}

async function checkAnswer(sample: Asked): Promise<void> {
  const expected = wouldBe(sample)
  const isSomebody = sessions.has(sample.session ?? '')
  const headers = { cookie: cookieFor(sample), 'accept-encoding': sample.encoding, 'if-none-match': '*' }
  const answer = await get(sample.path, headers, sample.method)
  expect(answer.status).toBe(200)
  if (sample.method === 'GET') expect(answer.html).toBe(expected)
  else expect(answer.html).toBe('')
  expect(answer.headers['cache-control']).toMatch(isSomebody ? /private.*no-store/ : /^no-cache$/)
  expect(answer.headers.etag === undefined).toBe(isSomebody)
}

describe('a page of somebody signed in', () => {
  test.each([true, false])(
    'is theirs alone, whoever asks beside them and whatever they are called (remembered: %s)',
    async (remembers) => {
      isRemembering = remembers
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { maxLength: 12 }), async (happenings) => {
          sessions.clear()
          for (const step of happenings) {
            if ('ends' in step) sessions.delete(step.ends)
            else if ('opens' in step) sessions.set(step.opens, step.account)
            else await Promise.all(step.ask.map(checkAnswer))
          }
        }),
        { numRuns: 60 },
      )
      expect(asideOfStore).toEqual([])
    },
  )

  test('is made once for all who work in the same area, whose names Next never hears of', async () => {
    isRemembering = true
    sessions.set('s0', { name: 'An', area: 'applicant', drafts: [] })
    sessions.set('s1', { name: 'Bình', area: 'applicant', drafts: ['1'] })
    const pages = await Promise.all(
      ['s0', 's1'].map(async (session) => (await get('/tro-giup', { cookie: `session=${session}` })).html),
    )
    expect(pages[0]).toContain('<b title="An">An</b>')
    expect(pages[0]).not.toContain('Bình')
    expect(pages[1]).toContain('<li><a href="/ho-so/nhap/1">1</a></li>')
  })

  test('allows no script, and its sign-out form to end at the identity provider', async () => {
    sessions.set('s0', { name: 'An', area: 'applicant', drafts: [] })
    const policy = (await get('/', { cookie: 'session=s0' })).headers['content-security-policy']
    expect(policy).toContain("script-src 'none'")
    expect(policy).toContain("form-action 'self' https://dinh-danh.example")
  })

  test('cannot be asked for with place-holders by who asks for a page', async () => {
    sessions.set('s0', { name: 'An', area: 'applicant', drafts: [] })
    const forged = { [PERSON_HEADER]: `applicant ${'0'.repeat(32)}`, [TEMPLATE_HEADER]: 'found' }
    for (const cookie of ['session=s0', 'session=none', 'ngon-ngu=vi']) {
      const { html } = await get('/co-quan', { cookie, ...forged })
      expect(html).not.toContain(placeholder('').slice(0, 1))
    }
  })

  test('is left to Next while no news come of sessions that end', async () => {
    sessions.set('s0', { name: 'An', area: 'applicant', drafts: [] })
    cache.newsLost()
    expect((await get('/', { cookie: 'session=s0' })).status).toBe(204)
    cache.newsBack()
    expect((await get('/', { cookie: 'session=s0' })).html).toContain('An')
  })
})
