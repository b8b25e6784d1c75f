import type { Text } from '@/lib/i18n'
import type { PdfFault } from '@/lib/pdf'

/** Why a document could not be signed or extended; the document itself is never touched. */
export type SigningFaultCode =
  | 'pdf-refused'
  | 'encrypted'
  | 'structure-odd'
  | 'signing-forbidden'
  | 'field-missing'
  | 'field-already-signed'
  | 'page-missing'
  | 'signature-too-large'
  | 'signature-refused'
  | 'timestamp-failed'
  | 'evidence-missing'
  | 'nothing-to-extend'
  | 'base-changed'

export type SigningFault = { readonly code: SigningFaultCode; readonly detail: string }

export function signingFault(code: SigningFaultCode, detail = ''): SigningFault {
  return { code, detail }
}

export function fromPdf(fault: PdfFault): SigningFault {
  return signingFault('pdf-refused', fault.message)
}

/** What went wrong and what to do next. */
export const SIGNING_FAULT_WORDS = {
  'pdf-refused': {
    vi: 'Tệp PDF hỏng hoặc không đọc được. Hãy xuất lại tệp rồi ký.',
    en: 'The PDF is damaged or cannot be read. Export it again, then sign.',
  },
  encrypted: {
    vi: 'Tệp PDF đang bị khóa. Hãy bỏ khóa rồi ký.',
    en: 'The PDF is locked. Remove the protection, then sign.',
  },
  'structure-odd': {
    vi: 'Cấu trúc tệp bất thường nên không thể ký an toàn. Hãy xuất lại tệp rồi ký.',
    en: 'The structure of the file is irregular, so signing would not be safe. Export it again, then sign.',
  },
  'signing-forbidden': {
    vi: 'Chữ ký trước đã khóa văn bản, không cho ký thêm.',
    en: 'An earlier signature locked the document against further signatures.',
  },
  'field-missing': {
    vi: 'Không tìm thấy ô chữ ký này trong tệp.',
    en: 'There is no such signature field in the file.',
  },
  'field-already-signed': { vi: 'Ô chữ ký này đã có chữ ký.', en: 'This signature field is already signed.' },
  'page-missing': { vi: 'Tệp không có trang này.', en: 'The file has no such page.' },
  'signature-too-large': {
    vi: 'Chữ ký quá lớn so với chỗ dành sẵn.',
    en: 'The signature is larger than the space kept for it.',
  },
  'signature-refused': {
    vi: 'Thiết bị ký từ chối hoặc trả về chữ ký sai. Văn bản chưa ký vẫn còn nguyên; hãy thử lại.',
    en: 'The signing device refused or returned a wrong signature. The unsigned document is kept; try again.',
  },
  'timestamp-failed': {
    vi: 'Không lấy được dấu thời gian. Văn bản chưa ký vẫn còn nguyên; hãy thử lại sau.',
    en: 'No timestamp could be had. The unsigned document is kept; try again later.',
  },
  'evidence-missing': {
    vi: 'Chưa lấy đủ thông tin thu hồi chứng thư để lưu lâu dài. Hãy thử lại sau.',
    en: 'Not all revocation information for long-term keeping is at hand. Try again later.',
  },
  'nothing-to-extend': { vi: 'Tệp chưa có chữ ký nào để bổ sung.', en: 'The file has no signature to extend.' },
  'base-changed': {
    vi: 'Văn bản đã thay đổi kể từ khi xem. Hãy mở lại và ký bản hiện tại.',
    en: 'The document changed since it was shown. Open it again and sign the current one.',
  },
} as const satisfies Record<SigningFaultCode, Text>
