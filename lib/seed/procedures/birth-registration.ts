import type { CaseDocument, Fee } from '@/lib/catalogue'
import type { Field, FormDefinition } from '@/lib/forms'
import { declaration, lookedUp, uploaded } from './parts/documents'
import { commitmentPage, DELIVERY_FIELD, deliveryPage } from './parts/ending'
import { applicantPage, contactEmail, relative, SEXES } from './parts/person'
import { COMMUNE, ifAny, oneCase, procedure, required, steps } from './parts/procedure'
import { optional, page, q } from './parts/question'
import { COMMON_REFUSALS, sameDay } from './parts/rules'
import { options, t } from './parts/text'
import { birthResult } from './results/birth'

const CASES = options(
  ['CERTIFICATE', 'Có giấy chứng sinh', 'There is a birth certificate of the hospital'],
  ['WITNESS', 'Không có giấy chứng sinh', 'There is none'],
  ['ABANDONED', 'Trẻ bị bỏ rơi', 'The child was abandoned'],
  ['SURROGACY', 'Sinh do mang thai hộ', 'The child was born by surrogacy'],
)

const child: Field[] = [
  q('child.fullName', 'personName', ['Họ, chữ đệm và tên của trẻ', 'Full name of the child'], {
    hint: t('Bằng tiếng Việt, không quá dài.', 'In Vietnamese, and not too long.'),
    maxLength: 60,
    sample: 'Nguyễn Minh Anh',
  }),
  q('child.sex', 'choice', ['Giới tính', 'Sex'], { options: SEXES, appearance: 'radio', sample: 'female' }),
  q('child.dob', 'date', ['Ngày sinh', 'Date of birth'], {
    notAfter: 'today',
    sample: '1/11/2026',
  }),
  q('child.birthPlace', 'text', ['Nơi sinh', 'Place of birth'], { sample: 'Bệnh viện Phụ sản Hà Nội' }),
  q('child.hometown', 'text', ['Quê quán', 'Native place'], { sample: 'Nam Định' }),
  q('child.ethnicity', 'text', ['Dân tộc', 'Ethnicity'], {
    hint: t('Theo dân tộc của cha hoặc mẹ, do cha mẹ thỏa thuận.', 'The father’s or the mother’s, as they agree.'),
    maxLength: 40,
    sample: 'Kinh',
  }),
  q('child.nationality', 'text', ['Quốc tịch', 'Nationality'], { maxLength: 60, sample: 'Việt Nam' }),
]

function parent(id: string, vi: string, en: string, isOptional: boolean): Field[] {
  const more = isOptional ? optional : {}
  return [
    ...relative(id, vi, en, more),
    q(`${id}.ethnicity`, 'text', [`Dân tộc của ${vi}`, `Ethnicity of the ${en}`], {
      ...more,
      maxLength: 40,
      sample: 'Kinh',
    }),
    q(`${id}.nationality`, 'text', [`Quốc tịch của ${vi}`, `Nationality of the ${en}`], {
      ...more,
      maxLength: 60,
      sample: 'Việt Nam',
    }),
    q(`${id}.residence`, 'address', [`Nơi cư trú của ${vi}`, `Residence of the ${en}`], {
      ...more,
      sample: { provinceCode: '01', wardCode: '00004', detail: '12 phố Đội Cấn' },
    }),
  ]
}

const RELATIONS = options(
  ['FATHER', 'Cha', 'Father'],
  ['MOTHER', 'Mẹ', 'Mother'],
  ['GRANDPARENT', 'Ông, bà', 'Grandparent'],
  ['OTHER', 'Người khác', 'Somebody else'],
)

const form: FormDefinition = {
  pages: [
    page(
      'giay-chung-sinh',
      ['Giấy tờ về việc sinh', 'Proof of the birth'],
      [
        q('birthProof', 'choice', ['Trường hợp của trẻ', 'Which applies to the child?'], {
          options: CASES,
          appearance: 'radio',
          sample: 'CERTIFICATE',
        }),
      ],
    ),
    page('tre', ['Người được khai sinh', 'The child'], child),
    page(
      'chung-sinh',
      ['Giấy chứng sinh', 'The hospital’s certificate'],
      [
        q('certOfBirth.no', 'text', ['Số giấy chứng sinh', 'Number'], { maxLength: 40, sample: '00123/GCS' }),
        q('certOfBirth.facility', 'text', ['Nơi cấp', 'Issued by'], { sample: 'Bệnh viện Phụ sản Hà Nội' }),
        q('certOfBirth.date', 'date', ['Ngày cấp', 'Issued on'], { notAfter: 'today', sample: '2/11/2026' }),
      ],
      { showWhen: { field: 'birthProof', eq: 'CERTIFICATE' } },
    ),
    page('me', ['Người mẹ', 'The mother'], parent('mother', 'mẹ', 'mother', false), {
      showWhen: { not: { field: 'birthProof', eq: 'ABANDONED' } },
    }),
    page('cha', ['Người cha', 'The father'], parent('father', 'cha', 'father', true), {
      hint: t('Bỏ trống nếu chưa xác định được cha.', 'Leave blank where the father is not known.'),
      showWhen: { not: { field: 'birthProof', eq: 'ABANDONED' } },
    }),
    {
      ...applicantPage(
        q('requester.relation', 'choice', ['Quan hệ với trẻ', 'Relation to the child'], {
          options: RELATIONS,
          appearance: 'select',
          sample: 'FATHER',
        }),
        q('copies', 'integer', ['Số bản sao trích lục cần cấp', 'Copies of the extract'], { max: 20, sample: '1' }),
      ),
      title: t('Người yêu cầu', 'Applicant'),
    },
    deliveryPage('DESK', 'POST', 'ELECTRONIC'),
    commitmentPage(
      'Tôi cam đoan nội dung khai sinh là đúng sự thật.',
      'I declare that what I state about the birth is true.',
    ),
  ],
}

