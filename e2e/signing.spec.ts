import type { Page } from '@playwright/test'
import { attach, draftIdIn, forgetDrafts } from './driving-licence'
import { aBigPdf, aPdf } from './files'
import { expect, test } from './fixtures'
import { ceremonyOf, download, filesOf, has, judgedByOthers, misbehave } from './signing'
import { draftWith, isSigned, openCertificate, openToSign, panel, PROOF, signNow } from './signing-page'

test.setTimeout(240_000)
// A refusal of the portal shows up in the browser's console as the status it is.
test.use({ expectedComplaints: /status of (401|403|404|409|422|503)/ })

/** Everything the browser sends while `work` goes on, as text. */
async function sentDuring(page: Page, work: () => Promise<void>): Promise<string[]> {
  const sent: string[] = []
  const note = (request: { url(): string; postDataBuffer(): Buffer | null }) => {
    sent.push(`${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`)
  }
  page.on('request', note)
  await work()
  page.off('request', note)
  return sent
}

test('a citizen signs a PDF in the browser and others call the signature good', async ({ page, signInAs, folder }) => {
  await signInAs('citizen')
  const file = await aPdf(folder, 'Quyết định cải chính.pdf')
  const draftId = await draftWith(page, file)
  await openToSign(page, draftId, file)

  await test.step('sees the pages, and whose certificate it is', async () => {
    await expect(page.getByRole('img', { name: 'Trang 1 trên 1' })).toBeVisible()
    await openCertificate(page, folder, 'nguyen-van-an', 'sai mật khẩu')
    await expect(panel(page)).toContainText('Mật khẩu chưa đúng')
    await openCertificate(page, folder, 'nguyen-van-an')
    await expect(panel(page)).toContainText('001090000001')
    await expect(panel(page)).toContainText('Đúng là chứng thư của người nộp hồ sơ.')
  })

  await test.step('signs, and neither key nor password leaves the page', async () => {
    const sent = await sentDuring(page, async () => {
      await signNow(page)
      await isSigned(page)
    })
    expect(sent.filter((body) => body.includes('An-123456'))).toEqual([])
    expect(sent.filter((body) => body.includes('/api/ky/'))).toHaveLength(2)
    expect(Math.max(...sent.map(({ length }) => length))).toBeLessThan(100_000)
  })

  const [signed] = await filesOf(draftId)
  if (signed === undefined) throw new Error('no file')
  await test.step('the signed file has taken the place of the unsigned one', async () => {
    expect(await filesOf(draftId)).toHaveLength(1)
    expect(signed.name).toBe('Quyết định cải chính (đã ký).pdf')
    await page.getByRole('link', { name: 'Về trang Giấy tờ' }).click()
    await expect(page.getByRole('link', { name: signed.name, exact: true })).toBeVisible()
  })

  await test.step('the trail says who signed what, with which certificate, from where', async () => {
    const record = await ceremonyOf(signed.id)
    expect(record).toMatchObject({ by: 'pkcs12', level: 'T', baseSha256: file.sha256, sha256: signed.sha256 })
    expect(record).toMatchObject({ root: 'public', device: 'Chrome, Linux', assurance: { level: 2 } })
    expect(record['certificateSha256']).toMatch(/^[0-9a-f]{64}$/)
    expect(record['provenTime']).not.toBeNull()
    expect(JSON.stringify(record)).not.toContain('001090000001')
  })

  await test.step('poppler and qpdf agree', async () => {
    test.info().annotations.push({ type: 'pdfsig', description: has('pdfsig') ? 'used' : 'SKIPPED: not installed' })
    test.info().annotations.push({ type: 'qpdf', description: has('qpdf') ? 'used' : 'SKIPPED: not installed' })
    judgedByOthers(await download(page, signed, folder), 'Nguyễn Văn An')
  })
})

test('certificates that will not do are refused by name, and the file stays as it is', async ({
  page,
  signInAs,
  folder,
}) => {
  await signInAs('citizen')
  const file = await aPdf(folder, 'Giấy tờ.pdf')
  const draftId = await draftWith(page, file)
  await openToSign(page, draftId, file)
  const seenAtOnce = [
    ['nguyen-van-an-het-han', 'Chứng thư đã hết hạn.'],
    ['nguyen-van-an-chua-hieu-luc', 'Chứng thư chưa có hiệu lực.'],
    ['nguyen-van-an-sai-muc-dich', 'Chứng thư này không dùng để ký văn bản.'],
    ['tran-thi-binh', 'không mang số định danh hoặc mã số thuế của người nộp hồ sơ'],
  ] as const
  for (const [id, words] of seenAtOnce) {
    await openCertificate(page, folder, id)
    await expect(panel(page)).toContainText(words)
    await expect(page.getByRole('button', { name: 'Ký số tệp này' })).toBeDisabled()
    await page.getByRole('button', { name: 'Dùng chứng thư khác' }).click()
  }
  const toldByServer = [
    ['nguyen-van-an-thu-hoi', 'Chứng thư đã bị thu hồi'],
    ['nguyen-van-an-goc-la', 'không có trong danh sách chứng thư gốc tin cậy'],
  ] as const
  for (const [id, words] of toldByServer) {
    await openCertificate(page, folder, id)
    await signNow(page)
    await expect(panel(page)).toContainText(words, { timeout: 60_000 })
    await page.getByRole('button', { name: 'Dùng chứng thư khác' }).click()
  }
  expect(await filesOf(draftId)).toMatchObject([{ name: file.name, sha256: file.sha256 }])
})

