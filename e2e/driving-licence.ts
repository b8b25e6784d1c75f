import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { aPhoto, aPortrait, type MadeFile } from './files'
import { ask } from './stack'

const SLUG = 'doi-giay-phep-lai-xe'

export const PAGES = [
  ...['truong-hop', 'nguoi-de-nghi', 'giay-phep', 'thoi-han', 'qua-trinh', 'suc-khoe', 'nhan-ket-qua', 'cam-ket'],
] as const

type Answers = Record<string, Record<string, string>>

/** A class A1 licence without a term: no health certificate is asked for. */
const ANSWERS: Answers = {
  'truong-hop': { reason: 'DAMAGED' },
  'nguoi-de-nghi': { 'contact.email': '' },
  'giay-phep': {
    ...{ 'licence.number': '790123456789', 'licence.class': 'A1', 'licence.serial': 'AR123456' },
    'licence.issuePlace': 'Sở Giao thông vận tải Hà Nội',
    ...{ 'licence.issueDate.d': '15', 'licence.issueDate.m': '12', 'licence.issueDate.y': '2016' },
  },
  'thoi-han': { 'licence.isUnlimited': 'yes' },
  'nhan-ket-qua': { 'delivery.way': 'ELECTRONIC' },
  'cam-ket': { commitment: 'on' },
}

export const draftIdIn = (url: string) => /\/ho-so\/nhap\/([0-9a-f-]{36})/.exec(url)?.[1] ?? ''
export const dossierIdIn = (url: string) => /\/ho-so\/([0-9a-f-]{36})/.exec(url)?.[1] ?? ''

/** Questions by their first parts: `licence.issueDate.d` belongs to `licence.issueDate`. */
const questionOf = (name: string) => name.replace(/\.([dmy]|provinceCode|wardCode|detail)$/, '')

/** Puts away what earlier tests left unfinished: a person goes on with the draft there is. */
export async function forgetDrafts(): Promise<void> {
  await ask((sql) => sql`update drafts set discarded_at = now() where submitted_at is null and dossier_id is null`)
}

/** A fresh draft of the signed-in person, on its first page. */
export async function startedDraft(page: Page): Promise<string> {
  await forgetDrafts()
  await page.goto(`/dich-vu/${SLUG}/nop`)
  return draftIdIn(page.url())
}

