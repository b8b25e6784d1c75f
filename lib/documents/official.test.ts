import { beforeAll, describe, expect, it } from 'vitest'
import {
  asArray,
  asDict,
  asInteger,
  asName,
  asNumber,
  asRef,
  asStream,
  asString,
  get,
  latin1,
  resolve,
  textOf,
} from '@/lib/pdf'
import type { Pdf, PdfObject } from '@/lib/pdf'
import type { DocumentKind } from './index'
import { bytesOf, dict, linesOf, paperOf } from './paper.fixture'
import type { Paper } from './paper.fixture'
import { SPECIMENS } from './specimens'

/** Millimetres of a length in points. */
const mm = (points: number): number => (points * 25.4) / 72
const kinds = Object.keys(SPECIMENS).filter((kind): kind is DocumentKind => kind in SPECIMENS)

describe('the page of an official paper (Decree 30/2020/NĐ-CP, Appendix I)', () => {
  let paper: Paper
  let lines: ReturnType<typeof linesOf>
  beforeAll(async () => {
    paper = await paperOf('result', SPECIMENS.result)
    lines = linesOf(paper.pages[0])
  })
  const line = (text: string) => lines.find((item) => item.text.includes(text))

  it('is A4', () => {
    for (const { dict: page } of paper.pages) {
      const [left, low, right, high] = (asArray(page.entries.get('MediaBox')) ?? []).map((side) => asNumber(side) ?? -1)
      expect([left, low]).toEqual([0, 0])
      expect([mm(right ?? 0), mm(high ?? 0)].map((side) => Math.round(side * 10) / 10)).toEqual([210, 297])
    }
  })
  it.each([
    // I.1 to I.9: which words, in which face, how large.
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'bold', 12, 13],
    ['Độc lập - Tự do - Hạnh phúc', 'bold', 13, 14],
    ['CÔNG AN THÀNH PHỐ HÀ NỘI', 'regular', 12, 13],
    ['PHÒNG CẢNH SÁT GIAO THÔNG', 'bold', 12, 13],
    ['Số: 05/QĐ-CSGT', 'regular', 13, 13],
    ['Hà Nội, ngày 05 tháng 02 năm 2026', 'italic', 13, 14],
    ['QUYẾT ĐỊNH', 'bold', 13, 14],
    ['Về việc đổi giấy phép lái xe', 'bold', 13, 14],
    ['Căn cứ Luật Trật tự', 'italic', 13, 14],
    ['KT. TRƯỞNG PHÒNG', 'bold', 13, 14],
    ['Phạm Quốc Dũng', 'bold', 13, 14],
    ['Nơi nhận:', 'boldItalic', 12, 12],
    ['- Ông Nguyễn Văn An;', 'regular', 11, 11],
    ['- Lưu: VT, hồ sơ.', 'regular', 11, 11],
  ])('says %s in %s', (text, face, least, most) => {
    const match = line(text)
    expect(match?.face).toBe(face)
    expect(match?.size).toBeGreaterThanOrEqual(least)
    expect(match?.size).toBeLessThanOrEqual(most)
  })
  it('ends each of its grounds with a semicolon, the last with a full stop', () => {
    const whole = lines.map(({ text }) => text).join('')
    expect(whole).toContain('36/2024/QH15;')
    expect(whole).toMatch(/Xét hồ sơ mã số [^;]*Nguyễn Văn An\./)
  })
  it('has its State on the right, level with who issues on the left', () => {
    const [state, issuer] = [line('CỘNG HÒA'), line('CÔNG AN THÀNH PHỐ')]
    expect(state?.y).toBe(issuer?.y)
    expect(state?.x).toBeGreaterThan(issuer?.x ?? 999)
    expect(line('Số: 05')?.x).toBeLessThan(line('Hà Nội, ngày')?.x ?? 0)
  })
  it('is black', () => {
    const colours = paper.pages
      .flatMap(({ operations }) => operations)
      .filter(({ operator }) => /^(g|rg|k|sc|scn|G|RG|K|SC|SCN)$/.test(operator))
    expect(colours).toEqual([])
  })
})

