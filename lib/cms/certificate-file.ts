import { parseCertificate } from '@/lib/trust'
import { parseSignedData } from './signed-data'

/** More than any authority has above it. */
const MAX_CERTIFICATES = 16
const ARMOURED = /-----BEGIN (CERTIFICATE|PKCS7|CMS)-----([\s\w+/=]*?)-----END \1-----/g

/**
 * The certificates of a file as authorities publish them: DER, PKCS#7 or CMS with certificates only (RFC 5652 5, RFC 8551
 * 3.8), or either in PEM (RFC 7468). Empty where it is none of these. @returns DER of each
 */
export function certificatesIn(bytes: Uint8Array): Uint8Array[] {
  const bare = bareCertificates(bytes)
  const certificates = bare.length > 0 ? bare : unarmourAll(bytes).flatMap(bareCertificates)
  return certificates.slice(0, MAX_CERTIFICATES)
}

function bareCertificates(bytes: Uint8Array): Uint8Array[] {
  if (parseCertificate(bytes).ok) return [bytes]
  const bundle = parseSignedData(bytes)
  return bundle.ok ? bundle.value.certificates.filter((candidate) => parseCertificate(candidate).ok) : []
}

function unarmourAll(bytes: Uint8Array): Uint8Array[] {
  const text = new TextDecoder('latin1').decode(bytes)
  return [...text.matchAll(ARMOURED)].flatMap(([, , body = '']) => decodeBase64(body.replaceAll(/\s/g, '')))
}

function decodeBase64(base64: string): Uint8Array[] {
  try {
    return [Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]
  } catch {
    // Not base64.
    return []
  }
}
