import { describe, expect, it } from 'vitest'
import { asStream, decodeStream, get } from '@/lib/pdf'
import { linesOf, paperOf } from './paper.fixture'
import { SPECIMENS } from './specimens'
import { normalised } from './text'

describe('text as it comes from forms, files and clipboards', () => {
  it.each([
    // Words stay apart, however their lines ended.
    ['một\r\nhai\rba\nbốn', 'một\nhai\nba\nbốn'],
    ['một\vhai\fba\u0085bốn\u2028năm\u2029sáu', 'một\nhai\nba\nbốn\nnăm\nsáu'],
    ['một\thai\u2003ba\u3000bốn\u2009năm', 'một hai ba bốn năm'],
    ['05\u202f000\u2007đồng\u00a0ạ', '05\u00a0000\u00a0đồng\u00a0ạ'],
    // What has no width has no place between letters.
    ['a\u200bb\u00adc\ufeffd\u202ee\u0000f\u001bg', 'abcdefg'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['', ''],
  ])('%j is %j', (text, clean) => {
    expect(normalised(text)).toBe(clean)
    expect(normalised(clean)).toBe(clean)
  })

  it('stands on the paper so, with nothing the font has no letter for', async () => {
    const reason = 'Thiếu giấy tờ\u2028Ảnh\u2003mờ\vKhông rõ ngày'
    const paper = await paperOf('refusal', { ...SPECIMENS.refusal, reason })
    const lines = paper.pages.flatMap((page) => linesOf(page).map(({ text }) => text.trim()))
    expect(lines).toEqual(expect.arrayContaining(['Ảnh mờ', 'Không rõ ngày']))
    expect(lines.join('\n')).not.toContain('□')
  })

  it('is no control character in the title or the metadata either: XML has none (XML 1.0, 2.2)', async () => {
    const dossierCode = 'H26\u0001-\u202eabc'
    const { pdf, catalog } = await paperOf('receipt', { ...SPECIMENS.receipt, dossierCode })
    const metadata = asStream(await get(pdf, catalog, 'Metadata', pdf.last))
    if (metadata === undefined) throw new Error('no metadata')
    const xml = new TextDecoder().decode((await decodeStream(pdf, metadata, pdf.last)).bytes)
    expect(xml).toContain('H26-abc')
    expect(xml).not.toMatch(/[^\P{Cc}\n]/u)
  })
})
