import type { Text } from '@/lib/i18n'
import type { SignatureEntry } from './report'
import { certificateWords, signerIdWords, integrityWords, signerWords, signingTimeWords } from './signature-words'
import { rootWords } from './words'

const NONE: Text = { vi: 'Không xác định được', en: 'Not known' }

/**
 * What a checking program must show at least (domain reference 3.3.2): issuing authority, subject, time, integrity,
 * validity when it signed, and the result in words.
 */
export function mandatoryData(entry: SignatureEntry): { key: string; label: Text; value: Text }[] {
  return [
    { key: 'authority', label: { vi: 'Tổ chức cấp chứng thư', en: 'Issuing authority' }, value: authorityWords(entry) },
    { key: 'subject', label: { vi: 'Chủ thể ký', en: 'Signed by' }, value: subjectWords(entry) },
    {
      key: 'time',
      label: { vi: 'Thời điểm ký, dấu thời gian', en: 'Time of signing' },
      value: signingTimeWords(entry),
    },
    { key: 'integrity', label: { vi: 'Tính toàn vẹn', en: 'Integrity' }, value: integrityWords(entry) },
    {
      key: 'certificate',
      label: { vi: 'Hiệu lực khi ký', en: 'Validity when signed' },
      value: certificateWords(entry),
    },
    { key: 'result', label: { vi: 'Kết quả', en: 'Result' }, value: resultWords(entry) },
  ]
}

const NO_ROOT: Text = { vi: 'không dẫn tới gốc tin cậy nào', en: 'leads to no trusted root' }
const ROOT_NOT_KNOWN: Text = { vi: 'chưa xác định được gốc', en: 'its root is not known' }

function authorityWords({ signer, root, reason }: SignatureEntry): Text {
  if (signer === null) return NONE
  if (root === null) {
    const why = reason.code === 'unknown-root' ? NO_ROOT : ROOT_NOT_KNOWN
    return { vi: `${signer.issuerName} (${why.vi})`, en: `${signer.issuerName} (${why.en})` }
  }
  const set = rootWords(root.set)
  const name = COMMON_NAME.exec(root.name)?.[1] ?? root.name
  return {
    vi: `${signer.issuerName}. Gốc: ${name} (${set.vi})`,
    en: `${signer.issuerName}. Root: ${name} (${set.en})`,
  }
}

/** The common name in a distinguished name written after RFC 4514. */
const COMMON_NAME = /(?:^|, ?)CN=((?:\\.|[^,+\\])+)/

function subjectWords(entry: SignatureEntry): Text {
  const [who, ids] = [signerWords(entry), signerIdWords(entry)]
  return ids.vi === '' ? who : { vi: `${who.vi} (${ids.vi})`, en: `${who.en} (${ids.en})` }
}

const RESULT = {
  TOTAL_PASSED: { vi: 'HỢP LỆ.', en: 'VALID.' },
  INDETERMINATE: { vi: 'CHƯA KẾT LUẬN ĐƯỢC.', en: 'NOT DECIDED.' },
  TOTAL_FAILED: { vi: 'KHÔNG HỢP LỆ.', en: 'NOT VALID.' },
} as const satisfies Record<SignatureEntry['verdict'], Text>

/** A signature followed by forbidden changes vouches for nothing that is shown, whatever can be said of its own version. */
function resultWords({ verdict, reason, laterChanges }: SignatureEntry): Text {
  const words = RESULT[laterChanges === 'forbidden' ? 'TOTAL_FAILED' : verdict]
  return { vi: `${words.vi} ${reason.vi}`, en: `${words.en} ${reason.en}` }
}
