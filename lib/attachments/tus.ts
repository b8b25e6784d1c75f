import 'server-only'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'
import { say } from '@/lib/i18n'
import { ERRORS, HTTP_STATUS } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { MAX_FILE_BYTES } from './media-type'
import { receiveFile } from './store'

/** Two requests for one upload wait for each other. */
const locker = new MemoryLocker()

const WEEK_MS = 7 * 24 * 3600 * 1000

/** Who may attach what where; the holder's module answers, attachments only ask. */
export type MayAttach = (holderId: string, requirementCode: string) => Promise<Result<null, DomainError>>

/**
 * One request of the tus 1.0 protocol under `route`. Upload ids begin with the owner's id, so a foreign upload is not found;
 * what was received survives a restart because the offset is the length of the file on disk.
 */
export async function handleUpload(
  ctx: Ctx & { ownerId: string },
  request: Request,
  route: string,
  mayAttach: MayAttach,
): Promise<Response> {
  mkdirSync(ctx.ports.uploadFolder, { recursive: true, mode: 0o700 })
  const datastore = new FileStore({ directory: ctx.ports.uploadFolder, expirationPeriodInMilliseconds: WEEK_MS })
  const server = new Server({
    path: route,
    datastore,
    locker,
    relativeLocation: true,
    maxSize: MAX_FILE_BYTES,
    namingFunction: () => `${ctx.ownerId}_${ctx.newId()}`,
    onIncomingRequest(_request, id) {
      if (request.method !== 'POST' && !id.startsWith(`${ctx.ownerId}_`))
        return Promise.reject(refusal(ctx, { code: 'not-found' }))
      return Promise.resolve()
    },
    async onUploadCreate(_request, upload) {
      const allowed = await mayAttach(upload.metadata?.['holder'] ?? '', upload.metadata?.['requirement'] ?? '')
      if (!allowed.ok) throw refusal(ctx, allowed.error)
      return {}
    },
    async onUploadFinish(_request, upload) {
      const received = await receiveFile(ctx, {
        path: path.join(ctx.ports.uploadFolder, upload.id),
        givenName: upload.metadata?.['filename'] ?? '',
        holderId: upload.metadata?.['holder'] ?? '',
        requirementCode: upload.metadata?.['requirement'] ?? '',
        uploadId: upload.id,
      })
      await datastore.remove(upload.id)
      if (!received.ok) throw refusal(ctx, received.error)
      return {
        status_code: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: received.value.id }),
      }
    },
  })
  return server.handleWeb(request)
}

/** What tus-js-client hands to the page: the words, in the person's language. */
function refusal(ctx: Ctx, error: DomainError) {
  return { status_code: HTTP_STATUS[error.code], body: say(ERRORS[error.code].words, ctx.locale, error.detail) }
}
