import { bytesEqual } from '@/lib/trust'
import type { AlgorithmId, Certificate, Engine } from '@/lib/trust'
import { digestName, digestOf } from './digest'
import { checkDigestSignature, checkOctetsSignature } from './signature-value'
import type { SignedOver } from './signature-value'
import { findSigner } from './signer-certificate'
import type { FoundSigner } from './signer-certificate'
import type { AlgorithmProtection } from './signed-attributes'
import type { SignedData, SignerInfo } from './signed-data'

export type SignerFaultCode =
  | 'signer-certificate-missing'
  | 'certificate-reference-mismatch'
  | 'content-digest-unknown'
  | 'content-digest-mismatch'
  | 'message-digest-missing'
  | 'content-type-mismatch'
  | 'attribute-repeated'
  | 'attribute-malformed'
  | 'algorithm-protection-mismatch'
  | 'signature-invalid'
  | 'signature-unsupported'

export type SignerFault = { readonly code: SignerFaultCode; readonly message: string }

/** Tolerated, but told: the signed attributes stand in no DER order, the signer identifier names another certificate, … */
export type SignerOddity =
  | 'signed-attributes-unsorted'
  | 'signed-attributes-absent'
  | 'signer-id-mismatch'
  | 'certificate-reference-absent'

export type SignerVerdict = {
  readonly certificate: Certificate | undefined
  /** The content's digest is the signed one; undefined when that cannot be known. */
  readonly digestMatches: boolean | undefined
  /** The signature value verifies with the certificate's key; undefined when that cannot be known. */
  readonly signatureMatches: boolean | undefined
  /** Both of the above: no signed byte changed. Says nothing about faults of form or about trust. */
  readonly isIntact: boolean
  readonly faults: readonly SignerFault[]
  readonly oddities: readonly SignerOddity[]
}

export type SignerCheck = {
  readonly data: SignedData
  readonly signer: SignerInfo
  /** Digest of detached content by a digest algorithm's object identifier; not asked when the content is inside. */
  readonly contentDigest: (digestOid: string) => Uint8Array | undefined
  /** Certificates from elsewhere (a document's security store), DER. */
  readonly certificates?: readonly Uint8Array[]
}

type Finding = { faults: SignerFault[]; oddities: SignerOddity[] }
type MaybeKnown = boolean | undefined

function digestOfContent({ data, signer, contentDigest }: SignerCheck): Uint8Array | undefined {
  const { oid } = signer.digestAlgorithm
  return data.content ? digestOf(oid, data.content) : contentDigest(oid)
}

function judgeDigest(check: SignerCheck, finding: Finding): MaybeKnown {
  const { signer } = check
  const digest = digestOfContent(check)
  if (!digest) {
    const message = `no digest of the content by ${digestName(signer.digestAlgorithm.oid) ?? signer.digestAlgorithm.oid}`
    finding.faults.push({ code: 'content-digest-unknown', message })
    return undefined
  }
  if (!signer.signed) return true
  const { messageDigest } = signer.signed
  if (!messageDigest) {
    finding.faults.push({ code: 'message-digest-missing', message: 'the signed attributes carry no message-digest' })
    return false
  }
  if (bytesEqual(digest, messageDigest)) return true
  finding.faults.push({ code: 'content-digest-mismatch', message: 'the content is not the one that was signed' })
  return false
}

const sameAlgorithm = (a: AlgorithmId, b: AlgorithmId): boolean => a.oid === b.oid

function judgeForm({ data, signer }: SignerCheck, { faults, oddities }: Finding): void {
  const { signed } = signer
  if (!signed) {
    oddities.push('signed-attributes-absent')
    return
  }
  if (signed.contentType !== data.contentType) {
    const message = `content-type says ${signed.contentType ?? 'nothing'}, the content is ${data.contentType}`
    faults.push({ code: 'content-type-mismatch', message })
  }
  for (const oid of signed.list.repeated) faults.push({ code: 'attribute-repeated', message: oid })
  for (const oid of signed.list.malformed) faults.push({ code: 'attribute-malformed', message: oid })
  if (!isProtected(signer, signed.algorithmProtection)) {
    faults.push({ code: 'algorithm-protection-mismatch', message: 'the algorithms are not those protected' })
  }
}

/** RFC 6211 3: both algorithms are the ones the signer protected, where any are. */
function isProtected(signer: SignerInfo, named: AlgorithmProtection | undefined): boolean {
  if (!named) return true
  const signature = named.signatureAlgorithm ?? signer.signatureAlgorithm
  return (
    sameAlgorithm(named.digestAlgorithm, signer.digestAlgorithm) && sameAlgorithm(signature, signer.signatureAlgorithm)
  )
}

function judgeCertificate(signer: FoundSigner | undefined, { faults, oddities }: Finding): void {
  if (!signer) {
    faults.push({ code: 'signer-certificate-missing', message: 'no certificate of the signer is at hand' })
    return
  }
  if (!signer.isNamedById) oddities.push('signer-id-mismatch')
  if (signer.isReferenced === undefined) oddities.push('certificate-reference-absent')
  if (signer.isReferenced === false) {
    const message = 'the certificate is not the one the signer referred to'
    faults.push({ code: 'certificate-reference-mismatch', message })
  }
}

async function judgeSignature(check: SignerCheck, certificate: Certificate, finding: Finding, engine: Engine) {
  const { signer, data } = check
  const { signedBytes } = signer
  const over = { signer, spki: certificate.spki }
  const digest = digestOfContent(check)
  const result = signedBytes
    ? await checkEitherOrder(signedBytes, over, finding, engine)
    : data.content
      ? await checkOctetsSignature(engine, data.content, over)
      : await checkDigestSignature(digest, over)
  if (!result.ok) {
    finding.faults.push({ code: 'signature-unsupported', message: result.error.message })
    return undefined
  }
  if (!result.value) finding.faults.push({ code: 'signature-invalid', message: 'the signature value does not verify' })
  return result.value
}

/** Signers sort the attributes (RFC 5652 5.4) or forget to; either way exactly these attributes were signed. */
async function checkEitherOrder(
  { asFound, sorted }: NonNullable<SignerInfo['signedBytes']>,
  over: SignedOver,
  { oddities }: Finding,
  engine: Engine,
) {
  const isSorted = bytesEqual(asFound, sorted)
  if (!isSorted) oddities.push('signed-attributes-unsorted')
  const inOrder = await checkOctetsSignature(engine, sorted, over)
  if (isSorted || !inOrder.ok || inOrder.value) return inOrder
  return checkOctetsSignature(engine, asFound, over)
}

/**
 * Verifies one SignerInfo (RFC 5652 5.6; EN 319 102-1 5.2.7 without trust): finds the signer's certificate, compares the
 * content's digest, checks the attributes and the signature value. Never throws on what the bytes say.
 */
export async function verifySignerInfo(check: SignerCheck, engine: Engine): Promise<SignerVerdict> {
  const finding: Finding = { faults: [], oddities: [] }
  const signer = findSigner(check.signer, [...check.data.certificates, ...(check.certificates ?? [])])
  judgeCertificate(signer, finding)
  judgeForm(check, finding)
  const digestMatches = judgeDigest(check, finding)
  const certificate = signer?.certificate
  const signatureMatches = certificate && (await judgeSignature(check, certificate, finding, engine))
  const isIntact = digestMatches === true && signatureMatches === true
  return { certificate, digestMatches, signatureMatches, isIntact, ...finding }
}
