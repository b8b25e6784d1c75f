import type { Page } from '@playwright/test'
import { codesOf, completeDraft, dossierIdIn, startedDraft, submittedDossier } from './driving-licence'
import { chooseAtProvider, expect, signInPerson, test } from './fixtures'
import { allJobsDone, ask, effectsOn, isWell, jobsLeft, kill, mailsAbout, processOf, whileDead } from './stack'

test.setTimeout(240_000)
test.use({ expectedComplaints: /status of (401|5\d\d)|ERR_|Failed to fetch|NetworkError/ })

/** Told once in the portal, mailed once, and one acknowledgement made. */
async function everythingHappenedOnce(dossierId: string): Promise<void> {
  await allJobsDone()
  // The applicant and the desk are told; only the applicant has an address for mail.
  expect((await effectsOn(dossierId))[0]).toEqual({ action: 'dossier.submitted', notices: 2, mailed: 1 })
  expect(await mailsAbout((await codesOf(dossierId)).submission)).toHaveLength(1)
  const papers = await ask((sql) => sql`select kind from issued_documents where dossier_id = ${dossierId}`)
  expect(papers.map((row) => String(row['kind']))).toEqual(['acknowledgement'])
}

async function firstPage(page: Page): Promise<string> {
  const draft = await startedDraft(page)
  await page.getByRole('radio', { name: 'Giấy phép bị hỏng' }).check()
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await expect(page).toHaveURL(/nguoi-de-nghi$/)
  await page.goto(`/ho-so/nhap/${draft}/giay-phep`)
  return draft
}

const place = (page: Page) => page.getByLabel('Cơ quan cấp')
const savedMark = (page: Page) => page.locator('[data-save=saved]')

test.afterEach(isWell)

test('a worker killed while jobs wait loses nothing and does nothing twice', async ({ signInAs, page }) => {
  await signInAs('citizen')
  let id = ''
  await whileDead('worker', async () => {
    id = await submittedDossier(page)
    expect(await jobsLeft()).toBeGreaterThan(0)
    await expect(page.locator('#van-ban')).toContainText('Văn bản đang được tạo')
  })
  await expect.poll(() => processOf('worker'), { timeout: 60_000, intervals: [50] }).toBeDefined()
  kill('worker')
  await everythingHappenedOnce(id)
  await page.reload()
  await expect(page.locator('#van-ban').getByRole('link', { name: 'Xác nhận đã nộp hồ sơ' })).toBeVisible()
})

test('a mail server that is down for a while gets every mail, once', async ({ signInAs, page }) => {
  await signInAs('citizen')
  let id = ''
  await whileDead('mail', async () => {
    id = await submittedDossier(page)
    const effects = async () => (await effectsOn(id))[0]
    await expect.poll(effects, { timeout: 60_000 }).toMatchObject({ mailed: 0 })
    await expect.poll(async () => (await effects())?.notices, { timeout: 60_000 }).toBeGreaterThan(0)
    await page.goto('/thong-bao')
    await expect(page.getByText((await codesOf(id)).submission).first()).toBeVisible()
    const countFailed = async () =>
      (await ask((sql) => sql`select 1 from job_troubles where task = 'notices.deliver'`)).length
    await expect.poll(countFailed, { timeout: 60_000 }).toBeGreaterThan(0)
  })
  await everythingHappenedOnce(id)
})

