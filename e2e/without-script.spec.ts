import type { Page } from '@playwright/test'
import { act, askForSupplement, codesOf, dossierIdIn, draftResult, forgetDrafts } from './driving-licence'
import { aPdf, aPortrait, badFiles, type MadeFile } from './files'
import { chooseAtProvider, confirmIdentity, expect, test } from './fixtures'
import { approveBySigning } from './leader'
import { allJobsDone, effectsOn } from './stack'

test.use({ javaScriptEnabled: false })
test.setTimeout(240_000)
test.beforeEach(forgetDrafts)

const next = (page: Page) => page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const box = (page: Page, document: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: document }) })

async function upload(page: Page, document: string, file: MadeFile): Promise<void> {
  await box(page, document).getByLabel('Chọn tệp hoặc chụp ảnh').setInputFiles(file.path)
  await box(page, document).getByRole('button', { name: 'Tải lên' }).click()
}

async function date(page: Page, question: string, parts: [string, string, string]): Promise<void> {
  const group = page.getByRole('group', { name: question })
  for (const [at, part] of ['Ngày', 'Tháng', 'Năm'].entries())
    await group.getByLabel(part, { exact: true }).fill(parts[at] ?? '')
}

test('a licence is exchanged by a citizen and officers whose browsers run no script', async ({
  page,
  pageOf,
  folder,
}) => {
  const portrait = await aPortrait(folder)
  const scan = await aPdf(folder, 'Bản quét giấy phép.pdf')

  await test.step('the citizen finds it, signs in and answers page after page', async () => {
    await page.goto('/')
    await page.getByRole('main').getByRole('searchbox').first().fill('gia han bang lai xe')
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).first().click()
    await page.getByRole('main').getByRole('link', { name: 'Đổi giấy phép lái xe' }).first().click()
    await page.getByRole('main').getByRole('link', { name: 'Nộp hồ sơ' }).click()
    await page.getByRole('main').getByRole('button', { name: 'Đăng nhập bằng tài khoản định danh' }).click()
    await chooseAtProvider(page, 'citizen')
    await page.getByRole('radio', { name: 'Giấy phép bị hỏng' }).check()
    await next(page)
    await expect(page.getByRole('main')).toContainText('001 090 000 001')
    await next(page)
  })

  await test.step('what is wrong comes back with the page, and what was typed stays', async () => {
    await page.getByLabel('Số giấy phép lái xe').fill('123')
    await page.getByLabel('Hạng').selectOption('A1')
    await next(page)
    await expect(page.locator('#error-summary').getByRole('link').first()).toBeVisible()
    await expect(page.getByLabel('Số giấy phép lái xe')).toHaveValue('123')
    await expect(page.getByLabel('Hạng')).toHaveValue('A1')
    await page.getByLabel('Số giấy phép lái xe').fill('790 123 456 789')
    await page.getByLabel('Cơ quan cấp').fill('Sở Giao thông vận tải Hà Nội')
    await date(page, 'Ngày cấp', ['15', '12', '2016'])
    await next(page)
    await page.getByRole('radio', { name: 'Có', exact: true }).check()
    await next(page)
    await next(page)
  })

  await test.step('a question appears with the answer it depends on; a province brings its communes', async () => {
    await expect(heading(page, 'Nhận kết quả')).toBeVisible()
    await page.getByRole('radio', { name: 'Gửi qua bưu chính công ích' }).check()
    await next(page)
    await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hồ Chí Minh' })
    await page.getByRole('button', { name: 'Chọn tỉnh này' }).click()
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Phường Sài Gòn' })
    await page.getByLabel('Số nhà, đường, thôn, tổ dân phố').fill('1 đường Đồng Khởi')
    await next(page)
    await page.getByRole('checkbox').check()
    await next(page)
  })

  await test.step('files go up as plain forms, bad ones come back with the rule', async () => {
    await expect(heading(page, 'Giấy tờ')).toBeVisible()
    for (const { file, words } of (await badFiles(folder)).filter(({ file }) => file.size > 0)) {
      await upload(page, 'Ảnh hai mặt giấy phép lái xe đang có', file)
      await expect(box(page, 'Ảnh hai mặt giấy phép lái xe đang có').getByRole('status')).toContainText(words)
    }
    await upload(page, 'Ảnh hai mặt giấy phép lái xe đang có', scan)
    await upload(page, 'Ảnh chân dung 3×4', portrait)
    await expect(page.getByRole('link', { name: scan.name, exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: portrait.name, exact: true })).toBeVisible()
    await page.getByRole('button', { name: `Xóa tệp: ${scan.name}` }).click()
    await expect(page.getByRole('link', { name: scan.name, exact: true })).toHaveCount(0)
    await upload(page, 'Ảnh hai mặt giấy phép lái xe đang có', scan)
  })

  let id = ''
  await test.step('reviews, confirms who they are, submits', async () => {
    await page.getByRole('link', { name: 'Xem lại và nộp' }).last().click()
    await expect(page.getByRole('main')).toContainText('1 đường Đồng Khởi')
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await confirmIdentity(page)
    await expect(page.getByText(/Đã nộp hồ sơ\. Mã nộp của bạn/)).toBeVisible()
    id = dossierIdIn(page.url())
  })

  const scriptless = { javaScriptEnabled: false }
  const desk = await pageOf('oneStopOfficer', scriptless)
  const officer = await pageOf('caseOfficer', scriptless)
  const leader = await pageOf('agencyLeader', scriptless)

  await test.step('officers accept, assign, refuse an empty form, and ask for a supplement', async () => {
    await act(desk, id, 'Tiếp nhận')
    await act(officer, id, 'Nhận xử lý')
    await officer.goto(`/can-bo/ho-so/${id}/bo-sung`)
    await officer.getByRole('main').getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
    await expect(officer.locator('#error-summary')).toBeVisible()
    await askForSupplement(officer, id, 'Ảnh chân dung 3×4', 'Chụp lại trên nền trắng, rõ mặt.')
  })

  await test.step('the citizen supplements', async () => {
    await page.goto(`/ho-so/${id}`)
    await page.getByRole('button', { name: 'Bổ sung ngay' }).click()
    await page.getByRole('link', { name: 'Gửi tệp cho mục này' }).click()
    await upload(page, 'Ảnh chân dung 3×4', await aPortrait(folder, 'Ảnh mới.png'))
    await page.getByRole('link', { name: 'Xem lại và gửi bổ sung' }).last().click()
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await expect(page.getByText('Đã gửi bổ sung.')).toBeVisible()
  })

  await test.step('the result is drafted, sent back once, approved, returned and downloaded', async () => {
    await draftResult(officer, id)
    await act(officer, id, 'Trình duyệt')
    await leader.goto(`/can-bo/ho-so/${id}/tra-lai`)
    await leader.getByLabel('Lý do').fill('Ghi rõ ngày cấp trên giấy phép mới.')
    await leader.getByRole('main').getByRole('button', { name: 'Trả lại để sửa' }).click()
    await expect(leader.getByText('Đã ghi nhận: Trả lại để sửa.')).toBeVisible()
    await act(officer, id, 'Trình duyệt')
    await approveBySigning(leader, id)
    await act(desk, id, 'Trả kết quả')
    await allJobsDone()
    await page.goto(`/ho-so/${id}`)
    const result = page.locator('#van-ban').getByRole('link', { name: 'Kết quả giải quyết' })
    const answer = await page.request.get((await result.getAttribute('href')) ?? '')
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await page.goto(`/tra-cuu?ma=${(await codesOf(id)).submission}`)
    await expect(page.getByRole('main')).toContainText('Đã trả kết quả')
    expect((await effectsOn(id)).map(({ action }) => action)).toContain('dossier.resultReturned')
  })
})

