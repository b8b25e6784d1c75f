import { der } from '@/lib/trust'

/** Plain-format ECDSA of BSI TR-03111 5.2.1.1 and the RFC 5758 identifier of the same digest. */
const PLAIN: Readonly<Record<string, string>> = {
  '0.4.0.127.0.7.1.1.4.1.1': '1.2.840.10045.4.1',
  '0.4.0.127.0.7.1.1.4.1.2': '1.2.840.10045.4.3.1',
  '0.4.0.127.0.7.1.1.4.1.3': '1.2.840.10045.4.3.2',
  '0.4.0.127.0.7.1.1.4.1.4': '1.2.840.10045.4.3.3',
  '0.4.0.127.0.7.1.1.4.1.5': '1.2.840.10045.4.3.4',
  '0.4.0.127.0.7.1.1.4.1.9': '2.16.840.1.101.3.4.3.10',
  '0.4.0.127.0.7.1.1.4.1.10': '2.16.840.1.101.3.4.3.11',
  '0.4.0.127.0.7.1.1.4.1.11': '2.16.840.1.101.3.4.3.12',
}

/** INTEGER from the octets of an unsigned number. */
export function unsignedInteger(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = octets.findIndex((octet) => octet !== 0)
  const bare = first < 0 ? Uint8Array.of(0) : octets.subarray(first)
  return der.integerOctets((bare[0] ?? 0) >= 0x80 ? Uint8Array.from([0, ...bare]) : bare)
}

/** Ecdsa-Sig-Value (RFC 3279 2.2.3) from r || s of equal width, as WebCrypto and PKCS#11 return it. */
export function ecdsaSignatureDer(plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const half = plain.length / 2
  return der.sequence(unsignedInteger(plain.subarray(0, half)), unsignedInteger(plain.subarray(half)))
}

export type EcdsaInDer = { readonly algorithm: Uint8Array; readonly signature: Uint8Array }

/** A plain-format signature in the usual form; undefined when the algorithm is not a plain one. */
export function plainEcdsa(algorithmOid: string, signature: Uint8Array): EcdsaInDer | undefined {
  const usual = PLAIN[algorithmOid]
  if (usual === undefined || signature.length % 2 !== 0) return undefined
  return { algorithm: der.sequence(der.oid(usual)), signature: ecdsaSignatureDer(signature) }
}
