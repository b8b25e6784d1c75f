import { expect, type Page } from '@playwright/test'
import { attach, DETAIL_CHANGED, filledDraft } from './driving-licence'
import type { MadeFile } from './files'
import { pkcs12 } from './signing'

export const PROOF = 'Giấy tờ chứng minh thông tin thay đổi'
export const panel = (page: Page) => page.locator('[data-signing]')

/** From the documents page to the signing page of its only PDF. */
export async function openToSign(page: Page, draftId: string, file: MadeFile): Promise<void> {
  await page.goto(`/ho-so/nhap/${draftId}/giay-to`)
  await page.getByRole('link', { name: `Ký số: ${file.name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Ký số: ${file.name}` })).toBeVisible()
  await expect(page.locator('[data-sha256]')).toHaveText(file.sha256)
}

export async function openCertificate(page: Page, folder: string, id: string, wrongPassword?: string): Promise<void> {
  const key = await pkcs12(page, folder, id)
  await openKeyFile(page, key.path, wrongPassword ?? key.password)
}

export async function openKeyFile(page: Page, file: string, password: string): Promise<void> {
  await page.getByLabel('Tệp chứng thư', { exact: true }).setInputFiles(file)
  await page.getByLabel('Mật khẩu của tệp chứng thư').fill(password)
  await page.getByRole('button', { name: 'Mở chứng thư' }).click()
}

export async function signNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ký số tệp này' }).click()
}

export const isSigned = (page: Page, timeout = 60_000) =>
  expect(panel(page).getByText('Đã ký số và lưu tệp vào hồ sơ.')).toBeVisible({ timeout })

export async function draftWith(page: Page, file: MadeFile | null): Promise<string> {
  const draftId = await filledDraft(page, { ...DETAIL_CHANGED, 'giay-phep': { 'licence.class': 'A1' } })
  if (file !== null) await attach(page, draftId, 'CM', file)
  return draftId
}
