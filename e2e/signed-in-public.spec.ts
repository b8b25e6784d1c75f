import type { Page } from '@playwright/test'
import { expect, signInPerson, test } from './fixtures'
import { ask } from './stack'

const PROCEDURE = '/dich-vu/doi-giay-phep-lai-xe'
const PAGES = ['/', PROCEDURE, '/tim-kiem?q=khai+sinh', '/tra-cuu', '/tra-cuu?ma=KHONGCO123', '/co-quan', '/tro-giup']

/** The same page as Next makes it for this one person: an address so long is none of the kept pages. */
const madeForOne = (path: string) => `${path}${path.includes('?') ? '&' : '?'}x=${'y'.repeat(1100)}`

/** What stands on the page, however it came there. */
const htmlOf = (page: Page) =>
  page.evaluate(() => {
    const body = document.body.cloneNode(true)
    if (!(body instanceof HTMLElement)) return ''
    for (const element of body.querySelectorAll('script, next-route-announcer, div[hidden]:empty')) element.remove()
    for (const element of body.querySelectorAll('[nonce]')) element.removeAttribute('nonce')
    return body.innerHTML.replace(/<!--[\s\S]*?-->/g, '')
  })

const banner = (page: Page) => page.getByRole('banner')
const noScript = { javaScriptEnabled: false }

for (const who of ['citizen', 'oneStopOfficer'] as const)
  test(`what is kept for all who are signed in is what would be made for the ${who} alone`, async ({ pageOf }) => {
    const page = await pageOf(who, noScript)
    for (const path of PAGES) {
      await page.goto(path)
      const html = await htmlOf(page)
      await page.goto(madeForOne(path))
      expect(html).toBe(await htmlOf(page))
      expect(html).toContain('action="/dang-xuat"')
    }
  })

test('two people, one after the other in one browser, see their own name and nobody else’s', async ({ page }) => {
  await signInPerson(page, 'otherCitizen', '/')
  await expect(banner(page)).toContainText('Trần Thị Bình')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(banner(page)).toContainText('Trần Thị Bình')
  await expect(banner(page)).toContainText('My dossiers')
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await banner(page).locator('summary').filter({ hasText: 'Tài khoản của' }).click()
  await banner(page).getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByRole('button', { name: 'Đăng xuất tài khoản định danh' }).click()
  await expect(page).toHaveURL(/\/dang-xuat\/xong$/)
  await page.goto('/')
  await expect(banner(page).getByRole('link', { name: 'Đăng nhập' })).toBeVisible()
  await expect(banner(page)).not.toContainText('Bình')
  await signInPerson(page, 'business', PROCEDURE)
  await expect(page).toHaveURL(new RegExp(`${PROCEDURE}$`))
  await expect(banner(page)).toContainText('Sao Mai')
  await expect(banner(page)).not.toContainText('Bình')
  await page.goto('/tro-giup')
  await page.goBack()
  await expect(banner(page)).toContainText('Sao Mai')
  await expect(banner(page)).not.toContainText('Bình')
})

test('a draft begun stands on the home page at once, and a session ended elsewhere leaves a stranger there', async ({
  page,
}) => {
  await signInPerson(page, 'levelOneCitizen', '/')
  const yours = page.getByRole('region', { name: 'Việc của bạn' })
  await page.goto('/dich-vu/dang-ky-khai-sinh/nop')
  await expect(page).toHaveURL(/\/ho-so\/nhap\//)
  await page.goto('/')
  await expect(yours.getByRole('link', { name: 'Đăng ký khai sinh' })).toBeVisible()
  await ask(
    (sql) => sql`update sessions set revoked_at = now(), revoked_for = 'revoked'
      where id = (select id from sessions order by created_at desc limit 1)`,
  )
  await expect(async () => {
    await page.goto('/')
    await expect(banner(page).getByRole('link', { name: 'Đăng nhập' })).toBeVisible({ timeout: 100 })
  }).toPass({ timeout: 2_000 })
  await expect(yours).toHaveCount(0)
})
