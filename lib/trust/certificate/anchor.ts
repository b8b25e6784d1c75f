import type { Certificate } from './certificate'
import type { PublicKey } from '../crypto/key'
import type { Name } from './name'

/** A trusted root: a name and a key, the anchor set it belongs to, and the certificate it came in if there is one. */
export type Anchor = {
  /** `public`, `government`, or whatever the caller calls the set. */
  readonly set: string
  readonly name: Name
  readonly spki: Uint8Array
  readonly publicKey: PublicKey
  readonly certificate?: Certificate
}

/** Trusts the name and key of a certificate; its own constraints stay in force (RFC 5937). */
export function anchorOf(certificate: Certificate, set: string): Anchor {
  return { set, name: certificate.subject, spki: certificate.spki, publicKey: certificate.publicKey, certificate }
}
