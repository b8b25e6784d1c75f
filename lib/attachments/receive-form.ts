import 'server-only'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { err } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Attachment } from './attachment'
import { readableSize } from './media-type'
import { receiveFile } from './store'
import type { AttachmentRule } from './store'

/** Without script a file comes in one piece; larger ones need the resumable way. */
export const MAX_FORM_BYTES = 50 * 1024 ** 2

/** Takes in a file sent by a plain multipart form. */
export async function receiveForm(
  ctx: Ctx,
  entry: FormDataEntryValue | null,
  place: { holderId: string; requirementCode: string; rule: AttachmentRule },
): Promise<Result<Attachment, DomainError>> {
  if (!(entry instanceof File) || entry.size === 0)
    return err({ code: 'file-empty', detail: { name: entry instanceof File ? entry.name : '' } })
  if (entry.size > MAX_FORM_BYTES)
    return err({ code: 'file-too-large', detail: { name: entry.name, limit: readableSize(MAX_FORM_BYTES) } })
  const uploadId = ctx.newId()
  const file = path.join(ctx.ports.uploadFolder, uploadId)
  await mkdir(ctx.ports.uploadFolder, { recursive: true, mode: 0o700 })
  try {
    await pipeline(Readable.from(entry.stream()), createWriteStream(file, { mode: 0o600 }))
    return await receiveFile(ctx, { path: file, givenName: entry.name, uploadId, ...place })
  } finally {
    await rm(file, { force: true })
  }
}