describe.each(kinds)('a %s', (kind) => {
  let paper: Paper
  beforeAll(async () => {
    paper = await paperOf(kind, SPECIMENS[kind])
  })

  it('keeps its margins: 20 mm above and below, 30 left, 17 right', () => {
    for (const [index, page] of paper.pages.entries())
      for (const { x, y, size, tag } of page.shown) {
        const isNumber = tag === 'Artifact' && index > 0 && mm(y) > 277
        if (isNumber) continue
        expect(mm(x)).toBeGreaterThanOrEqual(29.9)
        expect(mm(x)).toBeLessThan(193)
        expect(mm(y + size * 0.7)).toBeLessThanOrEqual(277.1)
        expect(mm(y)).toBeGreaterThanOrEqual(19.9)
      }
  })
  it('numbers its pages at the top, in the middle, from the second on', () => {
    const numbers = paper.pages.map(({ shown }) => shown.filter(({ y, text }) => mm(y) > 277 && /^\d+$/.test(text)))
    expect(numbers.map((on) => on.map(({ text }) => text))).toEqual(
      paper.pages.map((_, index) => (index === 0 ? [] : [String(index + 1)])),
    )
    for (const { x, size } of numbers.flat()) {
      expect(Math.abs(mm(x) - 105)).toBeLessThan(3)
      expect(size).toBeGreaterThanOrEqual(13)
    }
  })
  it('maps every letter it shows back to text (ISO 32000-1 9.10)', () => {
    const shown = paper.pages.flatMap((page) => page.shown)
    expect(shown.length).toBeGreaterThan(10)
    expect(shown.filter(({ text }) => text.includes('\ufffd') || text === '')).toEqual([])
  })
  it('reads in one order: the tree owns each mark once, and says where it stands (ISO 32000-1 14.7)', async () => {
    const { pdf, catalog, pages } = paper
    const root = dict(await get(pdf, catalog, 'StructTreeRoot', pdf.last))
    expect(asDict(await get(pdf, catalog, 'MarkInfo', pdf.last))?.entries.get('Marked')).toBe(true)
    const owned = new Map<string, string>()
    const roles: string[] = []
    const order: string[] = []
    const walk = async (value: PdfObject, parent: number | undefined): Promise<void> => {
      const here = asRef(value)?.num
      const element = dict(await resolve(pdf, value, pdf.last))
      const role = asName(element.entries.get('S')) ?? ''
      roles.push(role)
      if (parent !== undefined) expect(asRef(element.entries.get('P'))?.num).toBe(parent)
      if (role === 'Figure') expect(asString(element.entries.get('Alt'))?.bytes.length).toBeGreaterThan(10)
      if (role === 'TH') expect(asName(asDict(element.entries.get('A'))?.entries.get('Scope'))).toBe('Column')
      for (const kid of asArray(await get(pdf, element, 'K', pdf.last)) ?? []) {
        const mark = asDict(kid)
        if (mark === undefined) await walk(kid, here)
        else {
          const key = `${String(asRef(mark.entries.get('Pg'))?.num)} ${String(asInteger(mark.entries.get('MCID')))}`
          expect(owned.has(key), key).toBe(false)
          owned.set(key, role)
          order.push(key)
        }
      }
    }
    await walk(root.entries.get('K') ?? null, undefined)
    expect(roles[0]).toBe('Document')
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
    expect(roles.filter((role) => role === 'H2').length === 0 || roles.indexOf('H1') < roles.indexOf('H2')).toBe(true)
    const kids = asArray(await get(pdf, dict(await get(pdf, catalog, 'Pages', pdf.last)), 'Kids', pdf.last)) ?? []
    const painted = pages.flatMap(({ shown, operations }, index) => {
      const tags = new Map(shown.map(({ mark, tag }) => [mark, tag]))
      const marks = operations.flatMap(({ operator, operands }) => {
        const mark = operator === 'BDC' ? asInteger(asDict(operands[1])?.entries.get('MCID')) : undefined
        return mark === undefined ? [] : [mark]
      })
      // Numbered from 0 without a gap, each under the tag of its element.
      expect(marks).toEqual(marks.map((_, at) => at))
      for (const mark of marks) {
        const key = `${String(asRef(kids[index])?.num)} ${String(mark)}`
        if (tags.has(mark)) expect(owned.get(key)).toBe(tags.get(mark))
      }
      return marks.map((mark) => `${String(asRef(kids[index])?.num)} ${String(mark)}`)
    })
    expect([...owned.keys()].sort()).toEqual([...painted].sort())
    expect(order).toHaveLength(painted.length)
  })
  it('leads from each page back to its elements (ISO 32000-1 14.7.4.4)', async () => {
    const { pdf, catalog, pages } = paper
    const root = dict(await get(pdf, catalog, 'StructTreeRoot', pdf.last))
    const nums = asArray(await get(pdf, dict(await get(pdf, root, 'ParentTree', pdf.last)), 'Nums', pdf.last)) ?? []
    for (const [index, page] of pages.entries()) {
      expect(asInteger(page.dict.entries.get('StructParents'))).toBe(index)
      expect(asName(page.dict.entries.get('Tabs'))).toBe('S')
      expect(nums[index * 2]).toBe(index)
      const owners = asArray(await resolve(pdf, nums[index * 2 + 1], pdf.last)) ?? []
      const marks = page.operations.filter(
        ({ operator, operands }) => operator === 'BDC' && asDict(operands[1])?.entries.has('MCID') === true,
      )
      expect(owners).toHaveLength(marks.length)
      for (const owner of owners)
        expect(asName(dict(await resolve(pdf, owner, pdf.last)).entries.get('Type'))).toBe('StructElem')
    }
  })
  it('shows nothing outside a tag: what is no content is an artifact (ISO 14289-1 7.1)', () => {
    for (const { operations } of paper.pages) {
      let depth = 0
      for (const { operator } of operations) {
        if (operator === 'BDC' || operator === 'BMC') depth++
        if (operator === 'EMC') depth--
        if (['Tj', 'TJ', 'f', 're'].includes(operator)) expect(depth).toBe(1)
      }
      expect(depth).toBe(0)
    }
  })
  it('embeds each font it uses, as a subset (ISO 19005-2 6.2.11)', async () => {
    const { pdf, pages } = paper
    for (const { dict: page, shown } of pages) {
      const fonts = dict(await get(pdf, dict(await get(pdf, page, 'Resources', pdf.last)), 'Font', pdf.last))
      for (const face of new Set(shown.map((item) => item.face))) {
        const font = dict(await get(pdf, fonts, face, pdf.last))
        expect(asName(font.entries.get('BaseFont'))).toMatch(/^[A-Z]{6}\+Tinos/)
        const [inner] = asArray(await get(pdf, font, 'DescendantFonts', pdf.last)) ?? []
        const descriptor = dict(await get(pdf, dict(await resolve(pdf, inner, pdf.last)), 'FontDescriptor', pdf.last))
        expect([...descriptor.entries.keys()].some((key) => key.startsWith('FontFile'))).toBe(true)
      }
    }
  })
  it('is written for the archive (ISO 19005-2): intent, metadata, no script, no transparency, no encryption', async () => {
    const { pdf, catalog, pages, bytes } = paper
    const [intent] = asArray(await get(pdf, catalog, 'OutputIntents', pdf.last)) ?? []
    const output = dict(await resolve(pdf, intent, pdf.last))
    expect(asName(output.entries.get('S'))).toBe('GTS_PDFA1')
    const profile = await bytesOf(pdf, await get(pdf, output, 'DestOutputProfile', pdf.last))
    expect([latin1(profile.subarray(12, 20)), latin1(profile.subarray(36, 40))]).toEqual(['mntrRGB ', 'acsp'])
    expect(new DataView(profile.buffer, profile.byteOffset).getUint32(0)).toBe(profile.length)
    const metadata = asStream(await get(pdf, catalog, 'Metadata', pdf.last))
    // 6.6.2: metadata is not compressed, so that any tool may find it.
    expect(metadata?.dict.entries.has('Filter')).toBe(false)
    const xmp = new TextDecoder().decode(await bytesOf(pdf, metadata ?? null))
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    const info = dict(await get(pdf, pdf.last.trailer, 'Info', pdf.last))
    const title = asString(info.entries.get('Title'))
    expect(title && xmp.includes(`>${textOf(title)}<`)).toBe(true)
    expect(xmp).toContain('<xmp:CreateDate>2026-10-12T09:00:00Z</xmp:CreateDate>')
    const date = asString(info.entries.get('CreationDate'))
    expect(date && textOf(date)).toBe('D:20261012090000Z')
    for (const key of ['OpenAction', 'AA', 'Names', 'AcroForm', 'OCProperties'])
      expect(catalog.entries.has(key)).toBe(false)
    for (const { dict: page } of pages) {
      for (const key of ['Group', 'AA']) expect(page.entries.has(key)).toBe(false)
      expect(asArray(page.entries.get('Annots')) ?? []).toEqual([])
      const resources = dict(await get(pdf, page, 'Resources', pdf.last))
      for (const key of ['ExtGState', 'XObject']) expect(asDict(resources.entries.get(key))?.entries.size ?? 0).toBe(0)
    }
    expect(pdf.decryptor).toBeUndefined()
    expect(asArray(pdf.last.trailer.entries.get('ID'))).toHaveLength(2)
    expect(pdf.anomalies).toEqual([])
    // 6.1.2: a line of four bytes above 127 behind the header, so that nobody takes the file for text.
    expect([...bytes.subarray(bytes.indexOf(10) + 1).subarray(1, 5)].every((byte) => byte > 127)).toBe(true)
  })
})