test('a timestamp authority that fails or lies leaves the file unsigned', async ({ page, signInAs, folder }) => {
  await signInAs('citizen')
  const file = await aPdf(folder, 'Giấy tờ.pdf')
  const draftId = await draftWith(page, file)
  await openToSign(page, draftId, file)
  await openCertificate(page, folder, 'nguyen-van-an')
  const faults = [
    ['down', 'Dịch vụ dấu thời gian không trả lời'],
    ['slow', 'Dịch vụ dấu thời gian không trả lời'],
    ['wrong-imprint', 'Dịch vụ dấu thời gian trả lời sai'],
    ['wrong-nonce', 'Dịch vụ dấu thời gian trả lời sai'],
    ['stale', 'Dịch vụ dấu thời gian trả lời sai'],
    ['rejected', 'Dịch vụ dấu thời gian trả lời sai'],
    ['unsigned', 'Dịch vụ dấu thời gian trả lời sai'],
    ['garbage', 'Dịch vụ dấu thời gian trả lời sai'],
  ] as const
  try {
    for (const [tsa, words] of faults) {
      await misbehave(page, { tsa })
      await signNow(page)
      await expect(panel(page), tsa).toContainText(words, { timeout: 30_000 })
    }
    expect(await filesOf(draftId)).toMatchObject([{ sha256: file.sha256 }])
  } finally {
    await misbehave(page, {})
  }
  await signNow(page)
  await isSigned(page)
})

test('of two who sign the same file at once, one is told', async ({ page, pageOf, signInAs, folder }) => {
  await signInAs('citizen')
  const file = await aPdf(folder, 'Giấy tờ.pdf')
  const draftId = await draftWith(page, file)
  await openToSign(page, draftId, file)
  const other = await pageOf('citizen')
  await other.goto(page.url())
  for (const tab of [page, other]) await openCertificate(tab, folder, 'nguyen-van-an')
  await signNow(page)
  await isSigned(page)
  await signNow(other)
  await expect(panel(other)).toContainText(/vừa được thay, xóa hoặc ký ở nơi khác|Văn bản đã thay đổi kể từ khi xem/)
  expect(await filesOf(draftId)).toHaveLength(1)
})

test('a business signs on a phone with the certificate of the company', async ({ browser, pageOf, folder }) => {
  expect(browser.browserType().name()).toBe('chromium')
  const page = await pageOf('business')
  await page.setViewportSize({ width: 360, height: 740 })
  await forgetDrafts()
  await page.goto('/dich-vu/thong-bao-hoat-dong-khuyen-mai/nop')
  const draftId = draftIdIn(page.url())
  const file = await aPdf(folder, 'Thể lệ.pdf')
  await attach(page, draftId, 'TL', file)
  const [attached] = await filesOf(draftId)
  await page.goto(`/ho-so/nhap/${draftId}/ky/${attached?.id ?? ''}`)
  await openCertificate(page, folder, 'cong-ty-sao-mai')
  await expect(panel(page)).toContainText('0312687878')
  await signNow(page)
  await isSigned(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
  const [signed] = await filesOf(draftId)
  if (signed === undefined) throw new Error('no file')
  judgedByOthers(await download(page, signed, folder), 'Sao Mai')
})

test('a scan of 50 MB is signed without growing the page', async ({ page, signInAs, folder }) => {
  await signInAs('citizen')
  const file = await aBigPdf(folder, 50)
  const draftId = await draftWith(page, null)
  await page.goto(`/ho-so/nhap/${draftId}/giay-to`)
  const proof = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: PROOF }) })
  await proof.getByLabel('Chọn tệp hoặc chụp ảnh').setInputFiles(file.path)
  await expect(page.getByRole('link', { name: file.name, exact: true })).toBeVisible({ timeout: 120_000 })
  await openToSign(page, draftId, file)
  await openCertificate(page, folder, 'nguyen-van-an')
  const began = Date.now()
  await signNow(page)
  await isSigned(page, 120_000)
  const heap = await page.evaluate(() =>
    'memory' in performance ? (performance.memory as { usedJSHeapSize: number }).usedJSHeapSize : 0,
  )
  test
    .info()
    .annotations.push({ type: 'measured', description: `${String(Date.now() - began)} ms, heap ${String(heap)}` })
  expect(heap).toBeLessThan(64 * 1024 ** 2)
  const [signed] = await filesOf(draftId)
  if (signed === undefined) throw new Error('no file')
  judgedByOthers(await download(page, signed, folder), 'Nguyễn Văn An')
})