/** What the pages send while one types, sent at once. */
export async function answer(
  page: Page,
  draftId: string,
  pageId: string,
  answers: Record<string, string>,
): Promise<void> {
  const askedFields = [...new Set(Object.keys(answers).map(questionOf))].map((name) => ['_asked', name])
  const answered = await page.request.post(`/api/nhap/${draftId}/${pageId}`, {
    data: new URLSearchParams([...Object.entries(answers), ...askedFields]).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answered.ok()).toBe(true)
}

/** A draft whose form is filled in; its documents are still missing. */
export async function filledDraft(page: Page, others: Answers = {}): Promise<string> {
  const id = await startedDraft(page)
  for (const pageId of PAGES) {
    const answers = { ...ANSWERS[pageId], ...others[pageId] }
    if (Object.keys(answers).length > 0) await answer(page, id, pageId, answers)
  }
  return id
}

/** A licence with a term, sent by post: every page of the form is asked. */
export const EVERYTHING_ASKED: Answers = {
  'thoi-han': { 'licence.isUnlimited': 'no' },
  'suc-khoe': {
    ...{ 'healthCert.number': '1234/GKSK-2026', 'healthCert.facility': 'Bệnh viện Giao thông vận tải' },
    ...{ 'healthCert.date.d': '1', 'healthCert.date.m': '10', 'healthCert.date.y': '2026' },
  },
  'nhan-ket-qua': {
    ...{ 'delivery.way': 'POST', 'delivery.address.provinceCode': '01', 'delivery.address.wardCode': '00004' },
    'delivery.address.detail': '12 phố Đội Cấn',
  },
}

/** A detail has changed, which asks for a proof: a document of up to 100 MB. */
export const DETAIL_CHANGED: Answers = {
  'truong-hop': { reason: 'INFO_CHANGED' },
  'thoi-han': { change: 'Ngày sinh trên giấy phép sai.' },
}

/** Sends a file as a browser without script does; the answer is where that leads. */
export async function sendFile(page: Page, draftId: string, requirement: string, file: MadeFile): Promise<string> {
  const form = new FormData()
  form.set('muc', requirement)
  form.set('tep', new File([await readFile(file.path)], file.name))
  const answered = await page.request.post(`/ho-so/nhap/${draftId}/giay-to/tai-len`, { multipart: form })
  return answered.url()
}

export async function attach(page: Page, draftId: string, requirement: string, file: MadeFile): Promise<void> {
  expect(await sendFile(page, draftId, requirement, file)).not.toContain('loi=')
}

/** A draft with nothing missing. */
export async function completeDraft(page: Page): Promise<string> {
  const id = await filledDraft(page)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-files-'))
  await attach(page, id, 'GPLX', await aPhoto(folder))
  await attach(page, id, 'ANH', await aPortrait(folder))
  return id
}

/** A dossier handed in through the review page. */
export async function submittedDossier(page: Page): Promise<string> {
  const id = await completeDraft(page)
  await page.goto(`/ho-so/nhap/${id}/xem-lai`)
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await page.waitForURL(/da=nop/)
  return dossierIdIn(page.url())
}

const codes = z.object({ submission_code: z.string(), dossier_code: z.string().nullable() })

export async function codesOf(dossierId: string): Promise<{ submission: string; dossier: string | null }> {
  const [row] = await ask((sql) => sql`select submission_code, dossier_code from dossiers where id = ${dossierId}`)
  const { submission_code: submission, dossier_code: dossier } = codes.parse(row)
  return { submission, dossier }
}

/** An act that is one button on the officer's page. */
export async function act(officer: Page, dossierId: string, button: string): Promise<void> {
  await officer.goto(`/can-bo/ho-so/${dossierId}`)
  await officer.getByRole('main').getByRole('button', { name: button, exact: true }).click()
  await expect(officer.getByText(`Đã ghi nhận: ${button}.`)).toBeVisible()
}

export async function askForSupplement(officer: Page, dossierId: string, document: string, how: string): Promise<void> {
  await officer.goto(`/can-bo/ho-so/${dossierId}/bo-sung`)
  await officer.getByRole('checkbox', { name: document }).check()
  const item = officer.locator('.group\\/item', { has: officer.getByRole('checkbox', { name: document }) })
  await item.getByLabel('Lý do').selectOption({ label: 'Mờ, không đọc được' })
  await item.getByLabel('Cách sửa').fill(how)
  await officer.getByRole('main').getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await expect(officer.getByText('Đã ghi nhận: Yêu cầu bổ sung.')).toBeVisible()
}

/** Until when the new licence is valid, as day/month/year. */
export async function fillExpiry(officer: Page, written: string): Promise<void> {
  const question = officer.getByRole('group', { name: 'Có giá trị đến' })
  const [day = '', month = '', year = ''] = written.split('/')
  await question.getByLabel('Ngày').fill(day)
  await question.getByLabel('Tháng').fill(month)
  await question.getByLabel('Năm').fill(year)
}

/** Grants a licence without a term, as the dossiers here ask for: until when it is valid is not asked. */
export async function draftResult(officer: Page, dossierId: string): Promise<void> {
  await officer.goto(`/can-bo/ho-so/${dossierId}/ket-qua`)
  await officer.getByRole('radio', { name: 'Đồng ý giải quyết', exact: true }).check()
  await officer.getByLabel('Lý do').fill('Đủ điều kiện đổi giấy phép lái xe theo quy định.')
  await officer.getByRole('main').getByRole('button', { name: 'Soạn kết quả' }).click()
  await expect(officer.getByText('Đã ghi nhận: Soạn kết quả.')).toBeVisible()
}
