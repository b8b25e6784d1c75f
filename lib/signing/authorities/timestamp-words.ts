import type { TimestampFault } from '@/lib/cms'
import type { Text } from '@/lib/i18n'

/** Why an answer of the timestamping authority is not relied upon, as people read it. */
export const TIME_REFUSALS = {
  unreadable: { vi: 'câu trả lời không phải dấu thời gian', en: 'its answer is no timestamp' },
  rejected: { vi: 'dịch vụ từ chối cấp dấu thời gian', en: 'it refuses to give a timestamp' },
  imprint: { vi: 'dấu thời gian của một nội dung khác', en: 'its timestamp is of something else' },
  nonce: { vi: 'dấu thời gian của một yêu cầu khác', en: 'its timestamp answers another request' },
  signature: { vi: 'chữ ký trên dấu thời gian sai', en: 'the signature on its timestamp is wrong' },
  purpose: {
    vi: 'chứng thư của dịch vụ không dùng để cấp dấu thời gian',
    en: 'its certificate is not for timestamping',
  },
  clock: { vi: 'giờ trong dấu thời gian lệch quá năm phút', en: 'the time in it is more than five minutes off' },
  form: { vi: 'dấu thời gian không đúng chuẩn RFC 3161', en: 'its timestamp breaks RFC 3161' },
} as const satisfies Record<string, Text>

export type TimeRefusal = keyof typeof TIME_REFUSALS

const BY_CODE: Partial<Record<TimestampFault['code'], TimeRefusal>> = {
  'imprint-mismatch': 'imprint',
  'imprint-unknown': 'imprint',
  'nonce-mismatch': 'nonce',
  'signature-invalid': 'signature',
  'content-digest-mismatch': 'signature',
  'purpose-missing': 'purpose',
  'purpose-not-critical': 'purpose',
  'purpose-not-alone': 'purpose',
}

export const timeRefusalOf = ({ code }: Pick<TimestampFault, 'code'>): TimeRefusal => BY_CODE[code] ?? 'form'
