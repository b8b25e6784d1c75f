import type { Certificate } from './certificate'
import { isCritical } from './certificate-extensions'
import type { KeyUsage } from './extensions'
import { matchesHost } from './host-name'
import { OID } from './oids'
import { refuse } from './refusal'
import type { Purpose } from './session'

/** What a leaf certificate may be used for, by its key usage and extended key usage (RFC 5280 4.2.1.3, 4.2.1.12). */

function needsUsage(leaf: Certificate, wanted: readonly KeyUsage[]): void {
  const usage = leaf.extensions.keyUsage
  if (usage && !wanted.some((bit) => usage.has(bit))) {
    refuse('wrong-key-usage', `key usage allows none of ${wanted.join(', ')}`)
  }
}

function hasPurpose(leaf: Certificate, oid: string): boolean {
  return leaf.extensions.extendedKeyUsage?.includes(oid) ?? false
}

function mayServe(certificate: Certificate): boolean {
  if (!certificate.extensions.extendedKeyUsage) return true
  return hasPurpose(certificate, OID.serverAuth) || hasPurpose(certificate, OID.anyExtendedKeyUsage)
}

/** An issuing CA narrowed to other purposes cannot stand behind a TLS server, as browsers read it. */
export function checkServerIssuer(issuer: Certificate): void {
  if (!mayServe(issuer)) refuse('wrong-purpose', `${issuer.subject.text} may not issue certificates for TLS servers`)
}

/** Purposes that a signing certificate must not be narrowed to; anything else leaves signing possible. */
const OTHER_TRADES: ReadonlySet<string> = new Set([OID.serverAuth, OID.codeSigning, OID.timeStamping, OID.ocspSigning])

function checkSigning(leaf: Certificate): void {
  needsUsage(leaf, ['digitalSignature', 'nonRepudiation'])
  const purposes = leaf.extensions.extendedKeyUsage
  if (purposes?.every((oid) => OTHER_TRADES.has(oid)))
    refuse('wrong-purpose', 'not a certificate for signing documents')
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

function checkServer(leaf: Certificate, hostname: string | undefined): void {
  // A CA certificate may stand in the leaf's place (RFC 5280 6.1); its key usage then speaks of issuing.
  const isCa = leaf.extensions.basicConstraints?.ca === true
  if (!isCa) needsUsage(leaf, ['digitalSignature', 'keyEncipherment', 'keyAgreement'])
  if (!mayServe(leaf)) refuse('wrong-purpose', 'not a certificate for TLS servers')
  const names = leaf.extensions.subjectAltName
  if (!names) return refuse('no-alternative-name', 'no subject alternative name; the common name is not consulted')
  if (hostname !== undefined && !matchesHost(names, hostname)) {
    refuse('wrong-host', `the certificate is not for ${hostname}`)
  }
}

/** Refuses a leaf that is not for `purpose`. */
export function checkPurpose(leaf: Certificate, purpose: Purpose, hostname?: string): void {
  if (purpose === 'signing') checkSigning(leaf)
  if (purpose === 'timestamping') checkTimestamping(leaf)
  if (purpose === 'ocsp') checkOcsp(leaf)
  if (purpose === 'tls-server') checkServer(leaf, hostname)
}
