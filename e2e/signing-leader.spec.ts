import { expect, test } from './fixtures'
import {
  approveBySigning,
  awaitingApproval,
  codeOf,
  moreLike,
  openResultToSign,
  resultOf,
  signRemotely,
  timesDone,
} from './leader'
import { misbehave, pkcs12 } from './signing'
import { openCertificate, panel } from './signing-page'
import { allJobsDone } from './stack'
import { bearsBothSignatures, looksAsDecreed, savePaper } from './two-signatures'

test.setTimeout(300_000)
// A refusal of the portal shows up in the browser's console as the status it is.
test.use({ expectedComplaints: /status of (404|409|422|503)/ })

test('a leader signs a result as a person, the agency seals it', async ({ pageOf, folder }) => {
  const id = await awaitingApproval(pageOf)
  const leader = await pageOf('agencyLeader')
  await openResultToSign(leader, id)

  await test.step('sees the exact pages', async () => {
    const picture = leader.getByRole('img', { name: /trang 1 trên/ })
    await expect(picture).toBeVisible()
    const width = () => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0))
    await expect.poll(width).toBeGreaterThan(1200)
    await expect(leader.locator('[data-sha256]')).toHaveText(/^[0-9a-f]{64}$/)
  })
  await test.step('is told whose certificate must sign before choosing one', async () => {
    await expect(leader.getByText('Phải ký bằng chứng thư của cá nhân Phạm Quốc Dũng')).toBeVisible()
  })
  await test.step('a wrong password, another person’s certificate and the seal’s own will not do', async () => {
    const { path } = await pkcs12(leader, folder, 'pham-quoc-dung')
    await leader.getByLabel('Tệp chứng thư', { exact: true }).setInputFiles(path)
    await leader.getByLabel('Mật khẩu của tệp chứng thư').fill('sai')
    await leader.getByRole('button', { name: 'Mở chứng thư' }).click()
    await expect(panel(leader)).toContainText('Mật khẩu chưa đúng')
    for (const [holder, words] of [
      ['nguyen-van-an', 'tên hoặc số định danh của người khác'],
      ['phong-csgt-ha-noi', 'không phải chứng thư của cá nhân'],
    ] as const) {
      await openCertificate(leader, folder, holder)
      await expect(panel(leader)).toContainText(words)
      await expect(leader.getByRole('button', { name: 'Ký và duyệt văn bản này' })).toBeDisabled()
      await leader.getByRole('button', { name: 'Dùng chứng thư khác' }).click()
    }
  })
  await test.step('without a proof of time nothing is signed and nothing is lost', async () => {
    await openCertificate(leader, folder, 'pham-quoc-dung')
    await expect(panel(leader)).toContainText('Đúng là chứng thư cá nhân của bạn.')
    await misbehave(leader, { tsa: 'down' })
    await leader.getByRole('button', { name: 'Ký và duyệt văn bản này' }).click()
    await expect(panel(leader)).toContainText('Đã ký 0, chưa ký 1', { timeout: 60_000 })
    await expect(panel(leader)).toContainText('Dịch vụ dấu thời gian không trả lời')
    await misbehave(leader, {})
    expect(await timesDone(id, 'dossier.approved')).toBe(0)
  })
  await test.step('while nobody says whether the certificate holds, nothing is signed and the silent authority is named', async () => {
    await misbehave(leader, { ocsp: 'down', crl: 'down' })
    await leader.getByRole('button', { name: 'Ký và duyệt văn bản này' }).click()
    await expect(panel(leader)).toContainText('nơi tra cứu của cơ quan cấp (CA', { timeout: 60_000 })
    await misbehave(leader, {})
    expect(await timesDone(id, 'dossier.approved')).toBe(0)
  })
  await test.step('signs; the key and the password stay where they are', async () => {
    const sent: string[] = []
    leader.on('request', (request) => sent.push(request.postDataBuffer()?.toString('latin1') ?? ''))
    await leader.getByRole('button', { name: 'Ký và duyệt văn bản này' }).click()
    await expect(panel(leader)).toContainText('Đã ký 1, chưa ký 0', { timeout: 60_000 })
    await expect(leader.getByText('Phạm Quốc Dũng đã ký.')).toBeVisible()
    expect(sent.join('\n')).not.toContain('Dung-123456')
    expect(Math.max(...sent.map((body) => body.length))).toBeLessThan(400_000)
    expect(await timesDone(id, 'dossier.resultSigned')).toBe(1)
  })
  await test.step('the paper bears both signatures, where the decree wants them, and says so', async () => {
    await allJobsDone()
    const result = await resultOf(id)
    expect(result.level).toBe('B-LT')
    const paper = await savePaper(leader, result.id, folder)
    await bearsBothSignatures(leader, paper, folder)
    await looksAsDecreed(paper, id, folder)
    await leader.goto(`/can-bo/ho-so/${id}`)
    await expect(leader.locator('#van-ban')).toContainText('Phạm Quốc Dũng đã ký số')
    await expect(leader.locator('#van-ban')).toContainText('Có chữ ký số của cơ quan')
  })
})