describe('a draft', () => {
  it('says so on every page under the text, in grey, and not to those who read it aloud', async () => {
    const { pages } = await paperOf('processControlSlip', SPECIMENS.processControlSlip, true)
    expect(pages.length).toBeGreaterThan(1)
    for (const { shown, operations } of pages) {
      expect(shown[0]).toMatchObject({ text: 'DỰ THẢO', tag: 'Artifact', face: 'bold' })
      expect(operations.findIndex(({ operator }) => operator === 'g')).toBeLessThan(
        operations.findIndex(({ operator }) => operator === 'Tj'),
      )
    }
  })
})

describe('a title with what XML reads otherwise', () => {
  it('is the same in the metadata', async () => {
    const data = { ...SPECIMENS.verificationReport, fileName: 'a<b>&"c".pdf' }
    const { pdf, catalog } = await paperOf('verificationReport', data)
    const xmp = new TextDecoder().decode(await bytesOf(pdf, await get(pdf, catalog, 'Metadata', pdf.last)))
    expect(xmp).toContain('a&lt;b&gt;&amp;"c".pdf')
    const title = asString((await dictOfInfo(pdf)).entries.get('Title'))
    expect(title && textOf(title)).toContain('a<b>&"c".pdf')
  })
  const dictOfInfo = async (pdf: Pdf) => dict(await get(pdf, pdf.last.trailer, 'Info', pdf.last))
})
