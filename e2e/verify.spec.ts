import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { aPdf } from './files'
import { expect, test } from './fixtures'
import { altered, attacked, signedByOpenssl } from './openssl-signed'
import { judgedByOthers, pkcs12 } from './signing'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

test.setTimeout(120_000)
test.use({ expectedComplaints: /status of (404|413|422|429)/ })

async function check(page: Page, file: string): Promise<void> {
  await page.goto('/kiem-tra-chu-ky')
  await page.getByLabel('Tệp PDF cần kiểm tra').setInputFiles(file)
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Kết quả kiểm tra chữ ký số' })).toBeVisible({ timeout: 60_000 })
}

async function axeFaults(page: Page): Promise<unknown> {
  return page.evaluate(
    `${AXE}; axe.run().then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(', ')))`,
  )
}

test('anyone learns who signed, under which root, and that nothing changed', async ({ page, folder }) => {
  await page.goto('/kiem-tra-chu-ky')
  expect(await axeFaults(page)).toEqual([])
  const signed = signedByOpenssl(folder, await pkcs12(page, folder, 'nguyen-van-an'))
  judgedByOthers(signed, 'Nguyễn Văn An')
  await check(page, signed)
  const main = page.getByRole('main')
  await expect(main).toContainText('Chữ ký số hợp lệ')
  await expect(main).toContainText('Cá nhân ký: Nguyễn Văn An')
  await expect(main).toContainText('Chứng thực chữ ký số công cộng')
  await expect(main).toContainText('không một byte nào thay đổi sau khi ký')
  await expect(main).toContainText('Chưa có chữ ký số của tổ chức')
  await expect(main).toContainText('không có dấu thời gian')
  expect(await axeFaults(page)).toEqual([])
  const json = await page.request.get(`${page.url()}/bao-cao.json`)
  expect(z.object({ summary: z.string() }).parse(await json.json())).toEqual({ summary: 'valid' })
  const pdf = await page.request.get(`${page.url()}/bao-cao.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a changed byte, a page put over the signed one and a picture of a signature are called by name', async ({
  page,
  folder,
}) => {
  await page.goto('/kiem-tra-chu-ky')
  const signed = signedByOpenssl(folder, await pkcs12(page, folder, 'nguyen-van-an'))
  await check(page, altered(folder, signed))
  await expect(page.getByRole('main')).toContainText('Nội dung tệp đã bị sửa sau khi ký')
  await check(page, attacked(folder, signed))
  await expect(page.getByRole('main')).toContainText('ngoài phạm vi được phép')
  await expect(page.getByRole('main')).toContainText('Chữ ký số không hợp lệ')
  await check(page, (await aPdf(folder)).path)
  await expect(page.getByRole('main')).toContainText('KHÔNG có chữ ký số')
})

test('certificates that do not vouch are told why', async ({ page, folder }) => {
  await page.goto('/kiem-tra-chu-ky')
  const why = {
    'nguyen-van-an-thu-hoi': 'đã bị thu hồi',
    'nguyen-van-an-het-han': 'đã hết hạn',
    'nguyen-van-an-goc-la': 'không do tổ chức chứng thực nào trong danh sách tin cậy cấp',
  }
  for (const [holder, words] of Object.entries(why)) {
    await check(page, signedByOpenssl(folder, await pkcs12(page, folder, holder)))
    await expect(page.getByRole('main')).toContainText(words)
    await expect(page.getByRole('main')).not.toContainText('Chữ ký số hợp lệ')
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the form works, and what is no PDF is said to be none', async ({ page, folder }) => {
    const place = path.join(folder, 'chu.pdf')
    writeFileSync(place, 'xin chào')
    await check(page, place)
    await expect(page.getByRole('main')).toContainText('Tệp này không phải PDF')
    await check(page, (await aPdf(folder)).path)
    await expect(page.getByRole('main')).toContainText('KHÔNG có chữ ký số')
  })
})

test('only the system administrator sees whom the portal trusts', async ({ page, signInAs }) => {
  await signInAs('systemAdmin')
  await page.goto('/quan-tri/neo-tin-cay')
  await expect(page.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('main')).toContainText('Dữ liệu mẫu')
  expect(await axeFaults(page)).toEqual([])
  await page.context().clearCookies()
  await signInAs('caseOfficer')
  const answer = await page.goto('/quan-tri/neo-tin-cay')
  expect(answer?.status()).toBe(404)
})
