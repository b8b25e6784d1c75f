import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers'
import type { Field, FieldKind } from '../definition'
import { judge } from '../judge'
import { answersSchema } from '../schema'
import { answerText, showAnswer } from '../summary'

const today = '2026-11-21'
const places = {
  provinces: [{ code: '01', name: 'Thành phố Hà Nội' }],
  wards: { '01': [{ code: '00004', name: 'Phường Ba Đình' }] },
}
const scope = { answers: {}, facts: {}, today, places }

function field(kind: FieldKind, options: Partial<Field> = {}): Field {
  return { id: 'it', kind, label: { vi: 'Mục', en: 'Item' }, ...options }
}

function parse(kind: FieldKind, raw: unknown, options: Partial<Field> = {}, facts: Answers = {}) {
  const verdict = judge(field(kind, options), 'it', raw, { ...scope, facts })
  return verdict.ok ? verdict.value : verdict.issues.map(({ code, path }) => `${path}: ${code}`).join()
}

describe('text', () => {
  it('is kept in NFC with its blanks tidied', () => {
    expect(parse('text', '  Nguye\u0302\u0303n\u00a0 An\n')).toBe('Nguyễn An')
  })
  it('is read without what nobody sees, and refused for its length by name', () => {
    expect(parse('text', 'a\u0007b\ud800')).toBe('ab')
    expect(parse('text', 'abc\u202etxt.exe')).toBe('abctxt.exe')
    expect(parse('text', 'x'.repeat(100_000))).toBe('it: too-long')
    expect(parse('multiline', 'x'.repeat(100_000))).toBe('it: too-long')
  })
  it('is blank when nothing can be seen', () => {
    for (const unseen of ['\u200b', '\u2800 \u3164', '\u00ad\u2060'])
      for (const kind of ['text', 'multiline', 'personName', 'email', 'phone'] as const)
        expect(parse(kind, unseen)).toBe('it: required')
  })
  it('needs a letter or a digit where words are asked for', () => {
    for (const signs of ['@@', '???', '– … –', '。'])
      for (const kind of ['text', 'multiline'] as const) expect(parse(kind, signs)).toBe('it: wordless')
    expect(parse('multiline', '👍🏽')).toBe('it: wordless')
    expect(parse('text', '7')).toBe('7')
    expect(parse('text', '你好')).toBe('你好')
  })
  it('takes the signs of writing for what they are', () => {
    expect(parse('text', 'Sao Mai® (c) © ™')).toBe('Sao Mai® (c) © ™')
  })
  it('allows emoji in free text only', () => {
    expect(parse('multiline', 'Cảm ơn 👍🏽\r\ndòng hai')).toBe('Cảm ơn 👍🏽\ndòng hai')
    expect(parse('text', 'Cảm ơn 👍🏽')).toBe('it: emoji')
    expect(parse('text', 'Điểm 1#*')).toBe('Điểm 1#*')
  })
})

it('tells the rows of a group with their questions as they are asked', () => {
  const fields = [
    { ...field('text'), id: 'name', label: { vi: 'Tên ngành', en: 'Name' } },
    { ...field('yesNo'), id: 'main', label: { vi: 'Ngành chính?', en: 'The main one?' } },
  ]
  const rows = [{ name: 'Nhà hàng', main: true }]
  expect(answerText(field('group', { fields }), rows, 'vi')).toBe('Tên ngành: Nhà hàng; Ngành chính? Có')
})

describe('text of so many digits', () => {
  it('is read without what people put between them, and refused for anything else', () => {
    expect(parse('text', '6404.11 90', { digits: 8 })).toBe('64041190')
    expect(parse('text', ' ', { digits: 8 })).toBe('it: required')
    for (const wrong of ['ABCDEFGH', '6404119', '640411900', '6404119x'])
      expect(parse('text', wrong, { digits: 8 })).toBe('it: digits')
  })
})

describe('a date that follows another', () => {
  const last = (kind: FieldKind, raw: unknown, from: unknown) => {
    const verdict = judge(field(kind, { notBeforeField: 'from' }), 'it', raw, {
      ...scope,
      answers: answersSchema.parse({ from }),
    })
    return verdict.ok ? 'fine' : verdict.issues.map(({ words }) => words.vi).join()
  }
  it('is refused before that one, by its day', () => {
    expect(last('date', '10/1/2027', '2027-01-15')).toBe('Mục: phải từ ngày 15/01/2027 trở đi.')
    expect(last('date', '15/1/2027', '2027-01-15')).toBe('fine')
  })
  it('waits while that one is no date yet', () => {
    expect(last('date', '10/1/2027', 'sau Tết')).toBe('fine')
    expect(last('date', '10/1/2027', '')).toBe('fine')
  })
  it('may be of the same year or month where no more is known', () => {
    expect(last('partialDate', '2004', { y: 2004, m: 5 })).toBe('fine')
    expect(last('partialDate', '4/2004', { y: 2004, m: 5 })).toBe('Mục: phải từ ngày 01/05/2004 trở đi.')
  })
  it('is compared inside its row, and nothing is copied for that', () => {
    const fields = [field('date', { id: 'from' }), field('date', { id: 'to', notBeforeField: '.from' })]
    const rows = ['2020', '2022'].map((year) => ({ from: `1/1/${year}`, to: '1/1/2021' }))
    const answers = new Proxy({}, { ownKeys: () => expect.fail('all answers were read') })
    const verdict = judge(field('group', { fields }), 'it', rows, { ...scope, answers })
    expect(verdict).toMatchObject({ ok: false, issues: [{ path: 'it.1.to', code: 'too-early' }] })
  })
})

