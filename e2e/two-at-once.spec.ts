import type { Page, Request } from '@playwright/test'
import { act, completeDraft, dossierIdIn, startedDraft, submittedDossier } from './driving-licence'
import { expect, test } from './fixtures'
import { ask } from './stack'

test.setTimeout(120_000)

const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()
const CHANGED = 'Hồ sơ vừa được người khác thay đổi'

async function dossiersOf(draftId: string): Promise<number> {
  const rows = await ask((sql) => sql`select id from dossiers where draft_id = ${draftId}`)
  return rows.length
}

async function actsOn(dossierId: string, action: string): Promise<number> {
  const rows = await ask((sql) => sql`select id from audit_log where subject_id = ${dossierId} and action = ${action}`)
  return rows.length
}

test('of two officers who act on one dossier the second is told what changed', async ({ signInAs, page, pageOf }) => {
  await signInAs('citizen')
  const id = await submittedDossier(page)
  const [minh, lan] = [await pageOf('caseOfficer'), await pageOf('otherCaseOfficer')]
  await act(await pageOf('oneStopOfficer'), id, 'Tiếp nhận')

  await test.step('one after the other: the late one reads who did what, and finds the way on', async () => {
    for (const officer of [minh, lan]) await officer.goto(`/can-bo/ho-so/${id}`)
    await press(minh, 'Nhận xử lý')
    await expect(minh.getByText('Đã ghi nhận: Nhận xử lý.')).toBeVisible()
    await press(lan, 'Nhận xử lý')
    const status = lan.getByRole('status').filter({ hasText: CHANGED })
    await expect(status.getByRole('listitem')).toHaveText([
      /^Đã phân công: Trần Văn Minh, lúc \d\d:\d\d:\d\d \d\d\/\d\d\/\d{4}$/,
    ])
    await lan.getByRole('link', { name: 'Tải lại hồ sơ để xem nội dung mới' }).click()
    await expect(lan.locator('#nguoi-giu')).toContainText('Trần Văn Minh')
    expect(await actsOn(id, 'dossier.assigned')).toBe(1)
  })

  await test.step('what the late one typed is kept', async () => {
    const [first, second] = [minh, await minh.context().newPage()]
    for (const tab of [first, second]) {
      await tab.goto(`/can-bo/ho-so/${id}/ket-qua`)
      await tab.getByLabel('Lý do').fill(`Đủ điều kiện theo quy định. ${tab === first ? 'Một.' : 'Hai.'}`)
    }
    await press(first, 'Soạn kết quả')
    await expect(first.getByText('Đã ghi nhận: Soạn kết quả.')).toBeVisible()
    await press(second, 'Soạn kết quả')
    await expect(second.getByRole('main').getByText(CHANGED)).toBeVisible()
    await expect(second.getByLabel('Lý do')).toHaveValue('Đủ điều kiện theo quy định. Hai.')
    expect(await actsOn(id, 'dossier.resultDrafted')).toBe(1)
  })
})

test('two officers who press at the very same moment act once', async ({ signInAs, page, pageOf }) => {
  await signInAs('citizen')
  const id = await submittedDossier(page)
  await act(await pageOf('oneStopOfficer'), id, 'Tiếp nhận')
  const officers = [await pageOf('caseOfficer'), await pageOf('otherCaseOfficer')]
  for (const officer of officers) await officer.goto(`/can-bo/ho-so/${id}`)
  await Promise.all(officers.map((officer) => press(officer, 'Nhận xử lý')))
  const ends = await Promise.all(
    officers.map(async (officer) => {
      const end = officer.getByText(/Đã ghi nhận: Nhận xử lý\.|Hồ sơ vừa được người khác thay đổi/)
      await expect(end.first()).toBeVisible()
      return officer.getByText('Đã ghi nhận').isVisible()
    }),
  )
  expect(ends.filter(Boolean)).toHaveLength(1)
  expect(await actsOn(id, 'dossier.assigned')).toBe(1)
})

test.describe('one draft gives one dossier', () => {
  test('when the button is pressed twice and the request is sent again', async ({ signInAs, page }) => {
    await signInAs('citizen')
    const draft = await completeDraft(page)
    await page.goto(`/ho-so/nhap/${draft}/xem-lai`)
    const sent: Request[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/xem-lai')) sent.push(request)
    })
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).dblclick()
    await expect(page.getByText(/Đã nộp hồ sơ\. Mã nộp của bạn/)).toBeVisible()
    const [first] = sent
    if (first === undefined) throw new Error('nothing was sent')
    const { 'content-length': _, ...headers } = first.headers()
    const again = await page.request.post(first.url(), { headers, data: first.postDataBuffer() ?? '', maxRedirects: 0 })
    expect(await again.json()).toEqual({ next: `/ho-so/${dossierIdIn(page.url())}?da=nop` })
    expect(await dossiersOf(draft)).toBe(1)
  })

  test('when two tabs send it', async ({ signInAs, page }) => {
    await signInAs('citizen')
    const draft = await completeDraft(page)
    const tabs = [page, await page.context().newPage()]
    for (const tab of tabs) await tab.goto(`/ho-so/nhap/${draft}/xem-lai`)
    await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Nộp hồ sơ' }).click()))
    for (const tab of tabs) await expect(tab.getByText(/Đã nộp hồ sơ\. Mã nộp của bạn/)).toBeVisible()
    expect(new Set(tabs.map((tab) => dossierIdIn(tab.url()))).size).toBe(1)
    expect(await dossiersOf(draft)).toBe(1)
  })
})

test('two tabs that save different questions of a page keep both', async ({ signInAs, page }) => {
  await signInAs('otherCitizen')
  const draft = await startedDraft(page)
  await page.getByRole('radio', { name: 'Giấy phép bị hỏng' }).check()
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await expect(page).toHaveURL(/nguoi-de-nghi$/)
  const other = await page.context().newPage()
  for (const tab of [page, other]) await tab.goto(`/ho-so/nhap/${draft}/giay-phep`)
  await page.getByLabel('Số giấy phép lái xe').fill('790123456789')
  await other.getByLabel('Cơ quan cấp').fill('Sở Giao thông vận tải Hà Nội')
  for (const tab of [page, other]) await expect(tab.getByText(/Đã lưu lúc/)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Số giấy phép lái xe')).toHaveValue(/790/)
  await expect(page.getByLabel('Cơ quan cấp')).toHaveValue('Sở Giao thông vận tải Hà Nội')
})
