import type { Page } from '@playwright/test'
import { completeDraft } from './driving-licence'
import { chooseAtProvider, confirmIdentity, expect, passwordOf, signInOfficer, signInPerson, test } from './fixtures'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name })

/** Makes the identity provider misbehave until told otherwise. */
async function faults(page: Page, switches: object): Promise<void> {
  await page.goto('/dang-nhap')
  const issuer =
    process.env['OIDC_ISSUER'] ?? new URL(page.url()).origin.replace(/\d+$/, (port) => String(Number(port) + 1))
  await page.request.post(`${issuer}/faults`, { data: switches })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a citizen signs in, is back where they were, sees their verified facts, and signs out', async ({ page }) => {
      await signInPerson(page, 'citizen', '/tai-khoan?tu=to-khai#phien')
      await expect(page).toHaveURL(/\/tai-khoan\?tu=to-khai#phien$/)
      await expect(heading(page, 'Nguyễn Văn An')).toBeVisible()
      await expect(page.getByText('001 090 000 001')).toBeVisible()
      await expect(page.getByText('Số 12 phố Đội Cấn, Phường Ba Đình, Thành phố Hà Nội').first()).toBeVisible()
      await button(page, 'Đăng xuất').click()
      await page.getByRole('button', { name: 'Đăng xuất tài khoản định danh' }).click()
      await expect(heading(page, 'Bạn đã đăng xuất')).toBeVisible()
      await page.goto('/tai-khoan')
      await expect(page).toHaveURL(/\/dang-nhap\?tiep=%2Ftai-khoan$/)
    })

    test('an officer signs in by password and code', async ({ page }) => {
      await signInOfficer(page, javaScriptEnabled ? 'registrar' : 'wardLeader')
      await expect(
        page.getByRole('main').getByText(/Văn thư – Phòng Cảnh sát giao thông|Lãnh đạo cơ quan – /),
      ).toBeVisible()
    })

    test('confirming with a second factor returns to the page and replaces the session', async ({ page, context }) => {
      await signInPerson(page, 'citizen')
      const before = await context.cookies()
      await page.goto('/dang-nhap/xac-thuc-lai?tiep=%2Ftai-khoan%23phien')
      await confirmIdentity(page)
      await expect(page).toHaveURL(/\/tai-khoan#phien$/)
      await context.addCookies(before.filter(({ name }) => name.includes('session-token')))
      await page.goto('/tai-khoan')
      await expect(page).toHaveURL(/\/dang-nhap/)
    })
  })
}

test('a wrong password and a wrong code say so and let one try again', async ({ page }) => {
  await page.goto('/dang-nhap/can-bo')
  await page.getByLabel('Tên đăng nhập').fill('son.dang')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('khong-dung')
  await button(page, 'Tiếp tục').click()
  await expect(page.getByRole('alert').first()).toContainText('mật khẩu chưa đúng')
  await page.getByLabel('Tên đăng nhập').fill('SON.DANG ')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(passwordOf('nationalOverseer'))
  await button(page, 'Tiếp tục').click()
  await page.getByLabel('Mã gồm 6 chữ số').fill('000 000')
  await button(page, 'Đăng nhập').click()
  await expect(page.getByRole('alert').first()).toContainText('Mã xác thực chưa đúng')
})

test('turning back at the identity provider leads to a page with a way on', async ({ page }) => {
  await page.goto('/dang-nhap?tiep=%2Ftai-khoan')
  await button(page, 'Đăng nhập bằng tài khoản định danh').click()
  await page.getByRole('button', { name: 'Hủy, quay lại Cổng dịch vụ' }).click()
  await expect(heading(page, 'Bạn đã hủy đăng nhập')).toBeVisible()
  await button(page, 'Đăng nhập lại').click()
  await chooseAtProvider(page, 'citizen')
  await expect(page).toHaveURL(/\/tai-khoan$/)
})

