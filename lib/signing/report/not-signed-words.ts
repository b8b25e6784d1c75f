import type { Text } from '@/lib/i18n'
import type { VerificationReport } from './report'

/** What looks like a signature, and that it is none. */
export function notSignedWords({ kind, field, page }: VerificationReport['notSigned'][number]): Text {
  const where =
    page === undefined ? { vi: '', en: '' } : { vi: ` ở trang ${String(page)}`, en: ` on page ${String(page)}` }
  if (kind === 'stamp-picture') {
    return {
      vi: `Hình dấu hoặc hình chữ ký${where.vi} chỉ là hình ảnh, không phải chữ ký số.`,
      en: `The stamp or signature${where.en} is only a picture, not a digital signature.`,
    }
  }
  if (kind === 'signature-remains') {
    return {
      vi: 'Trong tệp còn phần của một chữ ký số khác mà không nơi nào dẫn đến: tệp đã bị cắt hoặc bị ghi lại sau khi ký.',
      en: 'The file holds the remains of another digital signature that nothing leads to: it was cut or rewritten after signing.',
    }
  }
  return {
    vi: `Ô chữ ký “${field ?? ''}” CHƯA được ký.`,
    en: `The signature field “${field ?? ''}” is NOT signed.`,
  }
}
