import type { Text } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import type { SignatureEntry } from '../report/report'
import { signatoryWords, subjectFault } from './signatory'
import type { RightSubject } from './signatory'

/** What a document may be asked to carry beside the confirmation every submission has. */
export type RequiredSignature = 'PERSON_CERT' | 'ORG_CERT'
export type SignatureFault = 'signature-pending' | 'signature-missing' | 'signature-wrong-subject' | 'signature-invalid'

const HOLDER = { PERSON_CERT: 'person', ORG_CERT: 'organisation' } as const

/** What is wrong, why or who signed instead, and whose certificate must have signed, without anybody's personal number. */
type Finding = { fault: SignatureFault; because?: Text; must?: Text }

/** What is wrong with a file that must be signed by the applicant's certificate; null when nothing is. */
export function signatureFault(
  required: RequiredSignature,
  report: { readonly signatures: readonly SignatureEntry[] } | undefined,
  subject: RightSubject,
): Finding | null {
  if (report === undefined) return { fault: 'signature-pending' }
  const signed = report.signatures.filter(({ kind }) => kind === 'signature')
  const must = signatoryWords({ personalId: null, taxCode: subject.taxCode, as: HOLDER[required] })
  if (signed.length === 0) return { fault: 'signature-missing', must }
  const own = signed.filter((entry) => isOf(entry, required, subject))
  if (own.length === 0) return { fault: 'signature-wrong-subject', must, ...namesOf(signed) }
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

/** Of an organisation's dossier its representative's number may not be known; then any person's signature is one. */
function isOf({ signer, holder }: SignatureEntry, required: RequiredSignature, subject: RightSubject): boolean {
  const { personalId, taxCode } = subject
  const isKnown = personalId !== null || taxCode !== null
  const speaker = { holder, name: signer?.name ?? null, ids: signer?.ids ?? [] }
  return isKnown && subjectFault(speaker, { personalId, taxCode, as: HOLDER[required] }) === null
}

/** What is wrong with a file, and what the applicant can do about it, as an issue of the document asked for. */
export function signatureIssue(
  document: { code: string; signature: RequiredSignature },
  file: { name: string },
  finding: Finding,
): Issue {
  const [what, next] = [signatureFaultWords(document.signature, file.name, finding), NEXT[finding.fault]]
  return {
    path: document.code,
    code: finding.fault,
    words: { vi: `${what.vi} ${next.vi}`, en: `${what.en} ${next.en}` },
  }
}

/** What is wrong with a file, for whoever reads it. */
export function signatureFaultWords(
  required: RequiredSignature,
  fileName: string,
  { fault, because = NOTHING, must = NOTHING }: Finding,
): Text {
  const what = WHAT[fault](WHOSE[required], fileName, because)
  return { vi: `${what.vi} ${must.vi}`.trim(), en: `${what.en} ${must.en}`.trim() }
}

const NOTHING: Text = { vi: '', en: '' }

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
