import 'server-only'

export { previewOf, PREVIEW_WIDTHS } from './preview'
export type { Preview, PreviewWidth } from './preview'
export {
  attachmentsOfDossier,
  attachmentsOfHolder,
  receiveFile,
  removeAttachment,
  replaceWithSigned,
  sealAttachments,
  supersedeAttachments,
  unsafeAttachment,
} from './store'
export type { AttachmentRule, Received } from './store'
export { receiveForm } from './receive-form'
export { handleUpload } from './tus'
export type { MayAttach } from './tus'
