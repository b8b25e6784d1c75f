import { isRevokedAt, plainName, validatePath } from '@/lib/trust'
import type { Certificate, PathVerdict, Purpose } from '@/lib/trust'
import { chainRefusal, dayOf, unknownRevocation } from './chain-refusal'
import type { Evidence, TrustSettings } from './evidence'
import { PASSED, verdict } from './verdict'
import type { Verdict } from './verdict'

/** The root a path reached and the set of anchors it belongs to. */
export type Root = { readonly name: string; readonly set: string }

export type ChainVerdict = {
  readonly verdict: Verdict
  readonly root: Root | undefined
  readonly path: readonly Certificate[]
  /** Certificates whose issuer is not at hand, where that is what keeps a path from being found. */
  readonly missing: readonly Certificate[]
}

/** The leaf, the time it is proven to have been used by, the time its signer claims, and what for. */
export type ChainQuestion = {
  readonly leaf: Certificate
  readonly provenBy: Date
  readonly claimed: Date | undefined
  readonly purpose: Purpose
}

/**
 * Path and revocation at the best signature time (EN 319 102-1 sections 5.2.6 and 5.5): `provenBy` is the earliest time
 * by which the signature is proven to have existed, or the time of judging where nothing proves more.
 */
export async function judgeChain(
  question: ChainQuestion,
  evidence: Evidence,
  trust: TrustSettings,
): Promise<ChainVerdict> {
  const path = await pathAt(question.provenBy, question, evidence, trust)
  if (path.valid) return judgeRevocation(question, path, trust)
  const earlier = await pathAt(timeOfLife(question.leaf, question.provenBy), question, evidence, trust)
  const refusal = chainRefusal(question, path, trust)
  return { verdict: refusal, root: rootOf(earlier), path: earlier.path, missing: path.missing }
}

function rootOf({ anchor }: PathVerdict): Root | undefined {
  return anchor === undefined ? undefined : { name: anchor.name, set: anchor.set }
}

/** A moment at which the certificate itself was in force, to name its root even when it no longer is. */
function timeOfLife({ notBefore, notAfter }: Certificate, moment: Date): Date {
  if (moment > notAfter) return notAfter
  return moment < notBefore ? notBefore : moment
}

function pathAt(
  at: Date,
  { leaf, purpose }: ChainQuestion,
  evidence: Evidence,
  trust: TrustSettings,
): Promise<PathVerdict> {
  const { anchors, engine, algorithms } = trust
  const { crls, ocsps } = evidence
  const revocation = { crls, ocsps, from: at, to: trust.at, mode: 'collect' } as const
  return validatePath({
    engine,
    leaf,
    intermediates: evidence.certificates,
    anchors,
    at,
    purpose,
    algorithms,
    revocation,
  })
}

/** Revoked before the proven time: failed when the signer itself claims a later time, otherwise nobody can tell. */
function judgeRevocation(
  { leaf, provenBy, claimed }: ChainQuestion,
  path: PathVerdict,
  trust: TrustSettings,
): ChainVerdict {
  const chainVerdict = (outcome: Verdict): ChainVerdict => ({
    verdict: outcome,
    root: rootOf(path),
    path: path.path,
    missing: [],
  })
  const revoked = path.revocation.find((status) => isRevokedAt(status, provenBy))
  if (revoked !== undefined) {
    const { certificate, revokedAt } = revoked
    const detail = `${certificate.subject.text}: ${String(revokedAt?.toISOString())}`
    const sub = isWithin(claimed, revokedAt, trust.at) ? 'REVOKED' : 'REVOKED_NO_POE'
    const because = certificate === leaf ? 'revoked' : 'issuer-revoked'
    return chainVerdict(verdict(sub, because, detail, plainName(certificate.subject)))
  }
  const unknown = path.revocation.find((status) => status.status === 'unknown')
  if (unknown !== undefined) return chainVerdict(unknownRevocation(unknown, trust))
  const hasEnded = leaf.notAfter < trust.at
  return chainVerdict(hasEnded ? { ...PASSED, because: 'passed-after-expiry', about: dayOf(leaf.notAfter) } : PASSED)
}

function isWithin(time: Date | undefined, from: Date | undefined, to: Date): boolean {
  return time !== undefined && from !== undefined && time >= from && time <= to
}