const FEE: Fee = {
  code: 'LP_KS',
  name: t('Lệ phí đăng ký khai sinh', 'Charge for registering a birth'),
  kind: 'CHARGE',
  rows: [
    {
      amount: 0,
      when: { field: 'child.dob', dateWithin: { from: 'today-60D', to: 'today' } },
      note: t('Đăng ký đúng hạn: trong 60 ngày kể từ ngày sinh', 'In time: within 60 days of the birth'),
    },
    { amount: null, note: t('Đăng ký quá hạn', 'Registered late') },
  ],
  source: 'Văn bản công bố thủ tục 1.001193',
  confidence: 'F',
}

const TIME = [sameDay('Văn bản công bố thủ tục 1.001193', 'F')]
const COMMON: CaseDocument[] = [
  ...required('TK'),
  {
    code: 'UQ',
    isRequired: true,
    when: { field: 'requester.relation', eq: 'OTHER' },
    note: t('Khi người yêu cầu không phải cha, mẹ.', 'When somebody other than a parent applies.'),
  },
  ...ifAny('KH'),
]
const PROOFS: Readonly<Record<string, string>> = {
  CERTIFICATE: 'GCS',
  WITNESS: 'NLC',
  ABANDONED: 'BB',
  SURROGACY: 'MTH',
}

export const birthRegistration = procedure({
  ...COMMUNE,
  code: '1.001193',
  slug: 'dang-ky-khai-sinh',
  name: t('Đăng ký khai sinh', 'Register a birth'),
  summary: t(
    'Đăng ký khai sinh cho trẻ tại bất kỳ ủy ban nhân dân xã, phường nào trong cả nước.',
    'Register a child’s birth at any commune in the country.',
  ),
  synonyms: {
    vi: ['Làm giấy khai sinh', 'Làm khai sinh', 'Em bé mới sinh', 'Giấy khai sinh', 'Khai sinh cho con'],
    en: ['Birth certificate', 'Birth registration'],
  },
  serviceField: 'ho-tich',
  audience: ['citizen'],
  lifeEvents: ['co-con'],
  level: 'FULL',
  online: true,
  documents: [
    declaration('TK', t('Tờ khai đăng ký khai sinh', 'Birth registration form')),
    lookedUp('GCS', t('Giấy chứng sinh', 'Hospital certificate of birth'), { dictionaryCode: 'TP04' }),
    uploaded(
      'NLC',
      t('Văn bản của người làm chứng hoặc giấy cam đoan về việc sinh', 'Witness statement or affirmation of the birth'),
    ),
    uploaded('BB', t('Biên bản về việc trẻ bị bỏ rơi', 'Record of the abandonment')),
    uploaded('MTH', t('Văn bản xác nhận việc mang thai hộ', 'Confirmation of the surrogacy')),
    uploaded('UQ', t('Văn bản ủy quyền', 'Written authorisation'), { dictionaryCode: 'TP08' }),
    uploaded(
      'KH',
      t(
        'Giấy chứng nhận kết hôn (nếu chưa có trong cơ sở dữ liệu)',
        'Marriage certificate (where not in the database)',
      ),
      { dictionaryCode: 'TP06' },
    ),
  ],
  cases: CASES.map(({ value, label }) =>
    oneCase(value, label, {
      documents: [...COMMON, ...required(PROOFS[value] ?? 'GCS')],
      fees: [FEE],
      timeLimits: TIME,
    }),
  ),
  caseField: 'birthProof',
  contactField: contactEmail.id,
  deliveryField: DELIVERY_FIELD,
  steps: steps(
    t('Kiểm tra, ghi vào hệ thống hộ tịch dùng chung', 'Examination, entry in the civil-status system'),
    t(
      'Lấy số định danh cá nhân từ cơ sở dữ liệu quốc gia về dân cư',
      'The personal number is taken from the population database',
    ),
    t(
      'Gửi bản dự thảo cho người yêu cầu xác nhận (1 ngày, không trả lời là đồng ý)',
      'The draft goes to the applicant (1 day; no answer means agreed)',
    ),
    t('Ký giấy khai sinh', 'Signature'),
  ),
  legalBasis: [
    { title: t('Luật Hộ tịch 2014', 'Civil Status Law 2014'), to: '2027-02-28', confidence: 'F' },
    { title: t('Luật Hộ tịch 03/2026/QH16', 'Civil Status Law 03/2026/QH16'), from: '2027-03-01', confidence: 'F' },
    { title: t('Nghị định 123/2015/NĐ-CP, 87/2020/NĐ-CP', 'Decrees 123/2015 and 87/2020'), confidence: 'F' },
    { title: t('Thông tư 04/2020/TT-BTP', 'Circular 04/2020/TT-BTP'), confidence: 'F' },
  ],
  result: birthResult,
  refusalGrounds: [
    { code: 'ALREADY_REGISTERED', words: t('Trẻ đã được đăng ký khai sinh', 'The birth is already registered') },
    { code: 'NAME_NOT_ALLOWED', words: t('Tên không đúng quy định về đặt tên', 'The name is not allowed') },
    ...COMMON_REFUSALS,
  ],
  form,
  source: 'Toàn văn công bố thủ tục 1.001193',
  confidence: 'F',
})
