import 'server-only'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { MAX_DECODED_BYTES, MAX_IMAGE_MEGAPIXELS } from '@/lib/decoding'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx, Inspection, SentFile } from '@/lib/ports'
import { MAX_FILE_BYTES, readableSize, sniffMediaType } from './media-type'
import type { MediaType } from './media-type'
import { outlineOf } from './outline'
import { verdictOf } from './verdict'

/** A whole file on disk and what it is called. */
export type Arrived = { path: string; name: string; sha256: string; size: number; ownerId: string }
export type Inspected = { mediaType: MediaType; pages: number | null }

/** The type its first bytes tell, for a file of a size that is taken at all. */
export async function typeOf(
  path: string,
  name: string,
): Promise<Result<{ mediaType: MediaType; size: number }, DomainError>> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    if (size === 0) return err({ code: 'file-empty', detail: { name } })
    if (size > MAX_FILE_BYTES) return err(tooLarge(name, MAX_FILE_BYTES))
    const head = new Uint8Array(Math.min(1024, size))
    await handle.read(head, 0, head.length, 0)
    const mediaType = sniffMediaType(head)
    if (mediaType === null) return err({ code: 'file-type-refused', detail: { name } })
    if (mediaType !== 'application/pdf' && size > MAX_DECODED_BYTES) return err(tooLarge(name, MAX_DECODED_BYTES))
    return ok({ mediaType, size })
  } finally {
    await handle.close()
  }
}

/** Looks into a file whose type is known: whether it opens; a refusal names the file and the rule. */
export async function inspect(ctx: Ctx, file: Arrived, mediaType: MediaType): Promise<Result<Inspected, DomainError>> {
  const { name, path, sha256, size, ownerId } = file
  if (size > MAX_DECODED_BYTES) return outline(path, name, size)
  const bytes = () => Promise.resolve(createReadStream(path))
  const inspection = await verdictOf(ctx, sha256, { ownerId, kind: kindOf(mediaType), size, open: bytes })
  return inspection.outcome === 'opens'
    ? ok({ mediaType, pages: inspection.isDrawable ? inspection.pages : null })
    : err(refusalOf(inspection, name))
}

/** Which decoder a type needs. */
export function kindOf(mediaType: MediaType): SentFile['kind'] {
  if (mediaType === 'application/pdf') return 'pdf'
  return mediaType === 'image/heic' ? 'heic' : 'image'
}

function refusalOf(inspection: Exclude<Inspection, { outcome: 'opens' }>, name: string): DomainError {
  const codes = {
    broken: 'file-broken',
    locked: 'file-locked',
    'too-many-pixels': 'file-too-many-pixels',
    'too-costly': 'file-too-complex',
    unavailable: 'file-not-examined',
  } as const
  const limit = inspection.outcome === 'too-many-pixels' ? { limit: MAX_IMAGE_MEGAPIXELS } : {}
  return { code: codes[inspection.outcome], detail: { name, ...limit } }
}

function tooLarge(name: string, limit: number): DomainError {
  return { code: 'file-too-large', detail: { name, limit: readableSize(limit) } }
}

/** Nothing of a PDF above what is decoded is read but a few KB: neither memory nor time may grow with the file. */
async function outline(path: string, name: string, size: number): Promise<Result<Inspected, DomainError>> {
  const handle = await open(path, 'r')
  try {
    const outlined = await outlineOf(size, async (offset, length) => {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    })
    if (outlined === 'whole') return ok({ mediaType: 'application/pdf', pages: null })
    return err({ code: outlined === 'locked' ? 'file-locked' : 'file-broken', detail: { name } })
  } finally {
    await handle.close()
  }
}
