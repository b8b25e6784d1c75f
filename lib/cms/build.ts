import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { contextTag, der, derBytes, derCursor, readDer, TAG } from '@/lib/trust'
import { attributeDer } from './attributes'
import { OID } from './oids'

export type SigningDigest = 'SHA-256' | 'SHA-384' | 'SHA-512'
/** How the key signs. `ed25519` digests by itself; its attribute digest is SHA-512 (RFC 8419 2.3). */
export type SigningAlgorithm = {
  readonly scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'ed25519'
  readonly digest: SigningDigest
}

type Bytes = Uint8Array<ArrayBuffer>
type DigestRow = { hash: (octets: Uint8Array) => Uint8Array; oid: string; rsa: string; ecdsa: string; size: number }

const DIGESTS: Readonly<Record<SigningDigest, DigestRow>> = {
  'SHA-256': {
    hash: sha256,
    oid: '2.16.840.1.101.3.4.2.1',
    rsa: '1.2.840.113549.1.1.11',
    ecdsa: '1.2.840.10045.4.3.2',
    size: 32,
  },
  'SHA-384': {
    hash: sha384,
    oid: '2.16.840.1.101.3.4.2.2',
    rsa: '1.2.840.113549.1.1.12',
    ecdsa: '1.2.840.10045.4.3.3',
    size: 48,
  },
  'SHA-512': {
    hash: sha512,
    oid: '2.16.840.1.101.3.4.2.3',
    rsa: '1.2.840.113549.1.1.13',
    ecdsa: '1.2.840.10045.4.3.4',
    size: 64,
  },
}
const [RSA_PSS, MGF1, ED25519] = ['1.2.840.113549.1.1.10', '1.2.840.113549.1.1.8', '1.3.101.112']

/** Digest AlgorithmIdentifier, parameters absent (RFC 5754 2). */
export function digestAlgorithmDer(digest: SigningDigest): Bytes {
  return der.sequence(der.oid(DIGESTS[digest].oid))
}

/** RSASSA-PSS-params with MGF1 of the same digest and a salt as long as the digest (RFC 4055 3.1, RFC 4056). */
export function pssParametersDer(digest: SigningDigest): Bytes {
  const hash = der.sequence(der.oid(DIGESTS[digest].oid), der.nullValue())
  const mask = der.sequence(der.oid(MGF1), hash)
  return der.sequence(der.explicit(0, hash), der.explicit(1, mask), der.explicit(2, der.integer(DIGESTS[digest].size)))
}

const SIGNATURE_ALGORITHMS: Readonly<Record<SigningAlgorithm['scheme'], (digest: SigningDigest) => Bytes>> = {
  'rsa-pkcs1': (digest) => der.sequence(der.oid(DIGESTS[digest].rsa), der.nullValue()),
  'rsa-pss': (digest) => der.sequence(der.oid(RSA_PSS), pssParametersDer(digest)),
  ecdsa: (digest) => der.sequence(der.oid(DIGESTS[digest].ecdsa)),
  ed25519: () => der.sequence(der.oid(ED25519)),
}

/** Signature AlgorithmIdentifier as it stands in a SignerInfo. */
export function signatureAlgorithmDer({ scheme, digest }: SigningAlgorithm): Bytes {
  return SIGNATURE_ALGORITHMS[scheme](digest)
}

export type AttributesToSign = {
  /** Digest of the signed content by `algorithm.digest`. */
  readonly contentDigest: Uint8Array
  /** The signer's certificate, DER. */
  readonly certificate: Uint8Array
  readonly algorithm: SigningAlgorithm
}

/** ESSCertIDv2 (RFC 5035 4): SHA-256 is the default and so must not be written. */
function signingCertificateValue(certificate: Uint8Array, digest: SigningDigest): Bytes {
  const hash = der.octetString(DIGESTS[digest].hash(certificate))
  const id = digest === 'SHA-256' ? der.sequence(hash) : der.sequence(digestAlgorithmDer(digest), hash)
  return der.sequence(der.sequence(id))
}

/**
 * The signed attributes of PAdES baseline (EN 319 142-1 6.3): content-type, message-digest,
 * signing-certificate-v2 and CMSAlgorithmProtection, no signing-time, as the DER SET OF to be signed.
 * The signer signs these octets (their digest by `algorithm.digest`).
 */
export function buildSignedAttributes({ contentDigest, certificate, algorithm }: AttributesToSign): Bytes {
  const digest = digestAlgorithmDer(algorithm.digest)
  return der.setOf(
    attributeDer(OID.contentType, der.oid(OID.data)),
    attributeDer(OID.messageDigest, der.octetString(contentDigest)),
    attributeDer(OID.signingCertificateV2, signingCertificateValue(certificate, algorithm.digest)),
    attributeDer(
      OID.algorithmProtection,
      der.sequence(digest, der.retag(contextTag(1), signatureAlgorithmDer(algorithm))),
    ),
  )
}

export type SignedDataParts = {
  /** What `buildSignedAttributes` returned. */
  readonly signedAttributes: Uint8Array
  /** Signature over it; for ECDSA as DER (see `ecdsaSignatureDer`). */
  readonly signature: Uint8Array
  readonly certificate: Uint8Array
  /** Further certificates to carry, DER, root left out by custom. */
  readonly chain: readonly Uint8Array[]
  readonly algorithm: SigningAlgorithm
  /** RFC 3161 token over the digest of `signature`, whole ContentInfo DER. */
  readonly signatureTimestamp?: Uint8Array
}

/** IssuerAndSerialNumber out of a certificate's DER. */
function issuerAndSerial(certificate: Uint8Array): Bytes {
  const fields = derCursor(derCursor(readDer(certificate, TAG.sequence)).next(TAG.sequence))
  fields.maybe(contextTag(0))
  const serial = derBytes(fields.next(TAG.integer))
  fields.next(TAG.sequence)
  return der.sequence(derBytes(fields.next(TAG.sequence)), serial)
}

/** Detached SignedData in its ContentInfo (RFC 5652 5.1), DER. Throws `Refused` on a certificate that is none. */
export function assembleSignedData(parts: SignedDataParts): Bytes {
  const digest = digestAlgorithmDer(parts.algorithm.digest)
  const timestamp = parts.signatureTimestamp && attributeDer(OID.signatureTimestamp, parts.signatureTimestamp)
  const signer = der.sequence(
    der.integer(1),
    issuerAndSerial(parts.certificate),
    digest,
    der.retag(contextTag(0), parts.signedAttributes),
    signatureAlgorithmDer(parts.algorithm),
    der.octetString(parts.signature),
    ...(timestamp ? [der.taggedSetOf(contextTag(1), timestamp)] : []),
  )
  const signedData = der.sequence(
    der.integer(1),
    der.setOf(digest),
    der.sequence(der.oid(OID.data)),
    der.taggedSetOf(contextTag(0), parts.certificate, ...parts.chain),
    der.setOf(signer),
  )
  return der.sequence(der.oid(OID.signedData), der.explicit(0, signedData))
}
