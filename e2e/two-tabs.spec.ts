import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { addRow, isSaved, openRows, type Repeating, REPEATING, rowsAre, textIn } from './rows'

const next = (page: Page) => page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
const twoContents = (page: Page) => page.getByText('có hai nội dung', { exact: false }).first()

/** The page with its first row, open twice: the second time as it was before the first was filled in. */
async function openTwice(first: Page, rows: Repeating, hasScript: boolean): Promise<Page> {
  await openRows(first, rows)
  if ((await textIn(first, rows, 1).count()) === 0) await addRow(first, rows)
  if (hasScript) await first.waitForTimeout(600)
  const second = await first.context().newPage()
  await second.goto(first.url())
  return second
}

for (const javaScriptEnabled of [true, false])
  for (const [name, rows] of Object.entries(REPEATING))
    test(`two tabs with the ${name} overwrite nothing, with script ${javaScriptEnabled ? 'on' : 'off'}`, async ({
      pageOf,
    }) => {
      const first = await pageOf(rows.who, { javaScriptEnabled })
      const second = await openTwice(first, rows, javaScriptEnabled)
      await textIn(first, rows, 1).fill('Gõ trước')
      if (javaScriptEnabled) await isSaved(first)
      else await addRow(first, rows)
      await textIn(second, rows, 1).fill('Gõ sau')
      if (javaScriptEnabled) await second.getByRole('link', { name: 'Xem và chọn' }).click()
      else await next(second)
      await expect(twoContents(second)).toBeVisible()
      await expect(textIn(second, rows, 1)).toHaveValue('Gõ trước')
      await second.getByRole('button', { name: 'Dùng nội dung này' }).last().click()
      await rowsAre(second, rows, ['Gõ sau'])
      await expect(twoContents(second)).toHaveCount(0)
    })

test('a tab that changed nothing leaves what the other wrote', async ({ pageOf }) => {
  const first = await pageOf('citizen', { javaScriptEnabled: false })
  const rows = REPEATING['trades of a household business']
  const second = await openTwice(first, rows, false)
  await textIn(first, rows, 1).fill('Nhà hàng')
  await addRow(first, rows)
  await next(second)
  await first.goto(first.url())
  await rowsAre(first, rows, ['Nhà hàng', ''])
})

test('what is typed a moment before the tab is closed is kept', async ({ pageOf }) => {
  const page = await pageOf('citizen')
  const rows = REPEATING['residences of a criminal record']
  await openRows(page, rows)
  const address = page.url()
  await textIn(page, rows, 1).fill('Hà Nội')
  const browser = page.context()
  await page.close({ runBeforeUnload: true })
  const reopened = await browser.newPage()
  await reopened.goto(address)
  await rowsAre(reopened, rows, ['Hà Nội'])
})

test('a draft is discarded after a question, and had back', async ({ pageOf }) => {
  const page = await pageOf('citizen', { javaScriptEnabled: false })
  const rows = REPEATING['trades of a household business']
  const id = await openRows(page, rows)
  await textIn(page, rows, 1).fill('Nhà hàng')
  await addRow(page, rows)
  await page.goto('/ho-so')
  await page.getByRole('link', { name: 'Xóa bản nháp: Đăng ký thành lập hộ kinh doanh' }).click()
  await page.getByRole('button', { name: 'Xóa bản nháp' }).click()
  await expect(page.getByText('Đã xóa bản nháp', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Lấy lại bản nháp' }).click()
  await page.goto(`/ho-so/nhap/${id}/${rows.pageId}`)
  await rowsAre(page, rows, ['Nhà hàng', ''])
})
