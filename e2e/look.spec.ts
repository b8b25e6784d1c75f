import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import {
  act,
  completeDraft,
  draftResult,
  EVERYTHING_ASKED,
  filledDraft,
  forgetDrafts,
  PAGES,
  sendFile,
  startedDraft,
  submittedDossier,
} from './driving-licence'
import { badFiles } from './files'
import { expect, test, type Who } from './fixtures'
import { approveBySigning } from './leader'
import { allJobsDone, ask } from './stack'

test.setTimeout(240_000)

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }"
const NOBODY = '01890000-0000-7000-8000-000000000000'

/** What axe objects to on the page as it stands, one line each. */
async function objections(page: Page): Promise<string[]> {
  const violations = await page.evaluate(
    `axe.run(${RULES}).then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(', ')))`,
  )
  return z.array(z.string()).parse(violations)
}

const scrollsSideways = (page: Page) => page.evaluate('document.documentElement.scrollWidth > innerWidth')

/** Every page at the width of a desk and of a telephone, and at 320 pixels without sideways scrolling. */
async function looksRight(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.evaluate(AXE)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await objections(page), `${address} at ${String(width)} pixels`).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 900 })
    expect.soft(await scrollsSideways(page), `${address} scrolls sideways at 320 pixels`).toBe(false)
  }
}

const draftPages = (id: string, pages: readonly string[]) => pages.map((page) => `/ho-so/nhap/${id}/${page}`)
const officerPages = (id: string, pages: readonly string[]) =>
  ['', ...pages].map((page) => `/can-bo/ho-so/${id}${page}`)

test.describe('axe finds nothing to object to', () => {
  test('on the pages of signing in and of failing', async ({ page }) => {
    const faults = ['cancelled', 'not-the-latest', 'provider-down', 'not-genuine'].map(
      (fault) => `/dang-nhap/loi?ly-do=${fault}`,
    )
    const states = ['gian-doan', 'loi-he-thong', 'qua-nhieu-yeu-cau', 'mat-ket-noi', 'qua-lon', 'qua-cham'].map(
      (state) => `/loi/${state}`,
    )
    await looksRight(page, ['/dang-nhap', '/dang-nhap/can-bo', '/dang-xuat/xong', ...faults, ...states])
  })

  test('on a draft: every page of it, empty, wrong and complete', async ({ page, signInAs, folder }) => {
    await signInAs('citizen')
    const empty = await startedDraft(page)
    await looksRight(page, [`/ho-so/nhap/${empty}/truong-hop?loi=1`])
    const wrong = await filledDraft(page, { 'giay-phep': { 'licence.number': '1', 'licence.issuePlace': '' } })
    await looksRight(page, [`/ho-so/nhap/${wrong}/giay-phep?loi=1`])
    const unattached = await filledDraft(page, EVERYTHING_ASKED)
    await looksRight(page, draftPages(unattached, PAGES))
    const bare = await filledDraft(page)
    const [bad] = await badFiles(folder)
    const refused = bad === undefined ? '' : await sendFile(page, bare, 'GPLX', bad.file)
    expect(refused).toContain('loi=')
    await looksRight(page, [...draftPages(bare, ['giay-to', 'xem-lai']), refused])
    const complete = await completeDraft(page)
    await looksRight(page, ['/ho-so', ...draftPages(complete, ['giay-to', 'xem-lai'])])
  })

  test('on the pages of applicants and officers, whatever state the dossier is in', async ({
    page,
    signInAs,
    pageOf,
  }) => {
    await signInAs('citizen')
    const id = await submittedDossier(page)
    await allJobsDone()
    const desk = await pageOf('oneStopOfficer')
    const officer = await pageOf('caseOfficer')
    const head = await pageOf('unitHead')
    const leader = await pageOf('agencyLeader')
    const applicant = [`/ho-so/${id}`, `/ho-so/${id}/rut`, '/ho-so', '/thong-bao', '/tai-khoan']
    await looksRight(page, [...applicant, '/dang-nhap/xac-thuc-lai?tiep=%2Fho-so'])
    await looksRight(desk, [
      '/can-bo',
      '/can-bo?q=khong-co-ai',
      '/tai-khoan',
      ...officerPages(id, ['/tu-choi', '/bo-sung']),
    ])
    await act(desk, id, 'Tiếp nhận')
    await looksRight(head, ['/can-bo?hang-doi=tat-ca', ...officerPages(id, ['/phan-cong'])])
    await act(officer, id, 'Nhận xử lý')
    const file = await officer.locator('#giay-to').getByRole('link').first().getAttribute('href')
    await looksRight(officer, [file ?? '', ...officerPages(id, ['/ket-qua', '/bo-sung'])])
    await officer.goto(`/can-bo/ho-so/${id}/bo-sung`)
    await officer.getByRole('checkbox').first().check()
    await officer.getByRole('main').getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
    const missing = officer.locator('#error-summary').getByRole('link')
    await expect(missing).toHaveText(/^\S.* – Cách sửa: mục này còn trống/)
    await expect(missing).toHaveAttribute('href', '#items.0.howToMend')
    await officer.evaluate(AXE)
    expect.soft(await objections(officer), 'a refused supplement request').toEqual([])
    await draftResult(officer, id)
    await act(officer, id, 'Trình duyệt')
    await looksRight(leader, officerPages(id, ['/tra-lai']))
    await approveBySigning(leader, id)
    await act(desk, id, 'Trả kết quả')
    await allJobsDone()
    await looksRight(page, [`/ho-so/${id}`, '/thong-bao'])
    await looksRight(desk, officerPages(id, []))
  })
})

