import type { Page } from '@playwright/test'
import { act, submittedDossier } from './driving-licence'
import { aPortrait } from './files'
import { expect, test } from './fixtures'

test.setTimeout(120_000)
test.use({ expectedComplaints: /status of 422/ })

const LICENCE = 'Ảnh hai mặt giấy phép lái xe đang có'
const PORTRAIT = 'Ảnh chân dung 3×4'
type PageOf = (who: 'oneStopOfficer' | 'caseOfficer') => Promise<Page>

/** A dossier for which two documents were asked for again, opened by its applicant where they are mended. */
async function openedSupplement(page: Page, pageOf: PageOf): Promise<void> {
  const id = await submittedDossier(page)
  await act(await pageOf('oneStopOfficer'), id, 'Tiếp nhận')
  const officer = await pageOf('caseOfficer')
  await act(officer, id, 'Nhận xử lý')
  await officer.goto(`/can-bo/ho-so/${id}/bo-sung`)
  for (const document of [LICENCE, PORTRAIT]) {
    await officer.getByRole('checkbox', { name: document }).check()
    const item = officer.locator('.group\\/item', { has: officer.getByRole('checkbox', { name: document }) })
    await item.getByLabel('Lý do').selectOption({ label: 'Mờ, không đọc được' })
    await item.getByLabel('Cách sửa').fill('Chụp lại cho rõ.')
  }
  await officer.getByRole('main').getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await expect(officer.getByText('Đã ghi nhận: Yêu cầu bổ sung.')).toBeVisible()
  await page.goto(`/ho-so/${id}`)
  await page.getByRole('button', { name: 'Bổ sung ngay' }).click()
}

const item = (page: Page, document: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: `Gửi tệp cho mục này: ${document}` })
const words = (page: Page, document: string) => item(page, document).getByLabel('Vì sao không bổ sung được')
const save = (page: Page, document: string) =>
  item(page, document).getByRole('button', { name: 'Lưu lời giải thích' }).click()

async function type(page: Page, document: string, text: string): Promise<void> {
  await item(page, document).getByText('Không bổ sung được mục này?').click()
  await words(page, document).fill(text)
}

test('what is typed beside one item stays while another is saved or refused', async ({ page, signInAs, pageOf }) => {
  await signInAs('otherCitizen')
  await openedSupplement(page, pageOf)
  await expect(item(page, LICENCE).getByText('ký tự').first()).toBeAttached()
  await type(page, LICENCE, 'Giấy phép đã mờ từ trước.')
  await type(page, PORTRAIT, 'x'.repeat(4001))
  await save(page, PORTRAIT)
  await expect(item(page, PORTRAIT).getByRole('alert')).toContainText('dài 4001 ký tự')
  await expect(words(page, PORTRAIT)).toHaveValue('x'.repeat(4001))
  await words(page, PORTRAIT).fill('Không chụp lại được.')
  await save(page, PORTRAIT)
  await expect(item(page, PORTRAIT)).toContainText('Người nộp giải thích: Không chụp lại được.')
  await expect(item(page, PORTRAIT).getByRole('alert')).toHaveCount(0)
  await expect(item(page, PORTRAIT).getByText('Sửa lời giải thích')).toBeVisible()
  await expect(words(page, LICENCE)).toHaveValue('Giấy phép đã mờ từ trước.')
  await expect(page.getByRole('button', { name: 'Gửi bổ sung' })).toBeDisabled()
  await save(page, LICENCE)
  await expect(page.getByRole('button', { name: 'Gửi bổ sung' })).toBeEnabled()
  await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
  await expect(page.getByText('Đã gửi bổ sung.')).toBeVisible()
})

test('what becomes of an earlier file is said without leaving the page', async ({ page, signInAs, pageOf, folder }) => {
  await signInAs('otherCitizen')
  await openedSupplement(page, pageOf)
  await item(page, PORTRAIT).getByRole('link').click()
  const box = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: PORTRAIT }) })
  await box.locator('input[type=file][multiple]').setInputFiles((await aPortrait(folder, 'Ảnh mới.png')).path)
  await expect(box.getByRole('link', { name: 'Ảnh mới.png', exact: true })).toBeVisible()
  const left: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) left.push(request.url())
  })
  const states = page.getByText(/^(Giữ lại|Sẽ được thay khi có tệp mới)$/)
  const before = await states.allTextContents()
  await page
    .getByRole('button', { name: /^(Giữ|Thay) tệp này/ })
    .first()
    .click()
  await expect(states).not.toHaveText(before)
  await box.getByRole('button', { name: 'Xóa tệp: Ảnh mới.png' }).click()
  await expect(box.getByRole('link', { name: 'Ảnh mới.png', exact: true })).toHaveCount(0)
  expect(left).toEqual([])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('an explanation that was refused comes back as it was typed', async ({ page, signInAs, pageOf }) => {
    await signInAs('otherCitizen')
    await openedSupplement(page, pageOf)
    await type(page, PORTRAIT, 'x'.repeat(4001))
    await save(page, PORTRAIT)
    await expect(item(page, PORTRAIT).getByRole('alert')).toContainText('dài 4001 ký tự')
    await expect(words(page, PORTRAIT)).toHaveValue('x'.repeat(4001))
    await words(page, PORTRAIT).fill('Không chụp lại được.')
    await save(page, PORTRAIT)
    await expect(item(page, PORTRAIT)).toContainText('Người nộp giải thích: Không chụp lại được.')
    await expect(page).toHaveURL(/xem-lai$/)
  })
})