test.describe('a database that is killed', () => {
  test('is told of on the page, and the person goes on as if nothing had been', async ({ signInAs, page }) => {
    await signInAs('citizen')
    const draft = await completeDraft(page)
    await page.goto(`/ho-so/nhap/${draft}/xem-lai`)
    const elsewhere = await page.context().newPage()
    await whileDead('database', async () => {
      const answer = await elsewhere.goto('/ho-so')
      expect(answer?.status()).toBe(503)
      await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Cổng đang tạm gián đoạn')
      await expect(elsewhere.getByRole('main')).toContainText('vẫn còn nguyên')
      await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
      await expect(page.getByText('Dịch vụ đang tạm gián đoạn.', { exact: false })).toBeVisible()
    })
    await isWell()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await expect(page.getByText(/Đã nộp hồ sơ\. Mã nộp của bạn/)).toBeVisible()
    await everythingHappenedOnce(dossierIdIn(page.url()))
  })

  test('leaves public pages as they were kept, and says so', async ({ page }) => {
    const path = '/dich-vu/doi-giay-phep-lai-xe'
    const asUsual = await page.goto(path)
    expect(asUsual?.status()).toBe(200)
    await expect(page.locator('script')).toHaveCount(0)
    const banner = page.getByText('Cổng đang tạm gián đoạn: bạn đang xem bản lưu')
    await expect(banner).toBeHidden()
    await whileDead('database', async () => {
      // A silent death is heard of within a second or two; until then the copy goes out without the banner.
      await expect(async () => {
        const copy = await page.goto(path)
        expect(copy?.status()).toBe(200)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đổi giấy phép lái xe')
        await expect(banner).toBeVisible({ timeout: 500 })
      }).toPass({ timeout: 15_000 })
      await expect(page.getByText(/Bản lưu lúc \d\d:\d\d \d\d\/\d\d\/\d{4}/)).toBeVisible()
      const never = await page.goto('/tim-kiem?q=ch%C6%B0a%20ai%20h%E1%BB%8Fi')
      expect(never?.status()).toBe(503)
    })
    await isWell()
    await expect(async () => {
      await page.goto(path)
      await expect(banner).toBeHidden({ timeout: 500 })
    }).toPass({ timeout: 15_000 })
  })

  test('takes nothing from an officer who is typing', async ({ signInAs, page, pageOf }) => {
    await signInAs('citizen')
    const id = await submittedDossier(page)
    const officer = await pageOf('oneStopOfficer')
    await officer.goto(`/can-bo/ho-so/${id}/tu-choi`)
    const reason = officer.getByRole('main').getByRole('textbox').first()
    await reason.fill('Hồ sơ chưa đúng thẩm quyền.')
    await whileDead('database', async () => {
      await officer.getByRole('main').getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
      await expect(officer.getByText('Dịch vụ đang tạm gián đoạn.', { exact: false })).toBeVisible()
      await expect(reason).toHaveValue('Hồ sơ chưa đúng thẩm quyền.')
    })
  })

  test('keeps what is typed meanwhile on the page and saves it afterwards', async ({ signInAs, page }) => {
    await signInAs('citizen')
    await firstPage(page)
    await place(page).fill('Sở Giao thông')
    await expect(savedMark(page)).toBeVisible()
    await whileDead('database', async () => {
      await place(page).fill('Sở Giao thông vận tải Hà Nội')
      await expect(page.getByText(/^Mất kết nối/)).toBeVisible({ timeout: 45_000 })
    })
    await expect(savedMark(page)).toBeVisible({ timeout: 60_000 })
    await page.reload()
    await expect(place(page)).toHaveValue('Sở Giao thông vận tải Hà Nội')
  })
})

test.describe('an application that is killed', () => {
  test('leaves public pages to everybody, and a page of a person says that it will be back', async ({
    signInAs,
    page,
    browser,
    baseURL,
  }) => {
    await signInAs('citizen')
    await page.goto('/ho-so')
    const path = '/dich-vu/doi-giay-phep-lai-xe'
    const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) })
    const reader = await context.newPage()
    await reader.goto(path)
    await whileDead('application', async () => {
      expect((await reader.goto(path))?.status()).toBe(200)
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Đổi giấy phép lái xe')
      expect((await page.goto('/ho-so'))?.status()).toBe(503)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cổng đang tạm gián đoạn')
    })
    await context.close()
    await isWell()
    expect((await page.goto('/ho-so'))?.status()).toBe(200)
  })

  test('takes an act that was sent meanwhile as soon as it is back, once', async ({ signInAs, page }) => {
    await signInAs('citizen')
    const draft = await completeDraft(page)
    await page.goto(`/ho-so/nhap/${draft}/xem-lai`)
    await whileDead('application', () => page.getByRole('button', { name: 'Nộp hồ sơ' }).click({ noWaitAfter: true }))
    await expect(page.getByText(/Đã nộp hồ sơ\. Mã nộp của bạn/)).toBeVisible()
    await everythingHappenedOnce(dossierIdIn(page.url()))
  })
})

test('what is typed without a network is saved when it is back', async ({ signInAs, page, context }) => {
  await signInAs('citizen')
  await firstPage(page)
  await context.setOffline(true)
  await place(page).fill('Sở Giao thông vận tải Hà Nội')
  await expect(page.getByText(/^Mất kết nối/)).toBeVisible()
  await context.setOffline(false)
  await expect(savedMark(page)).toBeVisible({ timeout: 30_000 })
  await page.reload()
  await expect(place(page)).toHaveValue('Sở Giao thông vận tải Hà Nội')
})

test('what is typed after the session ended is saved once one has signed in again', async ({ page }) => {
  await signInPerson(page, 'otherCitizen')
  await expect(page).toHaveURL(/tai-khoan$/)
  const draft = await firstPage(page)
  const other = await page.context().newPage()
  await other.goto('/tai-khoan')
  await other.getByRole('main').getByRole('button', { name: 'Đăng xuất' }).click()
  await other.getByRole('button', { name: 'Đăng xuất tài khoản định danh' }).click()
  await other.close()

  await place(page).fill('Sở Giao thông vận tải Hà Nội')
  await expect(page.getByText('Phiên đăng nhập đã hết.', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: 'Đăng nhập lại để lưu' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập bằng tài khoản định danh' }).click()
  await chooseAtProvider(page, 'otherCitizen')
  await expect(page).toHaveURL(new RegExp(`${draft}/giay-phep#licence.issuePlace$`))
  await expect(place(page)).toHaveValue('Sở Giao thông vận tải Hà Nội')
  await expect(place(page)).toBeFocused()
  await expect(savedMark(page)).toBeVisible()
  await page.reload()
  await expect(place(page)).toHaveValue('Sở Giao thông vận tải Hà Nội')
})