describe('numbers', () => {
  it.each([
    ['money', '135.000 đ', 135_000],
    ['money', '135 000', 135_000],
    ['money', '135000VND', 135_000],
    ['integer', '1.250', 1250],
    ['decimal', '1.250,5', 1250.5],
    ['decimal', '62,75', 62.75],
    ['integer', '12,5', 'it: not-whole'],
    ['integer', '1e5', 'it: not-a-number'],
    ['integer', '-1', 'it: too-small'],
    ['decimal', '1,234', 'it: too-precise'],
  ] as const)('%s %s', (kind, raw, value) => {
    expect(parse(kind, raw)).toBe(value)
  })
})

describe('dates', () => {
  it.each([
    ['date', { d: '29', m: '2', y: '2024' }, '2024-02-29'],
    ['date', '29/02/2024', '2024-02-29'],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', { d: '29', m: '2', y: '2023' }, 'it: no-such-date'],
    ['date', { d: '', m: '2', y: '2023' }, 'it: date-incomplete'],
    ['partialDate', { d: '', m: '', y: '1954' }, { y: 1954 }],
    ['partialDate', '3/1954', { y: 1954, m: 3 }],
    ['partialDate', { d: '1', m: '', y: '1954' }, 'it.m: month-missing'],
    ['partialDate', { d: '31', m: '4', y: '1954' }, 'it: no-such-date'],
  ] as const)('%s %o', (kind, raw, value) => {
    expect(parse(kind, raw)).toEqual(value)
  })
  it('are of our time, whatever the definition says', () => {
    const verdict = judge(field('date'), 'it', '12/5/1026', scope)
    expect(verdict.ok ? '' : verdict.issues[0]?.words.vi).toBe('Mục: phải từ ngày 01/01/1900 trở đi.')
    expect(parse('partialDate', '1026')).toBe('it: too-early')
    expect(parse('partialDate', '1900')).toEqual({ y: 1900 })
    expect(parse('date', '12/5/1026', { notBefore: '1960-01-01' })).toBe('it: too-early')
  })
  it('keeps to bounds counted from today', () => {
    expect(parse('date', '22/11/2026', { notAfter: 'today' })).toBe('it: too-late')
    expect(parse('date', '21/11/2025', { notBefore: 'today-12M' })).toBe('2025-11-21')
    expect(parse('date', '20/11/2025', { notBefore: 'today-12M' })).toBe('it: too-early')
    expect(parse('partialDate', '2026', { notAfter: 'today' })).toEqual({ y: 2026 })
  })
})

describe('personal numbers', () => {
  it.each([
    ['001090000001', '001090000001'],
    ['001 192 000002', '001192000002'],
    ['00109000000', 'it: personal-id-digits'],
    ['003090000001', 'it: personal-id-province'],
    ['097090000001', 'it: personal-id-province'],
    ['101090000001', '101090000001'],
  ])('%s', (raw, value) => {
    expect(parse('personalId', raw)).toBe(value)
  })
  it('must agree with verified facts, and only raises a doubt against declared answers', () => {
    const compared = { fact: 'person.personalId', birthDateField: 'dob' }
    expect(parse('personalId', '001090000001', compared, { 'person.dob': { y: 1991 } })).toBe(
      'it: personal-id-birth-year',
    )
    expect(parse('personalId', '001090000001', compared, { 'person.sex': 'female' })).toBe('it: personal-id-sex')
    expect(parse('personalId', '001090000001', { birthDateField: 'dob' }, { 'person.dob': { y: 1991 } })).toBe(
      '001090000001',
    )
  })
})

describe('addresses', () => {
  const raw = { provinceCode: '01', wardCode: '00004', detail: ' 12 Đội Cấn ' }
  it('know the wards of their province', () => {
    expect(parse('address', raw)).toEqual({ ...raw, detail: '12 Đội Cấn' })
    expect(parse('address', { ...raw, wardCode: '26734' })).toBe('it.wardCode: ward-elsewhere')
    expect(parse('address', { ...raw, provinceCode: '99' })).toBe('it.provinceCode: province-missing')
    expect(parse('address', { ...raw, detail: '' })).toBe('it.detail: detail-missing')
    expect(parse('address', { ...raw, detail: '...' })).toBe('it.detail: wordless')
    const shown = showAnswer(field('address'), { ...raw, detail: '12 Đội Cấn' }, 'vi', places)
    expect(shown).toBe('12 Đội Cấn, Phường Ba Đình, Thành phố Hà Nội')
  })
})

