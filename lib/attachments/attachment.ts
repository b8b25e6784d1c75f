import { z } from 'zod'
import type { Text } from '@/lib/i18n'
import { MEDIA_TYPES } from './media-type'
import type { MediaType } from './media-type'

export const SCAN_STATUS = {
  pending: { vi: 'Đang quét mã độc', en: 'Being scanned' },
  clean: { vi: 'Đã quét, an toàn', en: 'Scanned, clean' },
  infected: { vi: 'Có mã độc, đã cách ly', en: 'Malware found, quarantined' },
  unscanned: { vi: 'Chưa quét mã độc', en: 'Not scanned for malware' },
} as const satisfies Record<string, Text>
export type ScanStatus = keyof typeof SCAN_STATUS

/** What stands in the place of a page that is not shown. */
export const PREVIEW_WORDS = {
  none: {
    vi: 'Trang này không có ảnh xem trước: nội dung quá lớn hoặc quá phức tạp để vẽ tại đây. Hãy tải tệp về để xem.',
    en: 'This page has no preview: it is too large or too complex to be drawn here. Download the file to see it.',
  },
  later: {
    vi: 'Cổng đang bận nên chưa vẽ được trang này; tệp không có lỗi gì. Hãy tải lại trang sau ít phút.',
    en: 'The portal is busy and could not draw this page yet; nothing is wrong with the file. Reload in a few minutes.',
  },
} as const satisfies Record<string, Text>

const isMediaType = (value: unknown): value is MediaType => typeof value === 'string' && value in MEDIA_TYPES

/** A stored file: what it is for, what it is, and what the scanner said. */
export const attachmentSchema = z.object({
  id: z.uuid(),
  holderId: z.uuid(),
  dossierId: z.uuid().nullable(),
  requirementCode: z.string(),
  name: z.string(),
  mediaType: z.custom<MediaType>(isMediaType),
  size: z.int(),
  sha256: z.string(),
  pages: z.int().nullable(),
  scan: z.enum(['pending', 'clean', 'infected', 'unscanned']),
  storedAt: z.date(),
  sealedAt: z.date().nullable(),
  supersededAt: z.date().nullable(),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** Whether an officer may open it: not before the scanner has spoken, never when it found something. */
export function isReadable(attachment: { scan: ScanStatus }): boolean {
  return attachment.scan === 'clean' || attachment.scan === 'unscanned'
}
