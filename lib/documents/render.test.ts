import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DOCUMENT_SCHEMAS, issuerOf, renderDocument } from './index'
import type { DocumentData, DocumentKind, Fonts, Rendered } from './index'
import { officialFonts } from './server'
import { DENIED, SPECIMENS } from './specimens'

const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-documents-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined
const now = new Date('2026-10-12T09:00:00Z')
let fonts: Fonts
beforeAll(async () => {
  fonts = await officialFonts()
})

const rendered = <K extends DocumentKind>(kind: K, data: DocumentData[K], isDraft = false): Promise<Rendered> =>
  renderDocument(kind, data, { fonts, now, isDraft })

function stored({ bytes }: Rendered): string {
  const file = path.join(folder, 'document.pdf')
  writeFileSync(file, bytes)
  return file
}

/** The text as a reader copies it, in one line. */
const textOf = (file: string): string =>
  execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')

const LETTERS =
  'A Á À Ả Ã Ạ Ă Ắ Ằ Ẳ Ẵ Ặ Â Ấ Ầ Ẩ Ẫ Ậ B C D Đ E É È Ẻ Ẽ Ẹ Ê Ế Ề Ể Ễ Ệ G H I Í Ì Ỉ Ĩ Ị K L M N O Ó Ò Ỏ Õ Ọ Ô Ố Ồ Ổ Ỗ Ộ Ơ Ớ Ờ Ở Ỡ Ợ P Q R S T U Ú Ù Ủ Ũ Ụ Ư Ứ Ừ Ử Ữ Ự V X Y Ý Ỳ Ỷ Ỹ Ỵ'
const kinds = Object.keys(SPECIMENS).filter((kind): kind is DocumentKind => kind in SPECIMENS)

describe.each(kinds)('%s', (kind) => {
  test('agrees with its schema and is a whole, tagged PDF', async () => {
    expect(DOCUMENT_SCHEMAS[kind].parse(SPECIMENS[kind])).toEqual(SPECIMENS[kind])
    const document = await rendered(kind, SPECIMENS[kind])
    const { catalog } = await PDFDocument.load(document.bytes)
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true')
    expect(
      catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).get(PDFName.of('DisplayDocTitle'))?.toString(),
    ).toBe('true')
    expect(catalog.get(PDFName.of('Lang'))?.toString()).toContain('vi-VN')
    if (has('qpdf'))
      expect(execFileSync('qpdf', ['--check', stored(document)], { encoding: 'utf8' })).not.toMatch(/WARNING/)
  })
})

