import type { Fee } from '@/lib/catalogue'
import type { Field, FormDefinition } from '@/lib/forms'
import { declaration, lookedUp, uploaded } from './parts/documents'
import { commitmentPage, DELIVERY_FIELD, deliveryPage } from './parts/ending'
import { applicantPage, contactEmail, relative } from './parts/person'
import { oneCase, PROVINCIAL_POLICE, procedure, required, steps } from './parts/procedure'
import { optional, page, q } from './parts/question'
import { COMMON_REFUSALS, calendarDays, workingDays } from './parts/rules'
import { options, t } from './parts/text'
import { judicialRecordResult, RECORD_TYPES } from './results/judicial-record'

const GROUPS = options(
  ['ORDINARY', 'Không thuộc diện giảm, miễn', 'Neither reduced nor free'],
  ['REDUCED', 'Sinh viên, người có công, thân nhân liệt sĩ', 'Student, person of merit, relative of a martyr'],
  [
    'FREE',
    'Trẻ em, người cao tuổi, người khuyết tật, hộ nghèo, xã đặc biệt khó khăn',
    'Child, elderly, disabled, poor household, specially difficult commune',
  ],
)

const EXTRA = { field: 'copies', above: 2, amount: 5_000, unit: t('phiếu', 'certificate') }
const FEE: Fee = {
  code: 'PHI_LLTP',
  name: t('Phí cung cấp thông tin lý lịch tư pháp', 'Fee for judicial record information'),
  kind: 'FEE',
  rows: [
    { amount: 0, when: { field: 'feeGroup', eq: 'FREE' }, note: t('Người được miễn', 'Those exempt') },
    {
      amount: 100_000,
      when: { field: 'feeGroup', eq: 'REDUCED' },
      plus: EXTRA,
      note: t('Người được giảm', 'Those with a reduction'),
    },
    { amount: 200_000, plus: EXTRA },
  ],
  source: 'TT 244/2016/TT-BTC',
  confidence: 'F',
}

const LIMITS = [
  calendarDays(10, 'Luật Lý lịch tư pháp 2009', 'F', {
    ground: 'Luật Lý lịch tư pháp 2009',
    to: '2026-06-30',
    note: t('Tối đa 15 ngày khi cư trú nhiều nơi hoặc ở nước ngoài', 'Up to 15 days for many residences or abroad'),
  }),
  workingDays(5, 'Thời hạn sau Luật 107/2025/QH15 chưa tìm thấy', 'R-low', { from: '2026-07-01' }),
]

const purpose: Field[] = [
  q('certificateType', 'choice', ['Bạn cần loại phiếu nào?', 'Which certificate do you need?'], {
    hint: t('Không ai được buộc cá nhân nộp Phiếu số 2.', 'Nobody may demand Certificate No. 2 from you.'),
    options: RECORD_TYPES,
    appearance: 'radio',
    sample: 'TYPE_1',
  }),
  q('purpose', 'text', ['Mục đích sử dụng', 'Purpose'], { sample: 'Bổ sung hồ sơ xin việc' }),
  q('copies', 'integer', ['Số lượng Phiếu', 'Copies'], { min: 1, max: 10, sample: '1' }),
  q(
    'confirmManagementBan',
    'yesNo',
    [
      'Xác nhận cả việc cấm đảm nhiệm chức vụ, thành lập doanh nghiệp?',
      'Confirm bans on holding office or founding companies too?',
    ],
    {
      showWhen: { field: 'certificateType', eq: 'TYPE_1' },
      sample: 'no',
    },
  ),
  q('feeGroup', 'choice', ['Đối tượng nộp phí', 'Fee group'], {
    options: GROUPS,
    appearance: 'radio',
    sample: 'ORDINARY',
  }),
]

const residence = q('residenceHistory', 'group', ['Nơi cư trú từ khi đủ 14 tuổi', 'Residences since the age of 14'], {
  hint: t('Khai liên tục, không để trống quá một tháng.', 'Without gaps of more than a month.'),
  rowLabel: t('nơi cư trú', 'residence'),
  min: 1,
  max: 30,
  fields: [
    q('from', 'partialDate', ['Từ', 'From'], { notAfter: 'today', sample: '5/2004' }),
    q('to', 'partialDate', ['Đến', 'Until'], {
      ...optional,
      hint: t('Bỏ trống nếu bạn đang ở đó.', 'Leave blank if you still live there.'),
      notAfter: 'today',
      notBeforeField: '.from',
    }),
    q('place', 'text', ['Nơi cư trú', 'Place'], { sample: '12 phố Đội Cấn, phường Ba Đình, Hà Nội' }),
    q('job', 'text', ['Nghề nghiệp', 'Occupation'], { ...optional, sample: 'Kỹ sư' }),
    q('workplace', 'text', ['Nơi làm việc', 'Workplace'], { ...optional, sample: 'Công ty Sông Hồng' }),
  ],
})

