import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { act, askForSupplement, codesOf, dossierIdIn, fillExpiry, forgetDrafts } from './driving-licence'
import { aPdf, anIphonePhoto, aPhoto, aPortrait, type MadeFile } from './files'
import { chooseAtProvider, confirmIdentity, expect, test } from './fixtures'
import { approveBySigning } from './leader'
import { allJobsDone, effectsOn, mailsAbout } from './stack'

test.setTimeout(300_000)
test.beforeEach(forgetDrafts)

/** Saves the page and waits for the one that follows. */
async function next(page: Page): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.waitForURL((url) => url.href !== before)
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const answerQuestion = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check()

async function date(page: Page, question: string, [day, month, year]: [string, string, string]): Promise<void> {
  const group = page.getByRole('group', { name: question })
  const parts = { Ngày: day, Tháng: month, Năm: year }
  for (const [part, typed] of Object.entries(parts)) await group.getByLabel(part, { exact: true }).fill(typed)
}

/** Chooses a file for one of the documents asked for and waits until the portal has it. */
async function attach(page: Page, document: string, file: MadeFile): Promise<void> {
  const box = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: document }) })
  // The resumable one, which takes the place of the plain one as soon as script runs.
  await box.locator('input[type=file][multiple]').setInputFiles(file.path)
  await expect(page.getByRole('link', { name: file.name, exact: true })).toBeVisible({ timeout: 30_000 })
}

/** What a downloaded paper says; without `pdftotext` only that it is a PDF. */
async function paper(page: Page, name: string): Promise<string | null> {
  const link = page.locator('#van-ban').getByRole('link', { name })
  const download = page.waitForEvent('download')
  await link.click()
  const place = await (await download).path()
  expect(readFileSync(place).subarray(0, 5).toString()).toBe('%PDF-')
  if (!existsSync('/usr/bin/pdftotext')) return null
  return execFileSync('pdftotext', ['-raw', place, '-']).toString().normalize('NFC')
}

const withoutSpaces = (text: string) => text.replace(/\s+/g, '')

function expectWords(text: string | null, words: string[]): void {
  if (text === null) test.info().annotations.push({ type: 'not read', description: 'pdftotext is not installed' })
  for (const word of text === null ? [] : words) expect(withoutSpaces(text ?? '')).toContain(withoutSpaces(word))
}

