import type { FormDefinition } from '@/lib/forms'
import { declaration, uploaded } from './parts/documents'
import { commitmentPage, DELIVERY_FIELD, deliveryPage } from './parts/ending'
import { applicantPage, contactEmail } from './parts/person'
import { fixedFee, oneCase, procedure, required, steps } from './parts/procedure'
import { optional, page, q } from './parts/question'
import { COMMON_REFUSALS, workingDays } from './parts/rules'
import { options, t } from './parts/text'
import { healthInsuranceCardResult } from './results/health-insurance-card'

const REASONS = options(
  ['LOST', 'Thẻ bị mất', 'The card is lost'],
  ['DAMAGED', 'Thẻ bị hỏng', 'The card is damaged'],
  ['CHANGE', 'Thông tin thay đổi', 'A detail has changed'],
)
const CHANGED = options(
  ['FULL_NAME', 'Họ tên', 'Name'],
  ['DOB', 'Ngày sinh', 'Birth date'],
  ['FACILITY', 'Nơi đăng ký khám bệnh, chữa bệnh ban đầu', 'Registered health facility'],
  ['BENEFIT', 'Mức hưởng', 'Benefit level'],
  ['OTHER', 'Thông tin khác', 'Something else'],
)
const isChange = { field: 'reason', eq: 'CHANGE' } as const

const form: FormDefinition = {
  pages: [
    page(
      'ly-do',
      ['Lý do', 'Reason'],
      [
        q('reason', 'choice', ['Vì sao bạn cần thẻ mới?', 'Why do you need a new card?'], {
          options: REASONS,
          appearance: 'radio',
          sample: 'LOST',
        }),
      ],
    ),
    applicantPage(),
    page(
      'the',
      ['Thẻ bảo hiểm y tế', 'Health insurance card'],
      [
        q('socialInsuranceNo', 'socialInsuranceNo', ['Mã số bảo hiểm xã hội', 'Social insurance number'], {
          hint: t('10 chữ số, in trên thẻ.', '10 digits, printed on the card.'),
          sample: '0123456789',
        }),
        q('cardNo', 'text', ['Số thẻ bảo hiểm y tế', 'Card number'], {
          ...optional,
          hint: t(
            '15 ký tự trên thẻ cũ; thẻ mới chỉ in mã số.',
            '15 characters on old cards; new ones carry only the number.',
          ),
          maxLength: 15,
          sample: 'GD4010123456789',
        }),
        q(
          'registeredFacilityCode',
          'text',
          ['Mã nơi đăng ký khám bệnh, chữa bệnh ban đầu', 'Code of the registered health facility'],
          { ...optional, maxLength: 10, sample: '01001' },
        ),
      ],
    ),
    page(
      'thay-doi',
      ['Thông tin thay đổi', 'What has changed'],
      [
        q('change.field', 'choice', ['Thông tin nào?', 'Which detail?'], {
          options: CHANGED,
          appearance: 'select',
          sample: 'FACILITY',
        }),
        q('change.old', 'text', ['Nội dung cũ', 'Old'], { sample: 'Bệnh viện A' }),
        q('change.new', 'text', ['Nội dung mới', 'New'], { differsFromField: 'change.old', sample: 'Bệnh viện B' }),
      ],
      { showWhen: isChange },
    ),
    deliveryPage('ELECTRONIC', 'POST', 'DESK'),
    commitmentPage('Tôi cam đoan những điều đã khai là đúng.', 'I declare that my answers are true.'),
  ],
}

const FEES = [fixedFee(0, 'Thực tế của cơ quan bảo hiểm xã hội', 'R-med')]
const LIMITS = [
  workingDays(5, 'Luật Bảo hiểm y tế Điều 18: nhiều nhất 7 ngày làm việc; thực tế không quá 5 ngày', 'R-med', {
    note: t('Trong khi chờ, bạn vẫn được hưởng bảo hiểm y tế.', 'You stay insured while you wait.'),
  }),
]

export const healthInsuranceCard = procedure({
  code: '1.002759',
  slug: 'cap-lai-the-bao-hiem-y-te',
  name: t(
    'Cấp lại, đổi, điều chỉnh thông tin sổ bảo hiểm xã hội, thẻ bảo hiểm y tế',
    'Replace or correct a social insurance book or health insurance card',
  ),
  summary: t(
    'Cấp lại thẻ bảo hiểm y tế bị mất, hỏng, hoặc sửa thông tin trên thẻ.',
    'A new health insurance card when it is lost, damaged or wrong.',
  ),
  synonyms: {
    vi: [
      'Cấp lại thẻ bảo hiểm y tế',
      'Thẻ BHYT',
      'BHYT',
      'BHXH',
      'Bảo hiểm y tế',
      'Bảo hiểm xã hội',
      'Mất thẻ bảo hiểm y tế',
      'Đổi nơi khám chữa bệnh ban đầu',
      'Sổ BHXH',
    ],
    en: ['Health insurance card', 'Lost insurance card'],
  },
  serviceField: 'bao-hiem',
  audience: ['citizen'],
  lifeEvents: ['suc-khoe'],
  level: 'FULL',
  online: true,
  handledBy: t('Bảo hiểm xã hội nơi bạn ở', 'Social insurance office of the place you live in'),
  routing: { by: 'province', function: 'socialInsurance', address: 'person.currentAddress' },
  documents: [
    declaration('TK1', t('Tờ khai TK1-TS', 'Form TK1-TS')),
    uploaded('CM', t('Giấy tờ chứng minh thông tin thay đổi', 'Proof of what has changed')),
  ],
  cases: REASONS.map(({ value, label }) =>
    oneCase(value, label, {
      documents: required('TK1', ...(value === 'CHANGE' ? ['CM'] : [])),
      fees: FEES,
      timeLimits: LIMITS,
    }),
  ),
  caseField: 'reason',
  contactField: contactEmail.id,
  deliveryField: DELIVERY_FIELD,
  steps: steps(
    t('Đối chiếu dữ liệu', 'Comparison with the data'),
    t('In thẻ hoặc cập nhật thẻ điện tử', 'The card is printed or updated'),
  ),
  legalBasis: [{ title: t('Luật Bảo hiểm y tế, Điều 18', 'Health Insurance Law, Article 18'), confidence: 'F' }],
  result: healthInsuranceCardResult,
  refusalGrounds: [
    { code: 'NOT_INSURED', words: t('Không có dữ liệu tham gia bảo hiểm', 'No insurance record is found') },
    ...COMMON_REFUSALS,
  ],
  form,
  source: 'Luật Bảo hiểm y tế Điều 18; thực tế ngành bảo hiểm xã hội',
  confidence: 'F',
})
