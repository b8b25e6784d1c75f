import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Field } from '@/lib/forms'
import { SEXES } from '../parts/person'
import { optional, q } from '../parts/question'
import { t } from '../parts/text'

/** What is entered in the register, and so in the certificate. */
const RESULT_FIELDS: Field[] = [
  q('fullName', 'personName', ['Họ, chữ đệm và tên', 'Full name'], { maxLength: 60, sample: 'Nguyễn Minh Anh' }),
  q('sex', 'choice', ['Giới tính', 'Sex'], { options: SEXES, appearance: 'radio', sample: 'female' }),
  q('dob', 'date', ['Ngày sinh', 'Date of birth'], { notAfter: 'today', sample: '1/11/2026' }),
  q('personalNumber', 'personalId', ['Số định danh cá nhân', 'Personal number'], {
    hint: t('Lấy từ cơ sở dữ liệu quốc gia về dân cư.', 'From the population database.'),
    birthDateField: 'dob',
    sexField: 'sex',
    sample: '001326000017',
  }),
  q('birthPlace', 'text', ['Nơi sinh', 'Place of birth'], { sample: 'Bệnh viện Phụ sản Hà Nội' }),
  q('hometown', 'text', ['Quê quán', 'Native place'], { sample: 'Nam Định' }),
  q('ethnicity', 'text', ['Dân tộc', 'Ethnicity'], { maxLength: 40, sample: 'Kinh' }),
  q('nationality', 'text', ['Quốc tịch', 'Nationality'], { maxLength: 60, sample: 'Việt Nam' }),
  q('motherName', 'personName', ['Họ và tên mẹ', 'Mother’s name'], { ...optional, sample: 'Trần Thị Lan' }),
  q('fatherName', 'personName', ['Họ và tên cha', 'Father’s name'], { ...optional, sample: 'Nguyễn Văn An' }),
]

/** A birth certificate. */
export const birthResult: ProcedureDefinition['result'] = {
  name: t('Giấy khai sinh, bản giấy và bản điện tử', 'Birth certificate, on paper and electronic'),
  delivery: ['DESK', 'POST', 'ELECTRONIC'],
  decides: 'Đăng ký khai sinh cho {fullName}, sinh ngày {dob}, theo yêu cầu của {applicant}.',
  fields: RESULT_FIELDS,
  fromAnswers: {
    fullName: 'child.fullName',
    sex: 'child.sex',
    dob: 'child.dob',
    birthPlace: 'child.birthPlace',
    hometown: 'child.hometown',
    ethnicity: 'child.ethnicity',
    nationality: 'child.nationality',
    motherName: 'mother.fullName',
    fatherName: 'father.fullName',
  },
}
