import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { chunksOf } from '@/lib/pdf'
import type { ByteSource } from '@/lib/pdf'
import type { HashEngine } from '../hashing'
import { signingFault } from './fault'
import type { SigningFault } from './fault'
import type { Prepared } from './prepare'

/** The digest to be signed, and the digest of the base alone by which both sides know that they mean the same file. */
export type PreparedDigest = { readonly signed: Uint8Array; readonly base: Uint8Array }

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
  for await (const bytes of chunksOf(source, 0, source.size)) hasher.update(bytes)
  const base = await hasher.copy()
  const [, start, end] = prepared.byteRange
  hasher.update(prepared.appendix.subarray(0, start - prepared.baseSize))
  hasher.update(prepared.appendix.subarray(end - prepared.baseSize))
  return ok({ signed: hasher.digest(), base: base.digest() })
}
