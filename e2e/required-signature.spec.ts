import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  answer,
  attach,
  codesOf,
  DETAIL_CHANGED,
  dossierIdIn,
  draftIdIn,
  filledDraft,
  forgetDrafts,
} from './driving-licence'
import { aPdf, aPhoto, aPortrait, type MadeFile } from './files'
import { expect, test } from './fixtures'
import { signedByOpenssl } from './openssl-signed'
import { download, filesOf, judgedByOthers, misbehave, pkcs12 } from './signing'
import { isSigned, openCertificate, panel, signNow } from './signing-page'
import { letTimePass } from './stack'

test.setTimeout(240_000)
test.beforeEach(forgetDrafts)
// A refusal of the portal shows up in the browser's console as the status it is.
test.use({ expectedComplaints: /status of (401|403|404|409|422|503)/ })

const NOTICE = 'Thông báo thực hiện khuyến mại (Mẫu 01)'

function inDays(name: string, days: number): Record<string, string> {
  // The day in Hanoi, wherever this runs.
  const day = new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString()
  return {
    [`${name}.d`]: String(Number(day.slice(8, 10))),
    [`${name}.m`]: String(Number(day.slice(5, 7))),
    [`${name}.y`]: day.slice(0, 4),
  }
}

/** The notice of a promotion, filled in by the business; its papers are still missing. */
async function filledNotice(page: Page): Promise<string> {
  await page.goto('/dich-vu/thong-bao-hoat-dong-khuyen-mai/nop')
  const id = draftIdIn(page.url())
  const pages = {
    'thuong-nhan': { 'merchant.contact': 'Lê Hoàng Nam', 'merchant.phone': '02838221234', 'merchant.email': '' },
    'chuong-trinh': {
      ...{ programmeName: 'Mừng xuân', form: 'DISCOUNT', areas: '79', customers: 'Mọi khách mua tại cửa hàng' },
      ...inDays('from', 30),
      ...inDays('to', 60),
    },
    'hang-hoa': {
      ...{ goodsPromoted: 'Giày thể thao', goodsUsed: 'Giày thể thao', quantity: '' },
      ...{ totalValue: '250.000.000', detail: 'Giảm 30 % giá bán lẻ.', prizeStructure: '', coMerchants: '' },
    },
    'cam-ket': { commitment: 'on' },
  }
  for (const [pageId, answers] of Object.entries(pages)) await answer(page, id, pageId, answers)
  return id
}

const signedBy = async (page: Page, folder: string, holder: string, name: string): Promise<MadeFile> => {
  const path = signedByOpenssl(folder, await pkcs12(page, folder, holder))
  return { path, name, sha256: '', size: readFileSync(path).byteLength }
}

const box = (page: Page, document: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: document }) })

