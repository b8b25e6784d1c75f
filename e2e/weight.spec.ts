import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { filledDraft } from './driving-licence'
import { expect, test } from './fixtures'

const PROCEDURE = '/dich-vu/doi-giay-phep-lai-xe'

/** Gzipped bytes of the scripts the browser really loads for this page or runs in it. */
async function scriptOf(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = []
  const count = (response: Response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body).byteLength))
  }
  page.on('response', count)
  await page.goto(path, { waitUntil: 'networkidle' })
  page.off('response', count)
  const inline = await page.locator('script:not([src]):not([type])').allTextContents()
  if (inline.length > 0) sizes.push(Promise.resolve(gzipSync(inline.join('\n')).byteLength))
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

for (const path of ['/', PROCEDURE, '/tim-kiem?q=doi%20bang%20lai%20xe', '/tra-cuu', '/co-quan', '/kiem-tra-chu-ky'])
  test(`${path} loads no script worth speaking of`, async ({ page }) => {
    expect(await scriptOf(page, path)).toBeLessThanOrEqual(5_000)
  })

test('a form page loads at most 120 KB of script', async ({ page, signInAs }) => {
  await signInAs('citizen')
  await page.goto(`${PROCEDURE}/nop`)
  // A draft that was begun goes on where it was left, which may be with its documents.
  const questions = page.url().replace(/(\/ho-so\/nhap\/[^/]+)\/.*$/, '$1/truong-hop')
  const bytes = await scriptOf(page, questions)
  await expect(page).toHaveURL(questions)
  await expect(page.getByRole('button', { name: 'Lưu và tiếp tục' })).toBeVisible()
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(120_000)
})

test('the pages of documents and of the review load at most 100 KB of script each', async ({ page, signInAs }) => {
  await signInAs('citizen')
  const draft = await filledDraft(page)
  for (const [last, mark] of [
    ['giay-to', page.locator('input[type=file][multiple]').first()],
    ['xem-lai', page.getByRole('button', { name: 'Nộp hồ sơ' })],
  ] as const) {
    const bytes = await scriptOf(page, `/ho-so/nhap/${draft}/${last}`)
    await expect(mark).toBeVisible()
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(100_000)
  }
})

for (const path of ['/ho-so', '/thong-bao', '/tai-khoan', '/dang-nhap', '/dang-nhap/xac-thuc-lai'])
  test(`${path}, where nothing is to be done in a browser, carries no script`, async ({ page, signInAs }) => {
    await signInAs('citizen')
    expect(await scriptOf(page, path)).toBe(0)
    await expect(page.locator('script')).toHaveCount(0)
  })

test('pages, their scripts and styles come compressed', async ({ page, signInAs }) => {
  await signInAs('citizen')
  const answers: { path: string; encoding: string | undefined }[] = []
  page.on('response', (response) => {
    const type = response.request().resourceType()
    if (!['document', 'script', 'stylesheet'].includes(type) || response.status() !== 200) return
    answers.push({ path: new URL(response.url()).pathname, encoding: response.headers()['content-encoding'] })
  })
  for (const path of ['/ho-so', `${PROCEDURE}/nop`, '/tai-khoan']) await page.goto(path, { waitUntil: 'networkidle' })
  expect(answers.filter(({ encoding }) => encoding === undefined)).toEqual([])
  expect(answers.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/ho-so', '/tai-khoan', expect.stringMatching(/^\/kich-ban\/.+\.js$/)]),
  )
})
