import type { Text } from '@/lib/i18n'

export const SIGN_RESULT_WORDS = {
  title: { vi: 'Ký số kết quả giải quyết', en: 'Sign the result' },
  back: { vi: 'Hồ sơ', en: 'Dossier' },
  number: { vi: 'Số văn bản', en: 'Number' },
  freeze: { vi: 'Lập bản để ký', en: 'Make the copy to sign' },
  freezeLead: {
    vi: 'Cổng lập văn bản kết quả có số và ngày, rồi giữ nguyên từng byte để bạn xem và ký.',
    en: 'The portal makes the result with its number and date, then keeps every byte as it is for you to read and sign.',
  },
  lead: {
    vi: 'Đây đúng là văn bản sẽ phát hành. Ký bằng chứng thư cá nhân của bạn là phê duyệt; sau đó cơ quan đóng dấu số.',
    en: 'This is the very paper that will be issued. Signing with your personal certificate approves it; the agency then seals it.',
  },
} as const satisfies Record<string, Text>
