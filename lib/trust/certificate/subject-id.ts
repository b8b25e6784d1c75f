import { attributeValues } from './name'
import type { Name } from './name'

/** What Vietnamese certification authorities write into `UID` of a subject: an organisation's tax code or a person's number. */
export type SubjectId = { readonly kind: 'taxCode' | 'personalId'; readonly value: string }

const UID = '0.9.2342.19200300.100.1.1'
const TAX_CODE = /^MST:\s*(\d{10}(?:-?\d{3})?|\d{12})$/i
const PERSONAL_ID = /^(?:CCCD|CMND|CMT):\s*(\d{9}|\d{12})$/i

function subjectId(value: string): SubjectId | undefined {
  const tax = TAX_CODE.exec(value.trim())?.[1]
  if (tax !== undefined)
    return { kind: 'taxCode', value: tax.length === 13 ? `${tax.slice(0, 10)}-${tax.slice(10)}` : tax }
  const person = PERSONAL_ID.exec(value.trim())?.[1]
  return person === undefined ? undefined : { kind: 'personalId', value: person }
}

/** Every identifier the subject states, in order; a person acting for an organisation carries both. */
export function subjectIds(subject: Name): SubjectId[] {
  return attributeValues(subject, UID).flatMap((value) => subjectId(value) ?? [])
}
