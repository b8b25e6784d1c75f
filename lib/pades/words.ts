import type { PdfFaultCode } from '@/lib/pdf'
import type { Text } from '@/lib/i18n'
import { CERTIFICATE_REASON_WORDS, CERTIFICATE_WORDS_NOW, fillWords } from './certificate-words'
import type { Coverage } from './coverage'
import type { Indication } from './verdict'

/** The verdict in three words. */
export const INDICATION_WORDS = {
  TOTAL_PASSED: { vi: 'Chữ ký hợp lệ', en: 'The signature is valid' },
  INDETERMINATE: { vi: 'Chưa đủ căn cứ để kết luận', en: 'There is not enough to decide' },
  TOTAL_FAILED: { vi: 'Chữ ký không hợp lệ', en: 'The signature is not valid' },
} as const satisfies Record<Indication, Text>

export const COVERAGE_WORDS = {
  'whole-file': { vi: 'Chữ ký bao trùm toàn bộ tệp.', en: 'The signature covers the whole file.' },
  'whole-revision': {
    vi: 'Chữ ký bao trùm toàn bộ văn bản tại thời điểm ký; sau đó tệp được bổ sung thêm.',
    en: 'The signature covers the whole document as it was signed; something was added to the file later.',
  },
  partial: {
    vi: 'Chữ ký chỉ bao trùm một phần tệp, nên không bảo đảm cho nội dung đang hiển thị.',
    en: 'The signature covers only a part of the file, so it vouches for nothing that is shown.',
  },
} as const satisfies Record<Coverage, Text>

export const LATER_CHANGE_WORDS = {
  none: { vi: 'Không có thay đổi nào sau khi ký.', en: 'Nothing was changed after signing.' },
  allowed: {
    vi: 'Sau khi ký chỉ có những bổ sung được phép.',
    en: 'Only permitted additions were made after signing.',
  },
  forbidden: {
    vi: 'Sau khi ký, văn bản đã bị thay đổi ngoài phạm vi được phép.',
    en: 'The document was changed after signing in a way that is not permitted.',
  },
} as const satisfies Record<'none' | 'allowed' | 'forbidden', Text>

/** Why a verdict is not "passed", by `Verdict.because`: what is wrong, and what to do; `{about}` is `Verdict.about`. */
export const REASON_WORDS: Record<string, Text> = {
  ...CERTIFICATE_REASON_WORDS,
  passed: { vi: 'Mọi kiểm tra đều đạt.', en: 'Every check passed.' },
  'byte-range-missing': {
    vi: 'Chữ ký không ghi phạm vi dữ liệu được ký.',
    en: 'The signature does not say which bytes it covers.',
  },
  'byte-range-malformed': { vi: 'Phạm vi dữ liệu được ký ghi sai.', en: 'The range of signed bytes is malformed.' },
  'contents-missing': { vi: 'Ô chữ ký không chứa chữ ký.', en: 'The signature dictionary holds no signature.' },
  'gap-not-contents': {
    vi: 'Phần tệp không được ký rộng hơn chính chữ ký: có thể đã bị chèn nội dung.',
    en: 'The unsigned gap is more than the signature itself: content may have been slipped in.',
  },
  'ends-inside-revision': {
    vi: 'Phạm vi ký kết thúc giữa chừng, không trùng với một lần lưu của tệp.',
    en: 'The signed range ends in the middle of a saved revision.',
  },
  'cms-unreadable': {
    vi: 'Dữ liệu chữ ký hỏng hoặc không đúng chuẩn.',
    en: 'The signature data is damaged or not of the standard form.',
  },
  'signer-count': { vi: 'Một ô chữ ký phải có đúng một người ký.', en: 'One signature must have exactly one signer.' },
  'content-misplaced': {
    vi: 'Chữ ký ký một nội dung khác, không phải tệp này.',
    en: 'The signature is over other content, not this file.',
  },
  'content-type-mismatch': {
    vi: 'Chữ ký ghi sai loại nội dung được ký.',
    en: 'The signature names another type of content.',
  },
  'message-digest-missing': {
    vi: 'Chữ ký thiếu giá trị băm của tệp.',
    en: 'The signature carries no digest of the file.',
  },
  'content-digest-mismatch': {
    vi: 'Nội dung tệp đã bị sửa sau khi ký. Hãy xin lại bản gốc từ nơi phát hành.',
    en: 'The file was altered after signing. Ask the issuer for the original.',
  },
  'imprint-mismatch': { vi: 'Dấu thời gian không thuộc về tệp này.', en: 'The timestamp belongs to something else.' },
  'signature-invalid': {
    vi: 'Giá trị chữ ký không khớp với chứng thư: chữ ký giả hoặc đã hỏng.',
    en: 'The signature value does not match the certificate: forged or damaged.',
  },
  'signer-certificate-missing': {
    vi: 'Không tìm thấy chứng thư của người ký.',
    en: 'The signer’s certificate is not there.',
  },
  'no-certificate': { vi: 'Không tìm thấy chứng thư của người ký.', en: 'The signer’s certificate is not there.' },
  'certificate-reference-mismatch': {
    vi: 'Chứng thư kèm theo không phải chứng thư mà người ký đã ghi.',
    en: 'The certificate is not the one the signer named.',
  },
  'certificate-reference-absent': {
    vi: 'Chữ ký không gắn với chứng thư của người ký theo chuẩn PAdES.',
    en: 'The signature is not bound to the signer’s certificate as PAdES demands.',
  },
  'signature-unsupported': {
    vi: 'Thuật toán chữ ký chưa được hỗ trợ.',
    en: 'The signature algorithm is not supported.',
  },
  'content-digest-unknown': { vi: 'Thuật toán băm chưa được hỗ trợ.', en: 'The digest algorithm is not supported.' },
  'imprint-unknown': {
    vi: 'Thuật toán băm của dấu thời gian chưa được hỗ trợ.',
    en: 'The timestamp’s digest algorithm is not supported.',
  },
  'file-cut-short': {
    vi: 'Tệp bị cắt mất phần cuối: chữ ký bao trùm nhiều byte hơn số byte còn lại. Hãy xin lại bản gốc.',
    en: 'The end of the file is missing: the signature covers more bytes than are left. Ask for the original.',
  },
  'weak-hash': {
    vi: 'Chữ ký dùng thuật toán băm {about}, nay quá yếu để tin cậy, và không có dấu thời gian đáng tin cậy nào chứng minh chữ ký có từ khi thuật toán đó còn được chấp nhận. Hãy xin người ký ký lại bằng SHA-256 trở lên.',
    en: 'The signature uses the digest {about}, now too weak to rely on, and no trusted timestamp proves that it dates from when that was acceptable. Ask the signer to sign again with SHA-256 or better.',
  },
  'forbidden-changes': {
    vi: 'Văn bản đã bị thay đổi sau khi ký ngoài phạm vi được phép. Chỉ bản tại thời điểm ký là đáng tin.',
    en: 'The document was changed after signing in a way that is not permitted. Only the version as signed can be relied on.',
  },
  'structure-rebuilt': {
    vi: 'Cấu trúc tệp bị hỏng; các phần mềm có thể hiển thị nội dung khác nhau. Hãy xin lại bản gốc.',
    en: 'The structure of the file is broken, so programs may show different content. Ask for the original.',
  },
  'timestamp-order': {
    vi: 'Các dấu thời gian mâu thuẫn về thứ tự.',
    en: 'The timestamps contradict each other in order.',
  },
  'not-intact': { vi: 'Không kiểm tra được chữ ký.', en: 'The signature could not be checked.' },
}