test('a driving licence is exchanged, from search to signed-off result', async ({ page, pageOf, browser, folder }) => {
  const photo = await aPhoto(folder)
  const iphone = await anIphonePhoto(folder)
  const certificate = await aPdf(folder)
  const portrait = await aPortrait(folder)

  await test.step('anyone finds it without diacritics and with a typo, and reads what it takes', async () => {
    const search = page.getByRole('main').getByRole('searchbox').first()
    for (const typed of ['doi bang lai xe', 'doi bang lia xe']) {
      await page.goto('/')
      await search.fill(typed)
      await search.press('Enter')
      await expect(page.getByRole('main').getByRole('link', { name: 'Đổi giấy phép lái xe' }).first()).toBeVisible()
    }
    await page.getByRole('main').getByRole('link', { name: 'Đổi giấy phép lái xe' }).first().click()
    await expect(heading(page, 'Đổi giấy phép lái xe')).toBeVisible()
    const main = page.getByRole('main')
    await expect(main).toContainText('Phòng Cảnh sát giao thông')
    await expect(main).toContainText('135.000')
    await expect(main).toContainText('5 ngày làm việc')
    await page.goto('/dich-vu/doi-giay-phep-lai-xe?truong-hop=INFO_CHANGED')
    await expect(main).toContainText('Giấy tờ chứng minh thông tin thay đổi')
    await page.goto('/dich-vu/doi-giay-phep-lai-xe?truong-hop=EXPIRED')
    await expect(main).not.toContainText('Giấy tờ chứng minh thông tin thay đổi')
    await main.getByRole('link', { name: 'Nộp hồ sơ' }).click()
  })

  await test.step('a citizen signs in through the identity provider and finds what it knows filled in', async () => {
    await page.getByRole('main').getByRole('button', { name: 'Đăng nhập bằng tài khoản định danh' }).click()
    await chooseAtProvider(page, 'citizen')
    // The case was chosen on the procedure page and is not asked again.
    await expect(heading(page, 'Người đề nghị')).toBeVisible()
    for (const fact of ['NGUYỄN VĂN AN', '12/05/1990', '001 090 000 001', 'Phường Ba Đình'])
      await expect(page.getByRole('main')).toContainText(fact)
    await expect(page.getByText('Đã xác thực').first()).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Họ, chữ đệm và tên' })).toHaveCount(0)
    await page.getByLabel('Email nhận thông báo').fill('thong-bao.an@vidu.vn')
    await expect(page.getByText(/Đã lưu lúc \d{2}:\d{2}:\d{2}/)).toBeVisible()
    await next(page)
  })

  await test.step('the form asks only what the case needs', async () => {
    await expect(heading(page, 'Giấy phép đang có')).toBeVisible()
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
    await expect(page.locator('#error-summary')).toBeFocused()
    await page.locator('#error-summary').getByRole('link').first().click()
    await expect(page.getByLabel('Số giấy phép lái xe')).toBeFocused()
    await page.getByLabel('Số giấy phép lái xe').fill('790 123 456 789')
    await page.getByLabel('Hạng').selectOption('C')
    await page.getByLabel('Cơ quan cấp').fill('Sở Giao thông vận tải Hà Nội')
    await date(page, 'Ngày cấp', ['15', '12', '2016'])
    await next(page)
    await date(page, 'Có giá trị đến ngày', ['15', '12', '2026'])
    await next(page)
    await expect(heading(page, 'Quá trình lái xe')).toBeVisible()
    await next(page)
    await page.getByLabel('Số giấy khám').fill('1234/GKSK-2026')
    await page.getByLabel('Cơ sở khám').fill('Bệnh viện Giao thông vận tải')
    await date(page, 'Ngày khám', ['1', '10', '2026'])
    await next(page)
    await answerQuestion(page, 'Bạn muốn nhận kết quả thế nào?', 'Gửi qua bưu chính công ích')
    await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hồ Chí Minh' })
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Phường Sài Gòn' })
    await page.getByLabel('Số nhà, đường, thôn, tổ dân phố').fill('1 đường Đồng Khởi')
    await next(page)
    await page.getByRole('checkbox').check()
    await next(page)
  })

  let id = ''
  await test.step('attaches photographs of a telephone and a PDF, reviews, confirms and submits', async () => {
    await expect(heading(page, 'Giấy tờ')).toBeVisible()
    await attach(page, 'Ảnh hai mặt giấy phép lái xe đang có', photo)
    await attach(page, 'Ảnh hai mặt giấy phép lái xe đang có', iphone)
    await attach(page, 'Giấy khám sức khỏe của người lái xe', certificate)
    await page.getByRole('link', { name: 'Xem lại và nộp' }).last().click()
    await expect(page.getByText('Thiếu “Ảnh chân dung 3×4”.', { exact: false })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Nộp hồ sơ' })).toBeDisabled()
    await page.goBack()
    await attach(page, 'Ảnh chân dung 3×4', portrait)
    await page.getByRole('link', { name: 'Xem lại và nộp' }).last().click()
    await expect(page.getByText('790123456789')).toBeVisible()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await confirmIdentity(page)
    await expect(page.getByText(/Đã nộp hồ sơ\. Mã nộp của bạn/)).toBeVisible()
    id = dossierIdIn(page.url())
  })
  const { submission } = await codesOf(id)

  await test.step('and holds a number and an acknowledgement that lists every file', async () => {
    await expect(page.getByText(`Mã nộp của bạn: ${submission}`)).toBeVisible()
    await allJobsDone()
    await page.goto(`/ho-so/${id}`)
    const words = await paper(page, 'Xác nhận đã nộp hồ sơ')
    const files = [photo, iphone, certificate, portrait].flatMap(({ name, sha256 }) => [name, sha256])
    const [address = `/tra-cuu?ma=${submission}`] = /https?:\S+tra-cuu\?ma=\w+/.exec(words ?? '') ?? []
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(new URL(address, page.url()).href)
    await expect(stranger.getByRole('main')).toContainText('Mới đăng ký')
    await stranger.context().close()
    expectWords(words, [submission, 'bưu chính công ích', 'thong-bao.an@vidu.vn', ...files])
  })

  const desk = await pageOf('oneStopOfficer')
  const officer = await pageOf('caseOfficer')
  const leader = await pageOf('agencyLeader')

  await test.step('the one-stop officer accepts: code and due date are born', async () => {
    await desk.goto('/can-bo')
    await desk.getByRole('link', { name: submission }).click()
    await expect(desk.getByRole('main')).toContainText('Nguyễn Văn An')
    await act(desk, id, 'Tiếp nhận')
  })
  const { dossier } = await codesOf(id)
  const code = dossier ?? ''

  await test.step('the applicant sees who holds it, until when and why', async () => {
    expect(code).toMatch(/^[A-Z0-9.]+-\d{6}-\d{4}$/)
    await page.goto(`/ho-so/${id}`)
    await expect(page.getByText(code).first()).toBeVisible()
    await page.getByText('Vì sao là ngày này?').click()
    await expect(page.locator('#nguoi-giu').getByText('5 ngày làm việc').first()).toBeVisible()
  })

  await test.step('the case officer takes it and asks for a better photograph', async () => {
    await act(officer, id, 'Nhận xử lý')
    await officer.locator('#giay-to').getByRole('link', { name: photo.name }).click()
    await expect(officer.getByRole('main').getByRole('img').first()).toBeVisible()
    await officer.goto(`/can-bo/ho-so/${id}/bo-sung`)
    await expect(officer.getByRole('group', { name: 'Giấy phép đang có' })).toContainText('790123456789')
    await askForSupplement(officer, id, 'Ảnh chân dung 3×4', 'Chụp lại trên nền trắng, rõ mặt.')
  })

  const better = await aPortrait(folder, 'Ảnh chân dung nền trắng.png')
  await test.step('the applicant supplements it', async () => {
    await page.goto(`/ho-so/${id}`)
    await expect(page.getByRole('main')).toContainText('Chụp lại trên nền trắng, rõ mặt.')
    await expect(page.locator('#nguoi-giu')).toContainText('Đang tạm dừng')
    await expect(page.locator('#nguoi-giu')).not.toContainText('Trong hạn')
    await page.getByRole('button', { name: 'Bổ sung ngay' }).click()
    await page.getByRole('link', { name: 'Gửi tệp cho mục này' }).click()
    await attach(page, 'Ảnh chân dung 3×4', better)
    await page.getByRole('link', { name: 'Xem lại và gửi bổ sung' }).last().click()
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await expect(page.getByText('Đã gửi bổ sung.')).toBeVisible()
  })

  await test.step('the officer drafts the result, a leader approves it, the desk returns it', async () => {
    await officer.goto(`/can-bo/ho-so/${id}`)
    await expect(officer.locator('#giay-to')).toContainText(better.name)
    await expect(officer.locator('#giay-to')).toContainText('Đã thay bằng bản bổ sung')
    await officer.goto(`/can-bo/ho-so/${id}/ket-qua`)
    await officer.getByLabel('Số giấy phép lái xe mới').fill('12')
    await fillExpiry(officer, '99/99/9999')
    await officer.getByLabel('Lý do').fill('Đủ điều kiện đổi giấy phép lái xe theo quy định.')
    await officer.getByRole('main').getByRole('button', { name: 'Soạn kết quả' }).click()
    await expect(officer.locator('#error-summary')).toContainText('Số giấy phép lái xe mới')
    await expect(officer.locator('#error-summary')).toContainText('Có giá trị đến')
    await expect(officer.getByLabel('Số giấy phép lái xe mới')).toHaveValue('12')
    await officer.getByLabel('Số giấy phép lái xe mới').fill('790 123 456 789')
    await fillExpiry(officer, '25/9/2036')
    await officer.getByRole('main').getByRole('button', { name: 'Soạn kết quả' }).click()
    await expect(officer.getByRole('img', { name: /^Bản xem trước, trang 1/ })).toBeVisible()
    await act(officer, id, 'Trình duyệt')
    await leader.goto('/can-bo')
    await leader.getByRole('link', { name: code }).click()
    await approveBySigning(leader, id)
    await act(desk, id, 'Trả kết quả')
    await allJobsDone()
  })

  await test.step('the applicant downloads the result and reads the whole history', async () => {
    await page.goto(`/ho-so/${id}`)
    expectWords(await paper(page, 'Kết quả giải quyết'), ['Nguyễn Văn An', '790123456789', 'bưu chính công ích'])
    expectWords(await paper(page, 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'), [code, 'bưu chính công ích'])
    const history = page.locator('#qua-trinh').getByRole('listitem')
    const acts = ['Đã trả kết quả', 'Đã duyệt kết quả', 'Đã trình duyệt', 'Đã soạn dự thảo kết quả', 'Đã bổ sung']
    await expect(history).toContainText([
      ...acts,
      ...['Yêu cầu bổ sung', 'Đã phân công', 'Đã tiếp nhận', 'Đã nộp hồ sơ'],
    ])
    await expect(history).toHaveCount(9)
  })

  await test.step('anyone with the code sees how far it is and nothing else', async () => {
    const stranger = await (await browser.newContext()).newPage()
    const origin = new URL(page.url()).origin
    for (const typed of [code, submission]) {
      await stranger.goto(`${origin}/tra-cuu?ma=${typed}`)
      await expect(stranger.getByRole('main')).toContainText('Đã trả kết quả')
      await expect(stranger.locator('body')).not.toContainText(/Nguyễn|Văn An|001090000001|0912|Ba Đình/i)
    }
    await stranger.context().close()
  })

  await test.step('anyone with the paper opens the address of its QR code and reads the verdict on it', async () => {
    await page.goto(`/ho-so/${id}`)
    const words = await paper(page, 'Kết quả giải quyết')
    const origin = new URL(page.url()).origin
    const [address] = /https?:\S+van-ban=[0-9A-Z]{20}/.exec(withoutSpaces(words ?? '')) ?? []
    expectWords(words, [`${origin}/kiem-tra-chu-ky?van-ban=`])
    if (address === undefined) return
    const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await stranger.goto(address)
    const main = stranger.getByRole('main')
    await expect(main).toContainText('Chữ ký số hợp lệ')
    await expect(main).toContainText('Tổ chức ký: Phòng Cảnh sát giao thông')
    await expect(main).toContainText('Đã trả kết quả')
    await expect(main.getByRole('link', { name: 'Mở trang tra cứu hồ sơ' })).toHaveAttribute(
      'href',
      `/tra-cuu?ma=${code}`,
    )
    await expect(stranger.locator('body')).not.toContainText(/Nguyễn|Văn An|001090000001|0912|Ba Đình|Đổi giấy phép/i)
    const json = main.getByRole('link', { name: 'Dữ liệu JSON' })
    const report = await stranger.request.get(new URL((await json.getAttribute('href')) ?? '', origin).href)
    expect(await report.text()).toContain('"summary":"valid"')
    await stranger.goto(`${origin}/kiem-tra-chu-ky?van-ban=7K2M9QX4T0ZC5WJ8R3VN`)
    await expect(stranger.getByRole('main')).toContainText('Cổng không phát hành văn bản nào mang mã')
    await stranger.context().close()
  })

  await test.step('everybody was told, in the portal and by mail, and every effect happened once', async () => {
    await page.goto('/thong-bao')
    const notices = page.getByRole('listitem').filter({ hasText: new RegExp(`${code}|${submission}`) })
    await expect(notices).toHaveCount(7)
    const mails = (await mailsAbout(code)).concat(await mailsAbout(submission))
    const applicant = mails.filter(({ to }) => to.includes('thong-bao.an@vidu.vn'))
    expect(applicant).toHaveLength(7)
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length)
    const effects = await effectsOn(id)
    expect(effects.map(({ action }) => action.replace('dossier.', ''))).toEqual([
      ...['submitted', 'accepted', 'assigned', 'supplementRequested', 'supplemented', 'resultDrafted'],
      ...['approvalRequested', 'approved', 'resultReturned'],
    ])
  })
})
