import type { ProcedureDefinition } from '@/lib/catalogue'
import { q } from '../parts/question'
import { t } from '../parts/text'

/** A health insurance card. */
export const healthInsuranceCardResult: ProcedureDefinition['result'] = {
  name: t('Thẻ bảo hiểm y tế', 'Health insurance card'),
  delivery: ['ELECTRONIC', 'POST', 'DESK'],
  decides: 'Cấp thẻ bảo hiểm y tế cho {holder}, mã số {number}.',
  fields: [
    q('holder', 'personName', ['Họ và tên', 'Full name'], { sample: 'Nguyễn Văn An' }),
    q('number', 'socialInsuranceNo', ['Mã số bảo hiểm xã hội in trên thẻ', 'Number on the card'], {
      hint: t('10 chữ số.', '10 digits.'),
      sample: '0123456789',
    }),
    q('facility', 'text', ['Nơi đăng ký khám bệnh, chữa bệnh ban đầu', 'Registered health facility'], {
      sample: '01001 – Bệnh viện Hữu nghị',
    }),
    q('validFrom', 'date', ['Giá trị sử dụng từ ngày', 'Valid from'], {
      notBefore: 'today-12M',
      notAfter: 'today+12M',
      sample: '1/12/2026',
    }),
  ],
  fromAnswers: { holder: 'person.fullName', number: 'socialInsuranceNo', facility: 'registeredFacilityCode' },
}
