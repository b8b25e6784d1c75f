import { address } from '@/lib/kernel'

const filePage = address('/tep/[id]/trang/[trang]')

/** Files people sent. */
export const attachmentPaths = {
  file: address('/tep/[id]'),
  /** A page of a file (from 0). */
  filePage,
  /** The same as a picture so many pixels wide. */
  filePicture: (fileId: string, page: number, width: number) => `${filePage(fileId, page)}?rong=${String(width)}`,
  /** For uploads that go on where they broke off (tus). */
  uploads: address('/api/tep/[[...tai]]'),
} as const
