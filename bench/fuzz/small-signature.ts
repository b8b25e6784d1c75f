import type { Result } from '@/lib/kernel'
import { bytesSource } from '@/lib/pdf'
import { digestPrepared, fillGap, oidOf, prepareSignature, signDigest } from '@/lib/pades'
import type { Prepared, SignaturePlan, Signer, SigningFault, TimestampAuthority } from '@/lib/pades'
import { authorityAt, concat, machinery, NOW, unique } from '@/lib/pades/test-documents'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Ten digits keep their width, so that nothing behind them moves again. */
function shiftRange(appendix: string, prepared: Prepared, cut: number): string {
  const [, start, end, tail] = prepared.byteRange
  const range = [0, start, end - cut, tail].map(String).join(' ')
  return appendix
    .replace(/\/ByteRange \[[^\]]*\]( *)/, (whole) => `/ByteRange [${range}]`.padEnd(whole.length))
    .replace(/\d{10}(?= \d{5} n )/g, (offset) => later(offset, start, cut))
    .replace(
      /startxref\n(\d+)/,
      (_, offset: string) => `startxref\n${String(Number(offset) - cut).padStart(offset.length, '0')}`,
    )
}

function later(offset: string, start: number, cut: number): string {
  return String(Number(offset) - (Number(offset) > start ? cut : 0)).padStart(10, '0')
}

/** Rows of eight bytes: kind, offset in five, generation in two. */
function streamShifted(appendix: Uint8Array, start: number, cut: number): void {
  const whole = text(appendix)
  const dict = whole.lastIndexOf('/Type /XRef')
  if (dict < 0) return
  const data = whole.indexOf('stream\n', dict) + 7
  const rows = Number(/\/Length (\d+)/.exec(whole.slice(dict))?.[1] ?? 0) / 8
  const view = new DataView(appendix.buffer, appendix.byteOffset)
  for (let row = 0; row < rows; row++) {
    const at = data + row * 8 + 2
    if (view.getUint32(at) > start) view.setUint32(at, view.getUint32(at) - cut)
  }
}

/** The same revision with little room for its signature: most of an ordinary one is zeros, which teach nothing. */
function shrunk(prepared: Prepared, room: number): Prepared {
  const { baseSize, appendix, byteRange } = prepared
  const [, start, end, tail] = byteRange
  const cut = end - start - 2 - room * 2
  const from = start + 1 - baseSize
  const moved = shiftRange(text(concat(appendix.subarray(0, from), appendix.subarray(from + cut))), prepared, cut)
  const bytes = new Uint8Array(Buffer.from(moved, 'latin1'))
  streamShifted(bytes, start, cut)
  return { ...prepared, appendix: bytes, byteRange: [0, start, end - cut, tail] }
}

type Order = {
  readonly signer: Signer
  readonly room: number
  readonly authority?: TimestampAuthority
  readonly kind?: SignaturePlan['kind']
}

/** A file signed (or timestamped) by the library, with as small a gap as will do. */
export async function smallSigned(base: Uint8Array, order: Order): Promise<Uint8Array> {
  const source = bytesSource(base)
  const { kind = 'signature', room, signer } = order
  const plan = kind === 'timestamp' ? { kind, unique: unique() } : { kind, unique: unique(), at: NOW, reason: 'Duyet' }
  const small = shrunk(unwrap(await prepareSignature(source, plan)), room)
  const digest = unwrap(await digestPrepared(source, small, machinery.hashes, oidOf(signer.algorithm.digest)))
  const contents =
    kind === 'timestamp'
      ? await authorityAt(NOW).stamp(digest.signed)
      : unwrap(await signDigest(digest.signed, order, machinery.engine))
  return concat(base, unwrap(fillGap(small, contents)))
}

function unwrap<T>(result: Result<T, SigningFault>): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.code}: ${result.error.detail}`)
}
