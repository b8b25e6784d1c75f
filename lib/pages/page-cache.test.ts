import type { IncomingMessage } from 'node:http'
import { describe, expect, test, vi } from 'vitest'

import { PUBLIC_PAGES } from '@/lib/portal/server'
import type { PageCacheOptions } from './make-page'
import { day, portalOf } from './portal.fixture'
import { placeholder, TEMPLATE_HEADER } from './template'

const portal = (page: Parameters<typeof portalOf>[1], more?: Partial<PageCacheOptions>) =>
  portalOf(PUBLIC_PAGES, page, more)

const hello = () => '<p>Chào</p><script>1</script>'

describe('the page cache', () => {
  test('makes a page once, without scripts, under a policy that allows none', async () => {
    const { made: urls, get } = await portal(hello)
    const answers = [await get('/'), await get('/?utm_source=x', { headers: { 'accept-encoding': 'gzip, br' } })]
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['<p>Chào</p>', '<p>Chào</p>'])
    expect(answers[0]?.headers.get('content-security-policy')).toContain("script-src 'none'")
    expect(answers[1]?.headers.get('content-encoding')).toBe('br')
    expect(urls).toEqual(['/'])
  })

  test('asks by name, since for an asker without one Next sends titles late and by script', async () => {
    const { get } = await portal(({ headers }) => (headers['user-agent'] ? hello() : '<template id="B:0"></template>'))
    expect(await (await get('/')).text()).toBe('<p>Chào</p>')
  })

  test('sends a page with an interactive part without its news, and its scripts for when they are wanted', async () => {
    const { cache, get } = await portal(
      () => '<body><div hidden="" data-kept-copy="">cũ</div><script>1</script></body>',
    )
    const page = await get('/kiem-tra-chu-ky')
    const [html, policy] = [await page.text(), page.headers.get('content-security-policy')]
    expect(html).toContain('<script type="text/late">1</script>')
    expect(policy).toContain("'strict-dynamic'")
    cache.newsLost()
    const copy = await get('/kiem-tra-chu-ky')
    expect([await copy.text(), copy.headers.get('content-security-policy')]).toEqual([html, policy])
  })

  test('makes one page for many who ask at once', async () => {
    const { made: urls, get } = await portal(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return hello()
    })
    await Promise.all(Array.from({ length: 10 }, () => get('/')))
    expect(urls).toHaveLength(1)
  })

  test('answers 304 to who has the page, and only the head to HEAD', async () => {
    const { get } = await portal(hello)
    const etag = (await get('/')).headers.get('etag') ?? ''
    expect((await get('/', { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await get('/', { headers: { 'if-none-match': 'W/"another"' } })).status).toBe(200)
    const head = await get('/', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['12', ''])
  })
})

describe('visitors', () => {
  test('who are signed in, other methods and other pages are left to Next', async () => {
    const { made: urls, get } = await portal(hello)
    const left = [
      await get('/', { headers: { cookie: 'authjs.session-token=1' } }),
      await get('/', { method: 'POST' }),
      await get('/ho-so'),
    ]
    expect([left.map((answer) => answer.status), urls]).toEqual([[204, 204, 204], []])
  })

  test('keeps languages and text sizes apart', async () => {
    const { get } = await portal((request) => request.headers.cookie ?? '')
    expect(await (await get('/')).text()).toBe('ngon-ngu=vi; co-chu=normal')
    expect(await (await get('/', { headers: { cookie: 'ngon-ngu=en; co-chu=large' } })).text()).toBe(
      'ngon-ngu=en; co-chu=large',
    )
  })
})

describe('a change', () => {
  test('makes the cache forget what it concerns, a new day everything', async () => {
    const { cache, made: urls, get } = await portal(hello)
    await get('/')
    await get('/tro-giup')
    cache.changed('catalogue')
    await get('/')
    await get('/tro-giup')
    expect(urls).toEqual(['/', '/tro-giup', '/'])
    day.now = new Date('2026-11-21T17:00:00Z')
    await get('/tro-giup')
    expect(urls).toHaveLength(4)
  })

  test('does not keep a page made from facts that changed meanwhile', async () => {
    const facts = { version: 1 }
    const pages = await portal(() => {
      const read = facts.version
      if (read === 1) {
        facts.version = 2
        pages.cache.changed('catalogue')
      }
      return String(read)
    })
    expect(await (await pages.get('/')).text()).toBe('1')
    expect(await (await pages.get('/')).text()).toBe('2')
  })
})

describe('an outage', () => {
  test('shows the page for outages in the visitor’s language when a page cannot be made, and recovers', async () => {
    const weather = { isBad: false }
    const notice = ({ headers }: IncomingMessage) =>
      headers.cookie?.includes('ngon-ngu=en') ? 'temporarily interrupted' : 'tạm gián đoạn'
    const { cache, faults, get } = await portal((request) => {
      if (weather.isBad) return ''
      return request.url?.startsWith('/loi/') ? notice(request) : 'ổn'
    })
    await cache.warm()
    weather.isBad = true
    const bad = await get('/')
    expect([bad.status, await bad.text(), bad.headers.get('retry-after'), faults.length]).toEqual([
      503,
      'tạm gián đoạn',
      '10',
      1,
    ])
    // An outage is told as one each time: nobody may keep its page for the one asked for.
    const again = await get('/', { headers: { 'if-none-match': bad.headers.get('etag') ?? '' } })
    expect(again.status).toBe(503)
    const english = await get('/', { headers: { cookie: 'ngon-ngu=en' } })
    expect([english.status, await english.text()]).toEqual([503, 'temporarily interrupted'])
    weather.isBad = false
    expect(await (await get('/')).text()).toBe('ổn')
  })
})

