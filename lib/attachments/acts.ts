import 'server-only'
import { z } from 'zod'
import { eventRecorder, recorder } from '@/lib/ledger/server'
import { ATTACHMENT_EVENTS } from './events'

/** What is kept of a file: its digest and where it lies, never its name or content. */
export const recordOnAttachment = recorder('attachment', {
  'attachment.stored': z.object({
    sha256: z.string(),
    size: z.int(),
    requirementCode: z.string(),
    holderId: z.uuid(),
    replaces: z.uuid().optional(),
  }),
  'attachment.removed': z.object({ holderId: z.uuid(), replacedBy: z.uuid().optional() }),
})

export const recordAttachmentEvent = eventRecorder('attachment', ATTACHMENT_EVENTS)
