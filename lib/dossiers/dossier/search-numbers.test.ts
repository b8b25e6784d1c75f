import { expect, it } from 'vitest'
import { numberIn, numbersIn } from './search-numbers'

it.each([
  ['0912 345 678', '0912345678'],
  ['+84 912.345.678', '0912345678'],
  ['790-123-456-789', '790123456789'],
  ['29A-123.45', '29A12345'],
  ['b1234567', 'B1234567'],
  ['2026-11-29', null],
  ['Nguyễn Văn An', null],
  ['1234', null],
  ['Số 12 phố Đội Cấn, phường Ba Đình', null],
  ['9'.repeat(41), null],
])('reads %s as the number %s', (text, number) => {
  expect(numberIn(text)).toBe(number)
})

it('finds the numbers of answers however deep they lie, each once', () => {
  const answers = {
    contact: { phone: '0912345678' },
    rows: [{ plate: '29A-123.45' }, { plate: '29A12345' }],
    day: '2026-01-02',
  }
  expect(numbersIn(answers, { 'person.personalId': '001090000001' })).toEqual([
    '0912345678',
    '29A12345',
    '001090000001',
  ])
})
