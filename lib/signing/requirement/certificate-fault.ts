import type { Text } from '@/lib/i18n'
import { attributeValues, subjectIds } from '@/lib/trust'
import type { Certificate, SubjectId } from '@/lib/trust'
import { holderOf } from './holder'
import { signatoryWords, subjectFault } from './signatory'
import type { Official, RightSubject, Speaker, SubjectFault } from './signatory'

/** Why a certificate cannot sign a document now, as far as it says so itself; revocation and root are for the server. */
export type CertificateFault = 'expired' | 'not-yet-valid' | 'wrong-purpose' | SubjectFault

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
    vi: 'Đây không phải chứng thư của cá nhân. Hãy chọn chứng thư cá nhân của người phải ký.',
    en: 'This is not a person’s certificate. Choose the personal certificate of whoever must sign.',
  },
  'not-an-organisation': {
    vi: 'Đây không phải chứng thư của tổ chức. Hãy chọn chứng thư mà tổ chức chứng thực cấp cho chính tổ chức của bạn.',
    en: 'This is not an organisation’s certificate. Choose the one issued to your organisation itself.',
  },
  'another-person': {
    vi: 'Chứng thư mang tên hoặc số định danh của người khác. Hãy chọn chứng thư của chính người phải ký.',
    en: 'The certificate carries another person’s name or number. Choose that of whoever must sign.',
  },
  'another-organisation': {
    vi: 'Chứng thư mang mã số thuế của tổ chức khác. Hãy chọn chứng thư của tổ chức mình.',
    en: 'The certificate carries another organisation’s tax code. Choose that of your own organisation.',
  },
  'no-tax-code': {
    vi: 'Chứng thư không mang mã số thuế của tổ chức nào. Hãy chọn chứng thư có ghi mã số thuế.',
    en: 'The certificate carries no organisation’s tax code. Choose one that does.',
  },
} as const satisfies Record<CertificateFault, Text>

/** That a certificate is not the right one, and whose must be used. */
export function wrongSubjectWords(fault: SubjectFault, signatory: RightSubject | Official): Text {
  const [what, whose] = [CERTIFICATE_FAULT_WORDS[fault], signatoryWords(signatory)]
  return { vi: `${what.vi} ${whose.vi}`, en: `${what.en} ${whose.en}` }
}

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
  return signatory === null ? null : subjectFault(speakerOf(certificate), signatory)
}

/** As whom a certificate speaks. */
export function speakerOf(certificate: Certificate): Speaker {
  const { name } = describeCertificate(certificate)
  return { holder: holderOf(certificate), name, ids: subjectIds(certificate.subject) }
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
