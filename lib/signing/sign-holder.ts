import type { Text } from '@/lib/i18n'
import { attributeValues, subjectIds } from '@/lib/trust'
import type { Certificate, SubjectId } from '@/lib/trust'
import { holderOf } from './holder'
import type { RightSubject } from './requirement'

const sameCode = (a: string, b: string) => a.replaceAll('-', '') === b.replaceAll('-', '')

/** Whether one of the numbers a certificate states is the applicant's own. */
export function isOwn(
  ids: readonly Pick<SubjectId, 'kind' | 'value'>[],
  { personalId, taxCode }: RightSubject,
): boolean {
  const wanted = { personalId, taxCode }
  return ids.some(({ kind, value }) => {
    const own = wanted[kind]
    return own !== null && sameCode(own, value)
  })
}

/** Why a certificate cannot sign a document now, as far as it says so itself; revocation and root are for the server. */
export type CertificateFault =
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-purpose'
  | 'wrong-subject'
  | 'not-a-person'
  | 'another-person'

/** An official who signs as a person: by the number recorded of them, and by their name only while none is. */
export type Official = { name: string; personalId: string | null }

export const CERTIFICATE_FAULT_WORDS = {
  expired: {
    vi: 'Chứng thư đã hết hạn. Hãy gia hạn với tổ chức chứng thực rồi dùng tệp chứng thư mới.',
    en: 'The certificate has expired. Renew it with your certification authority and use the new file.',
  },
  'not-yet-valid': {
    vi: 'Chứng thư chưa có hiệu lực. Hãy xem ngày bắt đầu hiệu lực, và kiểm tra ngày giờ trên máy.',
    en: 'The certificate is not yet in force. Look at its first day, and check the clock of this device.',
  },
  'wrong-purpose': {
    vi: 'Chứng thư này không dùng để ký văn bản. Hãy chọn chứng thư ký số của bạn.',
    en: 'This certificate is not for signing documents. Choose your signing certificate.',
  },
  'wrong-subject': {
    vi: 'Chứng thư không mang số định danh hoặc mã số thuế của người nộp hồ sơ. Hãy dùng đúng chứng thư của mình.',
    en: 'The certificate does not carry the applicant’s personal number or tax code. Use your own certificate.',
  },
  'not-a-person': {
    vi: 'Chứng thư là của tổ chức; người có thẩm quyền ký bằng chứng thư cá nhân.',
    en: 'The certificate is an organisation’s; an official signs with a person’s.',
  },
  'another-person': {
    vi: 'Chứng thư mang tên hoặc số định danh của người khác với người đang đăng nhập.',
    en: 'The certificate carries another person’s name or number than that of whoever is signed in.',
  },
} as const satisfies Record<CertificateFault, Text>

/** TLS server, code signing, time stamping, OCSP signing: a certificate for nothing else signs no documents. */
const OTHER_TRADES = new Set([1, 3, 8, 9].map((last) => `1.3.6.1.5.5.7.3.${String(last)}`))

/** Without a signatory, whoever the certificate names will do. */
export function certificateFault(
  certificate: Certificate,
  signatory: RightSubject | Official | null,
  now: Date,
): CertificateFault | null {
  if (now > certificate.notAfter) return 'expired'
  if (now < certificate.notBefore) return 'not-yet-valid'
  if (!maySign(certificate)) return 'wrong-purpose'
  return signatory === null ? null : signatoryFault(certificate, signatory)
}

function signatoryFault(certificate: Certificate, signatory: RightSubject | Official): CertificateFault | null {
  const ids = subjectIds(certificate.subject)
  if (!('name' in signatory)) return isOwn(ids, signatory) ? null : 'wrong-subject'
  const { name } = describeCertificate(certificate)
  return officialFault({ holder: holderOf(certificate), name, ids }, signatory)
}

type Speaker = {
  holder: 'person' | 'organisation' | 'authority' | 'unknown'
  name: string | null
  ids: readonly Pick<SubjectId, 'kind' | 'value'>[]
}

/** Why a certificate is not this official's own as a person; an organisation's never fills the person's place. */
export function officialFault(
  { holder, name, ids }: Speaker,
  official: Official,
): 'not-a-person' | 'another-person' | null {
  if (holder !== 'person') return 'not-a-person'
  const isSame =
    official.personalId === null
      ? name?.normalize('NFC') === official.name.normalize('NFC')
      : isOwn(ids, { personalId: official.personalId, taxCode: null })
  return isSame ? null : 'another-person'
}

function maySign({ extensions: { keyUsage, extendedKeyUsage } }: Certificate): boolean {
  const isForSigning = keyUsage === undefined || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation')
  return isForSigning && extendedKeyUsage?.every((oid) => OTHER_TRADES.has(oid)) !== true
}

const [COMMON_NAME, ORGANISATION] = ['2.5.4.3', '2.5.4.10']

/** A certificate as a person reads it before signing with it. */
export type DescribedCertificate = {
  name: string
  organisation: string | null
  ids: readonly SubjectId[]
  issuer: string
  notBefore: Date
  notAfter: Date
}

export function describeCertificate({ subject, issuer, notBefore, notAfter }: Certificate): DescribedCertificate {
  const [name] = attributeValues(subject, COMMON_NAME)
  const [organisation] = attributeValues(subject, ORGANISATION)
  const [issuerName] = attributeValues(issuer, COMMON_NAME)
  return {
    name: name ?? subject.text,
    organisation: organisation ?? null,
    ids: subjectIds(subject),
    issuer: issuerName ?? issuer.text,
    notBefore,
    notAfter,
  }
}
