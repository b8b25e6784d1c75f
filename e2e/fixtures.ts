import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, expect, type Page, test as base } from '@playwright/test'
import { z } from 'zod'

/** People of the identity provider, by the button that signs them in. */
const PEOPLE = {
  citizen: 'Nguyễn Văn An',
  otherCitizen: 'Trần Thị Bình',
  business: 'Công ty TNHH Thương mại Sao Mai',
  levelOneCitizen: 'Phạm Minh Đức',
} as const

/** Officers, by the name they sign in with. */
const OFFICERS = {
  oneStopOfficer: 'hoa.nguyen',
  caseOfficer: 'minh.tran',
  otherCaseOfficer: 'lan.do',
  unitHead: 'long.vu',
  agencyLeader: 'dung.pham',
  registrar: 'thu.le',
  wardOneStopOfficer: 'mai.hoang',
  wardCaseOfficer: 'tung.bui',
  wardLeader: 'hanh.ngo',
  nationalOverseer: 'son.dang',
  systemAdmin: 'quan.tri',
} as const

export type Who = keyof typeof PEOPLE | keyof typeof OFFICERS

const secrets = z.record(z.string(), z.object({ password: z.string() }))

/** The demo password `npm start` made for this officer. */
export function passwordOf(who: keyof typeof OFFICERS): string {
  const file = path.join(process.env['MOT_CUA_DATA'] ?? '.data', 'demo-people.json')
  return secrets.parse(JSON.parse(readFileSync(file, 'utf8')))[OFFICERS[who]]?.password ?? ''
}

const isPerson = (who: Who): who is keyof typeof PEOPLE => Object.hasOwn(PEOPLE, who)

/** On the identity provider's page: choose who to be. */
export async function chooseAtProvider(page: Page, who: keyof typeof PEOPLE): Promise<void> {
  await page.getByRole('button', { name: PEOPLE[who] }).click()
}

/** On the identity provider's page: type the code it shows. */
export async function typeProviderCode(page: Page): Promise<void> {
  const code = (await page.locator('[data-code]').textContent()) ?? ''
  await page.getByLabel('Mã gồm 6 chữ số').fill(code)
  await page.getByRole('button', { name: 'Xác nhận' }).click()
}

/** On `/dang-nhap/xac-thuc-lai`: confirm with a one-time code and come back. */
export async function confirmIdentity(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xác thực bằng mã một lần' }).click()
  await typeProviderCode(page)
}

/** From the sign-in page through the identity provider, back to `tiep`. */
export async function signInPerson(page: Page, who: keyof typeof PEOPLE, tiep = '/tai-khoan'): Promise<void> {
  await page.goto(`/dang-nhap?tiep=${encodeURIComponent(tiep)}`)
  await page.getByRole('button', { name: 'Đăng nhập bằng tài khoản định danh' }).click()
  await chooseAtProvider(page, who)
}

/** Name and password, then the code the trial copy shows. */
export async function signInOfficer(page: Page, who: keyof typeof OFFICERS, tiep = '/tai-khoan'): Promise<void> {
  await page.goto(`/dang-nhap/can-bo?tiep=${encodeURIComponent(tiep)}`)
  await page.getByLabel('Tên đăng nhập').fill(OFFICERS[who])
  await page.getByLabel('Mật khẩu', { exact: true }).fill(passwordOf(who))
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByLabel('Mã gồm 6 chữ số').fill((await page.locator('[data-demo-code]').textContent()) ?? '')
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
}

async function signIn(page: Page, who: Who): Promise<void> {
  await (isPerson(who) ? signInPerson(page, who) : signInOfficer(page, who))
  await expect(page).toHaveURL(/\/tai-khoan$/)
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** Signs in once a worker; later browsers of the same person begin with those cookies. */
async function stateOf(
  browser: Browser,
  states: Map<Who, State>,
  who: Who,
  baseURL: string | undefined,
): Promise<State> {
  const known = states.get(who)
  if (known) return known
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  await signIn(await context.newPage(), who)
  const state = await context.storageState()
  states.set(who, state)
  await context.close()
  return state
}

type Fixtures = {
  /** Makes the test's own page that person's. */
  signInAs: (who: Who) => Promise<void>
  /** A page of another person, in a browser of their own. */
  pageOf: (who: Who, options?: { javaScriptEnabled?: boolean }) => Promise<Page>
}

export const test = base.extend<Fixtures, { states: Map<Who, State> }>({
  states: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names a fixture needs from its first parameter
    async ({}, provide) => {
      await provide(new Map())
    },
    { scope: 'worker' },
  ],
  signInAs: async ({ browser, context, states, baseURL }, provide) => {
    await provide(async (who) => {
      const { cookies } = await stateOf(browser, states, who, baseURL)
      await context.addCookies(cookies)
    })
  },
  pageOf: async ({ browser, states, baseURL }, provide) => {
    const opened: BrowserContext[] = []
    await provide(async (who, options = {}) => {
      const storageState = await stateOf(browser, states, who, baseURL)
      const context = await browser.newContext({
        storageState,
        ...(baseURL === undefined ? {} : { baseURL }),
        ...options,
      })
      opened.push(context)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

export { expect }