/** The worker judges a moment after the file has come. */
async function says(page: Page, address: string, document: string, words: string): Promise<void> {
  await expect(async () => {
    await page.goto(address)
    await expect(box(page, document)).toContainText(words, { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
}

test('a notice that the organisation must sign waits for the right signature', async ({ page, signInAs, folder }) => {
  await signInAs('business')
  const draftId = await filledNotice(page)
  const documents = `/ho-so/nhap/${draftId}/giay-to`
  const review = `/ho-so/nhap/${draftId}/xem-lai`

  await test.step('the page says before anything else that the organisation must sign', async () => {
    await page.goto(documents)
    await expect(box(page, NOTICE)).toContainText('Phải ký số: tổ chức nộp hồ sơ')
  })

  await test.step('another organisation’s signature is called by its name', async () => {
    await attach(page, draftId, 'TB', await signedBy(page, folder, 'phong-csgt-ha-noi', 'Dấu khác.pdf'))
    await says(page, documents, NOTICE, 'là của Phòng Cảnh sát giao thông – Công an thành phố Hà Nội')
    await expect(box(page, NOTICE)).toContainText('Chữ ký số hợp lệ')
    await page.goto(review)
    await expect(page.getByRole('main')).toContainText('không phải chứng thư số của tổ chức nộp hồ sơ')
    await page.goto(documents)
    await page.getByRole('button', { name: 'Xóa tệp: Dấu khác.pdf' }).click()
  })

  const file = await aPdf(folder, 'Thông báo.pdf')
  await test.step('an unsigned file blocks the submission and says what to do', async () => {
    await attach(page, draftId, 'TB', file)
    await says(page, documents, NOTICE, 'chưa được ký bằng chứng thư số của tổ chức nộp hồ sơ')
    await expect(box(page, NOTICE)).toContainText('Hãy bấm “Ký số” bên cạnh tệp PDF')
    await page.goto(review)
    await expect(page.getByRole('main')).toContainText('chưa được ký bằng chứng thư số của tổ chức nộp hồ sơ')
    await expect(page.getByRole('button', { name: 'Nộp hồ sơ' })).toBeDisabled()
  })

  await test.step('the director’s own certificate is not the company’s', async () => {
    await page.goto(documents)
    await page.getByRole('link', { name: `Ký số: ${file.name}` }).click()
    await expect(page.getByText('Phải ký bằng chứng thư của tổ chức, MST 0312687878.')).toBeVisible()
    await openCertificate(page, folder, 'le-hoang-nam')
    await expect(panel(page)).toContainText('không phải chứng thư của tổ chức')
    await expect(page.getByRole('button', { name: 'Ký số tệp này' })).toBeDisabled()
    await page.getByRole('button', { name: 'Dùng chứng thư khác' }).click()
  })

  await test.step('the company’s certificate does, and the verdict stands beside the file', async () => {
    await openCertificate(page, folder, 'cong-ty-sao-mai')
    await signNow(page)
    await isSigned(page)
    await page.getByRole('link', { name: 'Về trang Giấy tờ' }).click()
    await expect(box(page, NOTICE)).toContainText('Chữ ký số hợp lệ')
    await expect(box(page, NOTICE)).not.toContainText('chưa được ký')
    const [signed] = await filesOf(draftId)
    if (signed === undefined) throw new Error('no file')
    judgedByOthers(await download(page, signed, folder), 'Sao Mai')
  })

  await test.step('and the notice is handed in', async () => {
    await page.goto(review)
    await expect(page.getByRole('main')).toContainText('Chữ ký số hợp lệ')
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.waitForURL(/da=nop/)
    await page.goto(`/ho-so/${dossierIdIn(page.url())}`)
    await expect(page.locator('#giay-to')).toContainText('Chữ ký số hợp lệ')
  })
})

const UNDERTAKING = 'Cam kết an toàn công trình liền kề'

/** The application for a building permit, filled in by a citizen; its papers are still missing. */
async function filledPermit(page: Page): Promise<string> {
  await page.goto('/dich-vu/cap-giay-phep-xay-dung-nha-o/nop')
  const id = draftIdIn(page.url())
  const place = { 'site.place.provinceCode': '01', 'site.place.wardCode': '00004', 'site.place.detail': '12 Đội Cấn' }
  const pages = {
    'nguoi-de-nghi': { 'contact.email': '' },
    'khu-dat': {
      ...{ ...place, 'site.parcelNo': '45', 'site.mapSheetNo': '12', 'site.area': '80,5' },
      ...{ 'landPaper.type': 'LAND_CERTIFICATE', 'landPaper.no': 'AB 123456' },
      ...{ 'landPaper.date.d': '1', 'landPaper.date.m': '6', 'landPaper.date.y': '2019' },
    },
    'cong-trinh': {
      ...{ 'works.grade': 'IV', 'works.floorArea1': '60', 'works.totalFloorArea': '180', 'works.height': '11,4' },
      ...{ 'works.floorsAbove': '3', 'works.basements': '0', 'works.attic': 'yes' },
      ...{ 'works.setback': '', 'works.groundLevel': '', 'works.density': '' },
    },
    'thiet-ke': {
      ...{ 'designer.name': 'Hồng Hà', 'designer.certificateNo': '', expectedMonths: '8' },
      ...inDays('expectedStart', 60),
      ...{ 'drawings.0.drawingNo': 'KT-01', 'drawings.0.title': 'Mặt bằng', 'drawings.0.discipline': 'KT' },
      ...{ 'drawings.0.scale': '1/100', 'drawings.0.sheetSize': 'A3' },
    },
    'nhan-ket-qua': { 'delivery.way': 'ELECTRONIC' },
    'cam-ket': { commitment: 'on' },
  }
  for (const [pageId, answers] of Object.entries(pages)) await answer(page, id, pageId, answers)
  return id
}

test('an undertaking that the applicant must sign in person takes nobody else’s signature', async ({
  page,
  signInAs,
  folder,
}) => {
  await signInAs('citizen')
  const draftId = await filledPermit(page)
  const documents = `/ho-so/nhap/${draftId}/giay-to`
  await attach(page, draftId, 'CK', await signedBy(page, folder, 'cong-ty-sao-mai', 'Công ty ký.pdf'))
  await says(page, documents, UNDERTAKING, 'không phải chứng thư số cá nhân của người nộp')
  await expect(box(page, UNDERTAKING)).toContainText('Phải ký số: cá nhân người nộp')
  await page.getByRole('button', { name: 'Xóa tệp: Công ty ký.pdf' }).click()

  const file = await aPdf(folder, 'Cam kết.pdf')
  await attach(page, draftId, 'CK', file)
  await says(page, documents, UNDERTAKING, 'chưa được ký bằng chứng thư số cá nhân của người nộp')
  await page.getByRole('link', { name: `Ký số: ${file.name}` }).click()
  await openCertificate(page, folder, 'tran-thi-binh')
  await expect(panel(page)).toContainText('tên hoặc số định danh của người khác')
  await page.getByRole('button', { name: 'Dùng chứng thư khác' }).click()
  await openCertificate(page, folder, 'nguyen-van-an')
  await signNow(page)
  await isSigned(page)
  await page.goto(documents)
  await expect(box(page, UNDERTAKING)).toContainText('Chữ ký số hợp lệ')
  await expect(box(page, UNDERTAKING)).not.toContainText('chưa được ký')
})

test('an officer sees the verdict beside the file, also one that an authority kept waiting', async ({
  page,
  pageOf,
  signInAs,
  folder,
}) => {
  await signInAs('citizen')
  const draftId = await filledDraft(page, DETAIL_CHANGED)
  await attach(page, draftId, 'GPLX', await aPhoto(folder))
  await attach(page, draftId, 'ANH', await aPortrait(folder))
  await misbehave(page, { ocsp: 'down', crl: 'down' })
  try {
    await attach(page, draftId, 'CM', await signedBy(page, folder, 'nguyen-van-an', 'Giấy xác nhận.pdf'))
    await says(page, `/ho-so/nhap/${draftId}/giay-to`, 'Giấy tờ chứng minh thông tin thay đổi', 'Chưa kết luận được')
  } finally {
    await misbehave(page, {})
  }
  await page.goto(`/ho-so/nhap/${draftId}/xem-lai`)
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await page.waitForURL(/da=nop/)
  const id = dossierIdIn(page.url())
  const officer = await pageOf('oneStopOfficer')
  const { submission } = await codesOf(id)
  await officer.goto(`/can-bo/ho-so/${id}`)
  await expect(officer.getByRole('main')).toContainText(submission)

  await test.step('the verdict is made anew without anybody opening the report', async () => {
    await expect(async () => {
      await letTimePass()
      await officer.goto(`/can-bo/ho-so/${id}`)
      await expect(officer.locator('#giay-to')).toContainText('Chữ ký số hợp lệ', { timeout: 1_000 })
    }).toPass({ timeout: 90_000, intervals: [2_000] })
  })
  await test.step('it stands beside the pages too, and leads to the whole report', async () => {
    await officer.locator('#giay-to').getByRole('link', { name: 'Giấy xác nhận.pdf', exact: true }).click()
    await expect(officer.getByRole('main')).toContainText('Chữ ký số hợp lệ')
    await officer.getByRole('link', { name: 'Xem báo cáo chữ ký' }).click()
    await expect(officer.getByRole('main')).toContainText('Cá nhân ký: Nguyễn Văn An')
  })
})
