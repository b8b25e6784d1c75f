import type { Certificate } from '../certificate/certificate'
import { isCritical } from '../certificate/certificate-extensions'
import type { KeyUsage } from '../certificate/extensions'
import { matchesHost } from '../certificate/host-name'
import { OID } from '../certificate/oids'
import { refuse } from '../der/refusal'
import type { Purpose } from './session'

/** What a leaf certificate may be used for, by its key usage and extended key usage (RFC 5280 4.2.1.3, 4.2.1.12). */

function needsUsage(leaf: Certificate, usages: readonly KeyUsage[]): void {
  const usage = leaf.extensions.keyUsage
  if (usage && !usages.some((bit) => usage.has(bit))) {
    refuse('wrong-key-usage', `key usage allows none of ${usages.join(', ')}`)
  }
}

function hasPurpose(leaf: Certificate, oid: string): boolean {
  return leaf.extensions.extendedKeyUsage?.includes(oid) ?? false
}

function mayServe(certificate: Certificate): boolean {
  if (!certificate.extensions.extendedKeyUsage) return true
  return hasPurpose(certificate, OID.serverAuth) || hasPurpose(certificate, OID.anyExtendedKeyUsage)
}

/** What the key of a TLS server must not also be for (CA/B BR 7.1.2.7.10); `any` by itself narrows nothing. */
const NOT_BESIDE_SERVER: readonly string[] = [
  OID.anyExtendedKeyUsage,
  OID.codeSigning,
  OID.emailProtection,
  OID.timeStamping,
  OID.ocspSigning,
  OID.precertificateSigning,
]

function servesBesides(leaf: Certificate): boolean {
  return hasPurpose(leaf, OID.serverAuth) && NOT_BESIDE_SERVER.some((oid) => hasPurpose(leaf, oid))
}

/** Purposes that a signing certificate must not be narrowed to; anything else leaves signing possible. */
const OTHER_TRADES: ReadonlySet<string> = new Set([OID.serverAuth, OID.codeSigning, OID.timeStamping, OID.ocspSigning])

function isOfOtherTrade({ extensions }: Certificate): boolean {
  return extensions.extendedKeyUsage?.every((oid) => OTHER_TRADES.has(oid)) ?? false
}

function checkSigning(leaf: Certificate): void {
  needsUsage(leaf, ['digitalSignature', 'nonRepudiation'])
  if (isOfOtherTrade(leaf)) refuse('wrong-purpose', 'not a certificate for signing documents')
}

/** An issuing CA narrowed to other purposes cannot stand behind a TLS server or a signer, as browsers read it. */
export function checkIssuerPurpose(issuer: Certificate, purpose: Purpose): void {
  const barred = purpose === 'tls-server' ? !mayServe(issuer) : purpose === 'signing' && isOfOtherTrade(issuer)
  if (barred) refuse('wrong-purpose', `${issuer.subject.text} may not issue certificates for this purpose`)
}

/** RFC 3161 2.3: exactly this one purpose, marked critical. */
function checkTimestamping(leaf: Certificate): void {
  needsUsage(leaf, ['digitalSignature', 'nonRepudiation'])
  const purposes = leaf.extensions.extendedKeyUsage ?? []
  const alone = purposes.length === 1 && purposes[0] === OID.timeStamping
  if (!alone || !isCritical(leaf.extensions, OID.extendedKeyUsage)) {
    refuse('wrong-purpose', 'not a certificate for time-stamping alone')
  }
}

function checkOcsp(leaf: Certificate): void {
  needsUsage(leaf, ['digitalSignature', 'nonRepudiation'])
  if (!hasPurpose(leaf, OID.ocspSigning)) refuse('wrong-purpose', 'not a certificate for OCSP signing')
}

function checkServer(leaf: Certificate): void {
  // A CA certificate may stand in the leaf's place (RFC 5280 6.1); its key usage then speaks of issuing.
  const isCa = leaf.extensions.basicConstraints?.ca === true
  if (!isCa) needsUsage(leaf, ['digitalSignature', 'keyEncipherment', 'keyAgreement'])
  if (!mayServe(leaf) || servesBesides(leaf)) refuse('wrong-purpose', 'not a certificate for TLS servers')
  if (!leaf.extensions.subjectAltName)
    refuse('no-alternative-name', 'no subject alternative name; the common name is not consulted')
}

function checkHost(leaf: Certificate, hostname: string): void {
  const names = leaf.extensions.subjectAltName ?? []
  if (!matchesHost(names, hostname)) refuse('wrong-host', `the certificate is not for ${hostname}`)
}

/** Refuses a leaf that is not for `purpose`, or does not name the host asked for. */
export function checkPurpose(leaf: Certificate, purpose: Purpose, hostname?: string): void {
  if (purpose === 'signing') checkSigning(leaf)
  if (purpose === 'timestamping') checkTimestamping(leaf)
  if (purpose === 'ocsp') checkOcsp(leaf)
  if (purpose === 'tls-server') checkServer(leaf)
  if (hostname !== undefined) checkHost(leaf, hostname)
}
