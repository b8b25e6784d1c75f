import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
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

export async function fillOfficerSignIn(page: Page, who: keyof typeof OFFICERS): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(OFFICERS[who])
  await page.getByLabel('Mật khẩu', { exact: true }).fill(passwordOf(who))
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByLabel('Mã gồm 6 chữ số').fill((await page.locator('[data-demo-code]').textContent()) ?? '')
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
}

/** Name and password, then the code the trial copy shows. */
export async function signInOfficer(page: Page, who: keyof typeof OFFICERS, tiep = '/tai-khoan'): Promise<void> {
  await page.goto(`/dang-nhap/can-bo?tiep=${encodeURIComponent(tiep)}`)
  await fillOfficerSignIn(page, who)
}

/** Persons come back confirmed, so that they can submit at once; the way there has sentences of its own. */
async function signIn(page: Page, who: Who): Promise<void> {
  if (isPerson(who)) {
    await signInPerson(page, who)
    await expect(page).toHaveURL(/\/tai-khoan$/)
  } else {
    // A code counts once: where a sentence before this one has just used it, the next is half a minute away.
    await expect(async () => {
      await signInOfficer(page, who)
      await expect(page).toHaveURL(/\/tai-khoan$/, { timeout: 5_000 })
    }).toPass({ timeout: 45_000, intervals: [5_000] })
  }
  if (!isPerson(who) || who === 'levelOneCitizen') return
  await page.goto('/dang-nhap/xac-thuc-lai?tiep=%2Ftai-khoan')
  await confirmIdentity(page)
  await expect(page).toHaveURL(/\/tai-khoan$/)
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>
type StoredState = { state: State; at: number }

/** A confirmation counts for a quarter of an hour; one this old is made anew. */
const FRESH_MS = 8 * 60_000

/** Signs in once a worker; later browsers of the same person begin with those cookies. */
async function stateOf(
  browser: Browser,
  states: Map<Who, StoredState>,
  who: Who,
  baseURL: string | undefined,
): Promise<State> {
  const stored = states.get(who)
  if (stored && Date.now() - stored.at < FRESH_MS) return stored.state
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  await signIn(await context.newPage(), who)
  const state = await context.storageState()
  states.set(who, { state, at: Date.now() })
  await context.close()
  return state
}

/** Notes what a browser complains about: a refused script, a failed request, an error nobody caught. */
function watch(context: BrowserContext, complaints: string[]): void {
  // React #412: the page was left while it was still arriving.
  const isLeft = (words: string) => words.includes('React error #412')
  context.on('console', (message) => {
    if (message.type() === 'error' && !isLeft(message.text()))
      complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`)
  })
  context.on('weberror', (error) => {
    const words = error.error().message
    if (!isLeft(words)) complaints.push(`${error.page()?.url() ?? ''}: ${words}`)
  })
}

type Fixtures = {
  /** What the browser may complain about in this test. */
  expectedComplaints: RegExp
  /** Every complaint of the test's browsers; the test fails on one it did not expect. */
  complaints: string[]
  /** A folder for the files the test makes. */
  folder: string
  /** Makes the test's own page that person's. */
  signInAs: (who: Who) => Promise<void>
  /** A page of another person, in a browser of their own. */
  pageOf: (who: Who, options?: { javaScriptEnabled?: boolean }) => Promise<Page>
}

export const test = base.extend<Fixtures, { states: Map<Who, StoredState> }>({
  expectedComplaints: [/^$/, { option: true }],
  complaints: [
    async ({ context, expectedComplaints }, provide) => {
      const complaints: string[] = []
      watch(context, complaints)
      await provide(complaints)
      expect(complaints.filter((complaint) => !expectedComplaints.test(complaint))).toEqual([])
    },
    { auto: true },
  ],
  folder: async ({}, provide) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-files-'))
    await provide(folder)
    rmSync(folder, { recursive: true })
  },
  states: [
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
  pageOf: async ({ browser, states, baseURL, complaints }, provide) => {
    const opened: BrowserContext[] = []
    await provide(async (who, options = {}) => {
      const storageState = await stateOf(browser, states, who, baseURL)
      const context = await browser.newContext({
        storageState,
        ...(baseURL === undefined ? {} : { baseURL }),
        ...options,
      })
      opened.push(context)
      watch(context, complaints)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

export { expect }
