import type { AlgorithmPolicy } from '../crypto/algorithm-policy'
import type { Anchor } from '../certificate/anchor'
import { bytesEqual } from '../der/bytes'
import type { Certificate } from '../certificate/certificate'
import type { Crl } from '../revocation-data/crl'
import type { Engine } from '../crypto/engine'
import { checkSignature } from '../crypto/engine'
import type { OcspResponse } from '../revocation-data/ocsp'
import type { PolicyInputs } from './policy-graph'
import { refuse, settle } from '../der/refusal'
import type { Refusal } from '../der/refusal'
import type { Result } from '@/lib/kernel'

export type Purpose = 'any' | 'signing' | 'timestamping' | 'ocsp' | 'tls-server'

/** Bounds on the work one validation may do; beyond them it ends with `too-much-work`. */
export type Limits = {
  /** Certificates between anchor and leaf, leaf included. */
  readonly pathLength: number
  /** Candidate issuers looked at, a whole path judged counting for eight and a mebibyte of CRL scanned for one. */
  readonly steps: number
  readonly signatures: number
  readonly nameComparisons: number
}

export const DEFAULT_LIMITS: Limits = { pathLength: 16, steps: 1_000, signatures: 256, nameComparisons: 250_000 }

/**
 * Revocation evidence and the time it must speak about: issued by `to`, and not superseded before `from`. Both default
 * to the time of validation. For past validation give `from` = best signature time, `to` = the time of judging.
 */
export type RevocationInput = {
  readonly crls: readonly Crl[]
  readonly ocsps: readonly OcspResponse[]
  readonly from?: Date
  readonly to?: Date
  /** `required`: unknown or revoked makes the path invalid. `collect`: statuses are reported, the caller judges. */
  readonly mode: 'required' | 'collect'
}

export type PathInput = {
  readonly engine: Engine
  readonly leaf: Certificate
  readonly intermediates: readonly Certificate[]
  readonly anchors: readonly Anchor[]
  /** The time at which every certificate of the path must be valid. */
  readonly at: Date
  readonly purpose?: Purpose
  /** The host or IP address that the leaf must name. */
  readonly hostname?: string
  readonly policies?: PolicyInputs
  /** Absent = revocation is not looked at. */
  readonly revocation?: RevocationInput
  /** Defaults to `DATED_ALGORITHMS`, or `TLS_ALGORITHMS` for TLS servers. */
  readonly algorithms?: AlgorithmPolicy
  readonly limits?: Partial<Limits>
}

type Verified = {
  readonly owner: object
  readonly spki: Uint8Array
  readonly result: Result<boolean, Refusal>
}

/** What one validation shares between its parts: settings, remaining work, and signatures already checked. */
export type Session = {
  readonly engine: Engine
  readonly intermediates: readonly Certificate[]
  readonly anchors: readonly Anchor[]
  readonly at: Date
  readonly purpose: Purpose
  readonly algorithms: AlgorithmPolicy
  readonly policies: PolicyInputs
  readonly pathLength: number
  readonly budget: { steps: number; signatures: number; comparisons: number }
  readonly verified: Verified[]
}

/** Takes from the work still allowed; when nothing is left the validation ends. */
export function spend(session: Session, steps: number): void {
  session.budget.steps -= steps
  if (session.budget.steps < 0) refuse('too-much-work', 'too many possible paths, or too much evidence')
}

/** Anything signed: certificate, CRL, OCSP response. */
export type Signed = {
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: Uint8Array
  readonly signature: Uint8Array
}

/** Whether `signed` verifies under the key; each pair is computed once, and the number of pairs is bounded. */
export async function verifySigned(
  session: Session,
  signed: Signed,
  spki: Uint8Array,
): Promise<Result<boolean, Refusal>> {
  const cached = session.verified.find((entry) => entry.owner === signed && bytesEqual(entry.spki, spki))
  if (cached) return cached.result
  if (--session.budget.signatures < 0) refuse('too-much-work', 'too many signatures to check')
  const { tbs, signatureAlgorithm, signature } = signed
  const result = await checkSignature(session.engine, { algorithm: signatureAlgorithm, spki, data: tbs, signature })
  session.verified.push({ owner: signed, spki, result })
  return result
}

/** A piece of evidence that is refused is put aside with its reason; only exhausted work ends the validation. */
export async function tryEvidence<T>(work: Promise<T>): Promise<Result<T, Refusal>> {
  const result = await settle(work)
  if (!result.ok && result.error.code === 'too-much-work') refuse(result.error.code, result.error.message)
  return result
}
