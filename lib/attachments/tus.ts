import 'server-only'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'
import type { Upload } from '@tus/server'
import { err } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Attachment } from './attachment'
import { MAX_FILE_BYTES, readableSize } from './media-type'
import { receiveFile } from './store'
import type { AttachmentRule } from './store'

/** Two requests for one upload wait for each other. */
const locker = new MemoryLocker()

const WEEK_MS = 7 * 24 * 3600 * 1000

/** Who may attach what where; the holder's module answers, attachments only ask. */
export type MayAttach = (holderId: string, requirementCode: string) => Promise<Result<AttachmentRule, DomainError>>

/** Where uploads arrive, and what those above know of them: who may attach what, and how a refusal is answered. */
export type UploadEntrance = {
  route: string
  mayAttach: MayAttach
  answerTo: (error: DomainError) => { status: number; words: string }
}

/** A refusal as the tus server wants it thrown: tus-js-client hands `body`, in the person's language, to the page. */
class UploadRefused extends Error {
  readonly status_code: number
  readonly body: string
  constructor({ answerTo }: UploadEntrance, error: DomainError) {
    super(error.code)
    const { status, words } = answerTo(error)
    this.status_code = status
    this.body = words
  }
}

type Named = { holder: string; requirement: string; filename: string }

function readMetadata(metadata: Record<string, string | null> | undefined): Named {
  const { holder, requirement, filename } = metadata ?? {}
  return { holder: holder ?? '', requirement: requirement ?? '', filename: filename ?? '' }
}

/**
 * One request of the tus 1.0 protocol. Upload ids begin with the owner's id, so a foreign upload is not found;
 * what was received survives a restart because the offset is the length of the file on disk.
 */
export async function handleUpload(
  ctx: Ctx & { ownerId: string },
  request: Request,
  entrance: UploadEntrance,
): Promise<Response> {
  mkdirSync(ctx.ports.uploadFolder, { recursive: true, mode: 0o700 })
  const datastore = new FileStore({ directory: ctx.ports.uploadFolder, expirationPeriodInMilliseconds: WEEK_MS })
  const finish = (upload: Upload) =>
    once(upload.id, async () => {
      const received = await takeIn(ctx, entrance.mayAttach, readMetadata(upload.metadata), upload.id)
      if (received.ok || received.error.code !== 'file-kept-unexamined') await datastore.remove(upload.id)
      return received
    })
  if (request.method === 'HEAD') {
    const whole = await wholeUpload(datastore, ctx.ownerId, request)
    if (whole !== null) return standingOf(whole, await finish(whole), entrance)
  }
  const server = new Server({
    path: entrance.route,
    datastore,
    locker,
    relativeLocation: true,
    maxSize: MAX_FILE_BYTES,
    namingFunction: () => `${ctx.ownerId}_${ctx.newId()}`,
    onIncomingRequest(_request, id) {
      const isForeign = request.method !== 'POST' && !id.startsWith(`${ctx.ownerId}_`)
      return isForeign ? Promise.reject(new UploadRefused(entrance, { code: 'not-found' })) : Promise.resolve()
    },
    onUploadCreate: (_request, upload) => checkBeginning(entrance, readMetadata(upload.metadata), upload.size ?? 0),
    async onUploadFinish(_request, upload) {
      const received = await finish(upload)
      if (!received.ok) throw new UploadRefused(entrance, received.error)
      const body = JSON.stringify({ id: received.value.id })
      return { status_code: 200, headers: { 'content-type': 'application/json' }, body }
    },
  })
  return server.handleWeb(request)
}

const finishing = new Map<string, Promise<Result<Attachment, DomainError>>>()

/** An answer lost on the way makes a browser ask again while the first is still looked into. */
function once(id: string, work: () => Promise<Result<Attachment, DomainError>>) {
  const running = finishing.get(id) ?? work()
  finishing.set(id, running)
  return running.finally(() => finishing.delete(id))
}

/** The actor's own upload that is asked about, if all of it is here and it only waits to be taken in. */
async function wholeUpload(datastore: FileStore, ownerId: string, request: Request): Promise<Upload | null> {
  const id = path.basename(new URL(request.url).pathname)
  if (!id.startsWith(`${ownerId}_`)) return null
  const upload = await datastore.getUpload(id).catch(() => null)
  return upload !== null && upload.size === upload.offset ? upload : null
}

/**
 * Where an upload stands that is whole. To a client `locked` means to ask again later; any other refusal makes it send the
 * file anew, and then it hears why.
 */
function standingOf(upload: Upload, received: Result<Attachment, DomainError>, { answerTo }: UploadEntrance): Response {
  const isWaiting = !received.ok && received.error.code === 'file-kept-unexamined'
  const size = String(upload.size)
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-offset': size,
    'upload-length': size,
    'cache-control': 'no-store',
  }
  const refused = received.ok ? 200 : answerTo(received.error).status
  return new Response(null, { status: isWaiting ? 423 : refused, headers })
}

/** Refuses before the first byte what would be refused after the last. */
async function checkBeginning(entrance: UploadEntrance, named: Named, size: number): Promise<object> {
  const allowed = await entrance.mayAttach(named.holder, named.requirement)
  if (!allowed.ok) throw new UploadRefused(entrance, allowed.error)
  const { maxBytes } = allowed.value
  if (size <= maxBytes) return {}
  const detail = { name: named.filename, limit: readableSize(maxBytes) }
  throw new UploadRefused(entrance, { code: 'file-too-large', detail })
}

async function takeIn(
  ctx: Ctx,
  mayAttach: MayAttach,
  named: Named,
  uploadId: string,
): Promise<Result<Attachment, DomainError>> {
  const allowed = await mayAttach(named.holder, named.requirement)
  if (!allowed.ok) return allowed
  const received = await receiveFile(ctx, {
    path: path.join(ctx.ports.uploadFolder, uploadId),
    givenName: named.filename,
    holderId: named.holder,
    requirementCode: named.requirement,
    uploadId,
    rule: allowed.value,
  })
  if (received.ok || received.error.code !== 'file-not-examined') return received
  return err({ ...received.error, code: 'file-kept-unexamined' })
}
