import type { Field, Page } from '@/lib/forms'
import { options, t } from './text'

export const SEXES = options(['male', 'Nam', 'Male'], ['female', 'Nữ', 'Female'])

const fullName: Field = {
  id: 'person.fullName',
  kind: 'personName',
  label: t('Họ, chữ đệm và tên', 'Full name'),
  fact: 'person.fullName',
  autocomplete: 'name',
  sample: 'Nguyễn Văn An',
}
const dob: Field = {
  id: 'person.dob',
  kind: 'partialDate',
  label: t('Ngày sinh', 'Date of birth'),
  hint: t('Nếu giấy tờ chỉ có năm, chỉ nhập năm.', 'If your papers give only the year, enter only the year.'),
  notAfter: 'today',
  fact: 'person.dob',
  autocomplete: 'bday',
  sample: '12/5/1990',
}
const sex: Field = {
  id: 'person.sex',
  kind: 'choice',
  label: t('Giới tính', 'Sex'),
  options: SEXES,
  appearance: 'radio',
  fact: 'person.sex',
  sample: 'male',
}
const personalId: Field = {
  id: 'person.personalId',
  kind: 'personalId',
  label: t('Số định danh cá nhân', 'Personal identification number'),
  birthDateField: 'person.dob',
  sexField: 'person.sex',
  fact: 'person.personalId',
  sample: '001090000001',
}
const nationality: Field = {
  id: 'person.nationality',
  kind: 'text',
  label: t('Quốc tịch', 'Nationality'),
  maxLength: 60,
  fact: 'person.nationality',
  autocomplete: 'country-name',
  sample: 'Việt Nam',
}
const currentAddress: Field = {
  id: 'person.currentAddress',
  kind: 'address',
  label: t('Nơi ở hiện nay', 'Current address'),
  fact: 'person.currentAddress',
  sample: { provinceCode: '01', wardCode: '00004', detail: '12 phố Đội Cấn' },
}
const phone: Field = {
  id: 'person.phone',
  kind: 'phone',
  label: t('Số điện thoại', 'Telephone'),
  fact: 'person.phone',
  autocomplete: 'tel',
  sample: '0912 345 678',
}

/** E-mail is never taken for granted: people choose where notices go. */
export const contactEmail: Field = {
  id: 'contact.email',
  kind: 'email',
  label: t('Email nhận thông báo', 'E-mail for notices'),
  required: false,
  autocomplete: 'email',
  sample: 'an@vidu.vn',
}

/** Who applies: what the electronic identity proves, and where to reach them. */
export function applicantPage(...more: readonly Field[]): Page {
  return {
    id: 'nguoi-de-nghi',
    title: t('Người đề nghị', 'Applicant'),
    hint: t(
      'Thông tin có dấu xác thực lấy từ tài khoản định danh; nếu sai, hãy sửa tại cơ quan công an nơi cư trú.',
      'Marked details come from your electronic identity; if one is wrong, have it corrected at your local police.',
    ),
    fields: [fullName, dob, sex, personalId, nationality, currentAddress, phone, contactEmail, ...more],
  }
}

/** Name, birth date and number of somebody else in the form, required or not. */
export function relative(id: string, vi: string, en: string, more: Partial<Field> = {}): Field[] {
  return [
    {
      id: `${id}.fullName`,
      kind: 'personName',
      label: t(`Họ và tên ${vi}`, `Full name of the ${en}`),
      ...more,
      sample: 'Trần Thị Lan',
    },
    {
      id: `${id}.dob`,
      kind: 'partialDate',
      label: t(`Ngày sinh của ${vi}`, `Birth date of the ${en}`),
      notAfter: 'today',
      ...more,
      sample: '1965',
    },
    {
      id: `${id}.personalId`,
      kind: 'personalId',
      label: t(`Số định danh của ${vi}`, `Personal number of the ${en}`),
      birthDateField: `${id}.dob`,
      ...more,
      required: false,
      sample: '001165000004',
    },
  ]
}
