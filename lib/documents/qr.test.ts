import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { qrSquares } from './qr'

test('the squares cover exactly the dark modules', () => {
  const text = 'https://motcua.example.vn/tra-cuu?ma=H26.101-261005-0007'
  const { modules, squares } = qrSquares(text)
  const expected = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = new Set(
    squares.flatMap(({ x, y, width }) => Array.from({ length: width }, (_, i) => `${String(x + i)},${String(y)}`)),
  )
  expect(modules).toBe(expected.size)
  expect(dark.size).toBe(expected.data.filter((module) => module !== 0).length)
  for (let y = 0; y < modules; y++)
    for (let x = 0; x < modules; x++)
      expect([x, y, dark.has(`${String(x)},${String(y)}`)]).toEqual([x, y, expected.get(y, x) !== 0])
})
