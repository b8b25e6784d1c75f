import 'server-only'
import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { attachments } from '@/db/schema/attachments'
import { jobsOf } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { unsafeAttachment } from './store'
import { recordAttachmentEvent } from './acts'
import { ATTACHMENT_JOBS } from './jobs'

/**
 * Job `attachments.scan`: asks the scanner and writes its word down. A scanner that cannot be asked throws, so the file
 * stays in quarantine and the job comes again.
 */
export async function scanAttachment(ctx: Ctx, { attachmentId }: { attachmentId: string }): Promise<void> {
  const file = await unsafeAttachment(ctx.db, attachmentId)
  if (file?.scan !== 'pending') return
  const stream = await ctx.ports.blobs.read(file.sha256)
  if (stream === null) throw new Error(`blob ${file.sha256} of attachment ${attachmentId} is missing`)
  const verdict = await ctx.ports.scanner.scan(stream)
  const scanDetail = verdict.status === 'infected' ? verdict.signature : null
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.update(attachments).set({ scan: verdict.status, scanDetail }).where(eq(attachments.id, attachmentId))
    await recordAttachmentEvent(ctx, attachmentId, {
      type: 'attachment.scanned',
      data: {
        status: verdict.status,
        holderId: file.holderId,
        dossierId: file.dossierId,
        ...(scanDetail === null ? {} : { signature: scanDetail }),
      },
    })
  })
}

export const JOBS = jobsOf(ATTACHMENT_JOBS, { 'attachments.scan': scanAttachment })