test('an answer of the identity provider is used once, and a forged one never', async ({ page }) => {
  let callback = ''
  page.on('request', (request) => {
    if (request.url().includes('/api/auth/callback/eid?')) callback = request.url()
  })
  await signInPerson(page, 'citizen')
  await expect(page).toHaveURL(/\/tai-khoan$/)
  await page.goto(callback)
  await expect(heading(page, 'Lượt đăng nhập này không còn dùng được')).toBeVisible()
  await page.context().clearCookies()
  await page.goto('/dang-nhap')
  await button(page, 'Đăng nhập bằng tài khoản định danh').click()
  await expect(page.getByRole('button', { name: 'Nguyễn Văn An' })).toBeVisible()
  const forged = new URL(callback)
  forged.searchParams.set('state', 'gia-mao')
  await page.goto(forged.href)
  await expect(heading(page, 'Không xác minh được lượt đăng nhập')).toBeVisible()
})

for (const [name, switches] of Object.entries({ down: { down: true }, 'too slow': { slow: 9000 } })) {
  test(`while the identity provider is ${name} the page says what still works`, async ({ page }) => {
    await faults(page, switches)
    // For so long the portal believes that it is still there.
    await page.waitForTimeout(5_000)
    try {
      await page.goto('/dang-nhap?tiep=%2Ftai-khoan')
      await button(page, 'Đăng nhập bằng tài khoản định danh').click()
      await expect(heading(page, 'Hệ thống định danh đang gián đoạn')).toBeVisible({ timeout: 15_000 })
    } finally {
      await faults(page, {})
    }
  })
}

test('another person cannot confirm in one’s place', async ({ page, context }) => {
  await signInPerson(page, 'citizen')
  await expect(page).toHaveURL(/\/tai-khoan$/)
  await context.clearCookies({ name: /eid/ })
  await page.goto('/dang-nhap/xac-thuc-lai?tiep=%2Ftai-khoan')
  await button(page, 'Xác thực bằng mã một lần').click()
  await chooseAtProvider(page, 'otherCitizen')
  await page.getByLabel('Mã gồm 6 chữ số').fill((await page.locator('[data-code]').textContent()) ?? '')
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await expect(heading(page, 'Xác thực bằng tài khoản khác')).toBeVisible()
  await page.goto('/tai-khoan')
  await expect(heading(page, 'Nguyễn Văn An')).toBeVisible()
})

test('a session is ended from another browser', async ({ page, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage()
  await signInPerson(page, 'business')
  await signInPerson(elsewhere, 'business', new URL('/tai-khoan', page.url()).pathname)
  await page.goto('/tai-khoan')
  await button(page, 'Kết thúc phiên').first().click()
  await expect(page.getByText('Đã kết thúc phiên.')).toBeVisible()
  await elsewhere.goto('/tai-khoan')
  await expect(elsewhere).toHaveURL(/\/dang-nhap/)
})

test('signing in never leads to another site', async ({ page }) => {
  await signInPerson(page, 'citizen', '//evil.example/x')
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/$/)
})

test('who is signed in finds what they began on the home page', async ({ page, signInAs }) => {
  await signInAs('citizen')
  await page.goto('/dich-vu/doi-giay-phep-lai-xe/nop')
  await page.goto('/')
  await page.getByRole('region', { name: 'Việc của bạn' }).getByRole('link', { name: 'Đổi giấy phép lái xe' }).click()
  await expect(page).toHaveURL(/\/ho-so\/nhap\//)
})

test('what was asked for before the one-time code is done after it', async ({ page }) => {
  await signInPerson(page, 'otherCitizen')
  const draft = await completeDraft(page)
  await page.goto(`/ho-so/nhap/${draft}/nop-tiep`)
  await expect(page).not.toHaveURL(/da=nop/)
  await page.goto(`/ho-so/nhap/${draft}/xem-lai`)
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await page.getByRole('link', { name: 'Quay lại trang trước' }).click()
  await expect(page.getByText('Hồ sơ chưa được nộp')).toBeVisible()
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await confirmIdentity(page)
  await expect(page.getByText(/Đã nộp hồ sơ\. Mã nộp của bạn/)).toBeVisible()
})
