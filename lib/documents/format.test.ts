import { describe, expect, it } from 'vitest'
import { fileSize, grouped, longDate, shortDate, timeAndDate, twoDigits, vnd } from './format'
import { closing, field, letterhead, partyFields, recipients } from './letterhead'
import type { Block } from './block'
import { issuerOf } from './shapes'

const at = (text: string) => new Date(`${text}:00+07:00`)
const wordsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.spans.map(({ text }) => text).join('')]
    return block.kind === 'columns'
      ? block.columns.flatMap(({ blocks: inner, foot = [] }) => wordsOf([...inner, ...foot]))
      : []
  })

describe('days and numbers (Decree 30/2020/NĐ-CP, Appendix I, II.3 and II.4)', () => {
  it.each([
    // Days below ten and the months one and two have a zero before them, so that nobody puts a digit there.
    ['2026-01-09T10:00', 'ngày 09 tháng 01 năm 2026', '09/01/2026'],
    ['2026-02-10T10:00', 'ngày 10 tháng 02 năm 2026', '10/02/2026'],
    ['2026-03-31T10:00', 'ngày 31 tháng 3 năm 2026', '31/03/2026'],
    ['2026-09-02T10:00', 'ngày 02 tháng 9 năm 2026', '02/09/2026'],
    ['2026-12-01T23:59', 'ngày 01 tháng 12 năm 2026', '01/12/2026'],
    // By the clock of Vietnam, whatever that of the machine.
    ['2026-01-01T00:00', 'ngày 01 tháng 01 năm 2026', '01/01/2026'],
  ])('%s', (time, long, short) => {
    expect([longDate(at(time)), shortDate(at(time))]).toEqual([long, short])
  })
  it('an hour has two digits', () => {
    expect(timeAndDate(at('2026-09-25T07:05'))).toBe('07 giờ 05 phút, ngày 25/09/2026')
    expect(timeAndDate(at('2026-09-25T00:00'))).toBe('00 giờ 00 phút, ngày 25/09/2026')
  })
  it.each([
    [1, '01'],
    [9, '09'],
    [10, '10'],
    [1234, '1234'],
  ])('document %i is number %s', (value, text) => {
    expect(twoDigits(value)).toBe(text)
  })
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [135_000, '135.000'],
    [1_234_567, '1.234.567'],
    // Nothing is paid in less than a đồng.
    [1999.5, '2.000'],
    [0.4, '0'],
  ])('%i is %s', (value, text) => {
    expect(grouped(value)).toBe(text)
  })
  it('what costs nothing says so, and is not what a council still sets', () => {
    expect([vnd(0), vnd(1), vnd(135_000)]).toEqual(['Không thu', '1 đồng', '135.000 đồng'])
    expect(vnd(null)).toBe('Theo nghị quyết của Hội đồng nhân dân cấp tỉnh')
  })
  it.each([
    [0, '0 byte'],
    [1023, '1023 byte'],
    [1024, '1,0 KB'],
    [1536, '1,5 KB'],
    [1_048_524, '1023,9 KB'],
    [1_048_525, '1,0 MB'],
    [1_048_575, '1,0 MB'],
    [1024 * 1024, '1,0 MB'],
    [2_411_724, '2,3 MB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text)
  })
})

describe('the letterhead', () => {
  const issuer = { parentName: 'Công an thành phố Hà Nội', name: 'Phòng Cảnh sát giao thông', place: 'Hà Nội' }
  const head = (...args: Parameters<typeof letterhead>) => wordsOf(letterhead(...args))
  const day = at('2026-02-05T10:00')

  it('names the authority above, who issues, the State, number and day, in their order', () => {
    expect(head(issuer, { value: 5, notation: 'QĐ-CSGT' }, day)).toEqual([
      'CÔNG AN THÀNH PHỐ HÀ NỘI',
      'PHÒNG CẢNH SÁT GIAO THÔNG',
      'Số: 05/QĐ-CSGT',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hà Nội, ngày 05 tháng 02 năm 2026',
    ])
  })
  it('leaves room where no number is given yet, and says none where there will be none', () => {
    expect(head(issuer, { value: null, notation: 'QĐ-CSGT' }, day)[2]).toMatch(/^Số: \u00a0{14}\/QĐ-CSGT$/)
    expect(head(issuer, { value: '05a', notation: 'QĐ' }, day)[2]).toBe('Số: 05a/QĐ')
    expect(head(issuer, null, day).some((line) => line.startsWith('Số'))).toBe(false)
    expect(head({ ...issuer, parentName: null }, null, day)[0]).toBe('PHÒNG CẢNH SÁT GIAO THÔNG')
  })
  it('writes a committee above its place', () => {
    expect(head({ ...issuer, name: 'Ủy ban nhân dân phường Ba Đình' }, null, day)[1]).toBe(
      'ỦY BAN NHÂN DÂN\nPHƯỜNG BA ĐÌNH',
    )
  })
  it.each([
    [
      'Công an tỉnh Cao Bằng',
      null,
      'Tỉnh Cao Bằng',
      { name: 'Công an tỉnh Cao Bằng', parentName: null, place: 'Cao Bằng' },
    ],
    ['Sở Y tế', 'UBND', 'Thành phố Hồ Chí Minh', { name: 'Sở Y tế', parentName: 'UBND', place: 'TP. Hồ Chí Minh' }],
    ['Bộ Công an', null, null, { name: 'Bộ Công an', parentName: null, place: 'Hà Nội' }],
    ['Đội – Phòng', 'Phòng', 'Thành phố Huế', { name: 'Đội', parentName: 'Phòng', place: 'Huế' }],
  ])('%s under %s in %s', (name, parent, province, expected) => {
    expect(issuerOf(name, parent, province)).toEqual(expected)
  })
})

describe('the foot and the fields', () => {
  it('lists who gets it, each line ended, the last with a full stop (II.9)', () => {
    expect(wordsOf(recipients(['Ông An', 'Lưu: VT']).blocks)).toEqual(['Nơi nhận:', '- Ông An;', '- Lưu: VT.'])
  })
  it('has title, room for the signature, and name', () => {
    const signer = { authority: ['KT. Trưởng phòng', 'Phó Trưởng phòng'], name: 'Phạm Quốc Dũng' }
    expect(wordsOf(closing({ blocks: [] }, signer))).toEqual(['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG', 'Phạm Quốc Dũng'])
  })
  it('leaves out what nobody said', () => {
    expect(field('Người nộp', undefined)).toEqual([])
    expect(wordsOf(partyFields({ name: 'An' }))).toEqual(['Họ và tên/Tên tổ chức: An'])
    expect(wordsOf(partyFields({ name: 'An', email: 'a@b.vn' })).at(-1)).toBe('Thư điện tử: a@b.vn')
    expect(wordsOf(partyFields({ name: 'An', phone: '09', email: 'a@b.vn' }, 'Chủ hồ sơ')).at(-1)).toMatch(
      /^Số điện thoại: 09\s+Thư điện tử: a@b\.vn$/,
    )
  })
})
