import type { Page } from '@playwright/test'
import { forgetDrafts } from './driving-licence'
import { expect, test } from './fixtures'

test.beforeEach(forgetDrafts)

const UNSTAFFED = 'Phường Ngọc Hà'
const MARKED = `${UNSTAFFED} (chưa nhận hồ sơ trực tuyến)`
const next = (page: Page) => page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
const title = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** With script the communes follow the province; without, a button brings them. */
async function choosePlace(page: Page, ward: string | RegExp, hasScript: boolean): Promise<void> {
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hà Nội' })
  if (!hasScript) await page.getByRole('button', { name: 'Chọn tỉnh này' }).click()
  const wards = page.getByLabel('Xã, phường, đặc khu')
  const label = await wards.locator('option').filter({ hasText: ward }).first().textContent()
  await wards.selectOption({ label: label ?? '' })
}

for (const javaScriptEnabled of [true, false])
  test(`a business seated where nobody receives is told so with its seat, script ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    pageOf,
  }) => {
    const page = await pageOf('citizen', { javaScriptEnabled })
    await page.goto('/dich-vu/dang-ky-thanh-lap-ho-kinh-doanh/nop')
    await page.getByRole('radio', { name: 'Một cá nhân' }).check()
    await next(page)
    await page.waitForURL(/\/nguoi-de-nghi$/)
    await next(page)

    await test.step('the choice marks the place before it is chosen', async () => {
      await title(page, 'Tên và trụ sở')
      await page.getByLabel('Tên riêng').fill('Sao Khuê')
      await choosePlace(page, UNSTAFFED, javaScriptEnabled)
      const chosen = page.getByLabel('Xã, phường, đặc khu').locator('option:checked')
      await expect(chosen).toHaveText(MARKED)
    })

    if (javaScriptEnabled)
      await test.step('and on a narrow telephone, where the list cuts it off, what is chosen stands below in full', async () => {
        const inFull = page.getByRole('main').locator('p', { hasText: MARKED })
        await expect(inFull).toBeHidden()
        await page.setViewportSize({ width: 360, height: 740 })
        await expect(inFull).toBeVisible()
        await page.setViewportSize({ width: 1280, height: 720 })
      })

    await test.step('whoever chooses it all the same hears which agency, and what to do', async () => {
      await page.getByLabel('Số nhà, đường, thôn, tổ dân phố').fill('20 phố Ngọc Hà')
      await next(page)
      const refusal = page.locator('#error-summary').getByRole('link')
      await expect(refusal).toHaveCount(1)
      await expect(refusal).toContainText('“Ủy ban nhân dân phường Ngọc Hà” chưa có cán bộ tiếp nhận hồ sơ trực tuyến')
      await expect(refusal).toContainText('hãy nộp trực tiếp tại Bộ phận Một cửa của cơ quan này')
      await expect(refusal).toHaveAttribute('href', '#headquarters')
      await expect(page.locator('[id="headquarters"]')).toBeVisible()
    })

    await test.step('what was typed stays, and another place is taken', async () => {
      await expect(page.getByLabel('Tên riêng')).toHaveValue('Sao Khuê')
      await expect(page.getByLabel('Số nhà, đường, thôn, tổ dân phố')).toHaveValue('20 phố Ngọc Hà')
      await choosePlace(page, /^Phường Ba Đình$/, javaScriptEnabled)
      await next(page)
      await title(page, 'Ngành nghề kinh doanh')
    })
  })
