import type { Text } from '@/lib/i18n'
import { CHANGE_WORDS, changesBesideSignature, FAULT_WORDS } from '@/lib/pades'
import type { ByteSource } from '@/lib/pdf'

/**
 * Why what was appended to a shown document may not be taken: a browser sends bytes, and they may hold more than a signature.
 * The signature made over them would call the changed document intact.
 */
export async function appendixFault(whole: ByteSource, baseSize: number): Promise<Text | null> {
  const beside = await changesBesideSignature(whole, baseSize)
  if (!beside.ok) return FAULT_WORDS[beside.error.code]
  const [change] = beside.value
  if (change === undefined) return null
  const { vi, en } = CHANGE_WORDS[change.code]
  return {
    vi: `Phần gửi về không chỉ có chữ ký (${vi}), tức là văn bản đã khác bản được xem.`,
    en: `What came back holds more than a signature (${en}), so the document is not the one that was shown.`,
  }
}
