import { openAsBlob } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { AwsClient } from 'aws4fetch'
import type { BlobStore } from '@/lib/ports'
import { isSha256, writeFlushed } from './disk-blobs'

export type S3Place = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string }

/**
 * Blobs as objects of an S3 bucket, named by their SHA-256. The name is known only at the end of the stream, so the bytes are
 * kept aside on disk first; S3 shows an object only when it is complete.
 */
export function s3Blobs(place: S3Place): BlobStore {
  const s3 = new AwsClient({ ...place, service: 's3', retries: 3 })
  const root = `${place.endpoint.replace(/\/+$/, '')}/${place.bucket}`
  const address = (sha256: string) => `${root}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`

  async function size(sha256: string): Promise<number | null> {
    if (!isSha256(sha256)) return null
    const answer = await s3.fetch(address(sha256), { method: 'HEAD' })
    if (answer.status === 404) return null
    return Number(requireOk(answer).headers.get('content-length'))
  }

  async function send(file: string, sha256: string): Promise<void> {
    const body = await openAsBlob(file)
    const headers = { 'x-amz-content-sha256': sha256 }
    const answer = await s3.fetch(address(sha256), { method: 'PUT', headers, body })
    await requireOk(answer).arrayBuffer()
  }

  return {
    size,
    put: (source) =>
      aside(async (file) => {
        const stored = await writeFlushed(file, source)
        if ((await size(stored.sha256)) === null) await send(file, stored.sha256)
        return stored
      }),
    async read(sha256, range) {
      const total = await size(sha256)
      if (total === null) return null
      const start = range?.start ?? 0
      const end = Math.min(range?.end ?? total, total)
      if (start >= end) return new Blob([]).stream()
      const answer = await s3.fetch(address(sha256), {
        headers: { range: `bytes=${String(start)}-${String(end - 1)}` },
      })
      return requireOk(answer).body
    },
  }
}

/** Works with a file that exists only meanwhile. */
async function aside<T>(work: (file: string) => Promise<T>): Promise<T> {
  const file = path.join(os.tmpdir(), 'mot-cua-s3', randomUUID())
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  try {
    return await work(file)
  } finally {
    await rm(file, { force: true })
  }
}

function requireOk(answer: Response): Response {
  if (!answer.ok) throw new Error(`S3 answered ${String(answer.status)} to ${new URL(answer.url).pathname}`)
  return answer
}
