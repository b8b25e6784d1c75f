import type { Der } from '../der/scan'
import { contextTag, derChildren, derCursor, derInner, expectTag, readDer, TAG } from '../der/scan'
import { bitStringValue, booleanValue, namedBits } from '../der/read'
import { readGeneralNames } from './general-name'
import type { GeneralName } from './general-name'
import { refuse } from '../der/refusal'

const REASONS = [
  'unused',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
] as const
export type RevocationReasonFlag = (typeof REASONS)[number]
export const ALL_REASONS: ReadonlySet<RevocationReasonFlag> = new Set(REASONS.slice(1))

/** ReasonFlags under any tag. */
export function reasonFlags(node: Der): ReadonlySet<RevocationReasonFlag> {
  const bits = namedBits(bitStringValue(node))
  return new Set(REASONS.filter((reason, bit) => bits.has(bit) && reason !== 'unused'))
}

/** `fullName`, or the relative name that the reader completes with the CRL issuer's name. */
export type DistributionPointName = { readonly fullName: readonly GeneralName[] } | { readonly relative: Der }

export function readDistributionPointName(node: Der): DistributionPointName {
  const choice = derInner(node)
  if (choice.tag === contextTag(0)) return { fullName: readGeneralNames(choice) }
  return { relative: expectTag(choice, contextTag(1)) }
}

/** Named by addresses alone, the one form CA/B BR 7.1.2.11.2 and 7.2.2.1 leave to TLS servers and their lists. */
export function hasOnlyAddresses(name: DistributionPointName): boolean {
  return 'fullName' in name && name.fullName.every(({ kind }) => kind === 'uri')
}

export type DistributionPoint = {
  readonly name?: DistributionPointName
  readonly reasons?: ReadonlySet<RevocationReasonFlag>
  readonly crlIssuer?: readonly GeneralName[]
}

function distributionPoint(node: Der): DistributionPoint {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const name = cursor.maybe(contextTag(0))
  const reasons = cursor.maybe(contextTag(1, false))
  const crlIssuer = cursor.maybe(contextTag(2))
  cursor.end()
  if (!name && !crlIssuer) refuse('distribution-point', 'neither a name nor a CRL issuer')
  return {
    ...(name && { name: readDistributionPointName(name) }),
    ...(reasons && { reasons: reasonFlags(reasons) }),
    ...(crlIssuer && { crlIssuer: readGeneralNames(crlIssuer) }),
  }
}

/** CRL distribution points and freshest CRL (RFC 5280 4.2.1.13, 4.2.1.15). */
export function readDistributionPoints(value: Uint8Array): readonly DistributionPoint[] {
  const points = derChildren(readDer(value, TAG.sequence)).map(distributionPoint)
  if (points.length === 0) refuse('distribution-point', 'empty list of distribution points')
  return points
}

export type IssuingDistributionPoint = {
  readonly der: Uint8Array
  readonly name?: DistributionPointName
  readonly onlyUserCertificates: boolean
  readonly onlyCaCertificates: boolean
  readonly onlyAttributeCertificates: boolean
  readonly indirect: boolean
  readonly onlySomeReasons?: ReadonlySet<RevocationReasonFlag>
}

/** Issuing distribution point of a CRL (RFC 5280 5.2.5). */
export function readIssuingDistributionPoint(value: Uint8Array): IssuingDistributionPoint {
  const cursor = derCursor(readDer(value, TAG.sequence))
  const name = cursor.maybe(contextTag(0))
  const flag = (number: number) => {
    const node = cursor.maybe(contextTag(number, false))
    return node !== undefined && booleanValue(node)
  }
  const onlyUserCertificates = flag(1)
  const onlyCaCertificates = flag(2)
  const reasons = cursor.maybe(contextTag(3, false))
  const indirect = flag(4)
  const onlyAttributeCertificates = flag(5)
  cursor.end()
  return {
    der: value,
    ...(name && { name: readDistributionPointName(name) }),
    onlyUserCertificates,
    onlyCaCertificates,
    onlyAttributeCertificates,
    indirect,
    ...(reasons && { onlySomeReasons: reasonFlags(reasons) }),
  }
}
