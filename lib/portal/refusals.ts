import { KERNEL_ERRORS } from '@/lib/kernel'
import type { ErrorRow } from '@/lib/kernel'
import type { Notice } from '@/lib/pages/server'
import type { BodyFault } from './receive-body'

/** What is not taken in, before any module is asked: its status, its words, and the page that tells it. */
export const REFUSALS = {
  'request-too-large': {
    notice: 'too-large',
    status: 413,
    words: {
      vi: 'Nội dung gửi lên lớn hơn mức cổng nhận ở đây nên chưa được lưu. Hãy rút ngắn nội dung hoặc chọn tệp nhỏ hơn rồi gửi lại.',
      en: 'What was sent is larger than the portal takes here, so it was not saved. Shorten it or choose a smaller file, then send again.',
    },
  },
  'request-too-slow': {
    notice: 'too-slow',
    status: 408,
    words: {
      vi: 'Kết nối quá chậm nên nội dung gửi lên chưa đến đủ và chưa được lưu. Hãy kiểm tra mạng rồi gửi lại.',
      en: 'The connection was too slow and not everything arrived, so it was not saved. Check the network and send again.',
    },
  },
  unavailable: { notice: 'unavailable', ...KERNEL_ERRORS.unavailable },
} as const satisfies Record<BodyFault | 'unavailable', ErrorRow & { notice: Notice }>
