import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { PLAIN } from '../lib/pades/test-documents'

export const MEGABYTES = Number(process.env['BENCH_MEGABYTES'] ?? 500)
const CHUNK = Buffer.alloc(1 << 20, 'q')

/** A valid PDF of the size wanted: one page, and one great stream that nothing shows. */
export function writeLargePdf(path: string): void {
  const file = openSync(path, 'w')
  const length = (MEGABYTES - 1) << 20
  const offsets: number[] = []
  let at = 0
  const put = (bytes: Buffer) => (at += writeSync(file, bytes))
  put(Buffer.from('%PDF-1.7\n'))
  for (const [i, body] of PLAIN.entries()) {
    offsets.push(at)
    put(Buffer.from(`${String(i + 1)} 0 obj\n${body}\nendobj\n`))
  }
  offsets.push(at)
  put(Buffer.from(`7 0 obj\n<</Length ${String(length)}>>\nstream\n`))
  for (let done = 0; done < length; done += CHUNK.length) put(CHUNK)
  put(Buffer.from('\nendstream\nendobj\n'))
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<</Size 8/Root 1 0 R>>\nstartxref\n${String(at)}\n%%EOF\n`
  put(Buffer.from(`xref\n0 8\n0000000000 65535 f \n${rows}${trailer}`))
  closeSync(file)
}

/** The floor: the file read once, chunk by chunk, and digested. */
export function sha256Once(path: string): string {
  const file = openSync(path, 'r')
  const chunk = Buffer.alloc(1 << 20)
  const hash = createHash('sha256')
  for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk))
    hash.update(chunk.subarray(0, length))
  closeSync(file)
  return hash.digest('hex')
}