describe('while news of changes are missed', () => {
  const BANNER = '<div hidden="" data-kept-copy="">Bản lưu lúc <time data-kept-at=""></time></div>'

  test('a kept page is sent at once as the copy it is, and made anew as soon as there are news', async () => {
    const { cache, made: urls, get } = await portal(() => `${BANNER}${String(urls.length)}`)
    const fresh = await get('/')
    expect(await fresh.text()).toBe(`${BANNER}1`)
    cache.newsLost()
    const copy = await get('/')
    expect([copy.status, await copy.text()]).toEqual([
      200,
      '<div data-kept-copy="">Bản lưu lúc <time data-kept-at="">00:00 22/11/2026</time></div>1',
    ])
    expect(copy.headers.get('etag')).not.toBe(fresh.headers.get('etag'))
    cache.newsBack()
    expect(await (await get('/')).text()).toBe(`${BANNER}2`)
  })

  test('a page that was being made when the news broke off is a copy, too', async () => {
    const weather = { isBad: false, clear: () => {} }
    const cleared = new Promise<void>((resolve) => {
      weather.clear = resolve
    })
    const {
      cache,
      get,
      made: urls,
    } = await portal(async () => {
      if (weather.isBad) return ''
      await cleared
      return `${BANNER}ổn`
    })
    const answer = get('/')
    await vi.waitFor(() => {
      expect(urls).toEqual(['/'])
    })
    cache.newsLost()
    cache.newsBack()
    weather.clear()
    expect(await (await answer).text()).toBe(`${BANNER}ổn`)
    weather.isBad = true
    expect(await (await get('/')).text()).toMatch(/^<div data-kept-copy="">.*ổn$/)
  })

  test('a page that cannot be made anew is sent as it was kept', async () => {
    const weather = { isBad: false }
    const { cache, get, faults } = await portal(() => (weather.isBad ? '' : `${BANNER}ổn`))
    await get('/')
    cache.newsLost()
    cache.newsBack()
    weather.isBad = true
    const copy = await get('/')
    expect([copy.status, faults.length]).toEqual([200, 1])
    expect(await copy.text()).toMatch(/^<div data-kept-copy="">.*ổn$/)
    weather.isBad = false
    expect(await (await get('/')).text()).toBe(`${BANNER}ổn`)
  })

  test('how far a dossier is, is asked for all the same, and sent as kept only when there is no answer', async () => {
    const dossier = { state: 'received', isReachable: true, isSlow: false }
    const answer = async () => {
      if (dossier.isSlow) await new Promise((resolve) => setTimeout(resolve, 4000))
      if (!dossier.isReachable) throw new Error('no database')
      const values = { code: dossier.state }
      return { template: 'found', status: 200, values, tags: ['look-up:A'], isKept: true }
    }
    const { cache, get } = await portal(() => `${BANNER}${placeholder('code')}`, {
      answers: { '/tra-cuu': { by: 'ma', answer } },
    })
    const look = async () => (await get('/tra-cuu?ma=A')).text()
    expect(await look()).toBe(`${BANNER}received`)
    cache.newsLost()
    dossier.state = 'in_review'
    expect(await look()).toBe(`${BANNER}in_review`)
    dossier.isReachable = false
    expect(await look()).toMatch(/^<div data-kept-copy="">.*in_review$/)
    Object.assign(dossier, { isReachable: true, isSlow: true, state: 'returned' })
    expect(await look()).toMatch(/^<div data-kept-copy="">.*in_review$/)
  })
})

describe('an answer', () => {
  const answers = {
    '/tra-cuu': {
      by: 'ma',
      answer: (code: string) =>
        Promise.resolve({ template: 'found', status: 200, values: { code }, tags: [`dossier:${code}`], isKept: true }),
    },
  }
  const page = (request: IncomingMessage) => `${String(request.headers[TEMPLATE_HEADER])} ${placeholder('code')}`

  test('needs Next once a kind, and is escaped', async () => {
    const { made: urls, get } = await portal(page, { answers })
    const codes = ['A', 'B', '<script>']
    const pages = await Promise.all(
      codes.map(async (code) => (await get(`/tra-cuu?ma=${encodeURIComponent(code)}`)).text()),
    )
    expect(pages).toEqual(['found A', 'found B', 'found &lt;script&gt;'])
    await get('/tra-cuu?ma=C')
    expect(urls.every((url) => url === '/tra-cuu?ma=x')).toBe(true)
    expect(urls.length).toBeLessThanOrEqual(3)
  })

  test('is asked again only after its dossier changed', async () => {
    const questions: string[] = []
    const answer = (code: string) => (questions.push(code), answers['/tra-cuu'].answer(code))
    const { cache, get } = await portal(page, { answers: { '/tra-cuu': { by: 'ma', answer } } })
    await get('/tra-cuu?ma=A')
    await get('/tra-cuu?ma=A')
    cache.changed('dossier:A')
    await get('/tra-cuu?ma=A')
    expect(questions).toEqual(['A', 'A'])
  })
})
