import { bytesEqual, toHex } from '../der/bytes'
import type { Certificate } from '../certificate/certificate'
import type { Crl } from '../revocation-data/crl'
import { ALL_REASONS } from '../certificate/distribution-point'
import type {
  DistributionPoint,
  DistributionPointName,
  IssuingDistributionPoint,
  RevocationReasonFlag,
} from '../certificate/distribution-point'
import type { GeneralName } from '../certificate/general-name'
import { appendRelativeName, namesEqual } from '../certificate/name'
import type { Name } from '../certificate/name'

/** Whether a list is meant for a certificate, and for which reasons (RFC 5280 6.3.3 (b), (d)). */

export type Reasons = ReadonlySet<RevocationReasonFlag>
type NameWithValue = Extract<GeneralName, { readonly value: string }>

function hasValue(name: GeneralName): name is NameWithValue {
  return 'value' in name
}

function sameName(a: GeneralName, b: GeneralName): boolean {
  if (a.kind === 'directory' && b.kind === 'directory') return namesEqual(a.name, b.name)
  if (a.kind === 'ip' && b.kind === 'ip') return bytesEqual(a.bytes, b.bytes)
  return hasValue(a) && hasValue(b) && a.kind === b.kind && a.value === b.value
}

function directoryName(names: readonly GeneralName[] | undefined): Name | undefined {
  const directory = names?.find((name) => name.kind === 'directory')
  return directory?.kind === 'directory' ? directory.name : undefined
}

function fullNames(name: DistributionPointName, issuer: Name): readonly GeneralName[] {
  if ('fullName' in name) return name.fullName
  return [{ kind: 'directory', name: appendRelativeName(issuer, name.relative) }]
}

/** Names of the point: its own, or in their absence those of its CRL issuer. */
function pointNames(point: DistributionPoint, certificate: Certificate): readonly GeneralName[] {
  if (!point.name) return point.crlIssuer ?? []
  return fullNames(point.name, directoryName(point.crlIssuer) ?? certificate.issuer)
}

/** (b)(1): who must have issued the list. */
function issuerFits(crl: Crl, point: DistributionPoint, certificate: Certificate): boolean {
  if (!point.crlIssuer) return namesEqual(crl.issuer, certificate.issuer)
  const named = point.crlIssuer.some((name) => name.kind === 'directory' && namesEqual(name.name, crl.issuer))
  return named && crl.issuingDistributionPoint?.indirect === true
}

/** (b)(2)(i): the names of list and point meet. */
function namesMeet(idp: IssuingDistributionPoint, crl: Crl, names: readonly GeneralName[]): boolean {
  if (!idp.name) return true
  const listed = fullNames(idp.name, crl.issuer)
  return names.some((name) => listed.some((other) => sameName(name, other)))
}

/** (b)(2)(ii)-(iv): the kinds of certificate the list covers. */
function kindFits(idp: IssuingDistributionPoint, certificate: Certificate): boolean {
  const isCa = certificate.extensions.basicConstraints?.ca === true
  return !idp.onlyAttributeCertificates && !(idp.onlyUserCertificates && isCa) && !(idp.onlyCaCertificates && !isCa)
}

function intersection(a: Reasons, b: Reasons): Reasons {
  return new Set([...a].filter((reason) => b.has(reason)))
}

function reasonsFor(crl: Crl, point: DistributionPoint, certificate: Certificate): Reasons {
  const idp = crl.issuingDistributionPoint
  if (!issuerFits(crl, point, certificate)) return new Set()
  if (idp && !(namesMeet(idp, crl, pointNames(point, certificate)) && kindFits(idp, certificate))) return new Set()
  return intersection(point.reasons ?? ALL_REASONS, idp?.onlySomeReasons ?? ALL_REASONS)
}

/** The point every certificate has even if it names none: the lists of its own issuer. */
function ownIssuersPoint(certificate: Certificate): DistributionPoint {
  return { name: { fullName: [{ kind: 'directory', name: certificate.issuer }] } }
}

/** The reasons for which this list can speak about the certificate; empty when it is not meant for it. */
export function reasonsCovered(crl: Crl, certificate: Certificate): Reasons {
  const points = [...(certificate.extensions.crlDistributionPoints ?? []), ownIssuersPoint(certificate)]
  return new Set(points.flatMap((point) => [...reasonsFor(crl, point, certificate)]))
}

/** Whether the certificate itself appoints this issuer of its lists, possibly itself. */
export function appointsCrlIssuer(certificate: Certificate, issuer: Name): boolean {
  const points = certificate.extensions.crlDistributionPoints ?? []
  return points.some((point) =>
    point.crlIssuer?.some((name) => name.kind === 'directory' && namesEqual(name.name, issuer)),
  )
}

function hasSameScope(a: Crl, b: Crl): boolean {
  const scope = (crl: Crl) => toHex(crl.issuingDistributionPoint?.der ?? new Uint8Array(0))
  return scope(a) === scope(b) && a.authorityKeyId?.keyId === b.authorityKeyId?.keyId
}

/** A delta applies to a complete list of the same issuer, scope and key whose number lies in its range (5.2.4). */
export function deltaFits(delta: Crl, complete: Crl): boolean {
  const [base, number, own] = [delta.baseCrlNumber, complete.crlNumber, delta.crlNumber]
  if (base === undefined || number === undefined || own === undefined) return false
  if (!namesEqual(delta.issuer, complete.issuer) || !hasSameScope(delta, complete)) return false
  return base <= number && number < own
}
