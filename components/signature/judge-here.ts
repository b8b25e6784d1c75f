import { webHashes } from '@/lib/pades'
import { blobSource } from '@/lib/pdf'
import type { ByteSource } from '@/lib/pdf'
import { CHECK_PATHS, judgeInRounds, revocationAnswers, trustedRoots } from '@/lib/signing'
import type { VerificationReport } from '@/lib/signing'
import { anchorOf, parseCertificate, toHex, webEngine } from '@/lib/trust'
import { base64Of } from './server-words'

/** What is being done, and how much of the file was read on the way. */
export type CheckStage = { kind: 'reading' | 'asking' | 'digesting'; share: number }
export type JudgedHere = { report: VerificationReport; sha256: string }
type OnStage = (stage: CheckStage) => void

const SHA_256 = '2.16.840.1.101.3.4.2.1'
const CHUNK = 1 << 20

/**
 * Judges a file on this device: it is read piece by piece and never sent. Only the portal's trusted roots are fetched, and
 * where the file does not tell, whether its certificates were revoked. Throws `TypeError` without a connection.
 */
export async function judgeHere(file: File, onStage: OnStage): Promise<JudgedHere> {
  const source = watched(blobSource(file), onStage)
  const { now, roots } = trustedRoots.parse(await answered(fetch(CHECK_PATHS.roots())))
  const anchors = roots.flatMap(({ set, certificate }) => {
    const parsed = parseCertificate(certificate)
    return parsed.ok ? [anchorOf(parsed.value, set)] : []
  })
  const judging = { source, at: now, anchors, engine: webEngine, hashes: webHashes }
  const report = await judgeInRounds(judging, async (questions, round) => {
    onStage({ kind: 'asking', share: 1 })
    const asked = questions.map(({ certificate, issuer }) => ({
      certificate: base64Of(certificate.der),
      issuer: base64Of(issuer.der),
    }))
    const body = JSON.stringify({ round, questions: asked })
    const headers = { 'content-type': 'application/json' }
    const answer = await answered(fetch(CHECK_PATHS.questions(), { method: 'POST', headers, body }))
    const { receivedAt, ocsps, crls } = revocationAnswers.parse(answer)
    return { receivedAt, store: { certificates: [], ocsps, crls } }
  })
  return { report, sha256: await digestOf(blobSource(file), onStage) }
}

async function answered(asking: Promise<Response>): Promise<unknown> {
  const answer = await asking
  if (!answer.ok) throw new TypeError(String(answer.status))
  return answer.json()
}

/** Tells how far the file has been read, only of the long pass: the structure is read here and there. */
function watched(source: ByteSource, onStage: OnStage): ByteSource {
  return {
    size: source.size,
    read(offset, length) {
      if (length >= 1 << 16) onStage({ kind: 'reading', share: Math.min(1, (offset + length) / source.size) })
      return source.read(offset, length)
    },
  }
}

async function digestOf(source: ByteSource, onStage: OnStage): Promise<string> {
  const hasher = await webHashes(SHA_256)
  if (hasher === undefined) throw new Error('no SHA-256')
  for (let offset = 0; offset < source.size; offset += CHUNK) {
    onStage({ kind: 'digesting', share: offset / source.size })
    hasher.update(await source.read(offset, Math.min(CHUNK, source.size - offset)))
  }
  return toHex(hasher.digest())
}