test('several results are signed in one act, and what changed meanwhile is told by itself', async ({
  pageOf,
  folder,
}) => {
  const first = await awaitingApproval(pageOf)
  const ids = [first, ...(await moreLike(first, 3))]
  const changed = ids[2] ?? ''
  const codes = await Promise.all(ids.map(codeOf))
  const leader = await pageOf('agencyLeader')

  await test.step('ticks four of those that wait and looks at each', async () => {
    await leader.goto('/can-bo?hang-doi=cho-duyet')
    await leader.getByRole('link', { name: 'Ký số nhiều kết quả trong một lần' }).click()
    await leader.getByRole('button', { name: 'Xem và ký các kết quả đã chọn' }).click()
    await expect(leader.getByText('Hãy đánh dấu từ 1 đến 20 kết quả')).toBeVisible()
    for (const code of codes) await leader.getByRole('checkbox', { name: `Chọn hồ sơ ${code}` }).check()
    await leader.getByRole('button', { name: 'Xem và ký các kết quả đã chọn' }).click()
    await expect(leader.getByRole('heading', { level: 1, name: 'Ký số 4 kết quả giải quyết' })).toBeVisible()
    await expect(leader.locator('[data-sha256]')).toHaveCount(4)
    const digests = await leader.locator('[data-sha256]').allTextContents()
    expect(new Set(digests).size).toBe(4)
  })
  await test.step('one is sent back at another desk before the signature', async () => {
    const other = await pageOf('agencyLeader')
    await other.goto(`/can-bo/ho-so/${changed}/tra-lai`)
    await other.getByLabel('Lý do').fill('Ghi rõ ngày cấp trên giấy phép mới.')
    await other.getByRole('main').getByRole('button', { name: 'Trả lại để sửa' }).click()
    await expect(other.getByText('Đã ghi nhận: Trả lại để sửa.')).toBeVisible()
  })
  await test.step('three are signed, the fourth says why it is not', async () => {
    await openCertificate(leader, folder, 'pham-quoc-dung')
    await leader.getByRole('button', { name: 'Ký và duyệt 4 văn bản' }).dblclick()
    await expect(panel(leader)).toContainText('Đã ký 3, chưa ký 1', { timeout: 120_000 })
    await expect(panel(leader).getByRole('listitem')).toHaveCount(1)
    await expect(panel(leader).getByRole('listitem')).toContainText(
      `${await codeOf(changed)}: Kết quả này không còn như`,
    )
    await expect(leader.getByText('Không còn văn bản nào để ký ở đây.')).toBeVisible()
  })
  await test.step('each bears its own two signatures; nothing was done twice', async () => {
    await allJobsDone()
    for (const id of ids.filter((id) => id !== changed)) {
      expect(await timesDone(id, 'dossier.resultSigned')).toBe(1)
      expect(await timesDone(id, 'dossier.approved')).toBe(1)
      await bearsBothSignatures(leader, await savePaper(leader, (await resultOf(id)).id, folder), folder)
    }
    expect(await timesDone(changed, 'dossier.resultSigned')).toBe(0)
  })
})

test('a leader without script signs remotely, with one confirmation for all', async ({ pageOf, folder }) => {
  const first = await awaitingApproval(pageOf)
  const ids = [first, ...(await moreLike(first, 1))]
  const leader = await pageOf('agencyLeader', { javaScriptEnabled: false })
  await leader.goto('/can-bo/ky-so')
  for (const code of await Promise.all(ids.map(codeOf)))
    await leader.getByRole('checkbox', { name: `Chọn hồ sơ ${code}` }).check()
  await leader.getByRole('button', { name: 'Xem và ký các kết quả đã chọn' }).click()
  expect(await leader.getByRole('main').locator('noscript').first().textContent()).toContain('cần bật JavaScript')

  await test.step('who refuses there, or brings another’s account, is back where they were', async () => {
    await leader.getByRole('button', { name: 'Đến dịch vụ ký số từ xa' }).click()
    await leader.getByRole('button', { name: 'Từ chối, quay lại' }).click()
    await expect(leader.getByText('Bạn đã từ chối ký')).toBeVisible()
    await leader.getByRole('button', { name: 'Đến dịch vụ ký số từ xa' }).click()
    await leader.getByLabel('Tài khoản').selectOption('ky-tu-xa-an')
    await leader.getByLabel('Mã PIN ký số').fill('246810')
    await leader.getByRole('button', { name: 'Cho phép' }).click()
    await expect(leader.getByText('không có chứng thư cá nhân còn hiệu lực của bạn')).toBeVisible()
  })
  await test.step('a service that signs wrongly leaves both unsigned, each with its reason', async () => {
    await misbehave(leader, { csc: 'wrong-signature' })
    await signRemotely(leader, 'ky-tu-xa-dung')
    await expect(leader.getByText('Thiết bị ký từ chối hoặc trả về chữ ký sai')).toHaveCount(2)
    await misbehave(leader, {})
  })
  await test.step('one confirmation signs both', async () => {
    await signRemotely(leader, 'ky-tu-xa-dung')
    await expect(leader.getByText('Phạm Quốc Dũng đã ký.')).toHaveCount(2)
    await allJobsDone()
    for (const id of ids) {
      const paper = await savePaper(leader, (await resultOf(id)).id, folder)
      await bearsBothSignatures(leader, paper, folder)
      await looksAsDecreed(paper, id, folder)
    }
  })
})

test('no plain approval is offered where results are signed, and no signing where they are not', async ({ pageOf }) => {
  const id = await awaitingApproval(pageOf)
  const leader = await pageOf('agencyLeader')
  await leader.goto(`/can-bo/ho-so/${id}`)
  await expect(leader.getByRole('main').getByRole('button', { name: 'Duyệt', exact: true })).toHaveCount(0)
  const stranger = await pageOf('registrar')
  expect((await stranger.goto('/can-bo/ky-so'))?.status()).toBe(404)
  await approveBySigning(leader, id)
})
