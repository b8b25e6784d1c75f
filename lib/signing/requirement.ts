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
  if (own.length === 0) return { fault: 'signature-wrong-subject', ...namesOf(ofKind) }
  const [failed] = own.filter((entry) => !holds(entry))
  return own.some(holds)
    ? null
    : { fault: 'signature-invalid', ...(failed === undefined ? {} : { because: failed.reason }) }
}

function namesOf(entries: readonly SignatureEntry[]): { because?: Text } {
  const names = entries.flatMap(({ signer }) => signer?.name ?? signer?.organisation ?? []).join(', ')
  return names === '' ? {} : { because: { vi: names, en: names } }
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

/** What is wrong with a file, and what the applicant can do about it, as an issue of the document asked for. */
export function signatureIssue(
  document: { code: string; signature: RequiredSignature },
  file: { name: string },
  found: { fault: SignatureFault; because?: Text },
): Issue {
  const [what, next] = [signatureFaultSaid(document.signature, file.name, found), NEXT[found.fault]]
  return {
    path: document.code,
    code: found.fault,
    words: { vi: `${what.vi} ${next.vi}`, en: `${what.en} ${next.en}` },
  }
}

/** What is wrong with a file, for whoever reads it. */
export function signatureFaultSaid(
  required: RequiredSignature,
  fileName: string,
  { fault, because = { vi: '', en: '' } }: { fault: SignatureFault; because?: Text },
): Text {
  return WHAT[fault](WHOSE[required], fileName, because)
}

const WHOSE = {
  PERSON_CERT: { vi: 'chứng thư số cá nhân của người nộp', en: 'the applicant’s personal certificate' },
  ORG_CERT: { vi: 'chứng thư số của tổ chức nộp hồ sơ', en: 'the certificate of the applying organisation' },
} as const satisfies Record<RequiredSignature, Text>

/** What a document asks for, as it stands beside its name. */
export const REQUIRED_SIGNATURE_WORDS = {
  PERSON_CERT: { vi: 'Phải ký số: cá nhân người nộp', en: 'Must be signed: by the applicant' },
  ORG_CERT: { vi: 'Phải ký số: tổ chức nộp hồ sơ', en: 'Must be signed: by the organisation' },
} as const satisfies Record<RequiredSignature, Text>

const WHAT: Record<SignatureFault, (whose: Text, file: string, because: Text) => Text> = {
  'signature-pending': (_, file) => ({
    vi: `Đang kiểm tra chữ ký số trên tệp “${file}”.`,
    en: `The signature on “${file}” is being checked.`,
  }),
  'signature-missing': (whose, file) => ({
    vi: `Tệp “${file}” chưa được ký bằng ${whose.vi}.`,
    en: `“${file}” is not signed with ${whose.en}.`,
  }),
  'signature-wrong-subject': (whose, file, because) => ({
    vi: `Chữ ký số trên tệp “${file}” là của ${because.vi || 'người khác'}, không phải ${whose.vi}.`,
    en: `The signature on “${file}” is by ${because.en || 'somebody else'}, not made with ${whose.en}.`,
  }),
  'signature-invalid': (_, file, because) => ({
    vi: `Chữ ký số trên tệp “${file}” chưa được chấp nhận: ${because.vi}`,
    en: `The signature on “${file}” is not accepted: ${because.en}`,
  }),
}

const NEXT = {
  'signature-pending': { vi: 'Hãy chờ ít giây rồi tải lại trang.', en: 'Wait a few seconds and reload the page.' },
  'signature-missing': {
    vi: 'Hãy bấm “Ký số” bên cạnh tệp PDF để ký ngay tại đây, hoặc ký bằng phần mềm của bạn rồi tải lên lại. Hình chụp chữ ký hay con dấu không thay được chữ ký số.',
    en: 'Press “Sign” beside the PDF to sign it here, or sign it with your own program and upload it again. A picture of a signature or seal does not count.',
  },
  'signature-wrong-subject': {
    vi: 'Hãy ký bằng chứng thư mang đúng số định danh hoặc mã số thuế của người nộp.',
    en: 'Sign with the certificate that carries the applicant’s personal number or tax code.',
  },
  'signature-invalid': { vi: 'Hãy ký lại rồi tải lên tệp mới.', en: 'Sign again and upload the new file.' },
} as const satisfies Record<SignatureFault, Text>
