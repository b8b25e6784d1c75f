import { councilFee, fixedFee } from '../parts/procedure'
import { DOMAIN, workingDays } from '../parts/rules'
import { t } from '../parts/text'
import { listed, only } from './listed'

const FREE = fixedFee(0, DOMAIN, 'F')
const CHANGE_TIME = workingDays(3, DOMAIN, 'R-high')
const PERMIT_FEE = fixedFee(15_000, DOMAIN, 'R-med')

export const workAndCare = [
  listed({
    code: '2.000720',
    otherCodes: [
      { code: '2.000575', name: t('Cấp lại giấy chứng nhận đăng ký hộ kinh doanh', 'Re-issue the certificate') },
      { code: '1.001570', name: t('Tạm ngừng kinh doanh', 'Suspend business') },
      { code: '1.001266', name: t('Chấm dứt hoạt động hộ kinh doanh', 'End the business') },
    ],
    slug: 'thay-doi-dang-ky-ho-kinh-doanh',
    name: [
      'Hộ kinh doanh: thay đổi, cấp lại, tạm ngừng, chấm dứt',
      'Household business: change, re-issue, suspend, end',
    ],
    summary: [
      'Các việc sau khi hộ kinh doanh đã thành lập; mỗi việc có mã riêng.',
      'What follows after the founding; each has a code of its own.',
    ],
    result: ['Giấy chứng nhận hoặc thông báo', 'Certificate or notice'],
    vi: ['Đổi giấy phép kinh doanh', 'Tạm ngừng kinh doanh', 'Đóng cửa hàng'],
    en: ['Change a household business'],
    audience: ['citizen', 'business'],
    serviceField: 'ho-kinh-doanh',
    lifeEvents: ['van-hanh-kinh-doanh'],
    cases: [
      {
        code: 'CHANGE',
        name: ['Thay đổi nội dung', 'Change'],
        time: CHANGE_TIME,
        fee: fixedFee(100_000, DOMAIN, 'R-high'),
      },
      {
        code: 'REISSUE',
        name: ['Cấp lại giấy chứng nhận', 'Re-issue'],
        time: CHANGE_TIME,
        hint: ['Chưa có thông tin về lệ phí.', 'The charge is not in our sources.'],
      },
      { code: 'SUSPEND', name: ['Tạm ngừng kinh doanh', 'Suspend'], time: CHANGE_TIME, fee: FREE },
      { code: 'END', name: ['Chấm dứt hoạt động', 'End'], time: CHANGE_TIME, fee: FREE },
    ],
    confidence: 'F',
  }),
  listed({
    code: '1.013226',
    otherCodes: [
      { code: '1.013227', name: t('Gia hạn giấy phép xây dựng', 'Extend a building permit') },
      { code: '1.013228', name: t('Cấp lại giấy phép xây dựng', 'Re-issue a building permit') },
    ],
    slug: 'dieu-chinh-gia-han-cap-lai-giay-phep-xay-dung',
    name: ['Giấy phép xây dựng: điều chỉnh, gia hạn, cấp lại', 'Building permit: adjust, extend, re-issue'],
    summary: [
      'Các việc sau khi đã có giấy phép; mỗi việc có mã riêng.',
      'What follows after the permit; each has a code of its own.',
    ],
    result: ['Giấy phép xây dựng', 'Building permit'],
    vi: ['Gia hạn giấy phép xây dựng', 'Điều chỉnh giấy phép xây dựng'],
    en: ['Extend a building permit'],
    serviceField: 'xay-dung',
    lifeEvents: ['nha-o'],
    cases: [
      {
        code: 'ADJUST',
        name: ['Điều chỉnh', 'Adjust'],
        time: workingDays(7, 'NĐ 217/2026/NĐ-CP', 'F'),
        fee: PERMIT_FEE,
      },
      { code: 'EXTEND', name: ['Gia hạn', 'Extend'], time: workingDays(5, 'NĐ 217/2026/NĐ-CP', 'F'), fee: PERMIT_FEE },
      {
        code: 'REISSUE',
        name: ['Cấp lại', 'Re-issue'],
        time: workingDays(5, 'NĐ 217/2026/NĐ-CP', 'F'),
        fee: PERMIT_FEE,
      },
    ],
    confidence: 'F',
  }),
  listed({
    code: '1.001699',
    otherCodes: [{ code: '1.001653', name: t('Cấp lại giấy xác nhận khuyết tật', 'Re-issue the certificate') }],
    slug: 'xac-dinh-muc-do-khuyet-tat',
    name: ['Xác định mức độ khuyết tật, cấp lại giấy xác nhận', 'Degree of disability, re-issue of the certificate'],
    summary: ['Hội đồng cấp xã xác định mức độ khuyết tật.', 'A board of the commune determines the degree.'],
    result: ['Giấy xác nhận khuyết tật', 'Certificate of disability'],
    vi: ['Giấy khuyết tật', 'Người khuyết tật'],
    en: ['Disability certificate'],
    serviceField: 'bao-tro-xa-hoi',
    lifeEvents: ['tuoi-gia-bao-tro', 'suc-khoe'],
    partialReason: 'site-verification',
    partialNote: t(
      'Lý do do bản minh họa ghi, chưa đối chiếu; cấp lại làm toàn trình.',
      'The reason is this demonstration’s; the re-issue is wholly online.',
    ),
    cases: [
      { code: 'DETERMINE', name: ['Xác định', 'Determine'], time: workingDays(25, DOMAIN, 'R-med'), fee: FREE },
      {
        code: 'REISSUE',
        name: ['Cấp lại giấy xác nhận', 'Re-issue'],
        time: workingDays(5, DOMAIN, 'R-med'),
        fee: FREE,
      },
    ],
    confidence: 'F',
  }),
  listed({
    code: '1.014027',
    slug: 'tro-cap-huu-tri-xa-hoi',
    name: ['Trợ cấp hưu trí xã hội', 'Social pension'],
    summary: [
      'Trợ cấp hằng tháng cho người cao tuổi đủ điều kiện.',
      'A monthly allowance for the elderly who qualify.',
    ],
    result: ['Quyết định hưởng trợ cấp', 'Decision on the allowance'],
    vi: ['Trợ cấp người cao tuổi', 'Lương hưu xã hội'],
    en: ['Old age allowance'],
    serviceField: 'bao-tro-xa-hoi',
    lifeEvents: ['tuoi-gia-bao-tro'],
    cases: only(workingDays(10, DOMAIN, 'R-med'), FREE),
    confidence: 'F',
  }),
  listed({
    code: '1.014199',
    otherCodes: [
      { code: '1.014200', name: t('Cấp lại giấy phép lao động', 'Re-issue a work permit') },
      { code: '1.014201', name: t('Gia hạn giấy phép lao động', 'Extend a work permit') },
    ],
    slug: 'giay-phep-lao-dong-nguoi-nuoc-ngoai',
    name: [
      'Giấy phép lao động cho người nước ngoài: cấp, cấp lại, gia hạn',
      'Work permit for foreigners: issue, re-issue, extend',
    ],
    summary: [
      'Cho người nước ngoài làm việc tại Việt Nam; mỗi việc có mã riêng.',
      'For foreigners working in Vietnam; each has a code of its own.',
    ],
    result: ['Giấy phép lao động', 'Work permit'],
    vi: ['Work permit', 'Giấy phép lao động'],
    en: ['Work permit'],
    audience: ['business'],
    serviceField: 'viec-lam',
    lifeEvents: ['viec-lam', 'van-hanh-kinh-doanh'],
    handledBy: t('Sở Nội vụ', 'Department of Home Affairs'),
    routing: { by: 'province', function: 'homeAffairs', address: 'organisation.address' },
    cases: [
      {
        code: 'ISSUE',
        name: ['Cấp', 'Issue'],
        time: workingDays(10, DOMAIN, 'R-med'),
        fee: councilFee('HĐND cấp tỉnh'),
      },
      {
        code: 'REISSUE',
        name: ['Cấp lại', 'Re-issue'],
        time: workingDays(3, DOMAIN, 'R-med'),
        fee: councilFee('HĐND cấp tỉnh'),
      },
      {
        code: 'EXTEND',
        name: ['Gia hạn', 'Extend'],
        time: workingDays(10, DOMAIN, 'R-med'),
        fee: councilFee('HĐND cấp tỉnh'),
      },
    ],
    confidence: 'F',
  }),
  listed({
    code: '3.000182',
    slug: 'tuyen-sinh-trung-hoc-co-so',
    name: ['Tuyển sinh trung học cơ sở (lớp 6)', 'Admission to lower secondary school (grade 6)'],
    summary: ['Đăng ký vào lớp 6 theo kế hoạch tuyển sinh từng năm.', 'Enrolment in grade 6 by each year’s plan.'],
    result: ['Kết quả tuyển sinh', 'Result of the admission'],
    vi: ['Đăng ký vào lớp 6', 'Tuyển sinh lớp 6'],
    en: ['School enrolment'],
    serviceField: 'giao-duc',
    lifeEvents: ['hoc-tap'],
    handledBy: t('Trường và Ủy ban nhân dân cấp xã', 'The school and the commune'),
    cases: only(undefined, FREE, ['Thời gian theo kế hoạch tuyển sinh từng năm.', 'Dates are in each year’s plan.']),
    confidence: 'F',
  }),
]
