import { contextTag, der, derBytes, derChildren, derCursor, derInner, expectTag, TAG } from '@/lib/trust'
import type { Der } from '@/lib/trust'
import { OID } from './oids'

/** Revocation answers carried with a signature, each complete DER: CertificateList, and OCSPResponse. */
export type CarriedRevocation = { readonly crls: readonly Uint8Array[]; readonly ocsps: readonly Uint8Array[] }

/** A BasicOCSPResponse put back into the OCSPResponse it came in (RFC 6960 4.2.1), so that callers meet one kind. */
export function ocspResponseOf(basic: Uint8Array): Uint8Array {
  return der.sequence(der.enumerated(0), der.explicit(0, der.sequence(der.oid(OID.ocspBasic), der.octetString(basic))))
}

function listIn(node: Der | undefined): Uint8Array[] {
  return node ? derChildren(derInner(node, TAG.sequence)).map(derBytes) : []
}

/** RevocationInfoArchival (ISO 32000-2 12.8.3.3.2): whole OCSP responses. */
export function readAdobeRevocation(node: Der): CarriedRevocation {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  return { crls: listIn(cursor.maybe(contextTag(0))), ocsps: listIn(cursor.maybe(contextTag(1))) }
}

/** RevocationValues (EN 319 122-1 A.1.2): basic OCSP responses. */
export function readRevocationValues(node: Der): CarriedRevocation {
  const cursor = derCursor(expectTag(node, TAG.sequence))
  const crls = listIn(cursor.maybe(contextTag(0)))
  return { crls, ocsps: listIn(cursor.maybe(contextTag(1))).map(ocspResponseOf) }
}

export function mergeRevocation(parts: readonly CarriedRevocation[]): CarriedRevocation {
  return { crls: parts.flatMap((part) => part.crls), ocsps: parts.flatMap((part) => part.ocsps) }
}