const form: FormDefinition = {
  pages: [
    page('yeu-cau', ['Yêu cầu cấp phiếu', 'What you ask for'], purpose),
    applicantPage(q('otherName', 'personName', ['Tên gọi khác', 'Other name'], optional)),
    page(
      'than-nhan',
      ['Cha, mẹ, vợ hoặc chồng', 'Parents and spouse'],
      [
        ...relative('father', 'cha', 'father', optional),
        ...relative('mother', 'mẹ', 'mother', optional),
        ...relative('spouse', 'vợ hoặc chồng', 'spouse', optional),
      ],
    ),
    page('noi-cu-tru', ['Quá trình cư trú', 'Residence history'], [residence]),
    page(
      'an-tich',
      ['Án tích', 'Convictions'],
      [
        q('hasConviction', 'yesNo', ['Bạn đã từng bị kết án?', 'Have you ever been convicted?'], { sample: 'no' }),
        q('convictionDeclaration', 'multiline', ['Tội danh, bản án, hình phạt', 'Offence, judgment, penalty'], {
          showWhen: { field: 'hasConviction', eq: true },
          sample: 'Bản án số 12/2010/HSST, đã chấp hành xong năm 2011.',
        }),
      ],
    ),
    page(
      'uy-quyen',
      ['Ủy quyền', 'Authorisation'],
      [
        q(
          'isAuthorised',
          'yesNo',
          ['Bạn nộp thay người khác theo ủy quyền?', 'Do you file for somebody who authorised you?'],
          { sample: 'no' },
        ),
        ...relative('authorisation', 'người ủy quyền', 'person who authorises', {
          showWhen: { field: 'isAuthorised', eq: true },
        }),
      ],
      { showWhen: { field: 'certificateType', eq: 'TYPE_1' } },
    ),
    deliveryPage('ELECTRONIC', 'POST', 'DESK'),
    commitmentPage('Tôi cam đoan những điều đã khai là đúng.', 'I declare that my answers are true.'),
  ],
}

const DOCUMENTS = [
  ...required('TK', 'CCCD'),
  { code: 'GIAM', isRequired: true, when: { field: 'feeGroup', in: ['REDUCED', 'FREE'] } },
]
const AUTHORISATION = {
  code: 'UQ',
  isRequired: true,
  when: { field: 'isAuthorised', eq: true },
  note: t('Không cần khi người nộp là cha, mẹ, vợ, chồng, con.', 'Not for parents, spouse or children.'),
}
const common = { fees: [FEE], timeLimits: LIMITS }

export const judicialRecord = procedure({
  ...PROVINCIAL_POLICE,
  handledBy: t(
    'Công an cấp tỉnh nơi bạn ở; Cục Hồ sơ nghiệp vụ, Bộ Công an',
    'Provincial police; Department of Police Records',
  ),
  code: '3.000333',
  slug: 'cap-phieu-ly-lich-tu-phap',
  name: t('Cấp Phiếu lý lịch tư pháp', 'Judicial record certificate'),
  summary: t(
    'Xác nhận bạn có hay không có án tích, cho người từ đủ 16 tuổi.',
    'States whether you have a criminal record; for people from 16.',
  ),
  synonyms: {
    vi: [
      'Lý lịch tư pháp số 1',
      'Lý lịch tư pháp số 2',
      'Giấy xác nhận không tiền án',
      'LLTP',
      'Phiếu lý lịch',
      'Xác nhận tiền án tiền sự',
      'Giấy xác nhận hạnh kiểm',
    ],
    en: ['Criminal record check', 'Police clearance certificate'],
  },
  serviceField: 'ly-lich-tu-phap',
  audience: ['citizen'],
  lifeEvents: ['viec-lam', 'cu-tru-giay-to'],
  level: 'FULL',
  online: true,
  documents: [
    declaration('TK', t('Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp', 'Application form')),
    lookedUp('CCCD', t('Căn cước', 'Identity card'), { dictionaryCode: 'TP01' }),
    uploaded('GIAM', t('Giấy tờ chứng minh được giảm hoặc miễn phí', 'Proof of the reduction or exemption')),
    uploaded('UQ', t('Văn bản ủy quyền', 'Written authorisation'), { dictionaryCode: 'TP08' }),
  ],
  cases: [
    oneCase('TYPE_1', t('Phiếu số 1', 'Certificate No. 1'), { ...common, documents: [...DOCUMENTS, AUTHORISATION] }),
    oneCase('TYPE_2', t('Phiếu số 2', 'Certificate No. 2'), {
      ...common,
      documents: DOCUMENTS,
      hint: t('Không được ủy quyền cho người khác nộp thay.', 'Nobody else may apply for you.'),
    }),
  ],
  caseField: 'certificateType',
  contactField: contactEmail.id,
  deliveryField: DELIVERY_FIELD,
  conditions: [
    {
      code: 'AGE_16',
      words: t('Người yêu cầu từ đủ 16 tuổi.', 'The applicant is 16 or older.'),
      source: 'Luật 107/2025/QH15',
    },
  ],
  steps: steps(
    t('Tra cứu cơ sở dữ liệu', 'Search of the databases'),
    t('Xác minh với tòa án, công an nơi khác khi cần', 'Verification with courts and other police where needed'),
    t('Duyệt, ký phiếu', 'Approval and signature'),
  ),
  legalBasis: [
    { title: t('Luật Lý lịch tư pháp 2009', 'Judicial Records Law 2009'), confidence: 'F' },
    {
      title: t(
        'Luật 107/2025/QH15 sửa đổi Luật Lý lịch tư pháp',
        'Law 107/2025/QH15 amending the Judicial Records Law',
      ),
      from: '2026-07-01',
      confidence: 'F',
    },
    { title: t('Thông tư 244/2016/TT-BTC', 'Circular 244/2016/TT-BTC'), confidence: 'F' },
  ],
  result: judicialRecordResult,
  refusalGrounds: [
    { code: 'NO_AUTHORISATION', words: t('Không có ủy quyền hợp lệ', 'No valid authorisation') },
    { code: 'UNDER_16', words: t('Người yêu cầu chưa đủ 16 tuổi', 'The applicant is under 16') },
    ...COMMON_REFUSALS,
  ],
  form,
  source: 'Luật 107/2025/QH15 (tin 5/12/2025); TT 244/2016/TT-BTC; hệ thống mã nguồn mở cấp tỉnh',
  confidence: 'F',
})
