export { isReadable, PREVIEW_WORDS, SCAN_STATUS } from './attachment'
export type { Attachment, ScanStatus } from './attachment'
export { ACCEPT, MEDIA_TYPES, readableSize } from './media-type'
export type { MediaType } from './media-type'