describe.skipIf(!has('pdftotext'))('the text of a page', () => {
  const supplement = (guidance: string): DocumentData['supplementRequest'] => ({
    ...SPECIMENS.supplementRequest,
    items: [{ name: 'Giấy tờ', fault: 'missing', guidance }],
  })

  test('every Vietnamese letter can be copied, in each face', async () => {
    const both = `${LETTERS} ${LETTERS.toLowerCase()} ₫ – “ ” …`
    expect(textOf(stored(await rendered('supplementRequest', supplement(both))))).toContain(both)
    expect(textOf(stored(await rendered('refusal', { ...SPECIMENS.refusal, reason: both })))).toContain(both)
  })
  test('decomposed letters are composed, what no font shows is marked, control characters go', async () => {
    const text = textOf(
      stored(await rendered('supplementRequest', supplement(`${'Thiếu chữ ký'.normalize('NFD')}\u0007 \u{1F600}!`))),
    )
    expect(text).toContain('Thiếu chữ ký □!')
  })
  test('a long table repeats its head, and pages after the first are numbered', async () => {
    const document = await rendered('processControlSlip', SPECIMENS.processControlSlip)
    const text = textOf(stored(document))
    expect(document.pages).toBe(3)
    expect(text.split('Bên giao Bên nhận')).toHaveLength(4)
    expect(text).toMatch(/\f? ?2 TT Bước/)
    for (let step = 1; step <= 24; step++) expect(text).toContain(`bước ${String(step)} `)
  })
  test('a cell longer than a page goes on over it, nothing lost', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `từ${String(index)}`).join(' ')
    const text = textOf(stored(await rendered('supplementRequest', supplement(words))))
    for (const index of [0, 450, 899]) expect(text).toContain(`từ${String(index)} `)
  })
  test('numbers, days and months below ten are written as the decree says', async () => {
    const text = textOf(stored(await rendered('result', SPECIMENS.result)))
    expect(text).toContain('Số: 05/QĐ-CSGT')
    expect(text).toContain('Hà Nội, ngày 05 tháng 02 năm 2026')
    expect(text).toContain('Điều 2. Giấy phép lái xe mới: số 010123456789, hạng B')
  })
  test('a fee that a council sets is not called free', async () => {
    for (const kind of ['acknowledgement', 'receipt'] as const) {
      const text = textOf(stored(await rendered(kind, { ...SPECIMENS[kind], feeAmount: null })))
      expect(text).toContain('Phí, lệ phí: Theo nghị quyết của Hội đồng nhân dân cấp tỉnh')
    }
  })
  test('a draft says so on every page', async () => {
    // Turned letters are read one by one.
    const squeezed = (document: Rendered): string => textOf(stored(document)).replaceAll(' ', '')
    expect(squeezed(await rendered('result', DENIED, true))).toContain('DỰTHẢO')
    expect(squeezed(await rendered('result', DENIED))).not.toContain('DỰTHẢO')
  })
  test.skipIf(!has('pdfinfo'))('the structure names headings, table cells and the square code', async () => {
    const file = stored(await rendered('receipt', SPECIMENS.receipt))
    const structure = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' })
    expect(structure).toMatch(/H1[^\n]*\n\s+"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ/)
    expect(structure).toMatch(/TH[^\n]*\n(?:.*\n){0,3}?\s+"Tên giấy tờ/)
    expect(structure).toContain('Figure')
  })
})

describe.skipIf(!has('pdftotext'))('the last page', () => {
  const linesOnLast = (document: Rendered): number => {
    const page = String(document.pages)
    const text = execFileSync('pdftotext', ['-f', page, '-l', page, '-layout', stored(document), '-'], {
      encoding: 'utf8',
    })
    return text.split('\n').filter((line) => line.trim() !== '').length - (document.pages > 1 ? 1 : 0)
  }

  test.each(kinds)('of a %s holds more than two lines', async (kind) => {
    expect(linesOnLast(await rendered(kind, SPECIMENS[kind]))).toBeGreaterThanOrEqual(6)
  })

  test('is the first, of a result that records ten things', async () => {
    const rows = Array.from({ length: 10 }, (_, at) => ({ label: `Mục ${String(at + 1)}`, value: 'Thành phố Hà Nội' }))
    const { authority, template: _, ...issued } = SPECIMENS.result
    const data = DOCUMENT_SCHEMAS.result.parse({
      ...issued,
      template: 'decision',
      authority,
      grounds: [...issued.grounds, 'Căn cứ Thông tư 04/2020/TT-BTP', 'Căn cứ Nghị định 123/2015/NĐ-CP'],
      subject: 'Về việc giải quyết hồ sơ “Đăng ký khai sinh”',
      articles: [
        { text: 'Đăng ký khai sinh cho Nguyễn Minh Anh, sinh ngày 01/11/2026, theo yêu cầu của Nguyễn Văn An.' },
        { text: 'Nội dung được ghi nhận:', rows },
        { text: 'Lý do: Hồ sơ đầy đủ, hợp lệ, đủ điều kiện giải quyết theo quy định của pháp luật hiện hành.' },
        { text: 'Quyết định này có hiệu lực kể từ ngày ký. Ông (bà) có tên nêu trên có quyền khiếu nại, khởi kiện.' },
      ],
    })
    expect((await rendered('result', data)).pages).toBe(1)
  })

  const decided = (reason: string): DocumentData['result'] =>
    DENIED.template === 'drivingLicence' && DENIED.outcome.kind === 'denied'
      ? { ...DENIED, outcome: { ...DENIED.outcome, reason } }
      : DENIED
  /** Lines of the text itself on the last page, above the signature. */
  const linesAboveSignature = (document: Rendered): number => {
    const text = execFileSync('pdftotext', ['-f', String(document.pages), '-layout', stored(document), '-'], {
      encoding: 'utf8',
    })
    const [above = ''] = text.split('Nơi nhận:')
    return above.split('\n').filter((line) => line.trim() !== '').length - 1
  }

  test('of a decision has more than two lines above its signature', async () => {
    let longer = 0
    for (let count = 10; count <= 60; count += 2) {
      const paper = await rendered('result', decided('Đủ điều kiện theo quy định của pháp luật. '.repeat(count)))
      if (paper.pages === 1) continue
      longer += 1
      expect(linesAboveSignature(paper)).toBeGreaterThanOrEqual(4)
    }
    expect(longer).toBeGreaterThan(5)
  })

  test('is never two lines, however much is handed in, decided or asked', async () => {
    const [file] = SPECIMENS.acknowledgement.files
    const [item] = SPECIMENS.supplementRequest.items
    if (file === undefined || item === undefined) throw new Error('no specimen')
    for (let count = 1; count <= 12; count++) {
      const words = 'Đủ điều kiện theo quy định của pháp luật hiện hành. '.repeat(count)
      const papers = [
        await rendered('acknowledgement', {
          ...SPECIMENS.acknowledgement,
          files: Array.from({ length: count }, () => file),
        }),
        await rendered('supplementRequest', { ...SPECIMENS.supplementRequest, reason: words }),
        await rendered('terminationNotice', { ...SPECIMENS.terminationNotice, reason: words.repeat(2) }),
        await rendered('refusal', { ...SPECIMENS.refusal, reason: words }),
        await rendered('result', decided(words.repeat(2))),
      ]
      for (const paper of papers) expect(linesOnLast(paper)).toBeGreaterThanOrEqual(6)
    }
  })
})

