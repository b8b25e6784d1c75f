import { createHash } from 'node:crypto'
import type { Page, Response } from '@playwright/test'
import { attach, DETAIL_CHANGED, filledDraft } from './driving-licence'
import { aBigPdf, aPhoto, aPortrait, badFiles, type MadeFile } from './files'
import { expect, test } from './fixtures'
import { isWell, kill } from './stack'

const MEGABYTE = 1024 ** 2
const PROOF = 'Giấy tờ chứng minh thông tin thay đổi'
const box = (page: Page, document: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: document }) })
const input = (page: Page, document = PROOF) => box(page, document).locator('input[type=file][multiple]')

/** A line that sends 6 MB a second, so that an upload takes long enough to be cut. */
async function slowLine(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const rates = { downloadThroughput: -1, uploadThroughput: 6 * MEGABYTE }
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 5, ...rates })
}

/** How far the server says an upload has come, each time the browser asks before it goes on. */
function requestedOffsets(page: Page): number[] {
  const offsets: number[] = []
  page.on('response', (response: Response) => {
    if (response.request().method() === 'HEAD') offsets.push(Number(response.headers()['upload-offset'] ?? 0))
  })
  return offsets
}

async function isPast(page: Page, megabytes: number): Promise<void> {
  const sentBytes = async () => Number(await page.getByRole('progressbar').getAttribute('value'))
  await expect.poll(sentBytes, { timeout: 60_000 }).toBeGreaterThan(megabytes * MEGABYTE)
}

/** The stored file, downloaded, is the one that was chosen. */
async function isWhole(page: Page, file: MadeFile): Promise<void> {
  const link = page.getByRole('link', { name: file.name, exact: true })
  await expect(link).toBeVisible({ timeout: 120_000 })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(
    createHash('sha256')
      .update(await answer.body())
      .digest('hex'),
  ).toBe(file.sha256)
}

test.describe('a large file on a slow line', () => {
  test.setTimeout(240_000)
  test.use({ expectedComplaints: /ERR_|status of 5\d\d/ })

  for (const part of ['portal', 'application'] as const) {
    test(`goes on where it stopped after the ${part} was killed`, async ({ signInAs, page, folder }) => {
      await signInAs('citizen')
      const file = await aBigPdf(folder, 60)
      const draft = await filledDraft(page, DETAIL_CHANGED)
      await page.goto(`/ho-so/nhap/${draft}/giay-to`)
      const offsets = requestedOffsets(page)
      await slowLine(page)
      await input(page).setInputFiles(file.path)
      await isPast(page, 20)
      kill(part)
      await expect(page.getByText('Mất kết nối, sẽ tự tải tiếp khi có mạng.')).toBeVisible()
      await isWell()
      await isWhole(page, file)
      expect(Math.max(...offsets)).toBeGreaterThan(8 * MEGABYTE)
    })
  }

  test('goes on where it stopped after the tab was closed', async ({ signInAs, page, folder }) => {
    await signInAs('citizen')
    const file = await aBigPdf(folder, 30)
    const draft = await filledDraft(page, DETAIL_CHANGED)
    const closed = await page.context().newPage()
    await closed.goto(`/ho-so/nhap/${draft}/giay-to`)
    await slowLine(closed)
    await input(closed).setInputFiles(file.path)
    await isPast(closed, 12)
    await closed.close()
    await page.goto(`/ho-so/nhap/${draft}/giay-to`)
    await expect(page.getByText(`Tệp “${file.name}” đang tải dở.`, { exact: false })).toBeVisible()
    const offsets = requestedOffsets(page)
    await input(page).setInputFiles(file.path)
    await isWhole(page, file)
    expect(Math.max(...offsets)).toBeGreaterThanOrEqual(8 * MEGABYTE)
    await expect(page.getByText('đang tải dở')).toHaveCount(0)
  })

  test('is paused and resumed by hand', async ({ signInAs, page, folder }) => {
    await signInAs('citizen')
    const file = await aBigPdf(folder, 25)
    const draft = await filledDraft(page, DETAIL_CHANGED)
    await page.goto(`/ho-so/nhap/${draft}/giay-to`)
    await slowLine(page)
    await input(page).setInputFiles(file.path)
    await isPast(page, 4)
    await page.getByRole('button', { name: 'Tạm dừng' }).click()
    await page.getByRole('button', { name: 'Tải tiếp' }).click()
    await isWhole(page, file)
  })
})

