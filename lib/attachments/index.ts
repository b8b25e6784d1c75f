export { isReadable, SCAN_STATUS } from './attachment'
export type { Attachment, ScanStatus } from './attachment'
export { ACCEPT, MAX_FILE_BYTES, MAX_FILES_PER_REQUIREMENT, MEDIA_TYPES, readableSize } from './media-type'
export type { MediaType } from './media-type'
