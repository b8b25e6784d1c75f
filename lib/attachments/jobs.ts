import 'server-only'
import { z } from 'zod'
import { jobAdder } from '@/lib/ledger/server'

export const ATTACHMENT_JOBS = { 'attachments.scan': z.object({ attachmentId: z.uuid() }) }
export const addAttachmentJob = jobAdder(ATTACHMENT_JOBS)
