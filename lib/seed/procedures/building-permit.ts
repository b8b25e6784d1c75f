import type { Field, FormDefinition } from '@/lib/forms'
import { declaration, signed, uploaded } from './parts/documents'
import { commitmentPage, DELIVERY_FIELD, deliveryPage } from './parts/ending'
import { applicantPage, contactEmail } from './parts/person'
import { fixedFee, ifAny, oneCase, procedure, required, steps } from './parts/procedure'
import { optional, page, q } from './parts/question'
import { COMMON_REFUSALS, calendarDays, workingDays } from './parts/rules'
import { options, t } from './parts/text'
import { buildingPermitResult, GRADES } from './results/building-permit'

const square = { scale: 2, min: 1, unit: t('m²', 'm²') }
const metre = { scale: 2, unit: t('m', 'm') }

const LAND_PAPERS = options(
  ['LAND_CERTIFICATE', 'Giấy chứng nhận quyền sử dụng đất', 'Land-use right certificate'],
  ['OTHER', 'Giấy tờ khác theo quy định', 'Another paper the law accepts'],
)

const site: Field[] = [
  q('site.place', 'address', ['Địa điểm xây dựng', 'Building site'], {
    sample: { provinceCode: '01', wardCode: '00004', detail: '12 phố Đội Cấn' },
  }),
  q('site.parcelNo', 'text', ['Thửa đất số', 'Parcel number'], { maxLength: 20, sample: '45' }),
  q('site.mapSheetNo', 'text', ['Tờ bản đồ số', 'Map sheet number'], { maxLength: 20, sample: '12' }),
  q('site.area', 'decimal', ['Diện tích lô đất', 'Area of the plot'], { ...square, sample: '80,5' }),
  q('landPaper.type', 'choice', ['Giấy tờ về đất', 'Land paper'], {
    options: LAND_PAPERS,
    appearance: 'select',
    sample: 'LAND_CERTIFICATE',
  }),
  q('landPaper.no', 'text', ['Số giấy tờ', 'Its number'], { maxLength: 40, sample: 'AB 123456' }),
  q('landPaper.date', 'date', ['Ngày cấp', 'Issued on'], { notAfter: 'today', sample: '1/6/2019' }),
]

const works: Field[] = [
  q('works.grade', 'choice', ['Cấp công trình', 'Grade'], {
    options: GRADES,
    appearance: 'radio',
    sample: 'IV',
  }),
  q('works.floorArea1', 'decimal', ['Diện tích xây dựng tầng một', 'Area of the ground floor'], {
    ...square,
    sample: '60',
  }),
  q('works.totalFloorArea', 'decimal', ['Tổng diện tích sàn', 'Total floor area'], { ...square, sample: '180' }),
  q('works.height', 'decimal', ['Chiều cao công trình', 'Height'], { ...metre, min: 1, max: 200, sample: '11,4' }),
  q('works.floorsAbove', 'integer', ['Số tầng nổi', 'Floors above ground'], { min: 1, max: 20, sample: '3' }),
  q('works.basements', 'integer', ['Số tầng hầm', 'Basements'], { max: 5, sample: '0' }),
  q('works.attic', 'yesNo', ['Có tầng áp mái hoặc tum?', 'Is there an attic or roof house?'], { sample: 'yes' }),
  q('works.setback', 'decimal', ['Khoảng lùi', 'Setback'], { ...optional, ...metre, sample: '1,5' }),
  q('works.groundLevel', 'decimal', ['Cốt xây dựng', 'Ground level'], {
    ...optional,
    ...metre,
    min: -50,
    sample: '0,3',
  }),
  q('works.density', 'decimal', ['Mật độ xây dựng', 'Coverage'], {
    ...optional,
    max: 100,
    scale: 1,
    unit: t('%', '%'),
    sample: '75',
  }),
]

