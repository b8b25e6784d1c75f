import { isRevokedAt, validatePath } from '@/lib/trust'
import type { Certificate, PathVerdict, Purpose } from '@/lib/trust'
import type { Evidence, TrustSettings } from './evidence'
import { PASSED, verdict } from './verdict'
import type { SubIndication, Verdict } from './verdict'

/** The root a path reached and the set of anchors it belongs to. */
export type Root = { readonly name: string; readonly set: string }

export type ChainVerdict = {
  readonly verdict: Verdict
  readonly root: Root | undefined
  readonly path: readonly Certificate[]
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
  if (trust.anchors.length === 0) return unchained('no-anchors')
  const path = await pathAt(question.provenBy, question, evidence, trust)
  if (path.valid) return judgeRevocation(question, path, trust)
  const earlier = await pathAt(timeOfLife(question.leaf, question.provenBy), question, evidence, trust)
  return { verdict: refusalOf(question, path, trust), root: rootOf(earlier), path: earlier.path }
}

function unchained(because: string): ChainVerdict {
  return { verdict: verdict('NO_CERTIFICATE_CHAIN_FOUND', because), root: undefined, path: [] }
}

function rootOf({ anchor }: PathVerdict): Root | undefined {
  return anchor === undefined ? undefined : { name: anchor.name, set: anchor.set }
}

/** A moment at which the certificate itself was in force, to name its root even when it no longer is. */
function timeOfLife({ notBefore, notAfter }: Certificate, wanted: Date): Date {
  if (wanted > notAfter) return notAfter
  return wanted < notBefore ? notBefore : wanted
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

const CODES: Record<string, SubIndication> = {
  'no-path': 'NO_CERTIFICATE_CHAIN_FOUND',
  'bad-signature': 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
  'too-much-work': 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
}

function refusalOf(question: ChainQuestion, { code, reason }: PathVerdict, trust: TrustSettings): Verdict {
  if (code === 'expired') return verdict('OUT_OF_BOUNDS_NO_POE', 'certificate-expired', reason)
  if (code === 'not-yet-valid') return verdict(earlySub(question, trust), 'not-yet-valid', reason)
  if (code === 'weak-hash' || code === 'weak-key') return verdict('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', code, reason)
  return verdict(CODES[code] ?? 'CHAIN_CONSTRAINTS_FAILURE', code === 'no-path' ? 'no-path' : 'chain-refused', reason)
}

/** Failed only when the signature is proven, or claims, to be older than its certificate. */
function earlySub({ leaf, provenBy, claimed }: ChainQuestion, { at }: TrustSettings): SubIndication {
  const older = provenBy < at || (claimed !== undefined && claimed < leaf.notBefore)
  return older ? 'NOT_YET_VALID' : 'OUT_OF_BOUNDS_NO_POE'
}

/** Revoked before the proven time: failed when the signer itself claims a later time, otherwise nobody can tell. */
function judgeRevocation({ provenBy, claimed }: ChainQuestion, path: PathVerdict, trust: TrustSettings): ChainVerdict {
  const done = (outcome: Verdict): ChainVerdict => ({ verdict: outcome, root: rootOf(path), path: path.path })
  const revoked = path.revocation.find((status) => isRevokedAt(status, provenBy))
  if (revoked !== undefined) {
    const detail = `${revoked.certificate.subject.text}: ${String(revoked.revokedAt?.toISOString())}`
    const sub = isWithin(claimed, revoked.revokedAt, trust.at) ? 'REVOKED' : 'REVOKED_NO_POE'
    return done(verdict(sub, 'revoked', detail))
  }
  const unknown = path.revocation.find((status) => status.status === 'unknown')
  if (unknown === undefined) return done(PASSED)
  const detail = `${unknown.certificate.subject.text}: ${unknown.why?.message ?? 'no evidence'}`
  return done(verdict('TRY_LATER', 'revocation-unknown', detail))
}

function isWithin(time: Date | undefined, from: Date | undefined, to: Date): boolean {
  return time !== undefined && from !== undefined && time >= from && time <= to
}