test('rows of a repeating question come and go', async ({ page, signInAs }) => {
  await signInAs('citizen')
  await page.goto('/dich-vu/dang-ky-thanh-lap-ho-kinh-doanh/nop')
  await page.getByRole('radio', { name: 'Một cá nhân' }).check()
  await next(page)
  await next(page)
  await page.getByLabel('Tên riêng').fill('Sao Mai')
  await page.getByLabel('Tỉnh, thành phố').first().selectOption({ label: 'Thành phố Hà Nội' })
  await page.getByRole('button', { name: 'Chọn tỉnh này' }).first().click()
  await page.getByLabel('Xã, phường, đặc khu').first().selectOption({ label: 'Phường Ba Đình' })
  await page.getByLabel('Số nhà, đường, thôn, tổ dân phố').first().fill('20 phố Đội Cấn')
  await next(page)
  await expect(heading(page, 'Ngành nghề kinh doanh')).toBeVisible()
  const row = (number: number) => page.getByRole('group', { name: `Ngành ${String(number)}`, exact: true })
  await row(1).getByLabel('Mã ngành cấp bốn').fill('4711')
  await page.getByRole('button', { name: 'Thêm ngành' }).click()
  await expect(row(1).getByLabel('Mã ngành cấp bốn')).toHaveValue('4711')
  await row(2).getByLabel('Mã ngành cấp bốn').fill('5610')
  await page.getByRole('button', { name: 'Thêm ngành' }).click()
  await expect(row(3)).toBeVisible()
  await page.getByRole('button', { name: 'Xóa ngành 1' }).click()
  await expect(row(1).getByLabel('Mã ngành cấp bốn')).toHaveValue('5610')
  await expect(row(3)).toHaveCount(0)
  for (const number of [1, 2]) {
    await row(number)
      .getByLabel('Mã ngành cấp bốn')
      .fill(number === 1 ? '5610' : '4711')
    await row(number)
      .getByLabel('Tên ngành')
      .fill(number === 1 ? 'Nhà hàng' : 'Bán lẻ tổng hợp')
    await row(number)
      .getByRole('radio', { name: number === 1 ? 'Có' : 'Không', exact: true })
      .check()
  }
  await next(page)
  await expect(heading(page, 'Vốn và lao động')).toBeVisible()
})