const CODES = [
  ...['0100233488', '0100112437', '0312687878', '0314409058', '0101243150', '0100109106', '0300588569'].map(
    (code) => ['taxCode', code, code] as const,
  ),
  ['taxCode', '0100233480', 'it: tax-code-check'],
  ['taxCode', '0314409058-002', '0314409058-002'],
  ['taxCode', '0314409058002', '0314409058-002'],
  ['taxCode', '0314409058-000', 'it: tax-code-shape'],
  ['taxCode', '001090000001', 'it: tax-code-shape'],
  ['phone', '0912 345 678', '+84912345678'],
  ['phone', '84.912.345.678', '+84912345678'],
  ['phone', '024 3825 1234', '+842438251234'],
  ['phone', '\u202a0912\u2011345\u2011678\u202c', '+84912345678'],
  ['email', '\ufeffan@vidu\u200b.vn', 'an@vidu.vn'],
  ['taxCode', '0314409058\u2013002', '0314409058-002'],
  ['personalId', '001\u200b090000001', '001090000001'],
  ['integer', '\u200b12', 12],
  ['personName', '\u00d0\u1eb7ng V\u0103n \u0189\u1ee9c', 'ĐẶNG VĂN ĐỨC'],
  ['phone', '0512345678', 'it: phone'],
  ['email', 'An.Nguyen@Vidu.VN', 'An.Nguyen@vidu.vn'],
  ['email', 'an@localhost', 'it: email'],
  ['licenceNumber', '790 123 456 789', '790123456789'],
  ['licenceNumber', 'AB1234', 'it: licence-number'],
  ['socialInsuranceNo', '0123456789', '0123456789'],
  ['industryCode', '01.11', '0111'],
  ['industryCode', 'ABCD', 'it: industry-code'],
  ['industryCode', '471', 'it: industry-code'],
  ['passport', 'b1234567', 'B1234567'],
  ['plate', '30a-123.45', '30A12345'],
  ['plate', '29-B1 123.45', '29B112345'],
  ['plate', 'XE 1', 'it: plate'],
  ['personName', "Nguyễn thị D'Arc-Lan", "NGUYỄN THỊ D'ARC-LAN"],
  ['personName', 'Nguyễn Văn 4', 'it: person-name'],
  ['personName', '--', 'it: person-name'],
  ['yesNo', 'no', false],
  ['yesNo', '__proto__', 'it: unknown-option'],
  ['yesNo', 'constructor', 'it: unknown-option'],
  ['commitment', undefined, 'it: must-agree'],
  ['commitment', 'no', 'it: must-agree'],
  ['commitment', 'on', true],
] as const

describe('codes', () => {
  it.each(CODES)('%s %s', (kind, raw, value) => {
    expect(parse(kind, raw)).toBe(value)
  })
  it('takes a personal number as tax code only where allowed', () => {
    expect(parse('taxCode', '001090000001', { allowPersonalId: true })).toBe('001090000001')
  })
  it('reads as people write them', () => {
    expect(showAnswer(field('phone'), '+84912345678', 'vi')).toBe('0912 345 678')
    expect(showAnswer(field('phone'), '+842838221234', 'vi')).toBe('028 3822 1234')
    expect(showAnswer(field('phone'), '+842033821234', 'vi')).toBe('0203 382 1234')
    expect(showAnswer(field('plate'), '30A12345', 'vi')).toBe('30A-123.45')
    expect(showAnswer(field('money'), 135_000, 'vi')).toBe('135.000 đồng')
    expect(showAnswer(field('money'), 135_000, 'en')).toBe('135,000 VND')
  })
})

const options = [
  { value: 'A', label: { vi: 'a', en: 'a' } },
  { value: 'B', label: { vi: 'b', en: 'b' } },
]
const fields: Field[] = [
  ...(
    ['text', 'multiline', 'integer', 'decimal', 'money', 'date', 'partialDate', 'address', 'personalId'] as const
  ).map((kind) => field(kind)),
  ...(
    ['taxCode', 'phone', 'email', 'personName', 'licenceNumber', 'passport', 'plate', 'yesNo', 'commitment'] as const
  ).map((kind) => field(kind)),
  field('choice', { options }),
  field('multiChoice', { options }),
]
const digits = fc.stringMatching(/^[0-9A-Z .+-]{0,14}$/)
const day = fc.record({
  d: fc.integer({ min: 1, max: 32 }),
  m: fc.integer({ min: 1, max: 13 }),
  y: fc.integer({ min: 1900, max: 2030 }),
})
const raw = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  digits,
  day,
  fc.constantFrom('A', 'on', '1.250,5', '0912345678', '001090000001', '0100233488'),
  fc.array(fc.constantFrom('A', 'B', 'C')),
  fc.anything(),
)

describe('every kind', () => {
  it('never throws, and parsing what it gave changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), raw, (field, input) => {
        const first = judge({ ...field, required: false }, 'it', input, scope)
        if (!first.ok) return
        const again = judge({ ...field, required: false }, 'it', first.value, scope)
        expect(again).toEqual(first)
      }),
      { numRuns: 2000 },
    )
  })
})
