import { FACTS, type FactPath, type Facts, type Field } from '@/lib/forms'
import type { Text } from '@/lib/i18n'

const LABELS = {
  'organisation.name': { vi: 'Tên tổ chức', en: 'Organisation' },
  'organisation.taxCode': { vi: 'Mã số doanh nghiệp', en: 'Enterprise number' },
  'organisation.address': { vi: 'Trụ sở', en: 'Registered office' },
  'organisation.representative': { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' },
  'person.fullName': { vi: 'Họ và tên', en: 'Full name' },
  'person.dob': { vi: 'Ngày sinh', en: 'Date of birth' },
  'person.sex': { vi: 'Giới tính', en: 'Sex' },
  'person.personalId': { vi: 'Số định danh cá nhân', en: 'Personal id number' },
  'person.issueDate': { vi: 'Ngày cấp thẻ căn cước', en: 'Identity card issued on' },
  'person.issuePlace': { vi: 'Nơi cấp', en: 'Issued by' },
  'person.ethnicity': { vi: 'Dân tộc', en: 'Ethnicity' },
  'person.nationality': { vi: 'Quốc tịch', en: 'Nationality' },
  'person.permanentAddress': { vi: 'Nơi thường trú', en: 'Permanent address' },
  'person.currentAddress': { vi: 'Nơi ở hiện nay', en: 'Current address' },
  'person.phone': { vi: 'Số điện thoại', en: 'Telephone' },
  'person.email': { vi: 'Thư điện tử', en: 'Email' },
} as const satisfies Record<FactPath, Text>

const SEX = [
  { value: 'male', label: { vi: 'Nam', en: 'Male' } },
  { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
]

const field = (path: FactPath): Field => ({
  id: path,
  kind: FACTS[path],
  label: LABELS[path],
  ...(path === 'person.sex' ? { options: SEX } : {}),
})

/** Each verified fact as a field of a form shows it, in the order people read them. */
export const FACT_FIELDS: readonly Field[] = [
  ...Object.keys(LABELS).flatMap((path) => (isFactPath(path) ? [field(path)] : [])),
]

function isFactPath(path: string): path is FactPath {
  return Object.hasOwn(FACTS, path)
}

/** What is known of an organisation, without the person who signs in for it. */
export function organisationFacts(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([path]) => path.startsWith('organisation.')))
}
