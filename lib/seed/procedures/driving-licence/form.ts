import type { Field, FormDefinition, Page } from '@/lib/forms'
import { commitmentPage, deliveryPage } from '../parts/ending'
import { applicantPage } from '../parts/person'
import { t } from '../parts/text'
import { CASES, CLASSES, NEEDS_HEALTH_CERTIFICATE, SMALL_CLASSES } from './cases'

const casePage: Page = {
  id: 'truong-hop',
  title: t('Lý do đổi', 'Reason for the exchange'),
  fields: [
    {
      id: 'reason',
      kind: 'choice',
      label: t('Vì sao bạn đổi giấy phép lái xe?', 'Why do you exchange the licence?'),
      hint: t(
        'Giấy phép do quân đội, do nước ngoài, hoặc do ngành công an cấp để phục vụ nhiệm vụ được đổi theo thủ tục riêng.',
        'Licences issued by the army, abroad, or by the police for their own duties have procedures of their own.',
      ),
      options: CASES,
      appearance: 'radio',
      sample: 'EXPIRED',
    },
  ],
}

const licenceFields: Field[] = [
  {
    id: 'licence.number',
    kind: 'licenceNumber',
    label: t('Số giấy phép lái xe', 'Licence number'),
    hint: t('12 chữ số ở mặt trước thẻ.', '12 digits on the front of the card.'),
    showWhen: { not: { field: 'reason', eq: 'PAPER_TO_PET' } },
    sample: '790 123 456 789',
  },
  {
    id: 'licence.paperNumber',
    kind: 'text',
    label: t('Số trên giấy phép bằng bìa', 'Number on the paper licence'),
    maxLength: 20,
    showWhen: { field: 'reason', eq: 'PAPER_TO_PET' },
    sample: 'AB 123456',
  },
  {
    id: 'licence.class',
    kind: 'choice',
    label: t('Hạng', 'Class'),
    options: CLASSES,
    appearance: 'select',
    sample: 'B',
  },
  {
    id: 'licence.serial',
    kind: 'text',
    label: t('Số sê-ri', 'Serial number'),
    hint: t('In ở mặt sau thẻ, nếu có.', 'On the back of the card, if there is one.'),
    maxLength: 20,
    required: false,
    sample: 'AR123456',
  },
  {
    id: 'licence.issuePlace',
    kind: 'text',
    label: t('Cơ quan cấp', 'Issued by'),
    maxLength: 120,
    sample: 'Sở Giao thông vận tải Hà Nội',
  },
  {
    id: 'licence.issueDate',
    kind: 'date',
    label: t('Ngày cấp', 'Issue date'),
    notBefore: '1960-01-01',
    notAfter: 'today',
    sample: '15/12/2016',
  },
]

const licencePage: Page = {
  id: 'giay-phep',
  title: t('Giấy phép đang có', 'Your present licence'),
  fields: licenceFields,
}

const termPage: Page = {
  id: 'thoi-han',
  title: t('Thời hạn và hạng', 'Term and class'),
  fields: [
    {
      id: 'licence.isUnlimited',
      kind: 'yesNo',
      label: t('Giấy phép ghi “Không thời hạn”?', 'Does the licence say “no expiry”?'),
      showWhen: { field: 'licence.class', in: SMALL_CLASSES },
      sample: 'yes',
    },
    {
      id: 'licence.expiryDate',
      kind: 'date',
      label: t('Có giá trị đến ngày', 'Valid until'),
      notBefore: '1990-01-01',
      notBeforeField: 'licence.issueDate',
      showWhen: { not: { field: 'licence.class', in: SMALL_CLASSES } },
      sample: '15/12/2026',
    },
    {
      id: 'licence.wantedClass',
      kind: 'choice',
      label: t('Đổi xuống hạng', 'Lower class wanted'),
      options: CLASSES,
      appearance: 'select',
      showWhen: { field: 'reason', eq: 'CLASS_DOWNGRADE' },
      sample: 'B',
    },
    {
      id: 'change',
      kind: 'multiline',
      label: t('Thông tin nào thay đổi hoặc sai?', 'What has changed or is wrong?'),
      hint: t('Ghi thông tin cũ và thông tin đúng.', 'Give the old and the right detail.'),
      maxLength: 1000,
      showWhen: { field: 'reason', eq: 'INFO_CHANGED' },
      sample: 'Ngày sinh trên giấy phép là 15/12/1990, đúng là 12/5/1990.',
    },
  ],
}

const historyPage: Page = {
  id: 'qua-trinh',
  title: t('Quá trình lái xe', 'Driving record'),
  hint: t('Không bắt buộc; bỏ qua mục bạn không nhớ.', 'Optional; leave out what you do not remember.'),
  fields: [
    {
      id: 'licence.passedDate',
      kind: 'date',
      label: t('Ngày trúng tuyển', 'Date passed'),
      notAfter: 'today',
      required: false,
      sample: '1/12/2016',
    },
    {
      id: 'licence.trainedAt',
      kind: 'text',
      label: t('Cơ sở đào tạo', 'Driving school'),
      required: false,
      sample: 'Trường dạy lái xe Sông Hồng',
    },
    {
      id: 'licence.trainedYear',
      kind: 'integer',
      label: t('Năm đào tạo', 'Year of training'),
      min: 1950,
      max: 2100,
      required: false,
      sample: '2016',
    },
    {
      id: 'drivingYears',
      kind: 'integer',
      label: t('Số năm lái xe', 'Years of driving'),
      max: 80,
      required: false,
      sample: '9',
    },
    {
      id: 'safeKm',
      kind: 'integer',
      label: t('Số km lái xe an toàn', 'Kilometres driven safely'),
      max: 5_000_000,
      unit: t('km', 'km'),
      required: false,
      sample: '60.000',
    },
    {
      id: 'purpose',
      kind: 'text',
      label: t('Mục đích đổi', 'Purpose of the exchange'),
      required: false,
      sample: 'Tiếp tục lái xe gia đình',
    },
  ],
}

const healthPage: Page = {
  id: 'suc-khoe',
  title: t('Giấy khám sức khỏe', 'Health certificate'),
  hint: t(
    'Giấy còn giá trị trong 12 tháng kể từ ngày khám.',
    'A certificate is valid for 12 months from the examination.',
  ),
  showWhen: NEEDS_HEALTH_CERTIFICATE,
  fields: [
    {
      id: 'healthCert.number',
      kind: 'text',
      label: t('Số giấy khám', 'Certificate number'),
      maxLength: 40,
      sample: '1234/GKSK-2026',
    },
    {
      id: 'healthCert.facility',
      kind: 'text',
      label: t('Cơ sở khám', 'Health facility'),
      sample: 'Bệnh viện Giao thông vận tải',
    },
    {
      id: 'healthCert.date',
      kind: 'date',
      label: t('Ngày khám', 'Date of the examination'),
      notBefore: 'today-12M',
      notAfter: 'today',
      sample: '1/10/2026',
    },
  ],
}

export const form: FormDefinition = {
  pages: [
    casePage,
    applicantPage(),
    licencePage,
    termPage,
    historyPage,
    healthPage,
    deliveryPage('POST', 'DESK', 'ELECTRONIC'),
    commitmentPage(
      'Tôi cam kết thông tin đã khai là đúng, giấy phép không đang bị tạm giữ hay tước, và tôi đã thực hiện xong yêu cầu giải quyết vi phạm giao thông (nếu có).',
      'I declare that my answers are true, that the licence is neither held nor revoked, and that I have settled any traffic violation.',
    ),
  ],
}
