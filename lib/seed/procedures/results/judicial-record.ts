import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Field } from '@/lib/forms'
import { q } from '../parts/question'
import { options, t } from '../parts/text'

export const RECORD_TYPES = options(
  ['TYPE_1', 'Phiếu số 1', 'Certificate No. 1'],
  [
    'TYPE_2',
    'Phiếu số 2 (chỉ để bạn biết lý lịch của mình)',
    'Certificate No. 2 (only for you to know your own record)',
  ],
)

/** What the certificate states. */
const RESULT_FIELDS: Field[] = [
  q('type', 'choice', ['Loại phiếu', 'Kind of certificate'], {
    options: RECORD_TYPES,
    appearance: 'select',
    sample: 'TYPE_1',
  }),
  q('holder', 'personName', ['Cấp cho', 'Issued to'], { sample: 'Nguyễn Văn An' }),
  q('record', 'choice', ['Tình trạng án tích', 'Convictions'], {
    options: options(['NONE', 'Không có án tích', 'No convictions'], ['SOME', 'Có án tích', 'Convictions']),
    appearance: 'radio',
    sample: 'NONE',
  }),
  q('convictions', 'multiline', ['Tội danh, bản án, hình phạt', 'Offence, judgment, penalty'], {
    showWhen: { field: 'record', eq: 'SOME' },
    sample: 'Bản án số 12/2010/HSST, đã chấp hành xong năm 2011.',
  }),
  q(
    'ban',
    'choice',
    ['Cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp', 'Ban on holding office or founding companies'],
    {
      options: options(['NONE', 'Không bị cấm', 'No ban'], ['BANNED', 'Bị cấm', 'Banned']),
      appearance: 'radio',
      showWhen: { field: 'confirmManagementBan', eq: true },
      sample: 'NONE',
    },
  ),
  q('banDetail', 'multiline', ['Nội dung bị cấm', 'What is banned'], {
    showWhen: { field: 'ban', eq: 'BANNED' },
    sample: 'Cấm đảm nhiệm chức vụ quản lý đến hết năm 2028.',
  }),
]

/** A judicial record certificate. */
export const judicialRecordResult: ProcedureDefinition['result'] = {
  name: t('Phiếu lý lịch tư pháp', 'Judicial record certificate'),
  delivery: ['ELECTRONIC', 'POST', 'DESK'],
  decides: 'Cấp Phiếu lý lịch tư pháp cho {person.fullName}, sinh ngày {person.dob}.',
  fields: RESULT_FIELDS,
  fromAnswers: { type: 'certificateType', holder: 'person.fullName' },
}
