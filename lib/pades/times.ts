import { parseTimestampToken } from '@/lib/cms'
import type { SignedData, TimestampToken } from '@/lib/cms'
import type { Certificate } from '@/lib/trust'
import { judgeChain } from './chain-judge'
import type { ChainVerdict } from './chain-judge'
import { imprintOf, judgeTimestamp } from './cms-judge'
import { parseEvidence, storeOf } from './evidence'
import type { Evidence, TrustSettings } from './evidence'

/** A proof of existence: everything before `end` existed at `time`, as a trusted timestamp says. */
export type Proof = { readonly time: Date; readonly end: number }

/** The earliest time by which the first `end` bytes of the file are proven to have existed; `at` without any proof. */
export function provenTime(proofs: readonly Proof[], end: number, at: Date): Date {
  const times = proofs.filter((proof) => proof.end >= end).map((proof) => proof.time.getTime())
  return new Date(Math.min(at.getTime(), ...times))
}

/** A signature timestamp and what became of it. */
export type SignatureTimestamp = {
  readonly time: Date
  readonly intact: boolean
  readonly trusted: boolean
  readonly authority: string | null
  readonly because: string
  /** The name the words for `because` need. */
  readonly about?: string
  readonly path: readonly Certificate[]
  /** Certificates of the way to a root whose issuer is not at hand. */
  readonly missing: readonly Certificate[]
}

export type TimestampContext = { readonly evidence: Evidence; readonly trust: TrustSettings; readonly provenBy: Date }

/** Judges the signature timestamps of a signature (EN 319 102-1 section 5.4), each at the time it is proven to have existed. */
export async function judgeSignatureTimestamps(
  data: SignedData,
  context: TimestampContext,
): Promise<SignatureTimestamp[]> {
  const judged: SignatureTimestamp[] = []
  for (const signer of data.signers.slice(0, 1)) {
    for (const bytes of signer.unsigned.signatureTimestamps.slice(0, 8)) {
      const token = parseTimestampToken(bytes)
      if (token.ok) judged.push(await judgeOne(token.value, signer.signature, context))
    }
  }
  return judged
}

async function judgeOne(
  token: TimestampToken,
  signature: Uint8Array,
  context: TimestampContext,
): Promise<SignatureTimestamp> {
  const certificates = context.evidence.certificates.map((certificate) => certificate.der)
  const verdict = await judgeTimestamp(token, imprintOf(signature), { certificates, engine: context.trust.engine })
  const { time } = token.info
  const { certificate, isIntact: intact, faults } = verdict
  if (certificate === undefined)
    return { time, intact, trusted: false, authority: null, because: 'no-certificate', path: [], missing: [] }
  const authority = certificate.subject.text
  const fault = faults[0]?.code ?? (time > context.provenBy ? 'timestamp-order' : undefined)
  if (fault !== undefined) return { time, intact, trusted: false, authority, because: fault, path: [], missing: [] }
  const { verdict: tokenVerdict, path, missing } = await judgeTokenChain(token, certificate, context)
  const { because, about } = tokenVerdict
  const named = about === undefined ? {} : { about }
  return {
    time,
    intact,
    trusted: tokenVerdict.indication === 'TOTAL_PASSED',
    authority,
    because,
    ...named,
    path,
    missing,
  }
}

/** The authority's path, with what the token itself carries beside the rest of the evidence. */
export function judgeTokenChain(
  token: TimestampToken,
  leaf: Parameters<typeof judgeChain>[0]['leaf'],
  { evidence, trust, provenBy }: TimestampContext,
): Promise<ChainVerdict> {
  const own = parseEvidence([storeOf(token.data)])
  const all: Evidence = {
    certificates: [...own.certificates, ...evidence.certificates],
    crls: [...own.crls, ...evidence.crls],
    ocsps: [...own.ocsps, ...evidence.ocsps],
  }
  return judgeChain({ leaf, provenBy, claimed: token.info.time, purpose: 'timestamping' }, all, trust)
}
