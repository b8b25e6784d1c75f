import { COMMUNE_POLICE, fixedFee, PROVINCIAL_POLICE } from '../parts/procedure'
import { DOMAIN, workingDays } from '../parts/rules'
import { t } from '../parts/text'
import { listed, only } from './listed'

const FREE = fixedFee(0, DOMAIN, 'F')
const TEMPORARY = fixedFee(15_000, DOMAIN, 'R-high', t('Nộp trực tuyến: 7.000 đồng', 'Filed online: 7,000 VND'))

export const residence = [
  listed({
    ...COMMUNE_POLICE,
    code: '1.004222',
    slug: 'dang-ky-thuong-tru',
    name: ['Đăng ký thường trú', 'Register permanent residence'],
    summary: ['Đăng ký nơi thường trú mới.', 'Registers a new permanent residence.'],
    result: ['Thông báo kết quả đăng ký cư trú', 'Notice of registration'],
    vi: ['Nhập hộ khẩu', 'Chuyển hộ khẩu', 'Hộ khẩu'],
    en: ['Household registration'],
    serviceField: 'cu-tru',
    lifeEvents: ['cu-tru-giay-to'],
    cases: only(
      workingDays(7, DOMAIN, 'F'),
      fixedFee(20_000, DOMAIN, 'R-high', t('Nộp trực tuyến: 10.000 đồng', 'Filed online: 10,000 VND')),
    ),
    confidence: 'F',
  }),
  listed({
    ...COMMUNE_POLICE,
    code: '1.004194',
    slug: 'dang-ky-tam-tru',
    name: ['Đăng ký tạm trú', 'Register temporary residence'],
    summary: ['Đăng ký nơi ở khi xa nơi thường trú.', 'Registers where you live away from your permanent residence.'],
    result: ['Thông báo kết quả đăng ký cư trú', 'Notice of registration'],
    vi: ['Làm tạm trú', 'KT3'],
    en: ['Temporary residence'],
    serviceField: 'cu-tru',
    lifeEvents: ['cu-tru-giay-to'],
    cases: only(workingDays(3, DOMAIN, 'F'), TEMPORARY),
    confidence: 'F',
  }),
  listed({
    ...COMMUNE_POLICE,
    code: '1.002755',
    otherCodes: [
      { code: '1.010028', name: t('Xóa đăng ký tạm trú', 'End temporary residence') },
      { code: '1.003197', name: t('Xóa đăng ký thường trú', 'End permanent residence') },
    ],
    slug: 'gia-han-xoa-dang-ky-cu-tru',
    name: ['Gia hạn tạm trú; xóa đăng ký tạm trú, thường trú', 'Extend or end a residence registration'],
    summary: [
      'Gia hạn hoặc xóa đăng ký cư trú; mỗi việc có mã riêng.',
      'Extends or ends a registration; each has a code of its own.',
    ],
    result: ['Thông báo kết quả', 'Notice of the result'],
    vi: ['Gia hạn tạm trú', 'Cắt hộ khẩu'],
    en: ['Extend temporary residence'],
    serviceField: 'cu-tru',
    lifeEvents: ['cu-tru-giay-to'],
    cases: [
      {
        code: 'EXTEND',
        name: ['Gia hạn tạm trú', 'Extend temporary residence'],
        time: workingDays(3, DOMAIN, 'F'),
        fee: TEMPORARY,
      },
      {
        code: 'END_TEMPORARY',
        name: ['Xóa đăng ký tạm trú', 'End temporary residence'],
        time: workingDays(2, DOMAIN, 'F'),
        fee: FREE,
      },
      {
        code: 'END_PERMANENT',
        name: ['Xóa đăng ký thường trú', 'End permanent residence'],
        fee: FREE,
        hint: ['Chưa có thông tin về thời hạn.', 'The time limit is not in our sources.'],
      },
    ],
    confidence: 'F',
  }),
  listed({
    ...PROVINCIAL_POLICE,
    code: '1.001456',
    slug: 'cap-ho-chieu-pho-thong',
    name: ['Cấp hộ chiếu phổ thông ở trong nước', 'Ordinary passport, issued in Vietnam'],
    summary: ['Hộ chiếu cho công dân Việt Nam ở trong nước.', 'A passport for Vietnamese citizens in the country.'],
    result: ['Hộ chiếu phổ thông', 'Ordinary passport'],
    vi: ['Làm hộ chiếu', 'Hộ chiếu', 'Passport'],
    en: ['Passport'],
    serviceField: 'xuat-nhap-canh',
    lifeEvents: ['cu-tru-giay-to'],
    cases: only(workingDays(8, DOMAIN, 'F'), fixedFee(200_000, DOMAIN, 'R-med')),
    confidence: 'F',
  }),
  listed({
    ...PROVINCIAL_POLICE,
    code: '1.001445',
    otherCodes: [
      {
        code: '1.010386',
        name: t('Trình báo mất hộ chiếu tại công an cấp xã', 'Report a lost passport at the commune'),
      },
    ],
    slug: 'trinh-bao-mat-ho-chieu',
    name: ['Trình báo mất hộ chiếu', 'Report a lost passport'],
    summary: ['Báo mất để hộ chiếu bị hủy giá trị sử dụng.', 'So that the lost passport is made void.'],
    result: ['Thông báo đã tiếp nhận việc mất hộ chiếu', 'Notice of the report'],
    vi: ['Mất hộ chiếu', 'Mất passport'],
    en: ['Lost passport'],
    serviceField: 'xuat-nhap-canh',
    lifeEvents: ['cu-tru-giay-to'],
    cases: only(workingDays(1, DOMAIN, 'F'), FREE),
    confidence: 'F',
  }),
  listed({
    ...COMMUNE_POLICE,
    code: '3.000285',
    otherCodes: [{ code: '3.000286', name: t('Mở khóa căn cước điện tử', 'Unlock an electronic identity card') }],
    slug: 'khoa-mo-khoa-can-cuoc-dien-tu',
    name: ['Khóa, mở khóa căn cước điện tử', 'Lock or unlock an electronic identity card'],
    summary: [
      'Khóa khi mất điện thoại hoặc nghi bị lộ; mở lại khi an toàn.',
      'Lock it when your phone is lost, unlock it later.',
    ],
    result: ['Thông báo đã khóa hoặc mở khóa', 'Notice of the change'],
    vi: ['Khóa VNeID', 'Khóa căn cước', 'CCCD'],
    en: ['Lock identity card'],
    serviceField: 'can-cuoc',
    lifeEvents: ['cu-tru-giay-to'],
    cases: [
      { code: 'LOCK', name: ['Khóa', 'Lock'], time: workingDays(1, DOMAIN, 'F'), fee: FREE },
      { code: 'UNLOCK', name: ['Mở khóa', 'Unlock'], time: workingDays(1, DOMAIN, 'F'), fee: FREE },
    ],
    confidence: 'F',
  }),
]
