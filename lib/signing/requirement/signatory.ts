import type { Text } from '@/lib/i18n'

export type Kind = 'person' | 'organisation'

/**
 * Who must sign: the applicant by the numbers the electronic identity proves, as `as` where only a person or only the
 * organisation will do. A number that is null is not known, or not for this session to see.
 */
export type RightSubject = { personalId: string | null; taxCode: string | null; as?: Kind }
/** An official who signs as a person: by the number recorded of them, and by their name only while none is. */
export type Official = { name: string; personalId: string | null }

/** Whoever signs in by certificate: any organisation that has a tax code. */
export const ANY_ORGANISATION: RightSubject = { personalId: null, taxCode: null, as: 'organisation' }

/** As whom a certificate speaks, and what it states. */
export type Speaker = {
  holder: Kind | 'authority' | 'unknown'
  name: string | null
  ids: readonly { kind: 'personalId' | 'taxCode'; value: string }[]
}

export type SubjectFault =
  | 'wrong-subject'
  | 'not-a-person'
  | 'not-an-organisation'
  | 'another-person'
  | 'another-organisation'
  | 'no-tax-code'

/** Why a certificate is not the one that must sign; the rule of every place where somebody signs. */
export function subjectFault(speaker: Speaker, signatory: RightSubject | Official): SubjectFault | null {
  if ('name' in signatory) return officialFault(speaker, signatory)
  if (signatory.as === 'organisation') return organisationFault(speaker, signatory)
  if (signatory.as === 'person') return personFault(speaker, signatory)
  return isOwn(speaker.ids, signatory) ? null : 'wrong-subject'
}

function organisationFault({ holder, ids }: Speaker, { taxCode }: RightSubject): SubjectFault | null {
  if (holder !== 'organisation') return 'not-an-organisation'
  if (!ids.some(({ kind }) => kind === 'taxCode')) return 'no-tax-code'
  return taxCode === null || isOwn(ids, { personalId: null, taxCode }) ? null : 'another-organisation'
}

function personFault({ holder, ids }: Speaker, { personalId }: RightSubject): SubjectFault | null {
  if (holder !== 'person') return 'not-a-person'
  return personalId === null || isOwn(ids, { personalId, taxCode: null }) ? null : 'another-person'
}

function officialFault({ holder, name, ids }: Speaker, official: Official): SubjectFault | null {
  if (holder !== 'person') return 'not-a-person'
  const isSame =
    official.personalId === null
      ? name?.normalize('NFC') === official.name.normalize('NFC')
      : isOwn(ids, { personalId: official.personalId, taxCode: null })
  return isSame ? null : 'another-person'
}

const sameCode = (a: string, b: string) => a.replaceAll('-', '') === b.replaceAll('-', '')

/** Whether one of the numbers a certificate states is the applicant's own. */
export function isOwn(ids: Speaker['ids'], { personalId, taxCode }: RightSubject): boolean {
  const signatory = { personalId, taxCode }
  return ids.some(({ kind, value }) => {
    const own = signatory[kind]
    return own !== null && sameCode(own, value)
  })
}

/** Whose certificate must be used, as it is said before anybody chooses one and wherever another was used. */
export function signatoryWords(signatory: RightSubject | Official): Text {
  if ('name' in signatory) return must(officialWords(signatory))
  const { as, personalId, taxCode } = signatory
  const [person, organisation] = [personWords(personalId), organisationWords(taxCode)]
  if (as === 'organisation') return must(organisation)
  if (as === 'person' || taxCode === null) return must(person)
  if (personalId === null) return must(organisation)
  return must({ vi: `${organisation.vi}, hoặc của ${person.vi}`, en: `${organisation.en}, or of ${person.en}` })
}

const must = ({ vi, en }: Text): Text => ({
  vi: `Phải ký bằng chứng thư của ${vi}.`,
  en: `The certificate must be that of ${en}.`,
})

function organisationWords(taxCode: string | null): Text {
  return taxCode === null
    ? { vi: 'tổ chức, có ghi mã số thuế', en: 'an organisation, with its tax code' }
    : { vi: `tổ chức, MST ${taxCode}`, en: `the organisation, tax code ${taxCode}` }
}

function personWords(personalId: string | null): Text {
  return personalId === null
    ? { vi: 'cá nhân người nộp hồ sơ', en: 'the applicant in person' }
    : { vi: `cá nhân, số định danh ${personalId}`, en: `the person with the personal number ${personalId}` }
}

/** An official's number is recorded by administrators and shown to its last three digits. */
function officialWords({ name, personalId }: Official): Text {
  const tail = personalId?.slice(-3)
  return tail === undefined
    ? { vi: `cá nhân ${name}, không phải của cơ quan`, en: `${name} in person, not the agency` }
    : {
        vi: `cá nhân ${name} (số định danh tận cùng ${tail}), không phải của cơ quan`,
        en: `${name} in person (personal number ending in ${tail}), not the agency`,
      }
}
