import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

const PROCEDURE = '/dich-vu/doi-giay-phep-lai-xe'

/** Gzipped bytes of the scripts the browser really loads for this page or runs in it. */
async function scriptOf(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body).byteLength))
  })
  await page.goto(path, { waitUntil: 'networkidle' })
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
  const bytes = await scriptOf(page, `${PROCEDURE}/nop`)
  expect(page.url()).toContain('/ho-so/nhap/')
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(120_000)
})
