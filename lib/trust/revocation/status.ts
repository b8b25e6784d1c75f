import type { Anchor } from '../certificate/anchor'
import type { Certificate } from '../certificate/certificate'
import type { Crl } from '../revocation-data/crl'
import type { CrlEntry, RevocationReason } from '../revocation-data/crl-entry'
import type { Name } from '../certificate/name'
import type { OcspResponse } from '../revocation-data/ocsp'
import type { Refusal } from '../der/refusal'
import type { Session } from '../path/session'

/** What is known about one certificate of the path. */
export type RevocationStatus = {
  readonly certificate: Certificate
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly source?: 'crl' | 'ocsp'
  readonly revokedAt?: Date
  readonly reason?: RevocationReason
  readonly invalidityDate?: Date
  readonly thisUpdate?: Date
  readonly nextUpdate?: Date
  /** DER of the list or response that decided. */
  readonly evidence?: Uint8Array
  /** For `unknown`: why no evidence served. */
  readonly why?: Refusal
}

/** Who issued a certificate of the path: the certificate above it, or the anchor. */
export type Issuer = { readonly name: Name; readonly spki: Uint8Array; readonly certificate?: Certificate }

/** One certificate to be asked about, with what the path says of it. */
export type Subject = {
  readonly certificate: Certificate
  readonly issuer: Issuer
  readonly anchor: Anchor
  /** Certificates between the anchor and this one, already found valid. */
  readonly above: readonly Certificate[]
}

/** Shared by the revocation checks of one path. */
export type RevocationContext = {
  readonly session: Session
  readonly crls: readonly Crl[]
  readonly ocsps: readonly OcspResponse[]
  readonly from: Date
  readonly to: Date
  /** Finds a valid, unrevoked path of a CRL signer to the same anchor; `pending` are signers being asked about already. */
  readonly trustsSigner: (signer: Certificate, anchor: Anchor, pending: readonly Certificate[]) => Promise<boolean>
  readonly pending: readonly Certificate[]
}

/** One usable answer about a certificate. */
export type Answer = {
  readonly source: 'crl' | 'ocsp'
  readonly entry: Pick<CrlEntry, 'revokedAt' | 'reason' | 'invalidityDate'> | undefined
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
  readonly evidence: Uint8Array
}

const DAY = 24 * 60 * 60 * 1000

export type Times = { readonly thisUpdate: Date; readonly nextUpdate?: Date }

/**
 * Whether evidence speaks about the time asked: issued by `to`, not superseded before `from`. Without `nextUpdate`
 * newer information is always available (RFC 6960 4.2.2.1), so it counts for one day.
 */
export function isCurrent(
  { thisUpdate, nextUpdate }: Times,
  { from, to }: { readonly from: Date; readonly to: Date },
): boolean {
  const end = nextUpdate ?? new Date(thisUpdate.getTime() + DAY)
  return thisUpdate <= to && end >= from
}

/**
 * Whether evidence that does not mention a revocation says anything: once a certificate has expired its issuer may
 * forget it, unless the evidence states since when expired ones are kept.
 */
export function remembers(certificate: Certificate, thisUpdate: Date, keptSince: Date | undefined): boolean {
  return thisUpdate <= certificate.notAfter || (keptSince !== undefined && keptSince <= certificate.notAfter)
}

function newestFirst(a: Answer, b: Answer): number {
  return b.thisUpdate.getTime() - a.thisUpdate.getTime()
}

/** Any answer that says revoked decides; a mere hold gives way to newer evidence without it (RFC 5280 5.3.1). */
function decisive(answers: readonly Answer[]): Answer | undefined {
  const sorted = answers.toSorted(newestFirst)
  const final = sorted.find(({ entry }) => entry && entry.reason !== 'certificateHold')
  return final ?? sorted[0]
}

/** Combines the answers about one certificate; none = `unknown` for the reason given. */
export function settleStatus(certificate: Certificate, answers: readonly Answer[], why: Refusal): RevocationStatus {
  const answer = decisive(answers)
  if (!answer) return { certificate, status: 'unknown', why }
  const { entry, source, thisUpdate, nextUpdate, evidence } = answer
  return {
    certificate,
    status: entry ? 'revoked' : 'good',
    source,
    thisUpdate,
    ...(nextUpdate && { nextUpdate }),
    evidence,
    ...(entry && { revokedAt: entry.revokedAt, reason: entry.reason }),
    ...(entry?.invalidityDate && { invalidityDate: entry.invalidityDate }),
  }
}

/**
 * Whether a revocation counts at `from`: it took effect by then (an earlier invalidity date moves it back, RFC 5280
 * 5.3.2), or evidence of that very time already carried it.
 */
export function isRevokedAt(status: RevocationStatus, from: Date): boolean {
  if (status.status !== 'revoked') return false
  const moments = [status.revokedAt, status.invalidityDate, status.thisUpdate].filter((moment) => moment !== undefined)
  return moments.some((moment) => moment <= from)
}