test.describe('a file chosen before script runs', () => {
  /** Opens the page of documents and holds its scripts back until told. */
  async function pageWithoutItsScripts(page: Page): Promise<() => void> {
    const draft = await filledDraft(page, DETAIL_CHANGED)
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/kich-ban/*.js', async (route) => {
      await released
      await route.continue()
    })
    await page.goto(`/ho-so/nhap/${draft}/giay-to`, { waitUntil: 'commit' })
    return release
  }
  const plainInput = (page: Page) => box(page, PROOF).locator('input[type=file]')

  test('is sent as soon as it does', async ({ signInAs, page, folder }) => {
    await signInAs('citizen')
    const file = await aBigPdf(folder, 1)
    const release = await pageWithoutItsScripts(page)
    await plainInput(page).setInputFiles(file.path)
    release()
    await isWhole(page, file)
  })

  test('in a dialog opened before and closed after is sent, too', async ({ signInAs, page, folder }) => {
    await signInAs('citizen')
    const file = await aBigPdf(folder, 1)
    const release = await pageWithoutItsScripts(page)
    const opened = page.waitForEvent('filechooser')
    await plainInput(page).click()
    const chooser = await opened
    release()
    await expect(input(page)).toBeVisible()
    await chooser.setFiles(file.path)
    await isWhole(page, file)
  })
})

test.describe('several files at once', () => {
  const LICENCE = 'Ảnh hai mặt giấy phép lái xe đang có'

  test('two and five, into two boxes, are all stored and none is said to be unfinished', async ({
    signInAs,
    page,
    folder,
  }) => {
    await signInAs('citizen')
    const two = [await aPhoto(folder, 'Mặt trước.jpg'), await aPhoto(folder, 'Mặt sau.jpg')]
    const few = await Promise.all([1, 2, 3, 4].map((number) => aPortrait(folder, `Trang ${String(number)}.png`)))
    const five = [await aBigPdf(folder, 12), ...few]
    const draft = await filledDraft(page, DETAIL_CHANGED)
    await page.goto(`/ho-so/nhap/${draft}/giay-to`)
    await slowLine(page)
    await input(page).setInputFiles(five.map((file) => file.path))
    await input(page, LICENCE).setInputFiles(two.map((file) => file.path))
    for (const file of [...few, ...two])
      await expect(page.getByRole('link', { name: file.name, exact: true })).toBeVisible()
    await expect(page.getByRole('progressbar')).toHaveCount(1)
    for (const file of [...five, ...two]) await isWhole(page, file)
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('link', { name: two[0]?.name ?? '', exact: true })).toBeVisible()
    await expect(page.getByText('đang tải dở')).toHaveCount(0)
  })
})

test('a file on its way goes on while another is removed', async ({ signInAs, page, folder }) => {
  test.setTimeout(120_000)
  await signInAs('citizen')
  const [big, photo] = [await aBigPdf(folder, 25), await aPhoto(folder)]
  const draft = await filledDraft(page, DETAIL_CHANGED)
  await attach(page, draft, 'GPLX', photo)
  await page.goto(`/ho-so/nhap/${draft}/giay-to`)
  await slowLine(page)
  await input(page).setInputFiles(big.path)
  await isPast(page, 2)
  await page.getByRole('button', { name: `Xóa tệp: ${photo.name}` }).click()
  await expect(page.getByRole('link', { name: photo.name, exact: true })).toHaveCount(0)
  await expect(page.getByRole('progressbar')).toHaveCount(1)
  await isWhole(page, big)
})

test.describe('a file the portal cannot take', () => {
  test.use({ expectedComplaints: /status of 4\d\d/ })

  test('is refused by name of the rule and leaves the draft as it was', async ({ signInAs, page, folder }) => {
    test.setTimeout(120_000)
    await signInAs('citizen')
    const good = await aPhoto(folder)
    const draft = await filledDraft(page, DETAIL_CHANGED)
    await attach(page, draft, 'CM', good)
    await page.goto(`/ho-so/nhap/${draft}/giay-to`)
    for (const { file, words } of await badFiles(folder)) {
      await input(page).setInputFiles(file.path)
      const refusal = box(page, PROOF).getByRole('status').filter({ hasText: file.name })
      await expect(refusal).toContainText(words)
      await refusal.getByRole('button', { name: 'Bỏ tệp này' }).click()
      await expect(refusal).toHaveCount(0)
    }
    await page.reload()
    await expect(box(page, PROOF).getByRole('link')).toHaveText([good.name])
  })
})
