import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { act, filledDraft, submittedDossier } from './driving-licence'
import { expect, fillOfficerSignIn, signInPerson, test } from './fixtures'
import { ask } from './stack'

test.setTimeout(120_000)

/** Half an hour without a request for who signed in last; the sessions that other sentences go on with stay as they are. */
const letSessionRunOut = () =>
  ask(
    (sql) => sql`
      update sessions set seen_at = now() - interval '31 minutes'
      where id = (select id from sessions order by created_at desc limit 1)`,
  )

const endedNotice = (page: Page) => page.getByText('Phiên đăng nhập của bạn đã kết thúc')

test('an officer whose session has ended signs in again and goes on with what was typed', async ({ page, pageOf }) => {
  const id = await submittedDossier(await pageOf('citizen'))
  await page.goto(`/can-bo/ho-so/${id}/tu-choi`)
  await fillOfficerSignIn(page, 'oneStopOfficer')
  await expect(page).toHaveURL(new RegExp(`/can-bo/ho-so/${id}/tu-choi$`))
  const reason = page.getByRole('main').getByRole('textbox').first()
  await reason.fill('Hồ sơ chưa đúng thẩm quyền.')
  await letSessionRunOut()
  await page.getByRole('main').getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
  await expect(endedNotice(page)).toBeVisible()
  await fillOfficerSignIn(page, 'oneStopOfficer')
  await expect(page).toHaveURL(new RegExp(`/can-bo/ho-so/${id}/tu-choi$`))
  await expect(page.getByText('được điền lại dưới đây')).toBeVisible()
  await expect(reason).toHaveValue('Hồ sơ chưa đúng thẩm quyền.')
})

test('a queue is found again as it was narrowed, from the page and from an act on it', async ({ page, pageOf }) => {
  const narrowed = '/can-bo?hang-doi=tat-ca&thu-tuc=1.002809&q='
  const asItWas = /\/can-bo\?hang-doi=tat-ca&thu-tuc=1\.002809$/
  const id = await submittedDossier(await pageOf('citizen'))
  await act(await pageOf('oneStopOfficer'), id, 'Tiếp nhận')
  await page.goto(narrowed)
  await fillOfficerSignIn(page, 'unitHead')
  await expect(page).toHaveURL(asItWas)
  await letSessionRunOut()
  await page.getByRole('main').getByRole('button', { name: 'Giao', exact: true }).click()
  await expect(endedNotice(page)).toBeVisible()
  // Others each time: a one-time code is good once.
  await fillOfficerSignIn(page, 'caseOfficer')
  await expect(page).toHaveURL(asItWas)
  await letSessionRunOut()
  await page.reload()
  await fillOfficerSignIn(page, 'otherCaseOfficer')
  await expect(page).toHaveURL(asItWas)
})

/** Where script runs, the page itself keeps what was typed: `faults.spec.ts`. */
test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('an applicant whose session has ended finds on the page what was sent from it', async ({ page }) => {
    await signInPerson(page, 'otherCitizen')
    await expect(page).toHaveURL(/tai-khoan$/)
    const draft = await filledDraft(page)
    await page.goto(`/ho-so/nhap/${draft}/giay-phep`)
    await letSessionRunOut()
    await page.getByLabel('Cơ quan cấp').fill('Sở Xây dựng Hà Nội')
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
    await expect(endedNotice(page)).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: 'Đăng nhập bằng tài khoản định danh' }).click()
    // The identity provider knows them still.
    await expect(page).toHaveURL(new RegExp(`${draft}/giay-phep$`))
    await expect(page.getByLabel('Cơ quan cấp')).toHaveValue('Sở Xây dựng Hà Nội')
  })
})

test('every page for people who are signed in sends others to sign in, and back', async ({ request }) => {
  const id = '01890000-0000-7000-8000-000000000000'
  const pages = ['(account)', '(admin)', '(applicant)', '(officer)'].flatMap((group) =>
    readdirSync(`app/${group}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(page|answer)\.tsx$/.test(file))
      .map((file) => `/${file.replace(/\/?(page|answer)\.tsx$/, '').replace(/\[\w+\]/g, id)}`),
  )
  expect(pages.length).toBeGreaterThan(20)
  for (const path of [...pages, `/tep/${id}`, `/van-ban/${id}`, `/tep/${id}/chu-ky`]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    const to = new URL(answer.headers()['location'] ?? '', 'http://none')
    expect([303, 307], path).toContain(answer.status())
    expect(to.pathname, path).toMatch(/^\/dang-nhap/)
    expect(path).toContain((to.searchParams.get('tiep') ?? 'none').split('?')[0])
  }
})
