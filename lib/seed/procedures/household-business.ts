import type { FormDefinition } from '@/lib/forms'
import { declaration, uploaded } from './parts/documents'
import { commitmentPage, DELIVERY_FIELD, deliveryPage } from './parts/ending'
import { applicantPage, contactEmail, relative } from './parts/person'
import { COMMUNE, councilFee, ifAny, oneCase, procedure, required, steps } from './parts/procedure'
import { optional, page, q } from './parts/question'
import { COMMON_REFUSALS, workingDays } from './parts/rules'
import { options, t } from './parts/text'
import { householdBusinessResult, NOT_IN_NAMES } from './results/household-business'

const OWNERS = options(
  ['INDIVIDUAL', 'Một cá nhân', 'One person'],
  ['MEMBERS', 'Các thành viên hộ gia đình', 'Members of a household'],
)

const members = q('members', 'group', ['Thành viên góp vốn', 'Members'], {
  rowLabel: t('thành viên', 'member'),
  min: 1,
  max: 20,
  fields: [
    q('fullName', 'personName', ['Họ và tên', 'Full name'], { sample: 'Trần Thị Bình' }),
    q('personalId', 'personalId', ['Số định danh', 'Personal number'], { sample: '001192000002' }),
    q('capital', 'money', ['Vốn góp', 'Capital'], { min: 1, sample: '50.000.000' }),
  ],
})

const industries = q('industries', 'group', ['Ngành nghề', 'Lines of business'], {
  rowLabel: t('ngành', 'line'),
  min: 1,
  max: 50,
  fields: [
    q('vsicCode', 'industryCode', ['Mã ngành cấp bốn', 'Four-digit industry code'], { sample: '4711' }),
    q('name', 'text', ['Tên ngành', 'Name'], { sample: 'Bán lẻ tổng hợp' }),
    q('main', 'yesNo', ['Ngành chính?', 'The main one?'], { sample: 'yes' }),
  ],
})

const form: FormDefinition = {
  pages: [
    page(
      'chu-ho',
      ['Loại chủ hộ', 'Kind of owner'],
      [
        q('ownerType', 'choice', ['Ai thành lập hộ kinh doanh?', 'Who founds the business?'], {
          options: OWNERS,
          appearance: 'radio',
          sample: 'INDIVIDUAL',
        }),
      ],
    ),
    applicantPage(),
    page(
      'ten-tru-so',
      ['Tên và trụ sở', 'Name and seat'],
      [
        q('name', 'text', ['Tên riêng', 'Own name'], {
          hint: t(
            'Sẽ đứng sau cụm từ “Hộ kinh doanh”. Không dùng “công ty”, “doanh nghiệp”; không trùng tên trong cùng địa bàn.',
            'It follows “Hộ kinh doanh”. Not “công ty” or “doanh nghiệp”; unique in the area.',
          ),
          maxLength: 100,
          withoutWords: NOT_IN_NAMES,
          sample: 'Sao Mai',
        }),
        q('headquarters', 'address', ['Trụ sở', 'Seat'], {
          sample: { provinceCode: '01', wardCode: '00004', detail: '20 phố Đội Cấn' },
        }),
        q('otherLocations', 'group', ['Địa điểm kinh doanh khác', 'Other places of business'], {
          rowLabel: t('địa điểm', 'place'),
          required: false,
          max: 20,
          fields: [
            q('place', 'address', ['Địa chỉ', 'Address'], {
              sample: { provinceCode: '01', wardCode: '00004', detail: '22 phố Đội Cấn' },
            }),
          ],
        }),
      ],
    ),
    page('nganh-nghe', ['Ngành nghề kinh doanh', 'Lines of business'], [industries]),
    page(
      'von-lao-dong',
      ['Vốn và lao động', 'Capital and workers'],
      [
        q('capital', 'money', ['Vốn kinh doanh', 'Capital'], { min: 1, sample: '100.000.000' }),
        q('workers', 'integer', ['Số lao động', 'Workers'], { max: 1000, sample: '2' }),
        q('startDate', 'date', ['Ngày bắt đầu hoạt động', 'First day of business'], {
          ...optional,
          sample: '1/1/2027',
        }),
      ],
    ),
    page('thanh-vien', ['Thành viên hộ gia đình', 'Members'], [members], {
      showWhen: { field: 'ownerType', eq: 'MEMBERS' },
    }),
    page('lien-he', ['Người liên hệ', 'Contact'], relative('contact', 'người liên hệ', 'contact', optional)),
    deliveryPage('ELECTRONIC', 'DESK', 'POST'),
    commitmentPage(
      'Tôi cam kết nội dung đăng ký là trung thực, chính xác.',
      'I declare that the registration is true and exact.',
    ),
  ],
}

