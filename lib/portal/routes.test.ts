import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { returnPath } from '@/lib/accounts'
import { firstPart } from '@/lib/kernel'
import { portalPaths } from './paths'
import { PATHS, PUBLIC_PAGES, ROUTES } from './routes'

/** Every route of `app/`, as its folders spell it. */
const SERVED = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|(route|answer)\.tsx?)$/.test(file))
  .map((file) => path.dirname(file).split(path.sep))
  .map((parts) => `/${parts.filter((part) => part !== '.' && !part.startsWith('(')).join('/')}`)

/** The route Next serves a path by: what is spelled out goes before what is filled in, and that before any number of parts. */
function servedBy(requested: string): string | undefined {
  const [pathname = ''] = requested.split(/[?#]/)
  const isServing = (route: string) =>
    new RegExp(`^${route.replace(/\/\[{1,2}\.{3}.*/, '(/.+)?').replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`).test(pathname)
  const weight = (route: string) => route.replaceAll('[[', '[').replaceAll('[...', '~').replaceAll('[', '}')
  return SERVED.filter(isServing).toSorted((a, b) => (weight(a) < weight(b) ? -1 : 1))[0]
}

const named = Object.entries(PATHS).flatMap(([module, paths]) =>
  Object.entries(paths).map(([name, builder]: [string, unknown]) => ({ name: `${module}.${name}`, made: builder })),
)
const filled = (route: string) => route.replace(/\/\[{1,2}\.{3}.*/, '').replaceAll(/\[[^\]]+\]/g, 'mau-a')

const { accounts, agencies, attachments, catalogue, dossiers, signing } = PATHS
/** What is made of an address and a query: made, as it was before there were modules that spell it, and by which route it is served. */
const MADE: Record<string, [made: string, expected: string, route: string]> = {
  'catalogue.results': [catalogue.results({ q: 'bằng lái xe' }), '/tim-kiem?q=b%E1%BA%B1ng+l%C3%A1i+xe', '/tim-kiem'],
  'catalogue.procedureCase': [
    catalogue.procedureCase('doi-giay-phep-lai-xe', 'EXPIRED'),
    '/dich-vu/doi-giay-phep-lai-xe?truong-hop=EXPIRED',
    '/dich-vu/[slug]',
  ],
  'agencies.inProvince': [agencies.inProvince('01'), '/co-quan?tinh=01', '/co-quan'],
  'accounts.stepUpFor': [
    accounts.stepUpFor('/ho-so/nhap/a1/nop-tiep'),
    '/dang-nhap/xac-thuc-lai?tiep=%2Fho-so%2Fnhap%2Fa1%2Fnop-tiep',
    '/dang-nhap/xac-thuc-lai',
  ],
  'accounts.signInFailedBy': [
    accounts.signInFailedBy('not-genuine'),
    '/dang-nhap/loi?ly-do=not-genuine',
    '/dang-nhap/loi',
  ],
  'attachments.filePicture': [
    attachments.filePicture('a1', 0, 240),
    '/tep/a1/trang/0?rong=240',
    '/tep/[id]/trang/[trang]',
  ],
  'signing.issued': [signing.issued('7K2M9QX4'), '/kiem-tra-chu-ky?van-ban=7K2M9QX4', '/kiem-tra-chu-ky'],
  'dossiers.startCase': [
    dossiers.startCase('doi-giay-phep-lai-xe', 'EXPIRED'),
    '/dich-vu/doi-giay-phep-lai-xe/nop?truong-hop=EXPIRED',
    '/dich-vu/[slug]/nop',
  ],
  'dossiers.inboxPage': [
    dossiers.inboxPage({ 'hang-doi': 'qua-han', q: '', sau: undefined }),
    '/can-bo?hang-doi=qua-han',
    '/can-bo',
  ],
  'dossiers.signingFrom': [dossiers.signingFrom('2026|a'), '/can-bo/ky-so?sau=2026%7Ca', '/can-bo/ky-so'],
  'dossiers.allToSign': [dossiers.allToSign('a'), '/can-bo/ky-so?sau=a&chon=tat-ca', '/can-bo/ky-so'],
  'dossiers.lookUp': [dossiers.lookUp('H26-261008-0975'), '/tra-cuu?ma=H26-261008-0975', '/tra-cuu'],
}

describe('the routes of app/', () => {
  it('are spelled by one module each, all of them', () => {
    expect([...ROUTES].sort()).toEqual([...SERVED].sort())
  })

  it.each(ROUTES)('%s serves what its address leads to', (route) => {
    expect(servedBy(filled(route))).toBe(route)
  })

  it('are not those that the portal answers itself', () => {
    expect(Object.values(portalPaths).map(({ route }) => servedBy(route))).toEqual([undefined, undefined, undefined])
  })
})

it('after signing in, of all that scripts ask, only where a remote signature goes on is returned to', () => {
  const signInRoutes = ROUTES.filter((route) => firstPart(route) === firstPart(accounts.auth()))
  const returnedTo = signInRoutes.filter(
    (route) => returnPath(`${filled(route)}?state=a`, accounts.account()) !== accounts.account(),
  )
  expect(returnedTo).toEqual([signing.remoteReturn.route])
})

describe('a path with a query', () => {
  it('has a sample here', () => {
    const functions = named.filter(({ made: builder }) => typeof builder === 'function' && !('route' in builder))
    expect(functions.map(({ name }) => name).sort()).toEqual(Object.keys(MADE).sort())
  })

  it.each(Object.entries(MADE))('%s leads where it did', (_, [builder, expected, route]) => {
    expect(builder).toBe(expected)
    expect(servedBy(builder)).toBe(route)
  })

  it('says nothing where nothing is asked', () => {
    expect([dossiers.startCase('x'), dossiers.signingFrom(), dossiers.allToSign()]).toEqual([
      '/dich-vu/x/nop',
      '/can-bo/ky-so',
      '/can-bo/ky-so?chon=tat-ca',
    ])
  })
})

describe('a public page', () => {
  it('is one of our routes, and each is ruled once', () => {
    const ruled = PUBLIC_PAGES.map(({ path }) => SERVED.filter((route) => path.test(filled(route))))
    expect(ruled.map((routes) => routes.length)).toEqual(PUBLIC_PAGES.map(() => 1))
    expect(new Set(ruled.flat()).size).toBe(PUBLIC_PAGES.length)
  })

  it('is known by a first part that the metrics count', () => {
    expect(ROUTES.map(firstPart)).toEqual(expect.arrayContaining(['', 'dich-vu', 'tra-cuu', 'can-bo', 'tep']))
  })
})
