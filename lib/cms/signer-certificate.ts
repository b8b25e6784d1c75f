import { bytesEqual, namesEqual, parseCertificateLeniently, toHex } from '@/lib/trust'
import type { Certificate, GeneralName } from '@/lib/trust'
import { digestOf } from './digest'
import type { CertificateReference } from './signed-attributes'
import type { SignerId, SignerInfo } from './signed-data'

/** A serial number in hexadecimal contents octets, as a signed number. */
function serialValue(hex: string): bigint {
  return hex === '' ? 0n : BigInt.asIntN(hex.length * 4, BigInt(`0x${hex}`))
}

function isNamedBy(id: SignerId, certificate: Certificate): boolean {
  if (id.kind === 'issuer-serial') {
    return serialValue(certificate.serial) === id.serial && namesEqual(certificate.issuer, id.issuer)
  }
  const keyId = certificate.extensions.subjectKeyId
  return keyId !== undefined && keyId === toHex(id.keyId)
}

function isIssuerIn(names: readonly GeneralName[], certificate: Certificate): boolean {
  return names.some((name) => name.kind === 'directory' && namesEqual(name.name, certificate.issuer))
}

/** Whether an ESS reference (RFC 5035) means this certificate: its digest, and issuer and serial where they are given. */
export function isReferenceTo(reference: CertificateReference, certificate: Certificate): boolean {
  const digest = digestOf(reference.digestOid, certificate.der)
  if (!digest || !bytesEqual(digest, reference.digest)) return false
  const { issuerSerial } = reference
  return (
    issuerSerial === undefined ||
    (issuerSerial.serial === serialValue(certificate.serial) && isIssuerIn(issuerSerial.issuer, certificate))
  )
}

/** The first reference of each of the two attributes; it names the signer. */
export function signerReferences(signer: SignerInfo): CertificateReference[] {
  const { signingCertificateV2, signingCertificateV1 } = signer.signed ?? {}
  return [signingCertificateV2?.[0], signingCertificateV1?.[0]].filter((reference) => reference !== undefined)
}

export type FoundSigner = {
  readonly certificate: Certificate
  readonly isNamedById: boolean
  /** Undefined when the signature carries no reference. */
  readonly isReferenced: boolean | undefined
}

/**
 * The signer's certificate among `candidates` (EN 319 102-1 5.2.3): the one every signed reference means, else the one
 * the signer identifier names. Candidates that are no certificates are passed over.
 */
export function findSigner(signer: SignerInfo, candidates: readonly Uint8Array[]): FoundSigner | undefined {
  const references = signerReferences(signer)
  const foundSigners = candidates.flatMap((bytes) => {
    const parsed = parseCertificateLeniently(bytes)
    if (!parsed.ok) return []
    const certificate = parsed.value
    const isReferenced =
      references.length === 0 ? undefined : references.every((reference) => isReferenceTo(reference, certificate))
    return [{ certificate, isNamedById: isNamedBy(signer.id, certificate), isReferenced }]
  })
  return (
    foundSigners.find((signer) => signer.isReferenced === true && signer.isNamedById) ??
    foundSigners.find((signer) => signer.isReferenced === true) ??
    foundSigners.find((signer) => signer.isNamedById)
  )
}
