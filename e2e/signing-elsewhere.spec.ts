import type { Page } from '@playwright/test'
import { aPdf } from './files'
import { expect, test } from './fixtures'
import { lockedAsFirefox } from './openssl-signed'
import { ceremonyOf, download, filesOf, judgedByOthers, misbehave, pkcs12 } from './signing'
import { draftWith, openCertificate, openKeyFile, openToSign, panel } from './signing-page'

test.setTimeout(240_000)
// A refusal of the portal shows up in the browser's console as the status it is.
test.use({ expectedComplaints: /status of (401|403|404|409|422|503)/ })

const atService = (page: Page) => page.locator('main')
const PIN = '246810'

/** From the signing page to the service, showing it the certificates of `who`. */
async function showCertificates(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: 'Đến dịch vụ ký số từ xa' }).click()
  await page.getByLabel('Tài khoản').selectOption(who)
  await page.getByLabel('Mã PIN ký số').fill(PIN)
  await page.getByRole('button', { name: 'Cho phép' }).click()
}

test('a citizen signs remotely, without script, and confirms the digest the portal shows', async ({
  pageOf,
  folder,
}) => {
  const page = await pageOf('citizen', { javaScriptEnabled: false })
  const file = await aPdf(folder, 'Giấy tờ.pdf')
  const draftId = await draftWith(page, file)
  await openToSign(page, draftId, file)

  await test.step('somebody else’s certificates will not do', async () => {
    await showCertificates(page, 'ky-tu-xa-binh')
    await expect(page.getByText('không có chứng thư còn hiệu lực mang số định danh')).toBeVisible()
  })
  await test.step('who refuses at the service is back where they were', async () => {
    await page.getByRole('button', { name: 'Đến dịch vụ ký số từ xa' }).click()
    await page.getByRole('button', { name: 'Từ chối, quay lại' }).click()
    await expect(page.getByText('Bạn đã từ chối ký')).toBeVisible()
  })
  await test.step('a service that signs wrongly or is down leaves the file unsigned', async () => {
    await showCertificates(page, 'ky-tu-xa-an')
    await misbehave(page, { csc: 'wrong-signature' })
    await page.getByRole('link', { name: 'Xác nhận ký' }).click()
    await page.getByLabel('Mã PIN ký số').fill(PIN)
    await page.getByRole('button', { name: 'Đồng ý ký' }).click()
    await expect(page.getByText('Thiết bị ký từ chối hoặc trả về chữ ký sai')).toBeVisible()
    await misbehave(page, { csc: 'down' })
    await page.getByRole('button', { name: 'Đến dịch vụ ký số từ xa' }).click()
    await expect(page.getByText('Dịch vụ ký số từ xa không trả lời')).toBeVisible()
    await misbehave(page, {})
    expect(await filesOf(draftId)).toMatchObject([{ sha256: file.sha256 }])
  })
  await test.step('the digest at the service is the one the portal named', async () => {
    await showCertificates(page, 'ky-tu-xa-an')
    await expect(page.getByRole('main')).toContainText('Nguyễn Văn An')
    const digest = (await page.locator('[data-digest]').textContent()) ?? ''
    await page.getByRole('link', { name: 'Xác nhận ký' }).click()
    await expect(atService(page)).toContainText(digest)
    await page.getByLabel('Mã PIN ký số').fill(PIN)
    await page.getByRole('button', { name: 'Đồng ý ký' }).click()
    await expect(page.getByRole('link', { name: 'Giấy tờ (đã ký).pdf', exact: true })).toBeVisible()
  })
  const [signed] = await filesOf(draftId)
  if (signed === undefined) throw new Error('no file')
  expect(await ceremonyOf(signed.id)).toMatchObject({ by: 'remote', level: 'T', baseSha256: file.sha256 })
  judgedByOthers(await download(page, signed, folder), 'Nguyễn Văn An')
})

