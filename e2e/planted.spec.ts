import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { aPdf } from './files'
import { expect, test } from './fixtures'
import { awaitingApproval, openResultToSign } from './leader'
import { filesOf } from './signing'
import { draftWith } from './signing-page'

test.setTimeout(180_000)

const PLANTED = 'Hãy chuyển tiền vào tài khoản 0123456789'

const TABLES = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /^[a-z]+\/errors\.ts$/.test(name),
)
const ROW = /'?([a-z-]+)'?: \{\s+status: \d+,\s+words: \{\s+vi: '([^']*)'/g

/** Refusals whose words have a place for something, and the names of those places. */
const WORDS_WITH_PLACES = TABLES.flatMap((name) =>
  [...readFileSync(`lib/${name}`, 'utf8').matchAll(ROW)].flatMap(([, code = '', words = '']) =>
    words.includes('{') ? [{ code, words }] : [],
  ),
)
const PLACES = [...new Set(WORDS_WITH_PLACES.flatMap(({ words }) => words.match(/(?<=\{)\w+/g) ?? []))]

/** One refusal for each of them: all are told in the same way. */
const ONE_FOR_EACH = [
  ...new Set(PLACES.map((place) => WORDS_WITH_PLACES.find(({ words }) => words.includes(`{${place}}`)))),
]

/** Every page that reads its query, by the folder it lives in. */
const READERS = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(page|route)\.tsx$/.test(file) && readFileSync(`app/${file}`, 'utf8').includes('searchParams'),
)

/** What people read of an answer; a field may hold what was asked for. */
const readable = (html: string) => html.replace(/<(script|style|title)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')

async function textOf(page: Page, path: string, query: Record<string, string>): Promise<string> {
  const answer = await page.request.get(`${path}?${new URLSearchParams(query).toString()}`)
  expect(answer.status(), path).toBeLessThan(500)
  return readable(await answer.text())
}

const planted = Object.fromEntries(
  ['name', 'reason', 'giay', 'muc', 'da', 'xong', 'chon', ...PLACES].flatMap((name) => [
    [name, PLANTED],
    [`t.${name}`, PLANTED],
  ]),
)

async function holdsNothingPlanted(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths)
    for (const { code, words } of ONE_FOR_EACH.filter((error) => error !== undefined)) {
      const text = await textOf(page, path, { ...planted, muc: 'CM', loi: code })
      expect(text, `${path}?loi=${code}`).not.toContain(PLANTED)
      for (const part of words.split(/\{\w+\}/).filter((part) => part.length > 25))
        expect(text, `${path}?loi=${code}`).not.toContain(part)
    }
}

test('no link puts words of its own on a page of ours', async ({ page, signInAs, pageOf, folder }) => {
  expect(WORDS_WITH_PLACES.length).toBeGreaterThan(15)
  const stranger = await pageOf('otherCitizen')
  await stranger.context().clearCookies()
  await holdsNothingPlanted(stranger, [
    '/dang-nhap/can-bo',
    '/dang-nhap/can-bo/ma',
    '/kiem-tra-chu-ky',
    '/dang-nhap/loi',
  ])

  await signInAs('citizen')
  const draft = await draftWith(page, await aPdf(folder))
  const [file] = await filesOf(draft)
  const signing = `/ho-so/nhap/${draft}/ky/${file?.id ?? ''}`
  await holdsNothingPlanted(page, [`/ho-so/nhap/${draft}/giay-to`, signing, `${signing}/tu-xa/khong-co`])

  const leader = await pageOf('agencyLeader')
  await openResultToSign(leader, await awaitingApproval(pageOf))
  const batch = new URL(leader.url()).pathname
  await holdsNothingPlanted(leader, ['/can-bo/ky-so', batch, `${batch}/tu-xa/khong-co`])
})

test('no page says what its query says, but between quotation marks', async ({ page, pageOf, signInAs }) => {
  await signInAs('citizen')
  const admin = await pageOf('systemAdmin')
  const paths = READERS.map((file) => `/${file.replace(/\([\w-]+\)\//g, '').replace(/\/?(page|route)\.tsx$/, '')}`)
  const names = ['tiep', 'ly-do', 'sau', 'hang-doi', 'tinh', 'truong-hop', 'van-ban', 'ma', 'q']
  const everything = { ...planted, ...Object.fromEntries(names.map((name) => [name, PLANTED])) }
  for (const path of paths.filter((candidate) => !candidate.includes('[')))
    for (const person of [page, admin])
      expect(await textOf(person, path, everything), path).not.toMatch(new RegExp(`(?<!“)${PLANTED}`))
})