const drawings = q('drawings', 'group', ['Danh mục bản vẽ', 'List of drawings'], {
  hint: t('Tệp bản vẽ được tải lên ở bước giấy tờ.', 'The files themselves are uploaded with the papers.'),
  rowLabel: t('bản vẽ', 'drawing'),
  min: 1,
  max: 100,
  fields: [
    q('drawingNo', 'text', ['Ký hiệu', 'Number'], { maxLength: 20, sample: 'KT-01' }),
    q('title', 'text', ['Tên bản vẽ', 'Title'], { sample: 'Mặt bằng tầng một' }),
    q('discipline', 'choice', ['Bộ môn', 'Discipline'], {
      options: options(
        ['KT', 'Kiến trúc', 'Architecture'],
        ['KC', 'Kết cấu', 'Structure'],
        ['DN', 'Điện, nước', 'Electricity and water'],
      ),
      appearance: 'select',
      sample: 'KT',
    }),
    q('scale', 'text', ['Tỷ lệ', 'Scale'], { maxLength: 20, sample: '1/100' }),
    q('sheetSize', 'choice', ['Khổ giấy', 'Sheet'], {
      options: options(...['A0', 'A1', 'A2', 'A3', 'A4'].map((size) => [size, size, size] as const)),
      appearance: 'select',
      sample: 'A3',
    }),
  ],
})

const form: FormDefinition = {
  pages: [
    applicantPage(),
    page('khu-dat', ['Khu đất', 'The plot'], site),
    page('cong-trinh', ['Công trình', 'The building'], works),
    page(
      'thiet-ke',
      ['Đơn vị thiết kế', 'The designer'],
      [
        q('designer.name', 'text', ['Tổ chức hoặc người thiết kế', 'Designer'], { sample: 'Công ty Thiết kế Hồng Hà' }),
        q('designer.certificateNo', 'text', ['Số chứng chỉ', 'Certificate number'], {
          ...optional,
          maxLength: 40,
          sample: 'HNO-00012345',
        }),
        q('expectedStart', 'date', ['Dự kiến khởi công', 'Expected start'], { notBefore: 'today', sample: '1/3/2027' }),
        q('expectedMonths', 'integer', ['Số tháng thi công', 'Months of building'], { min: 1, max: 60, sample: '8' }),
        drawings,
      ],
    ),
    deliveryPage('ELECTRONIC', 'POST'),
    commitmentPage(
      'Tôi cam kết bảo đảm an toàn cho công trình liền kề và làm đúng giấy phép được cấp.',
      'I undertake to keep neighbouring buildings safe and to build as permitted.',
    ),
  ],
}

const large = { accepts: ['pdf'] as ['pdf'], maxFiles: 100, maxMegabytes: 2048, dictionaryCode: 'TP09' }

