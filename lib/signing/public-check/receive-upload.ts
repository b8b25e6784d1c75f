import 'server-only'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { createAllowance } from '@/lib/pages/server'
import type { Ctx } from '@/lib/ports'
import { MAX_FORM_BYTES, MAX_STREAM_BYTES } from '../protocol/check-limits'
import { reportOnFile } from './public-report'
import type { StoredReport } from './public-report'

/** A form's own wrapping around its one file. */
const WRAPPING_BYTES = 64 * 1024
/** Files one address may have checked a minute. */
const PER_MINUTE = 10
/** Questions about certificates one address may have asked a minute. */
const QUESTIONS_PER_MINUTE = 60
/** Files checked at once by one process: each may be large. */
const AT_ONCE = 3

const allowance = createAllowance(PER_MINUTE)
const questions = createAllowance(QUESTIONS_PER_MINUTE)
const running = new Set<string>()

/**
 * Checks the file of a request: the field `tep` of a plain form, or any other body as the file itself, streamed to disk.
 * Nothing of the file is left when this returns.
 */
export async function checkUpload(ctx: Ctx, request: Request): Promise<Result<StoredReport, DomainError>> {
  if (!allowance.take(askerOf(request), ctx.now.getTime()))
    return err({ code: 'too-many-requests', detail: { seconds: 60 } })
  if (running.size >= AT_ONCE) return err({ code: 'verification-busy' })
  const id = ctx.newId()
  running.add(id)
  const target = path.join(ctx.ports.uploadFolder, `kiem-tra-${id}`)
  try {
    await mkdir(ctx.ports.uploadFolder, { recursive: true, mode: 0o700 })
    const received = await receive(request, target)
    return received.ok ? ok(await reportOnFile(ctx, target, received.value)) : received
  } finally {
    running.delete(id)
    await rm(target, { force: true })
  }
}

const askerOf = ({ headers }: Request) => headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''

/** Whether this address may ask about certificates once more: a file asks twice at most, and some times more for issuers. */
export function mayAsk(ctx: Ctx, request: Request): boolean {
  return questions.take(askerOf(request), ctx.now.getTime())
}

const isForm = ({ headers }: Request) => headers.get('content-type')?.startsWith('multipart/form-data') === true

/** @returns the name the file was given. */
async function receive(request: Request, target: string): Promise<Result<string, DomainError>> {
  const limit = isForm(request) ? MAX_FORM_BYTES : MAX_STREAM_BYTES
  const detail = { name: '', limit: `${String(limit / 1024 ** 2)} MB` }
  if (isStatedTooLarge(request, limit)) return err({ code: 'file-too-large', detail })
  const upload = isForm(request) ? await fromForm(request) : fromBody(request)
  if (upload === null) return err({ code: 'file-empty', detail: { name: '' } })
  const size = await writeUpTo(upload.stream, target, limit)
  if (size === null) return err({ code: 'file-too-large', detail: { ...detail, name: upload.name } })
  return size === 0 ? err({ code: 'file-empty', detail: { name: upload.name } }) : ok(upload.name)
}

/** A form is taken apart in memory, so it must say how long it is before it is read; a stream is counted on the way. */
function isStatedTooLarge(request: Request, limit: number): boolean {
  const stated = request.headers.get('content-length')
  return stated === null ? isForm(request) : !(Number(stated) <= limit + WRAPPING_BYTES)
}

type NamedStream = { name: string; stream: ReadableStream<Uint8Array> }

async function fromForm(request: Request): Promise<NamedStream | null> {
  const form = await request.formData().catch(() => null)
  const file = form?.get('tep')
  return file instanceof File ? { name: file.name, stream: file.stream() } : null
}

function fromBody({ body, headers }: Request): NamedStream | null {
  return body === null ? null : { name: decodeName(headers.get('x-ten-tep') ?? ''), stream: body }
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Writes the stream and counts it; null when it is longer than allowed. */
async function writeUpTo(stream: ReadableStream<Uint8Array>, target: string, limit: number): Promise<number | null> {
  let size = 0
  async function* countBytes() {
    for await (const part of stream) {
      size += part.byteLength
      if (size > limit) return
      yield part
    }
  }
  await pipeline(Readable.from(countBytes()), createWriteStream(target, { mode: 0o600 }))
  return size > limit ? null : size
}