const FEE = councilFee(
  'HĐND cấp tỉnh',
  t('Thường 100.000 đồng; nhiều nơi miễn khi nộp trực tuyến', 'Often 100,000 VND; free online in many places'),
)
const TIME = [workingDays(3, 'NĐ 168/2025/NĐ-CP', 'F', { ground: 'Nghị định 168/2025/NĐ-CP' })]
const CONDITIONAL = {
  code: 'CC',
  isRequired: false,
  note: t('Với ngành nghề có điều kiện.', 'For conditional trades.'),
}

export const householdBusiness = procedure({
  ...COMMUNE,
  handledBy: t(
    'Ủy ban nhân dân cấp xã nơi đặt trụ sở (Phòng Kinh tế)',
    'People’s Committee of the commune of the seat',
  ),
  routing: { by: 'ward', function: 'communeCommittee', address: 'headquarters' },
  code: '1.001612',
  slug: 'dang-ky-thanh-lap-ho-kinh-doanh',
  name: t('Đăng ký thành lập hộ kinh doanh', 'Register a household business'),
  summary: t(
    'Đăng ký hộ kinh doanh; mã số hộ kinh doanh đồng thời là mã số thuế.',
    'Register a household business; its code is also its tax code.',
  ),
  synonyms: {
    vi: [
      'Mở hộ kinh doanh',
      'Giấy phép kinh doanh hộ cá thể',
      'Đăng ký kinh doanh cá thể',
      'Mở cửa hàng',
      'Mở quán',
      'Mở quán ăn',
      'Mở quán phở',
      'Mở quán cà phê',
      'Mở tiệm',
      'Mở tạp hóa',
      'Đăng ký buôn bán',
      'HKD',
      'ĐKKD',
    ],
    en: ['Start a small business', 'Household business registration'],
  },
  serviceField: 'ho-kinh-doanh',
  audience: ['citizen', 'business'],
  lifeEvents: ['khoi-su-kinh-doanh'],
  level: 'FULL',
  online: true,
  documents: [
    declaration('DN', t('Giấy đề nghị đăng ký hộ kinh doanh', 'Application to register')),
    uploaded('BB', t('Biên bản họp thành viên hộ gia đình', 'Minutes of the members’ meeting')),
    uploaded('UQ', t('Văn bản ủy quyền làm chủ hộ kinh doanh', 'Authorisation of the head'), {
      dictionaryCode: 'TP08',
    }),
    uploaded('CC', t('Chứng chỉ, điều kiện của ngành nghề', 'Certificate of the trade')),
  ],
  cases: [
    oneCase('INDIVIDUAL', t('Do một cá nhân thành lập', 'Founded by one person'), {
      documents: [...required('DN'), CONDITIONAL],
      fees: [FEE],
      timeLimits: TIME,
    }),
    oneCase('MEMBERS', t('Do các thành viên hộ gia đình thành lập', 'Founded by members of a household'), {
      documents: [...required('DN', 'BB', 'UQ'), ...ifAny('CC')],
      fees: [FEE],
      timeLimits: TIME,
    }),
  ],
  caseField: 'ownerType',
  contactField: contactEmail.id,
  deliveryField: DELIVERY_FIELD,
  conditions: [
    {
      code: 'NAME',
      words: t(
        'Tên riêng không trùng trong địa bàn, không có “công ty”, “doanh nghiệp”.',
        'The name is unique in the area, without “công ty” or “doanh nghiệp”.',
      ),
    },
  ],
  steps: steps(
    t(
      'Xem xét; nếu chưa hợp lệ, một thông báo ghi đủ mọi lỗi',
      'Examination; one notice with every error if there is any',
    ),
    t('Trao đổi dữ liệu với cơ quan thuế để lấy mã số', 'The code is exchanged with the tax authority'),
    t('Cấp giấy chứng nhận', 'The certificate is issued'),
  ),
  legalBasis: [
    { title: t('Nghị định 168/2025/NĐ-CP', 'Decree 168/2025/NĐ-CP'), confidence: 'F' },
    { title: t('Thông tư 68/2025/TT-BTC', 'Circular 68/2025/TT-BTC'), confidence: 'F' },
  ],
  result: householdBusinessResult,
  refusalGrounds: [
    { code: 'NAME_TAKEN', words: t('Tên trùng trong cùng địa bàn', 'The name is taken in the area') },
    {
      code: 'OWNER_EXCLUDED',
      words: t(
        'Người thành lập không được quyền thành lập hộ kinh doanh',
        'The founder may not found a household business',
      ),
    },
    ...COMMON_REFUSALS,
  ],
  form,
  source: 'NĐ 168/2025/NĐ-CP, TT 68/2025/TT-BTC (số hiệu); trang đăng ký hộ kinh doanh',
  confidence: 'F',
})
