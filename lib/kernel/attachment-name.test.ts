import { expect, it } from 'vitest'
import { savedAs } from './attachment-name'

it('keeps diacritics, and has a name without them for whoever cannot read those', () => {
  expect(savedAs('Giấy tiếp nhận hồ sơ H26.101-261121-0001.pdf')).toBe(
    'attachment; filename="Giay tiep nhan ho so H26.101-261121-0001.pdf"; ' +
      "filename*=UTF-8''Gi%E1%BA%A5y%20ti%E1%BA%BFp%20nh%E1%BA%ADn%20h%E1%BB%93%20s%C6%A1%20H26.101-261121-0001.pdf",
  )
})

it('carries nothing that ends a header or leads to another folder', () => {
  const header = savedAs('Đơn "của tôi"\r\nX: 1/../(b\u1ea3n *cuối*)\ud800.pdf')
  expect(header).toMatch(/^attachment; filename="[A-Za-z0-9 ._,()-]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/)
  expect(header).toContain('filename="Don -cua toi-')
})
