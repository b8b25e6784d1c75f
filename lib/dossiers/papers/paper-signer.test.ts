import { expect, test } from 'vitest'
import { headOf } from './paper-signer'

test.each([
  ['Phòng Cảnh sát giao thông', 'Trưởng phòng Cảnh sát giao thông', 'Trưởng phòng'],
  ['Ủy ban nhân dân phường Ba Đình', 'Chủ tịch Ủy ban nhân dân phường Ba Đình', 'Chủ tịch'],
  ['Công an phường Ba Đình', 'Trưởng Công an phường Ba Đình', 'Trưởng Công an'],
  ['Công an thành phố Hà Nội', 'Giám đốc Công an thành phố Hà Nội', 'Giám đốc'],
  ['Sở Công Thương thành phố Hà Nội', 'Giám đốc Sở Công Thương thành phố Hà Nội', 'Giám đốc'],
  ['Cục Xuất nhập khẩu', 'Cục trưởng Cục Xuất nhập khẩu', 'Cục trưởng'],
])('%s is headed by %s', (agency, authority, title) => {
  expect(headOf(agency)).toEqual({ authority, title })
})