export const UNNAMED_REASON: Text = {
  vi: 'Chữ ký không đáp ứng một yêu cầu của chuẩn.',
  en: 'The signature does not meet a requirement of the standard.',
}

/** Why a file cannot be judged at all. */
export const FAULT_WORDS = {
  'not-a-pdf': { vi: 'Tệp này không phải PDF.', en: 'This file is not a PDF.' },
  'xref-missing': {
    vi: 'Không tìm thấy bảng tham chiếu của tệp PDF; tệp bị cắt cụt hoặc hỏng.',
    en: 'The cross-reference table is missing; the file is truncated or damaged.',
  },
  'xref-malformed': { vi: 'Bảng tham chiếu của tệp PDF ghi sai.', en: 'The cross-reference table is malformed.' },
  'xref-cyclic': {
    vi: 'Các lần lưu của tệp trỏ vòng tròn vào nhau.',
    en: 'The revisions of the file point at each other in a circle.',
  },
  'too-many-revisions': { vi: 'Tệp có quá nhiều lần lưu.', en: 'The file has too many revisions.' },
  'too-many-objects': {
    vi: 'Tệp có quá nhiều đối tượng nên không kiểm tra được ở đây.',
    en: 'The file has too many objects to be checked here.',
  },
  'nesting-too-deep': { vi: 'Cấu trúc tệp lồng nhau quá sâu.', en: 'The file is nested too deeply.' },
  'object-malformed': { vi: 'Một đối tượng trong tệp ghi sai.', en: 'An object of the file is malformed.' },
  'object-too-large': { vi: 'Một đối tượng trong tệp quá lớn.', en: 'An object of the file is too large.' },
  'stream-malformed': { vi: 'Dữ liệu nén trong tệp bị hỏng.', en: 'Compressed data of the file is damaged.' },
  'stream-too-large': { vi: 'Dữ liệu nén trong tệp quá lớn.', en: 'Compressed data of the file is too large.' },
  'filter-unknown': { vi: 'Tệp dùng cách nén chưa được hỗ trợ.', en: 'The file uses an unsupported filter.' },
  'too-complex': {
    vi: 'Tệp quá phức tạp nên không kiểm tra được ở đây.',
    en: 'The file is too complex to be checked here.',
  },
  'encryption-unknown': {
    vi: 'Tệp dùng cách mã hóa chưa được hỗ trợ.',
    en: 'The file uses an unsupported encryption.',
  },
  'password-needed': {
    vi: 'Tệp được khóa bằng mật khẩu. Hãy gửi bản không khóa.',
    en: 'The file is locked with a password. Provide one that is not.',
  },
  'structure-malformed': {
    vi: 'Cấu trúc tệp không cho phép ký tiếp.',
    en: 'The structure of the file does not allow signing.',
  },
} as const satisfies Record<PdfFaultCode, Text>

/** The words for a verdict's reason, with what it is about. */
export function reasonWords({ because, about = '' }: Why): Text {
  return fillWords(REASON_WORDS[because] ?? UNNAMED_REASON, about)
}

/** Why a certificate cannot be used at this moment, in words. */
export function certificateWords(why: Why): Text {
  const now = CERTIFICATE_WORDS_NOW[why.because]
  return now === undefined ? reasonWords(why) : fillWords(now, why.about ?? '')
}

type Why = { readonly because: string; readonly about?: string }
