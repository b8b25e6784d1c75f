import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Field } from '@/lib/forms'
import { CLASSES, SMALL_CLASSES } from '../driving-licence/cases'
import { DELIVERY_FIELD } from '../parts/ending'
import { optional, q } from '../parts/question'
import { t } from '../parts/text'

/** What stands on the new card. */
const RESULT_FIELDS: Field[] = [
  q('number', 'licenceNumber', ['Số giấy phép lái xe mới', 'Number of the new licence'], {
    hint: t('12 chữ số.', '12 digits.'),
    sample: '790 123 456 789',
  }),
  q('class', 'choice', ['Hạng', 'Class'], { options: CLASSES, appearance: 'select', sample: 'B' }),
  q('issuedOn', 'date', ['Ngày cấp', 'Issued on'], {
    ...optional,
    hint: t('Bỏ trống: lấy ngày ký quyết định.', 'Blank: the day of the decision.'),
    notBefore: 'today-1M',
    notAfter: 'today+1M',
  }),
  q('isUnlimited', 'yesNo', ['Không thời hạn?', 'Without term?'], {
    showWhen: { field: 'class', in: SMALL_CLASSES },
    sample: 'yes',
  }),
  q('expiresOn', 'date', ['Có giá trị đến', 'Valid until'], {
    notBefore: 'today+1D',
    showWhen: {
      not: {
        all: [
          { field: 'class', in: SMALL_CLASSES },
          { field: 'isUnlimited', eq: true },
        ],
      },
    },
    sample: '25/9/2036',
  }),
]

/** How the decision names the way the licence comes back. */
const ELECTRONIC = 'bản điện tử trên tài khoản định danh'
const DELIVERED = { POST: 'qua bưu chính công ích', DESK: 'tại bộ phận Một cửa', ELECTRONIC }

/** A driving licence. */
export const drivingLicenceResult: ProcedureDefinition['result'] = {
  name: t('Giấy phép lái xe (thẻ PET) và bản điện tử', 'Driving licence (plastic card) and its electronic form'),
  delivery: ['POST', 'DESK', 'ELECTRONIC'],
  template: {
    name: 'drivingLicence',
    slots: {
      holderBirthDate: [{ fact: 'person.dob' }],
      previousNumber: [{ answer: 'licence.number' }, { answer: 'licence.paperNumber' }],
      previousClass: [{ answer: 'licence.class' }],
      previousIssuedOn: [{ answer: 'licence.issueDate' }],
      previousExpiresOn: [{ answer: 'licence.expiryDate' }],
      number: [{ field: 'number' }],
      class: [{ field: 'class' }],
      issuedOn: [{ field: 'issuedOn' }],
      expiresOn: [{ field: 'expiresOn' }],
      delivery: [{ answer: DELIVERY_FIELD, words: DELIVERED }, { text: ELECTRONIC }],
    },
  },
  fields: RESULT_FIELDS,
  fromAnswers: { number: 'licence.number', class: 'licence.class', isUnlimited: 'licence.isUnlimited' },
}
