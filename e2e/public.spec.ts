import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PAGES = [
  ...['/', '/tim-kiem?q=khai+sinh', '/tim-kiem?q=zzzz', '/dich-vu/doi-giay-phep-lai-xe', '/tra-cuu?ma=KHONGCO123'],
  ...['/co-quan', '/co-quan?tinh=01', '/tro-giup', '/tro-giup/kha-nang-tiep-can', '/khong-co-trang-nay'],
]

async function violationsOn(page: Page): Promise<unknown> {
  await page.evaluate(AXE)
  return page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target).join()))",
  )
}

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false })

  test('a citizen types carelessly, finds the service, picks a case and reads what it costs', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('searchbox').fill('doi bang lai se')
    await page.getByRole('button', { name: 'Tìm' }).click()
    await page.getByRole('link', { name: 'Đổi giấy phép lái xe' }).click()
    await page.getByRole('link', { name: 'Giấy phép bị hỏng' }).click()
    await expect(page.getByText('Cho trường hợp: Giấy phép bị hỏng')).toBeVisible()
    await expect(page.getByRole('complementary').getByText('135.000 đồng')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Nộp hồ sơ' })).toHaveAttribute(
      'href',
      '/dich-vu/doi-giay-phep-lai-xe/nop?truong-hop=DAMAGED',
    )
  })

  test('on a small phone the menu is one button, and the first screen belongs to the page', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 })
    await page.goto('/')
    const title = await page.getByRole('heading', { level: 1 }).boundingBox()
    expect(title?.y).toBeLessThan(568 / 4)
    await page.getByRole('banner').locator('summary').click()
    await page.getByRole('navigation', { name: 'Trình đơn chính' }).getByRole('link', { name: 'Trợ giúp' }).click()
    await expect(page).toHaveURL('/tro-giup')
  })

  test('what is not filed here is said, with the place where it is', async ({ page }) => {
    await page.goto('/tim-kiem?q=s%E1%BB%95%20%C4%91%E1%BB%8F')
    await expect(page.getByRole('main')).toContainText('Giấy chứng nhận quyền sử dụng đất')
    await expect(page.getByRole('main')).toContainText('dichvucong.gov.vn')
    await expect(page.getByRole('main').locator('a[href^="/dich-vu/"]')).toHaveCount(0)
  })

  test('language and text size are kept and lead back to the same page', async ({ page }) => {
    await page.goto('/tro-giup')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page).toHaveURL('/tro-giup')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help')
    await page.getByRole('button', { name: 'Largest text' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-size', 'largest')
  })

  test('a code nobody has is answered plainly and shown as typed', async ({ page }) => {
    await page.goto('/tra-cuu')
    await page.getByLabel('Mã hồ sơ hoặc mã nộp hồ sơ').fill('<b>KHONG</b>')
    await page.getByRole('button', { name: 'Tra cứu' }).click()
    await expect(page.getByRole('status')).toContainText('Không có hồ sơ nào mang mã “<b>KHONG</b>”')
  })
})

test('what nobody can type is answered like any other question', async ({ request }) => {
  for (const path of [
    '/tra-cuu?ma=%00',
    '/tim-kiem?q=%00',
    '/tim-kiem?linh-vuc=%00',
    `/tra-cuu?ma=${'A'.repeat(9_000)}`,
  ]) {
    expect((await request.get(path)).status(), path).toBe(200)
  }
})

test('public pages carry no script and forbid all', async ({ request }) => {
  for (const path of ['/', '/dich-vu/doi-giay-phep-lai-xe', '/tra-cuu?ma=KHONGCO123']) {
    const answer = await request.get(path)
    expect(answer.headers()['content-security-policy']).toContain("script-src 'none'")
    expect(await answer.text()).not.toContain('<script')
  }
})

for (const width of [360, 1280]) {
  test.describe(`at ${String(width)} pixels, light and dark`, () => {
    test.use({ viewport: { width, height: 800 }, bypassCSP: true })

    for (const path of PAGES) {
      test(`${path} has nothing axe objects to and does not scroll sideways`, async ({ page }) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await page.goto(path)
          expect(await violationsOn(page), colorScheme).toEqual([])
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        }
      })
    }
  })
}
