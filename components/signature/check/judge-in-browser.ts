import { webHashes } from '@/lib/pades'
import { blobSource, chunksOf } from '@/lib/pdf'
import type { ByteSource } from '@/lib/pdf'
import { signingPaths, judgeInRounds, trustedRoots } from '@/lib/signing'
import type { VerificationReport } from '@/lib/signing'
import { anchorOf, HASHES, parseCertificate, toHex, webEngine } from '@/lib/trust'
import { jsonOf, authoritiesOverHttp } from './ask-authorities'
import { sourceWithProgress } from '../source-with-progress'

/** What is being done, and how much of the file was read on the way. */
export type CheckStage = { kind: 'reading' | 'asking'; share: number }
export type BrowserVerdict = { report: VerificationReport; sha256: string }
type OnStage = (stage: CheckStage) => void

const SHA_256 = HASHES['SHA-256'].oid

/**
 * Judges a file on this device: it is read piece by piece and never sent. Only the portal's trusted roots are fetched, and
 * where the file does not tell, whether its certificates were revoked. Throws `TypeError` without a connection.
 */
export async function judgeInBrowser(file: File, onStage: OnStage): Promise<BrowserVerdict> {
  const source = sourceWithProgress(blobSource(file), (share) => {
    onStage({ kind: 'reading', share })
  })
  const { now, roots } = trustedRoots.parse(await jsonOf(fetch(signingPaths.roots())))
  const anchors = roots.flatMap(({ set, certificate }) => {
    const parsed = parseCertificate(certificate)
    return parsed.ok ? [anchorOf(parsed.value, set)] : []
  })
  const judging = { source, at: now, anchors, engine: webEngine, hashes: webHashes, fileDigestOid: SHA_256 }
  const asking = () => {
    onStage({ kind: 'asking', share: 1 })
  }
  const { report, fileDigest } = await judgeInRounds(judging, authoritiesOverHttp(asking))
  return { report, sha256: toHex(fileDigest ?? (await digestOf(source))) }
}

/** The digest of what is no PDF that can be read. */
async function digestOf(source: ByteSource): Promise<Uint8Array> {
  const hasher = await webHashes(SHA_256)
  if (hasher === undefined) throw new Error('no SHA-256')
  for await (const bytes of chunksOf(source, 0, source.size)) hasher.update(bytes)
  return hasher.digest()
}
