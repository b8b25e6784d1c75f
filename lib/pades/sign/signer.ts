import type { SigningAlgorithm } from '@/lib/cms'

/**
 * Whoever holds the key: a browser with a PKCS#12, a PKCS#11 token, a remote service. `digest` is that of `message` by
 * `algorithm.digest`; WebCrypto keys sign the message, all others the digest. ECDSA signatures are given as DER.
 */
export type Signer = {
  /** DER; `chain` leads towards the root. */
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
  readonly algorithm: SigningAlgorithm
  sign(digest: Uint8Array, message: Uint8Array): Promise<Uint8Array>
}

/** A timestamp authority (RFC 3161): takes the SHA-256 digest to be stamped, gives the token (ContentInfo, DER) or throws. */
export type TimestampAuthority = { stamp(digest: Uint8Array): Promise<Uint8Array> }
