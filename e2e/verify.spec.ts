import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { aPdf, badFiles } from './files'
import { expect, test } from './fixtures'
import { alterByte, replacePage, signedByOpenssl } from './openssl-signed'
import { judgedByOthers, pkcs12 } from './signing'
import { ask } from './stack'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const MEGABYTE = 1024 ** 2
const usage = z.object({ usedSize: z.number(), backingStorageSize: z.number() })

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

/** The most the page could not let go of while that went on, in bytes; what only waits to be collected does not count. */
async function mostHeld(page: Page, work: Promise<void>): Promise<{ heap: number; buffers: number }> {
  const session = await page.context().newCDPSession(page)
  const most = { heap: 0, buffers: 0 }
  const over = work.then(() => true)
  do {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize, backingStorageSize } = usage.parse(await session.send('Runtime.getHeapUsage'))
    most.heap = Math.max(most.heap, usedSize)
    most.buffers = Math.max(most.buffers, backingStorageSize)
  } while (!(await Promise.race([over, page.waitForTimeout(100).then(() => false)])))
  return most
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
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Dữ liệu JSON' }).click()
  const data: unknown = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
  expect(z.object({ summary: z.string() }).parse(data)).toEqual({ summary: 'valid' })
  await page.getByRole('button', { name: 'Gửi tệp để Cổng lập báo cáo PDF' }).click()
  await page.waitForURL(/kiem-tra-chu-ky\/[\w-]{32}$/)
  await expect(main).toContainText('Cá nhân ký: Nguyễn Văn An')
  const json = await page.request.get(`${page.url()}/bao-cao.json`)
  const { judgedAt: _, ...report } = z.record(z.string(), z.unknown()).parse(await json.json())
  // Judged in the browser and judged by the portal: the same report.
  expect(data).toMatchObject(report)
  const pdf = await page.request.get(`${page.url()}/bao-cao.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a changed byte, a page put over the signed one and a picture of a signature are called by name', async ({
  page,
  folder,
}) => {
  await page.goto('/kiem-tra-chu-ky')
  const signed = signedByOpenssl(folder, await pkcs12(page, folder, 'nguyen-van-an'))
  await check(page, alterByte(folder, signed))
  await expect(page.getByRole('main')).toContainText('Nội dung tệp đã bị sửa sau khi ký')
  await check(page, replacePage(folder, signed))
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
    'nguyen-van-an-goc-la': 'không có trong danh sách chứng thư gốc tin cậy',
  }
  for (const [holder, words] of Object.entries(why)) {
    await check(page, signedByOpenssl(folder, await pkcs12(page, folder, holder)))
    await expect(page.getByRole('main')).toContainText(words)
    await expect(page.getByRole('main')).not.toContainText('Chữ ký số hợp lệ')
  }
})

test('a file with its signer’s certificate alone, as desktop programs sign, has its issuer fetched', async ({
  page,
  folder,
}) => {
  await page.goto('/kiem-tra-chu-ky')
  const key = await pkcs12(page, folder, 'nguyen-van-an')
  await check(page, signedByOpenssl(folder, { ...key, isAlone: true }))
  await expect(page.getByRole('main')).toContainText('Chữ ký số hợp lệ')
})

test('a file never leaves the device, whatever its size, and the page does not grow with it', async ({
  page,
  folder,
}) => {
  await page.goto('/kiem-tra-chu-ky')
  const signed = signedByOpenssl(folder, await pkcs12(page, folder, 'nguyen-van-an'), 100)
  const sent: number[] = []
  page.on('request', (request) => sent.push(request.postDataBuffer()?.byteLength ?? 0))
  const memory = await mostHeld(page, check(page, signed))
  await expect(page.getByRole('main')).toContainText('Chữ ký số hợp lệ')
  test.info().annotations.push({ type: 'measured', description: JSON.stringify(memory) })
  expect(memory.heap).toBeLessThan(32 * MEGABYTE)
  expect(memory.buffers).toBeLessThan(16 * MEGABYTE)
  expect(Math.max(...sent)).toBeLessThan(20_000)
})

test('several files are dropped at once, and each that is no good is told why', async ({ page, folder }) => {
  await page.goto('/kiem-tra-chu-ky')
  const signed = signedByOpenssl(folder, await pkcs12(page, folder, 'nguyen-van-an'))
  const bad = await badFiles(folder)
  const files = [
    { name: 'da-ky.pdf', bytes: readFileSync(signed).toString('base64') },
    ...bad.slice(0, 4).map(({ file }) => ({ name: file.name, bytes: readFileSync(file.path).toString('base64') })),
  ]
  const transfer = await page.evaluateHandle((files) => {
    const data = new DataTransfer()
    for (const { name, bytes } of files)
      data.items.add(new File([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], name))
    return data
  }, files)
  await page.locator('form:has(#tep)').dispatchEvent('drop', { dataTransfer: transfer })
  await expect(page.getByRole('heading', { name: 'Kết quả kiểm tra chữ ký số' })).toBeVisible({ timeout: 60_000 })
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first()
  await expect(row('da-ky.pdf')).toContainText('Chữ ký số hợp lệ')
  await expect(row('rong.pdf')).toContainText('rỗng (0 byte)')
  await expect(page.getByRole('main')).toContainText('Cá nhân ký: Nguyễn Văn An')
  for (const [name, words] of [
    ['chuong-trinh.pdf', 'không phải PDF'],
    ['bi-cat.jpg', 'không phải PDF'],
    ['co-mat-khau.pdf', /mật khẩu|mã hóa/],
  ] as const) {
    await row(name).getByRole('button').press('Enter')
    await expect(page.getByRole('main')).toContainText(words)
    await expect(page.getByRole('main')).not.toContainText('Cá nhân ký')
  }
  expect(await axeFaults(page)).toEqual([])
})

const CHUNKS = '**/_next/static/chunks/*.js'

test('a file given before the script has come is checked as soon as it has', async ({ page, folder }) => {
  await page.goto('/kiem-tra-chu-ky')
  const signed = signedByOpenssl(folder, await pkcs12(page, folder, 'nguyen-van-an'))
  let letGo = () => {}
  const released = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(CHUNKS, async (route) => {
    await released
    await route.continue()
  })
  const main = page.getByRole('main')
  await page.getByLabel('Tệp PDF cần kiểm tra').setInputFiles(signed)
  await page.getByLabel('Tệp PDF cần kiểm tra').press('Tab')
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).press('Enter')
  await expect(main.getByText('Đang chuẩn bị kiểm tra trên máy của bạn')).toBeVisible()
  letGo()
  await expect(main).toContainText('Cá nhân ký: Nguyễn Văn An', { timeout: 60_000 })
  await expect(page).toHaveURL(/kiem-tra-chu-ky$/)
})

test.describe('where the script does not come', () => {
  test.use({ expectedComplaints: /ERR_FAILED/ })
  test('nothing is sent until the visitor, told so, says it again', async ({ page, folder }) => {
    await page.route(CHUNKS, (route) => route.abort())
    await page.goto('/kiem-tra-chu-ky')
    const main = page.getByRole('main')
    await expect(main).toContainText('không được gửi đi đâu')
    await page.getByLabel('Tệp PDF cần kiểm tra').setInputFiles((await aPdf(folder)).path)
    await expect(main.getByText('Chưa có tệp nào được gửi đi')).toBeVisible()
    await expect(main.getByText('không được gửi đi đâu')).toBeHidden()
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
    await page.waitForURL(/kiem-tra-chu-ky\/[\w-]{32}$/)
    await expect(main).toContainText('KHÔNG có chữ ký số')
  })
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

/** A root made here, with its fingerprint as openssl tells it. */
function aRoot(folder: string): { file: string; fingerprint: string } {
  const [file, key] = [path.join(folder, 'goc.pem'), path.join(folder, 'goc.key')]
  const name = ['-subj', '/CN=Goc thu nghiem e2e/O=To chuc thu nghiem/C=VN', '-days', '365']
  const options = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key]
  execFileSync('openssl', [...options, '-out', file, ...name], { stdio: 'ignore' })
  const output = execFileSync('openssl', ['x509', '-in', file, '-noout', '-fingerprint', '-sha256'], {
    encoding: 'utf8',
  })
  return { file, fingerprint: (output.split('=')[1] ?? '').trim().toLowerCase() }
}

test('a root is trusted only once its fingerprint was seen, and until it is ended; both are on record', async ({
  page,
  folder,
  signInAs,
}) => {
  await signInAs('systemAdmin')
  const { file, fingerprint } = aRoot(folder)
  const roots = async () => (await (await page.request.get('/kiem-tra-chu-ky/goc-tin-cay')).json()) as unknown
  const countRoots = async () => z.object({ roots: z.array(z.unknown()) }).parse(await roots()).roots.length
  await page.goto('/quan-tri/neo-tin-cay')
  const before = await countRoots()

  await test.step('what is no certificate is called that', async () => {
    const place = path.join(folder, 'khong-phai.pem')
    writeFileSync(place, 'xin chào')
    await page.getByLabel('Chứng thư gốc').setInputFiles(place)
    await page.getByLabel('Nguồn').fill('https://neac.gov.vn')
    await page.getByRole('button', { name: 'Xem vân tay' }).click()
    await expect(page.getByRole('main').getByRole('status')).toContainText('chứng thư')
    expect(await countRoots()).toBe(before)
  })
  await test.step('its fingerprint is shown before anything is trusted', async () => {
    await page.goto('/quan-tri/neo-tin-cay')
    await page.getByLabel('Chứng thư gốc').setInputFiles(file)
    await page.getByLabel('Nguồn').fill('https://neac.gov.vn/goc-thu-nghiem')
    await page.getByRole('button', { name: 'Xem vân tay' }).click()
    await expect(page.getByRole('main')).toContainText('Hãy so vân tay')
    await expect(page.getByRole('main')).toContainText(fingerprint)
    expect(await axeFaults(page)).toEqual([])
    expect(await countRoots()).toBe(before)
    await page.getByRole('button', { name: 'Vân tay khớp, thêm gốc này' }).click()
    await expect(page.getByRole('main')).toContainText('Đã thêm gốc tin cậy.')
    expect(await countRoots()).toBe(before + 1)
  })
  await test.step('ended, it stays in the list with its last day and is trusted no longer', async () => {
    const row = page.getByRole('row').filter({ hasText: 'Goc thu nghiem e2e' }).first()
    await row.getByRole('button', { name: 'Ngừng tin cậy' }).click()
    await expect(page.getByRole('main')).toContainText('Đã ngừng tin cậy gốc này.')
    await expect(page.getByRole('row').filter({ hasText: 'Goc thu nghiem e2e' }).first()).not.toContainText(
      'đang tin cậy',
    )
    expect(await countRoots()).toBe(before)
  })
  const acts = await ask(
    (sql) => sql`
      select action from audit_log where subject_kind = 'trust' and actor_kind = 'officer'
      and subject_id in (select id::text from trust_anchors where fingerprint = ${fingerprint.replaceAll(':', '')}) order by entry`,
  )
  expect(acts.map((row): unknown => row['action'])).toEqual(['trust.anchorAdded', 'trust.anchorEnded'])
})
