import type { Text } from '@/lib/i18n'
import { ANCHOR_SETS } from '../protocol/anchor'
import type { Holder, Summary } from './report'

/** The file's verdict as a short mark and as a sentence. */
export const SUMMARY_WORDS = {
  valid: {
    mark: { vi: 'Chữ ký số hợp lệ', en: 'Signature valid' },
    sentence: {
      vi: 'Mọi chữ ký số trên tệp đều hợp lệ. Nội dung được ký không bị thay đổi.',
      en: 'Every digital signature on the file is valid. What was signed has not changed.',
    },
  },
  undecided: {
    mark: { vi: 'Chưa kết luận được', en: 'Not decided' },
    sentence: {
      vi: 'Có chữ ký số nhưng chưa đủ căn cứ để kết luận là hợp lệ. Lý do nêu ở từng chữ ký.',
      en: 'There is a digital signature, but not enough to call it valid. Each signature says why.',
    },
  },
  invalid: {
    mark: { vi: 'Chữ ký số không hợp lệ', en: 'Signature not valid' },
    sentence: {
      vi: 'Có ít nhất một chữ ký số không hợp lệ, hoặc văn bản đã bị sửa sau khi ký. Không nên tin cậy tệp này.',
      en: 'At least one digital signature is not valid, or the document was altered after signing. Do not rely on it.',
    },
  },
  unsigned: {
    mark: { vi: 'Không có chữ ký số', en: 'No digital signature' },
    sentence: {
      vi: 'Tệp KHÔNG có chữ ký số. Hình chữ ký hoặc con dấu nhìn thấy trên trang (nếu có) chỉ là hình ảnh.',
      en: 'The file has NO digital signature. A signature or seal you may see on a page is only a picture.',
    },
  },
  unreadable: {
    mark: { vi: 'Không kiểm tra được', en: 'Cannot be checked' },
    sentence: { vi: 'Tệp không kiểm tra được.', en: 'The file cannot be checked.' },
  },
} as const satisfies Record<Summary, { mark: Text; sentence: Text }>

export const HOLDER_WORDS = {
  person: { vi: 'Cá nhân ký', en: 'Signed by a person' },
  organisation: { vi: 'Tổ chức ký', en: 'Signed by an organisation' },
  authority: { vi: 'Dấu thời gian', en: 'Timestamp' },
  unknown: { vi: 'Chưa rõ cá nhân hay tổ chức', en: 'Person or organisation not known' },
} as const satisfies Record<Holder, Text>

/** A set of roots in words; a set we do not know keeps its own name. */
export function rootWords(set: string): Text {
  return Object.entries(ANCHOR_SETS).find(([name]) => name === set)?.[1] ?? { vi: set, en: set }
}
