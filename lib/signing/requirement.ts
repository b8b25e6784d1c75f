import type { Text } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import type { SignatureEntry } from './report'

/** What a document may be asked to carry beside the confirmation every submission has. */
export type RequiredSignature = 'PERSON_CERT' | 'ORG_CERT'
/** Who must have signed: the applicant, by the numbers the electronic identity proves. */
export type RightSubject = { personalId: string | null; taxCode: string | null }
export type SignatureFault = 'signature-pending' | 'signature-missing' | 'signature-wrong-subject' | 'signature-invalid'

const HOLDER = { PERSON_CERT: 'person', ORG_CERT: 'organisation' } as const

/** What is wrong with a file that must be signed by the applicant's certificate; null when nothing is. */
export function signatureFault(
  required: RequiredSignature,
  report: { readonly signatures: readonly SignatureEntry[] } | undefined,
  subject: RightSubject,
): { fault: SignatureFault; because?: Text } | null {
  if (report === undefined) return { fault: 'signature-pending' }
  const ofKind = report.signatures.filter(({ kind, holder }) => kind === 'signature' && holder === HOLDER[required])
  if (ofKind.length === 0) return { fault: 'signature-missing' }
  const own = ofKind.filter((entry) => isOf(entry, required, subject))
  if (own.length === 0) return { fault: 'signature-wrong-subject' }
  const [failed] = own.filter((entry) => !holds(entry))
  return own.some(holds)
    ? null
    : { fault: 'signature-invalid', ...(failed === undefined ? {} : { because: failed.reason }) }
}

function holds({ verdict, laterChanges, intact }: SignatureEntry): boolean {
  return verdict === 'TOTAL_PASSED' && intact && laterChanges !== 'forbidden'
}

const sameCode = (a: string, b: string) => a.replaceAll('-', '') === b.replaceAll('-', '')

function isOf({ signer }: SignatureEntry, required: RequiredSignature, { personalId, taxCode }: RightSubject): boolean {
  const states = (kind: 'taxCode' | 'personalId', wanted: string | null) =>
    wanted !== null && signer?.ids.some((id) => id.kind === kind && sameCode(id.value, wanted)) === true
  if (required === 'ORG_CERT') return states('taxCode', taxCode)
  return states('personalId', personalId)
}

/** The fault as an issue of the document asked for. */
export function signatureIssue(
  document: { code: string; name: Text; signature: RequiredSignature },
  file: { name: string },
  found: { fault: SignatureFault; because?: Text },
): Issue {
  const words = FAULTS[found.fault](document, file.name, found.because ?? { vi: '', en: '' })
  return { path: document.code, code: found.fault, words }
}

const WHOSE = {
  PERSON_CERT: { vi: 'chứng thư số cá nhân của người nộp', en: 'the applicant’s personal certificate' },
  ORG_CERT: { vi: 'chứng thư số của tổ chức nộp hồ sơ', en: 'the certificate of the applying organisation' },
} as const satisfies Record<RequiredSignature, Text>

type FaultWords = (document: { name: Text; signature: RequiredSignature }, file: string, because: Text) => Text

const FAULTS: Record<SignatureFault, FaultWords> = {
  'signature-pending': (_, file) => ({
    vi: `Đang kiểm tra chữ ký số trên tệp “${file}”. Hãy chờ ít giây rồi tải lại trang.`,
    en: `The signature on “${file}” is being checked. Wait a few seconds and reload the page.`,
  }),
  'signature-missing': ({ signature }, file) => ({
    vi: `Tệp “${file}” chưa được ký bằng ${WHOSE[signature].vi}. Hãy ký số lên tệp PDF rồi tải lên lại; hình chữ ký hoặc con dấu không thay được chữ ký số.`,
    en: `“${file}” is not signed with ${WHOSE[signature].en}. Sign the PDF digitally and upload it again; a picture of a signature or seal does not count.`,
  }),
  'signature-wrong-subject': ({ signature }, file) => ({
    vi: `Chữ ký số trên tệp “${file}” là của người khác. Tệp phải được ký bằng ${WHOSE[signature].vi}, đúng số định danh hoặc mã số thuế.`,
    en: `The signature on “${file}” is somebody else’s. It must be made with ${WHOSE[signature].en}, with the same personal number or tax code.`,
  }),
  'signature-invalid': (_, file, because) => ({
    vi: `Chữ ký số trên tệp “${file}” chưa được chấp nhận: ${because.vi} Hãy ký lại rồi tải lên tệp mới.`,
    en: `The signature on “${file}” is not accepted: ${because.en} Sign again and upload the new file.`,
  }),
}