export const buildingPermit = procedure({
  code: '1.013225',
  slug: 'cap-giay-phep-xay-dung-nha-o',
  name: t(
    'Cấp giấy phép xây dựng mới công trình cấp III, cấp IV và nhà ở riêng lẻ',
    'Building permit for a grade III or IV building or a house',
  ),
  summary: t(
    'Xin phép xây nhà ở riêng lẻ; bản vẽ nộp trực tuyến, mỗi tệp đến 2 GB.',
    'Permission to build a house; drawings are filed online, up to 2 GB a file.',
  ),
  synonyms: {
    vi: ['Xin phép xây nhà', 'Xin giấy phép xây nhà', 'Sửa nhà', 'Giấy phép xây dựng nhà ở', 'Xây nhà', 'GPXD'],
    en: ['Building permit', 'Build a house'],
  },
  serviceField: 'xay-dung',
  audience: ['citizen'],
  lifeEvents: ['nha-o'],
  level: 'FULL',
  online: true,
  handledBy: t('Ủy ban nhân dân cấp xã nơi xây dựng', 'People’s Committee of the commune of the site'),
  routing: { by: 'ward', function: 'communeCommittee', address: 'site.place' },
  documents: [
    declaration('DON', t('Đơn đề nghị cấp giấy phép xây dựng (Mẫu 01)', 'Application (Form 01)')),
    uploaded('DAT', t('Một giấy tờ về quyền sử dụng đất', 'One paper on the right to the land'), {
      dictionaryCode: 'TP03',
    }),
    uploaded('BV_TONG', t('Mặt bằng công trình trên lô đất, sơ đồ vị trí', 'Site plan and location plan'), large),
    uploaded(
      'BV_NHA',
      t('Mặt bằng các tầng, mặt đứng, mặt cắt chính', 'Floor plans, elevations, main sections'),
      large,
    ),
    uploaded(
      'BV_MONG',
      t(
        'Mặt bằng, mặt cắt móng; sơ đồ đấu nối cấp nước, thoát nước, điện',
        'Foundations; water, drainage and power connections',
      ),
      large,
    ),
    signed('CK', t('Cam kết an toàn công trình liền kề', 'Undertaking for neighbouring buildings'), 'PERSON_CERT'),
    uploaded(
      'PCCC',
      t(
        'Kết quả về phòng cháy, chữa cháy và thẩm tra thiết kế (nếu phải có)',
        'Fire safety and design reports (where required)',
      ),
      { ...large, maxMegabytes: 500 },
    ),
    uploaded('VH', t('Ý kiến cơ quan văn hóa (khu di tích)', 'Opinion of the culture agency (heritage areas)')),
  ],
  contactField: contactEmail.id,
  deliveryField: DELIVERY_FIELD,
  cases: [
    oneCase('HOUSE', t('Nhà ở riêng lẻ', 'An individual house'), {
      documents: [...required('DON', 'DAT', 'BV_TONG', 'BV_NHA', 'BV_MONG', 'CK'), ...ifAny('PCCC', 'VH')],
      fees: [
        fixedFee(
          75_000,
          'Mức tham khảo; HĐND cấp tỉnh quy định',
          'R-med',
          t('Mức tham khảo; HĐND cấp tỉnh quy định', 'For reference; set by the provincial council'),
        ),
      ],
      timeLimits: [
        calendarDays(15, 'NĐ 175/2024/NĐ-CP', 'F', { to: '2026-06-30', ground: 'Nghị định 175/2024/NĐ-CP' }),
        workingDays(7, 'NĐ 217/2026/NĐ-CP Điều 54', 'F', {
          from: '2026-07-01',
          ground: 'Nghị định 217/2026/NĐ-CP, Điều 54',
        }),
      ],
    }),
  ],
  steps: steps(
    t('Thẩm định, kiểm tra thực địa, lấy ý kiến (3 ngày làm việc)', 'Appraisal, site check, opinions (3 working days)'),
    t(
      'Cơ quan được hỏi trả lời trong 2 ngày làm việc; im lặng là đồng ý',
      'Consulted agencies answer in 2 working days; silence is consent',
    ),
    t('Duyệt, ký giấy phép và xác nhận bản vẽ', 'The permit is signed, the drawings confirmed'),
  ),
  legalBasis: [
    { title: t('Luật Xây dựng 135/2025/QH15', 'Construction Law 135/2025/QH15'), from: '2026-07-01', confidence: 'F' },
    {
      title: t('Nghị định 217/2026/NĐ-CP, Chương III', 'Decree 217/2026/NĐ-CP, Chapter III'),
      from: '2026-07-01',
      confidence: 'F',
    },
    { title: t('Nghị định 175/2024/NĐ-CP', 'Decree 175/2024/NĐ-CP'), to: '2026-06-30', confidence: 'F' },
  ],
  result: buildingPermitResult,
  refusalGrounds: [
    { code: 'NOT_MENDED', words: t('Không bổ sung đủ trong 2 ngày làm việc', 'Not completed within 2 working days') },
    { code: 'PLANNING', words: t('Không phù hợp quy hoạch', 'Against the plan of the area') },
    ...COMMON_REFUSALS,
  ],
  form,
  source: 'Toàn văn NĐ 217/2026/NĐ-CP Chương III (một kho dữ liệu nghi ngờ hiệu lực)',
  confidence: 'F',
})
