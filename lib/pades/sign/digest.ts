import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import type { ByteSource } from '@/lib/pdf'
import type { HashEngine, Hasher } from '../hashing'
import { signingFault } from './fault'
import type { SigningFault } from './fault'
import type { Prepared } from './prepare'

/** The digest to be signed, and the digest of the base alone by which both sides know that they mean the same file. */
export type PreparedDigest = { readonly signed: Uint8Array; readonly base: Uint8Array }

const CHUNK = 1 << 20

/** One pass over the base, forked at its end, then the appendix around its gap. */
export async function digestPrepared(
  source: ByteSource,
  prepared: Prepared,
  hashes: HashEngine,
  digestOid: string,
): Promise<Result<PreparedDigest, SigningFault>> {
  if (source.size !== prepared.baseSize) return err(signingFault('base-changed', String(source.size)))
  const hasher = await hashes(digestOid)
  if (hasher === undefined) throw new Error(`no digest ${digestOid}`)
  await feedBase(source, hasher)
  const base = await hasher.copy()
  const [, start, end] = prepared.byteRange
  hasher.update(prepared.appendix.subarray(0, start - prepared.baseSize))
  hasher.update(prepared.appendix.subarray(end - prepared.baseSize))
  return ok({ signed: hasher.digest(), base: base.digest() })
}

async function feedBase(source: ByteSource, hasher: Hasher): Promise<void> {
  let next = source.read(0, CHUNK)
  for (let at = 0; at < source.size; ) {
    const bytes = await next
    if (bytes.length === 0) throw new Error(`source ended at ${String(at)}`)
    at += bytes.length
    if (at < source.size) next = source.read(at, CHUNK)
    hasher.update(bytes)
  }
}