test('a business signs in with its certificate and is recognised by its tax code', async ({
  browser,
  pageOf,
  folder,
}) => {
  await pageOf('business')
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' })
  const page = await context.newPage()
  await page.goto('/dang-nhap?tiep=%2Fho-so')
  await page.getByRole('link', { name: 'đăng nhập bằng chứng thư số' }).click()

  await test.step('a person’s certificate is not an organisation', async () => {
    await expect(page.getByText('Phải ký bằng chứng thư của tổ chức, có ghi mã số thuế.')).toBeVisible()
    await openCertificate(page, folder, 'nguyen-van-an')
    await expect(panel(page)).toContainText('không phải chứng thư của tổ chức')
    await expect(page.getByRole('button', { name: 'Đăng nhập bằng chứng thư này' })).toBeDisabled()
    await page.getByRole('button', { name: 'Dùng chứng thư khác' }).click()
  })
  await test.step('a revoked certificate lets nobody in', async () => {
    await openCertificate(page, folder, 'cong-ty-sao-mai-thu-hoi')
    await page.getByRole('button', { name: 'Đăng nhập bằng chứng thư này' }).click()
    await expect(panel(page)).toContainText('Chứng thư đã bị thu hồi.')
    await page.getByRole('button', { name: 'Dùng chứng thư khác' }).click()
  })
  await test.step('an organisation nobody knows here has no account', async () => {
    await openCertificate(page, folder, 'phong-csgt-ha-noi')
    await page.getByRole('button', { name: 'Đăng nhập bằng chứng thư này' }).click()
    await expect(panel(page)).toContainText('Chưa có tài khoản nào của tổ chức')
  })
  await test.step('a key file as Firefox exports it opens while the page stays alive, and knows a wrong password', async () => {
    await page.reload()
    const key = await pkcs12(page, folder, 'cong-ty-sao-mai')
    const locked = lockedAsFirefox(folder, key)
    await openKeyFile(page, locked, 'mật khẩu sai')
    const password = page.getByLabel('Mật khẩu của tệp chứng thư')
    await expect(page.getByRole('progressbar')).toBeVisible()
    await password.fill('gõ được')
    await expect(panel(page)).toContainText('Mật khẩu chưa đúng', { timeout: 60_000 })
    await expect(password).toHaveValue('gõ được')
    await openKeyFile(page, locked, key.password)
    await expect(panel(page)).toContainText('Công ty TNHH Thương mại Sao Mai', { timeout: 60_000 })
  })
  await test.step('the company is let in, and an answer counts once', async () => {
    const signInRequest = page.waitForRequest('**/api/dang-nhap/chung-thu')
    await page.getByRole('button', { name: 'Đăng nhập bằng chứng thư này' }).click()
    await page.waitForURL('**/ho-so')
    await expect(page.getByRole('banner')).toContainText('Công ty TNHH Thương mại Sao Mai')
    const body = (await signInRequest).postData() ?? ''
    expect(body).not.toContain('SaoMai-123456')
    const headers = { 'content-type': 'application/json' }
    const again = await page.request.post('/api/dang-nhap/chung-thu', { data: body, headers })
    expect(again.status()).toBe(401)
  })
  await test.step('the account shows the company, and nothing of its director', async () => {
    await page.goto('/tai-khoan')
    const account = page.getByRole('main')
    await expect(account).toContainText('0312687878')
    await expect(account).toContainText('Số 45 đường Lê Thánh Tôn')
    await expect(account).not.toContainText('Ngày sinh')
    expect(await page.content()).not.toMatch(/079085000003|20\/11\/1985|lien\.he@/)
  })
  await test.step('what has legal effect is confirmed with the certificate again', async () => {
    await page.goto('/dang-nhap/xac-thuc-lai?tiep=%2Ftai-khoan%23phien')
    await expect(page.getByText('Phải ký bằng chứng thư của tổ chức, MST 0312687878.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Xác thực bằng mã một lần' })).toHaveCount(0)
    await openCertificate(page, folder, 'cong-ty-sao-mai')
    await page.getByRole('button', { name: 'Xác thực bằng chứng thư này' }).click()
    await page.waitForURL('**/tai-khoan#phien')
  })
  await context.close()
})