test.describe('what is not one’s own', () => {
  test.use({ expectedComplaints: /status of 404/ })

  test('is not found, whoever asks and however the address is made up', async ({ page, signInAs, pageOf }) => {
    await signInAs('citizen')
    const id = await submittedDossier(page)
    const draft = await completeDraft(page)
    const [{ file } = { file: '' }] = z
      .array(z.object({ file: z.string() }))
      .parse([...(await ask((sql) => sql`select id as file from attachments where dossier_id = ${id} limit 1`))])
    const strangers: [Who, string[]][] = [
      ['otherCitizen', [`/ho-so/${id}`, `/ho-so/${id}/rut`, `/ho-so/nhap/${draft}`, `/ho-so/nhap/${draft}/giay-to`]],
      ['wardOneStopOfficer', [`/can-bo/ho-so/${id}`, `/can-bo/ho-so/${id}/tu-choi`, `/can-bo/ho-so/${id}/tep/${file}`]],
    ]
    for (const [who, addresses] of strangers) {
      const stranger = await pageOf(who)
      for (const address of [...addresses, `/tep/${file}`, `/tep/${file}/trang/0`, `/van-ban/${file}`]) {
        const answer = await stranger.request.get(address)
        expect.soft(answer.status(), `${who} ${address}`).toBe(404)
        expect.soft(await answer.text()).not.toContain('Nguyễn Văn An')
      }
      await stranger.goto(addresses[0] ?? '')
      await expect(stranger.getByRole('heading', { level: 1, name: 'Không tìm thấy trang này' })).toBeVisible()
      const typing = {
        data: 'reason=DAMAGED&_asked=reason',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }
      expect.soft((await stranger.request.post(`/api/nhap/${draft}/truong-hop`, typing)).ok()).toBe(false)
    }
    for (const id of [NOBODY, 'khong-phai-ma', '%00', "'; drop table dossiers; --"])
      expect.soft((await page.request.get(`/ho-so/${encodeURIComponent(id)}`)).status(), id).toBe(404)
  })
})

test('a page of questions is filled in with the keyboard alone', async ({ page, signInAs }) => {
  await signInAs('citizen')
  const draft = await startedDraft(page)
  await page.goto(`/ho-so/nhap/${draft}/truong-hop`)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Bỏ qua' }).or(page.locator('a[href="#noi-dung"]')).first()
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#noi-dung')).toBeFocused()
  const first = page.getByRole('radio').first()
  for (let press = 0; press < 20 && !(await first.evaluate((node) => node === document.activeElement)); press += 1)
    await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  expect(await first.evaluate((node) => getComputedStyle(node).outlineStyle)).not.toBe('none')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Giấy phép bị hỏng' })).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Lưu và tiếp tục' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Người đề nghị' })).toBeVisible()
})

test('the case chosen on the procedure page is not asked again, and may still be changed', async ({
  page,
  signInAs,
}) => {
  await signInAs('citizen')
  await forgetDrafts()
  await page.goto('/dich-vu/doi-giay-phep-lai-xe')
  await page.getByRole('link', { name: 'Giấy phép bị hỏng' }).click()
  await page.getByRole('link', { name: 'Nộp hồ sơ' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Người đề nghị' })).toBeVisible()
  await page.getByRole('link', { name: 'Lý do đổi' }).first().click()
  await expect(page.getByRole('radio', { name: 'Giấy phép bị hỏng' })).toBeChecked()
})

for (const javaScriptEnabled of [true, false])
  test.describe(`a file input ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    test.use({ javaScriptEnabled })

    test('speaks the language of the page and opens with the keyboard', async ({ page }) => {
      // Asked for before the page is: a press that follows at once would come before the browser is told to hand it over.
      const chosen = page.waitForEvent('filechooser')
      await page.goto('/kiem-tra-chu-ky')
      const [box, empty] = [page.getByLabel('Tệp PDF cần kiểm tra'), page.getByText('Chưa chọn tệp nào')]
      await expect(empty).toBeVisible()
      await box.focus()
      await page.keyboard.press('Enter')
      await (await chosen).setFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
      await expect(empty).toBeHidden()
    })
  })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('signed-in pages, too, change language and text size and stay where they are', async ({ page, signInAs }) => {
    await signInAs('citizen')
    await page.goto('/ho-so')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page).toHaveURL(/\/ho-so$/)
    await expect(page.getByRole('heading', { level: 1, name: 'My dossiers' })).toBeVisible()
    await page.getByRole('button', { name: 'Largest text' }).click()
    await expect(page).toHaveURL(/\/ho-so$/)
    await expect(page.locator('html')).toHaveAttribute('data-size', 'largest')
  })
})
