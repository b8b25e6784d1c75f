import { expect, type Page } from '@playwright/test'
import { answer, draftIdIn, forgetDrafts } from './driving-licence'
import type { Who } from './fixtures'

export type Repeating = {
  who: Extract<Who, 'citizen' | 'business'>
  slug: string
  /** Answers that open the page of the rows. */
  before: Record<string, Record<string, string>>
  pageId: string
  /** What one row is called on its buttons. */
  row: string
  /** A text that is asked in every row. */
  text: string
}

export const REPEATING = {
  'residences of a criminal record': {
    who: 'citizen',
    slug: 'cap-phieu-ly-lich-tu-phap',
    before: {
      'yeu-cau': {
        ...{ certificateType: 'TYPE_1', purpose: 'Bổ sung hồ sơ xin việc', copies: '1' },
        ...{ confirmManagementBan: 'no', feeGroup: 'ORDINARY' },
      },
    },
    pageId: 'noi-cu-tru',
    row: 'nơi cư trú',
    text: 'Nơi cư trú',
  },
  'trades of a household business': {
    who: 'citizen',
    slug: 'dang-ky-thanh-lap-ho-kinh-doanh',
    before: {
      'chu-ho': { ownerType: 'INDIVIDUAL' },
      'ten-tru-so': {
        ...{ name: 'Sao Mai', 'headquarters.provinceCode': '01', 'headquarters.wardCode': '00004' },
        'headquarters.detail': '20 phố Đội Cấn',
      },
    },
    pageId: 'nganh-nghe',
    row: 'ngành',
    text: 'Tên ngành',
  },
  'prizes of a promotion': {
    who: 'business',
    slug: 'thong-bao-hoat-dong-khuyen-mai',
    before: {
      'thuong-nhan': { 'merchant.contact': 'Lê Hoàng Nam', 'merchant.phone': '028 3822 1234' },
      'chuong-trinh': {
        ...{ programmeName: 'Mừng xuân', form: 'DISCOUNT', areas: '79', customers: 'Mọi khách' },
        ...{ 'from.d': '15', 'from.m': '1', 'from.y': '2037', 'to.d': '15', 'to.m': '2', 'to.y': '2037' },
      },
    },
    pageId: 'hang-hoa',
    row: 'giải',
    text: 'Tên giải',
  },
} as const satisfies Record<string, Repeating>

/** A fresh draft, open on the page with the rows. */
export async function openRows(page: Page, { slug, before, pageId }: Repeating): Promise<string> {
  await forgetDrafts()
  await page.goto(`/dich-vu/${slug}/nop`)
  const id = draftIdIn(page.url())
  for (const [place, answers] of Object.entries(before)) await answer(page, id, place, answers)
  await page.goto(`/ho-so/nhap/${id}/${pageId}`)
  return id
}

const rowAt = (page: Page, { row }: Repeating, number: number) =>
  page.getByRole('group', { name: `${row.charAt(0).toUpperCase()}${row.slice(1)} ${String(number)}`, exact: true })

export const textIn = (page: Page, rows: Repeating, number: number) =>
  rowAt(page, rows, number).getByLabel(rows.text, { exact: true })

export const addRow = (page: Page, { row }: Repeating) =>
  page.getByRole('button', { name: `Thêm ${row}`, exact: true }).click()

export const removeRow = (page: Page, { row }: Repeating, number: number) =>
  page.getByRole('button', { name: `Xóa ${row} ${String(number)}`, exact: true }).click()

/** The rows are these, in this order, and no more. */
export async function rowsAre(page: Page, rows: Repeating, texts: readonly string[]): Promise<void> {
  for (const [at, text] of texts.entries()) await expect(textIn(page, rows, at + 1)).toHaveValue(text)
  await expect(rowAt(page, rows, texts.length + 1)).toHaveCount(0)
}

export const isSaved = (page: Page) => expect(page.locator('[data-save=saved]')).toBeVisible()
