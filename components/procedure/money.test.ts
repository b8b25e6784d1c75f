import { describe, expect, test } from 'vitest'
import type { Fee } from '@/lib/catalogue'

import { amountWords, costRange, costWords, feeTotal, type FeeRow } from './money'

const TODAY = '2026-11-21'
const fee = (...rows: FeeRow[]): Fee => ({
  code: 'LP',
  name: { vi: 'Lệ phí', en: 'Charge' },
  kind: 'CHARGE',
  rows,
  source: 'TT 37/2023/TT-BTC',
  confidence: 'F',
})

describe('what it costs', () => {
  const licence = fee(
    { to: '2023-11-30', amount: 135_000 },
    { from: '2023-12-01', to: '2025-12-31', amount: 115_000 },
    { from: '2026-01-01', amount: 135_000 },
  )

  test.each([
    ['2023-11-30', '135.000 đồng'],
    ['2025-12-31', '115.000 đồng'],
    ['2026-01-01', '135.000 đồng'],
  ])('on %s is the rate in force that day', (day, words) => {
    expect(costWords([licence], day, 'vi')).toBe(words)
  })

  test.each([
    ['nothing to pay', [], 'Không thu'],
    ['one amount', [fee({ amount: 75_000 })], '75.000 đồng'],
    ['several amounts', [fee({ amount: 30_000 }), fee({ amount: 60_000 })], '30.000 đến 60.000 đồng'],
    ['an amount set elsewhere', [fee({ amount: null })], 'theo quy định của từng tỉnh'],
    [
      'nothing for most, an amount set elsewhere for some',
      [fee({ amount: 0 }, { amount: null })],
      'không thu; có trường hợp theo quy định của từng tỉnh',
    ],
    ['nothing for some', [fee({ amount: 0 }, { amount: 15_000 })], 'Nhiều nhất 15.000 đồng'],
    [
      'less for some',
      [
        fee(
          { amount: 0, when: { field: 'group', eq: 'FREE' } },
          { amount: 100_000, when: { field: 'group', eq: 'REDUCED' } },
          { amount: 200_000, plus: { field: 'n', above: 2, amount: 5_000 } },
        ),
      ],
      '200.000 đồng (có trường hợp giảm, miễn)',
    ],
    [
      'an open end',
      [fee({ amount: 0 }, { amount: 100_000, plus: { field: 'n', above: 2, amount: 5_000 } })],
      'từ 100.000 đồng',
    ],
  ])('in a list, with %s, is short', (_, fees, words) => {
    expect(costRange(fees, TODAY, 'vi')).toBe(words)
  })

  test('of each further copy is said from the first one that costs more', () => {
    const row = {
      amount: 200_000,
      plus: { field: 'n', above: 2, amount: 5_000, unit: { vi: 'phiếu', en: 'certificate' } },
    }
    expect(amountWords(row, 'vi')).toBe('200.000 đồng, cộng 5.000 đồng cho mỗi phiếu, kể từ phiếu thứ 3')
  })
})

test('does not call free what a council sets', () => {
  expect(feeTotal(null, 'vi')).toBe('Theo nghị quyết của Hội đồng nhân dân cấp tỉnh')
  expect(feeTotal(0, 'vi')).toBe('Không thu')
  expect(feeTotal(75_000, 'vi')).toBe('75.000 đồng')
})