test('a paper nobody signs says so on its face', async () => {
  const face = 'Bản điện tử này CHƯA có chữ ký.'
  const document = await renderDocument('result', SPECIMENS.result, { fonts, now, face })
  if (has('pdftotext')) expect(textOf(stored(document))).toContain(face)
  expect(document.bytes.length).not.toBe((await rendered('result', SPECIMENS.result)).bytes.length)
})

describe('signing later', () => {
  test('the seal covers a third of the signature on its left', async () => {
    const { places } = await rendered('result', SPECIMENS.result)
    const { person, organisation } = places
    if (!person || !organisation) throw new Error('no places')
    expect((organisation.x + organisation.width - person.x) / person.width).toBeCloseTo(1 / 3)
    expect(organisation.width).toBeCloseTo((36 / 25.4) * 72)
    // Their middles are level, in the room between title and name.
    expect(organisation.y + organisation.height / 2).toBeCloseTo(person.y + person.height / 2)
    expect(places.number).toBeUndefined()
  })
  test('a number not yet given has its place', async () => {
    expect((await rendered('result', DENIED)).places.number).toMatchObject({ page: 0 })
  })
  test('the same document is the same bytes, whatever was set before it', async () => {
    const original = await rendered('refusal', SPECIMENS.refusal)
    const others = { ...SPECIMENS.refusal, reason: 'Ð μ µ Ω Ω ⋅ · - \u2010 \u00a0 ﬁ fi' }
    await rendered('refusal', others)
    const two = await renderDocument('refusal', SPECIMENS.refusal, { fonts: { ...fonts }, now })
    expect(Buffer.compare(original.bytes, two.bytes)).toBe(0)
    const copied = { ...fonts, regular: Uint8Array.from(fonts.regular) }
    const first = await renderDocument('refusal', others, { fonts: copied, now })
    expect(Buffer.compare(first.bytes, (await rendered('refusal', others)).bytes)).toBe(0)
  })
})

test('an issuer is not named twice', () => {
  const names = ['Phòng Cảnh sát giao thông – Công an tỉnh Cao Bằng', 'Công an tỉnh Cao Bằng', 'Tỉnh Cao Bằng'] as const
  expect(issuerOf(...names)).toEqual({
    parentName: 'Công an tỉnh Cao Bằng',
    name: 'Phòng Cảnh sát giao thông',
    place: 'Cao Bằng',
  })
})
