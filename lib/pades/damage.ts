import type { Pdf } from '@/lib/pdf'
import type { Text } from '@/lib/i18n'

/** What is broken about a file, and how many bytes are gone where a signature tells. */
export type Damage = { readonly code: DamageCode; readonly lost?: number }
export type DamageCode = 'cut-short' | 'catalog-unreachable' | 'structure-rebuilt' | 'bytes-after-end'

/** The damage of a file whose signatures say that they end at these places. */
export function damageOf({ anomalies, source }: Pdf, ends: readonly number[]): Damage[] {
  const has = (code: string) => anomalies.some((anomaly) => anomaly.code === code)
  const lost = Math.max(0, ...ends.map((end) => end - source.size))
  return [
    ...(lost > 0 ? [{ code: 'cut-short', lost } as const] : []),
    ...(has('catalog-unreachable') ? [{ code: 'catalog-unreachable' } as const] : []),
    ...(has('structure-rebuilt') ? [{ code: 'structure-rebuilt' } as const] : []),
    ...(has('trailing-bytes') ? [{ code: 'bytes-after-end' } as const] : []),
  ]
}

const WORDS = {
  'cut-short': { vi: 'Tệp bị cắt mất phần cuối', en: 'The end of the file is missing' },
  'catalog-unreachable': {
    vi: 'Lần lưu cuối làm mất đường dẫn đến nội dung của tệp (danh mục, trang hoặc biểu mẫu); kết quả dưới đây theo lần lưu trước đó. Hãy xin lại bản gốc.',
    en: 'The last revision lost the way to the document (its catalog, pages or form); what follows is as of the revision before. Ask for the original.',
  },
  'structure-rebuilt': {
    vi: 'Bảng tham chiếu của tệp bị hỏng, phải dò lại từng phần; có thể thiếu nội dung. Hãy xin lại bản gốc.',
    en: 'The cross-reference of the file is broken and was rebuilt; content may be missing. Ask for the original.',
  },
  'bytes-after-end': {
    vi: 'Sau phần kết thúc của tệp còn dữ liệu không thuộc lần lưu nào: tệp bị ghi dở, bị cắt hoặc bị chèn thêm.',
    en: 'Bytes that belong to no revision follow the end of the file: it was cut, or written to only in part, or added to.',
  },
} as const satisfies Record<DamageCode, Text>

/** The words for a damage: what is broken, what was lost, what to do. */
export function damageWords({ code, lost }: Damage): Text {
  const words = WORDS[code]
  if (lost === undefined) return words
  return {
    vi: `${words.vi}: theo chữ ký, còn thiếu ít nhất ${lost.toLocaleString('vi-VN')} byte. Hãy xin lại bản gốc.`,
    en: `${words.en}: by its signature, at least ${lost.toLocaleString('en-GB')} bytes are gone. Ask for the original.`,
  }
}
