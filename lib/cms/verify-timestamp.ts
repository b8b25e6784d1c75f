import { bytesEqual, bytesToBigInt } from '@/lib/trust'
import type { Certificate, Engine } from '@/lib/trust'
import { OID } from './oids'
import type { TimestampToken } from './timestamp-token'
import { verifySignerInfo } from './verify-signer'
import type { SignerFault, SignerVerdict } from './verify-signer'

export type TimestampFaultCode =
  | 'imprint-mismatch'
  | 'imprint-unknown'
  | 'nonce-mismatch'
  | 'policy-mismatch'
  | 'signer-count'
  | 'purpose-missing'
  | 'purpose-not-critical'
  | 'purpose-not-alone'
  | 'certificate-reference-missing'

export type TimestampFault = { readonly code: TimestampFaultCode; readonly message: string } | SignerFault

export type TimestampVerdict = {
  /** Certificate of the authority; its path and revocation are for lib/trust to judge, for purpose timestamping. */
  readonly certificate: Certificate | undefined
  /** The imprint is right and the authority's signature verifies. */
  readonly isIntact: boolean
  readonly signer: SignerVerdict | undefined
  /** Empty for a token that may be relied upon once its certificate is. */
  readonly faults: readonly TimestampFault[]
}

export type TimestampCheck = {
  readonly token: TimestampToken
  /** Digest of what was timestamped by a digest algorithm's object identifier. */
  readonly imprint: (digestOid: string) => Uint8Array | undefined
  /** The nonce that was sent, if one was. */
  readonly nonce?: Uint8Array
  /** The policy that was asked for, if one was. */
  readonly policy?: string
  readonly certificates?: readonly Uint8Array[]
}

function judgeImprint({ token, imprint }: TimestampCheck): TimestampFault[] {
  const expected = imprint(token.info.digestOid)
  if (!expected) return [{ code: 'imprint-unknown', message: `no digest by ${token.info.digestOid} to compare` }]
  if (bytesEqual(expected, token.info.digest)) return []
  return [{ code: 'imprint-mismatch', message: 'the timestamp is of something else' }]
}

function judgeAnswer({ token, nonce, policy }: TimestampCheck): TimestampFault[] {
  const faults: TimestampFault[] = []
  if (nonce && token.info.nonce !== bytesToBigInt(nonce)) {
    faults.push({ code: 'nonce-mismatch', message: 'the answer belongs to another request' })
  }
  if (policy !== undefined && token.info.policy !== policy) {
    faults.push({ code: 'policy-mismatch', message: `issued under ${token.info.policy}, not ${policy}` })
  }
  return faults
}

/** RFC 3161 2.3: extended key usage present, critical, and time stamping alone. */
function judgePurpose(certificate: Certificate): TimestampFault[] {
  const { extendedKeyUsage = [], list } = certificate.extensions
  if (!extendedKeyUsage.includes(OID.timeStamping)) {
    return [{ code: 'purpose-missing', message: 'the certificate is not for time stamping' }]
  }
  const faults: TimestampFault[] = []
  if (!list.some(({ oid, critical }) => oid === OID.extendedKeyUsage && critical)) {
    faults.push({ code: 'purpose-not-critical', message: 'extended key usage is not critical' })
  }
  if (extendedKeyUsage.length > 1) {
    faults.push({ code: 'purpose-not-alone', message: 'the certificate has purposes beside time stamping' })
  }
  return faults
}

/** RFC 3161 2.4.2, RFC 5816: the token must be bound to the authority's certificate. */
function judgeBinding(signer: SignerVerdict): TimestampFault[] {
  if (!signer.oddities.includes('certificate-reference-absent')) return []
  return [{ code: 'certificate-reference-missing', message: 'the token does not refer to its certificate' }]
}

/**
 * Judges a timestamp token by itself (RFC 3161 2.3, 2.4.2; RFC 5816): imprint, nonce, policy, one signer, its signature
 * and reference, and the purpose of its certificate. Trust in the certificate is not judged here.
 */
export async function verifyTimestampToken(check: TimestampCheck, engine: Engine): Promise<TimestampVerdict> {
  const { data } = check.token
  const imprintFaults = judgeImprint(check)
  const faults = [...imprintFaults, ...judgeAnswer(check)]
  const [info, ...others] = data.signers
  if (!info || others.length > 0) {
    faults.push({ code: 'signer-count', message: `${String(data.signers.length)} signers, not one` })
  }
  if (!info) return { certificate: undefined, isIntact: false, signer: undefined, faults }
  const { certificates = [] } = check
  const signer = await verifySignerInfo({ data, signer: info, contentDigest: () => undefined, certificates }, engine)
  const purpose = signer.certificate ? judgePurpose(signer.certificate) : []
  return {
    certificate: signer.certificate,
    isIntact: signer.isIntact && imprintFaults.length === 0,
    signer,
    faults: [...faults, ...signer.faults, ...purpose, ...judgeBinding(signer)],
  }
}
